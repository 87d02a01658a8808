package dev.rebound.course;

import dev.rebound.source.Prose;
import java.util.List;

/**
 * A question as every publisher sees it, whatever its type: what SCORM's {@code cmi.interactions}
 * and cmi5's interaction definitions are derived from.
 *
 * @param multiple whether several choices may be picked at once
 * @param choices in the author's order
 * @param right the ids of the choices that make up the right response
 */
public record Interaction(Type type, boolean multiple, List<Choice> choices, List<String> right) {
  /** The interaction types of SCORM that our question types map to. */
  public enum Type {
    TRUE_FALSE,
    CHOICE
  }

  /**
   * @param id as stored: {@code [a-z0-9-]}
   */
  public record Choice(String id, Prose text) {}
}
