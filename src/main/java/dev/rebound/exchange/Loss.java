package dev.rebound.exchange;

import dev.rebound.source.SourceSpan;
import java.util.Locale;

/**
 * Something that did not come along.
 *
 * @param span where it stood in the file that was read
 * @param question the id of the question; empty where it is about the file
 * @param what which part of a bank it is
 * @param message what was lost, and what is there instead
 */
public record Loss(SourceSpan span, String question, What what, String message) {
  /** The parts of a bank that a format may have no place for. */
  public enum What {
    /** A question is not there at all. */
    QUESTION,
    /** It is there as a question of another type. */
    TYPE,
    /** A part of a text: a formula, a sound, a script. */
    TEXT,
    /** The text is there, and how it looked is not. */
    FORMATTING,
    LINK,
    PICTURE,
    /** An answer, or a part of one. */
    ANSWER,
    /** How much an answer or a question counts. */
    SCORE,
    FEEDBACK,
    /** Which principle an answer applies or breaks. */
    MAPPING,
    LEVEL,
    HINTS,
    /** How a question is put: tries, shuffling, a unit, letter case. */
    DELIVERY,
    /** Ids of answers, or of the question. */
    ID,
    /** Why a rule is silenced. */
    ALLOW,
    /** The bank's own title, categories, whether it is graded. */
    BANK,
    TAG,
    ENCODING;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
