package dev.rebound.source;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The one notion of a word, used by quotations, locks and cues alike: letters, digits and inner
 * apostrophes, case folded, after NFC and curly-to-straight quotes. Punctuation does not count.
 */
public final class Words {
  /**
   * The latest word of each hash. Threads may overwrite each other's: a lost word is made again.
   */
  private static final @Nullable String[] KNOWN = new String[1 << 14];

  private Words() {}

  /**
   * @param text the word as it is compared
   * @param start its first character in the text it was read from
   * @param end one past its last
   */
  public record Word(String text, int start, int end) {}

  private interface Sink {
    void word(String folded, int start, int end);
  }

  /** The words of {@code text}, in order. */
  public static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    each(text, (folded, start, end) -> words.add(new Word(folded, start, end)));
    return words;
  }

  /** The words of {@code text} without their places. */
  public static List<String> texts(String text) {
    List<String> words = new ArrayList<>();
    each(text, (folded, start, end) -> words.add(folded));
    return List.copyOf(words);
  }

  private static void each(String text, Sink sink) {
    int at = 0;
    int length = text.length();
    while (at < length) {
      int part = partAt(text, at);
      if (part == 0) {
        at += Character.charCount(text.codePointAt(at));
        continue;
      }
      int start = at;
      int end = at;
      while (at < length) {
        part = partAt(text, at);
        if (part > 0) {
          at += part;
          end = at;
        } else if (isApostrophe(text.charAt(at))
            && at + 1 < length
            && Character.isLetterOrDigit(text.codePointAt(at + 1))) {
          at++;
        } else {
          break;
        }
      }
      sink.word(fold(text, start, end), start, end);
    }
  }

  /** How many units long the part of a word is that stands here: 0 where none does. */
  private static int partAt(String text, int at) {
    char c = text.charAt(at);
    // Nearly every character of a course: the tables for the others are ten times slower.
    if (c < 128) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? 1 : 0;
    }
    int point = text.codePointAt(at);
    boolean isPart =
        Character.isLetterOrDigit(point) || Character.getType(point) == Character.NON_SPACING_MARK;
    return isPart ? Character.charCount(point) : 0;
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019' || c == '\u2018' || c == '\u02BC';
  }

  /**
   * A part of a text as it is compared. Rules ask for the words of a course dozens of times, and it
   * has only a few thousand different ones: the same word is mostly the same object.
   */
  private static String fold(String text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      int c = plain(text.charAt(i));
      if (c < 0) {
        return fold(text.substring(start, end));
      }
      hash = 31 * hash + c;
    }
    int slot = (hash ^ hash >>> 15) & KNOWN.length - 1;
    String known = KNOWN[slot];
    if (known == null || !isFolded(known, text, start, end)) {
      char[] folded = new char[end - start];
      for (int i = start; i < end; i++) {
        folded[i - start] = (char) plain(text.charAt(i));
      }
      known = new String(folded);
      KNOWN[slot] = known;
    }
    return known;
  }

  private static boolean isFolded(String known, String text, int start, int end) {
    if (known.length() != end - start) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (known.charAt(i - start) != plain(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** What an ASCII character or an apostrophe folds to; -1 for any other. */
  private static int plain(char c) {
    if (c < 128) {
      return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
    }
    return isApostrophe(c) ? '\'' : -1;
  }

  private static String fold(String word) {
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
