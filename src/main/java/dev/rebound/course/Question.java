package dev.rebound.course;

import dev.rebound.source.Located;
import dev.rebound.source.Prose;
import dev.rebound.source.SourceSpan;
import java.util.List;

/**
 * What QTI calls an item: a stem and answers, each of which maps to a principle.
 *
 * @param span the start of the question in its file
 * @param bank the id of the bank it stands in
 * @param id unique in its bank
 * @param type the {@code QuestionType}'s name
 * @param answers everything a learner can answer that the author foresaw, right or wrong
 * @param interaction what every publisher makes its own form from
 */
public record Question(
    SourceSpan span,
    String bank,
    Located<String> id,
    String type,
    Level level,
    Prose stem,
    List<Answer> answers,
    Interaction interaction) {
  /** {@code agree/slow-service}, as references name it. */
  public String key() {
    return bank + "/" + id.value();
  }

  /** Bloom's levels as far as a quiz can reach them. */
  public enum Level {
    REMEMBER,
    UNDERSTAND,
    APPLY,
    ANALYSE;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
