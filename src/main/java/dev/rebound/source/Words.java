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
  /** Which ASCII characters are parts of words, and need no folding. */
  private static final boolean[] IS_FOLDED = new boolean[128];

  static {
    for (char c = 0; c < 128; c++) {
      IS_FOLDED[c] = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
  }

  private Words() {}

  /**
   * @param text the word as it is compared
   * @param start its first character in the text it was read from
   * @param end one past its last
   */
  public record Word(String text, int start, int end) {}

  /** Takes words as they are found. */
  private interface Found {
    void word(String folded, int start, int end);
  }

  /** The words of {@code text}, in order. */
  public static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    each(text, (word, start, end) -> words.add(new Word(word, start, end)));
    return words;
  }

  /** The words of {@code text} without their places. */
  public static List<String> texts(String text) {
    List<String> words = new ArrayList<>(text.length() / 5 + 1);
    each(text, (word, start, end) -> words.add(word));
    return words;
  }

  private static void each(String text, Found found) {
    char[] chars = text.toCharArray();
    int at = 0;
    while (at < chars.length) {
      int part = partAt(chars, at, text);
      if (part == 0) {
        at += Character.isSurrogate(chars[at]) ? Character.charCount(text.codePointAt(at)) : 1;
        continue;
      }
      int start = at;
      int end = at;
      boolean isFolded = true;
      while (at < chars.length) {
        char c = chars[at];
        if (c < 128 && IS_FOLDED[c]) {
          end = ++at;
          continue;
        }
        part = partAt(chars, at, text);
        if (part > 0) {
          at += part;
          end = at;
          isFolded = false;
        } else if (isApostrophe(c)
            && at + 1 < chars.length
            && Character.isLetterOrDigit(text.codePointAt(at + 1))) {
          at++;
          isFolded &= c == '\'';
        } else {
          break;
        }
      }
      String word = text.substring(start, end);
      found.word(isFolded ? word : fold(word), start, end);
    }
  }

  /** How many units long the part of a word is that stands here: 0 where none does. */
  private static int partAt(char[] chars, int at, String text) {
    char c = chars[at];
    // Nearly every character of a course: the tables for the others are ten times slower.
    if (c < 128) {
      return IS_FOLDED[c] || (c >= 'A' && c <= 'Z') ? 1 : 0;
    }
    int point = text.codePointAt(at);
    boolean isPart =
        Character.isLetterOrDigit(point) || Character.getType(point) == Character.NON_SPACING_MARK;
    return isPart ? Character.charCount(point) : 0;
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019' || c == '\u2018' || c == '\u02BC';
  }

  private static String fold(String word) {
    if (word.chars().allMatch(c -> c < 128)) {
      return word.toLowerCase(Locale.ROOT);
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
