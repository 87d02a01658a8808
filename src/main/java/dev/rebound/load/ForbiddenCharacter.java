package dev.rebound.load;

import dev.rebound.source.Problems;
import dev.rebound.source.SourceSpan;
import java.util.Optional;

/**
 * A character that no text may hold, however it is written (as itself, as {@code "\e"} in YAML, as
 * a numeric entity in Markdown): XML and HTML have no place for control characters, and an override
 * of the direction shows a text as it is not.
 *
 * @param at where it is in the text
 */
record ForbiddenCharacter(int at, int codePoint) {
  /** The first in a text, when there is one. */
  static Optional<ForbiddenCharacter> in(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7F) {
        continue;
      }
      int point = text.codePointAt(i);
      if (isForbidden(point)) {
        return Optional.of(new ForbiddenCharacter(i, point));
      }
      i += Character.charCount(point) - 1;
    }
    return Optional.empty();
  }

  /** The text without any. */
  static String removed(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().filter(point -> !isForbidden(point)).forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean isForbidden(int point) {
    return isControl(point) || isNoCharacter(point) || isOverride(point);
  }

  private static boolean isControl(int point) {
    boolean blank = point == '\t' || point == '\n' || point == '\r';
    return (point < ' ' && !blank) || (point >= 0x7F && point < 0xA0);
  }

  /** Half of a pair, or one of the 66 that Unicode promises never to assign. */
  private static boolean isNoCharacter(int point) {
    return (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
        || (point & 0xFFFE) == 0xFFFE
        || (point >= 0xFDD0 && point <= 0xFDEF);
  }

  /** Embeddings and overrides, U+202A to U+202E; isolates and marks do what authors need. */
  private static boolean isOverride(int point) {
    return point >= 0x202A && point <= 0x202E;
  }

  void report(SourceSpan span, Problems problems) {
    String name = String.format("U+%04X", codePoint);
    if (isOverride(codePoint)) {
      problems.syntax(
          span,
          "an invisible character changes the direction of this text: " + name + ".",
          "Delete it; where a text needs one, put it between U+2068 and U+2069.");
    } else if (isNoCharacter(codePoint)) {
      problems.syntax(span, name + " is no character.", "Delete it.");
    } else {
      problems.syntax(span, "there is a control character here: " + name + ".", "Delete it.");
    }
  }
}
