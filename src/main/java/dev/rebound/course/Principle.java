package dev.rebound.course;

import dev.rebound.source.Located;
import dev.rebound.source.Prose;
import java.util.List;
import java.util.Optional;

/**
 * What a source teaches, in our own words; {@code content/principles/<source-id>.yaml}. SCORM and
 * cmi5 know it as an objective.
 *
 * @param source the id of the source whose file it stands in
 * @param evidence what studies say of it, with the reference
 * @param cites pinpoint citations, {@code kaufman-bounce ¶13}, which reproduce nothing
 * @param terms words that belong to it and that the course has nowhere else
 * @param tryPhrases what a learner might say
 * @param avoid what a learner should not
 */
public record Principle(
    Located<String> id,
    String source,
    Prose says,
    Stance stance,
    Optional<Prose> evidence,
    List<Located<String>> excerpts,
    List<Citation> cites,
    List<Located<String>> terms,
    List<Prose> tryPhrases,
    List<Prose> avoid) {

  /** How well studies bear it out. */
  public enum Stance {
    SUPPORTED,
    CONTESTED,
    OPINION;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** {@code kaufman-bounce ¶13} */
  public record Citation(Located<String> source, int paragraph) {}
}
