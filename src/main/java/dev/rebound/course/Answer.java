package dev.rebound.course;

import dev.rebound.source.Located;
import dev.rebound.source.Prose;
import dev.rebound.source.SourceSpan;
import java.util.Optional;

/**
 * One answer a learner can give, or a part of one: an option, a pair, a step. A right one applies a
 * principle, a wrong one breaks one; a phrase of hot text keeps the role it has in the text.
 *
 * @param id by which it is stored, never by its position
 * @param noun what its type calls it in messages: {@code option}, {@code answer}
 * @param right whether it belongs to a right response
 */
public record Answer(
    SourceSpan span,
    String id,
    String noun,
    Prose text,
    boolean right,
    Optional<Located<String>> applies,
    Optional<Located<String>> breaks,
    Optional<Prose> feedback) {
  /** The principle it maps to, in whichever role. */
  public Optional<Located<String>> principle() {
    return applies.isPresent() ? applies : breaks;
  }
}
