package dev.rebound.source;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The one notion of a word, used by quotations, locks and cues alike: letters, digits and inner
 * apostrophes, case folded, after NFC and curly-to-straight quotes. Punctuation does not count.
 */
public final class Words {
  private Words() {}

  /**
   * @param text the word as it is compared
   * @param start its first character in the text it was read from
   * @param end one past its last
   */
  public record Word(String text, int start, int end) {}

  /** The words of {@code text}, in order. */
  public static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    int length = text.length();
    while (at < length) {
      int point = text.codePointAt(at);
      if (!isWordPart(point)) {
        at += Character.charCount(point);
        continue;
      }
      int start = at;
      int end = at;
      while (at < length) {
        int next = text.codePointAt(at);
        if (isWordPart(next)) {
          at += Character.charCount(next);
          end = at;
        } else if (isApostrophe(next)
            && at + 1 < length
            && Character.isLetterOrDigit(text.codePointAt(at + 1))) {
          at++;
        } else {
          break;
        }
      }
      words.add(new Word(fold(text.substring(start, end)), start, end));
    }
    return words;
  }

  /** The words of {@code text} without their places. */
  public static List<String> texts(String text) {
    return of(text).stream().map(Word::text).toList();
  }

  private static boolean isWordPart(int point) {
    return Character.isLetterOrDigit(point)
        || Character.getType(point) == Character.NON_SPACING_MARK;
  }

  private static boolean isApostrophe(int point) {
    return point == '\'' || point == '\u2019' || point == '\u2018' || point == '\u02BC';
  }

  private static String fold(String word) {
    boolean ascii = true;
    boolean lower = true;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      ascii &= c < 128;
      lower &= c < 'A' || c > 'Z';
    }
    if (ascii) {
      return lower ? word : word.toLowerCase(Locale.ROOT);
    }
    // Case folding is lower, upper, lower: "ẞ", "ß" and "SS" are one, and so are the three Greek
    // sigmas.
    return Normalizer.normalize(word, Normalizer.Form.NFC)
        .replace('\u2019', '\'')
        .replace('\u2018', '\'')
        .replace('\u02BC', '\'')
        .toLowerCase(Locale.ROOT)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }
}
