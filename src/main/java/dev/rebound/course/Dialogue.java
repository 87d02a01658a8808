package dev.rebound.course;

import dev.rebound.source.Inline;
import dev.rebound.source.Located;
import dev.rebound.source.Reference;
import dev.rebound.source.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * {@code content/dialogues/<id>.md}: an original practice transcript, the same moment handled
 * poorly and well.
 */
public record Dialogue(
    Located<String> id,
    Located<String> title,
    Optional<Located<String>> setting,
    List<Turn> poor,
    List<Turn> good) {
  /**
   * {@code **Name:** words [·](principle:agree-with-value)}
   *
   * @param turningPoints what this turn breaks (under Poor) or applies (under Good)
   */
  public record Turn(
      SourceSpan span,
      Located<String> speaker,
      List<Inline> words,
      List<Reference> turningPoints) {}
}
