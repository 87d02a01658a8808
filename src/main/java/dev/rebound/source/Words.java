package dev.rebound.source;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The one notion of a word, used by quotations, locks and cues alike: letters, digits and inner
 * apostrophes, case folded, after NFC and curly-to-straight quotes. Punctuation does not count.
 */
public final class Words {
  /** What each ASCII letter and digit folds to; 0 for what is no part of a word. */
  private static final byte[] FOLDED = new byte[128];

  static {
    for (char c = '0'; c <= '9'; c++) {
      FOLDED[c] = (byte) c;
    }
    for (char c = 'a'; c <= 'z'; c++) {
      FOLDED[c] = (byte) c;
      FOLDED[Character.toUpperCase(c)] = (byte) c;
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
  private abstract static class Sink {
    abstract void word(int number, int start, int end);
  }

  /** Keeps their numbers. */
  private static final class Numbers extends Sink {
    private int[] found;
    private int size;

    Numbers(int expected) {
      found = new int[expected];
    }

    @Override
    void word(int number, int start, int end) {
      if (size == found.length) {
        found = Arrays.copyOf(found, 2 * size);
      }
      found[size++] = number;
    }
  }

  /** The words of {@code text}, in order. */
  public static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    each(
        text,
        new Sink() {
          @Override
          void word(int number, int start, int end) {
            words.add(new Word(Words.text(number), start, end));
          }
        });
    return words;
  }

  /** The words of {@code text} without their places. */
  public static List<String> texts(String text) {
    return texts(numbers(text));
  }

  /** The words of {@code text}, in order, each as its number: the same for the same word. */
  public static int[] numbers(String text) {
    Numbers words = new Numbers(text.length() / 4 + 2);
    each(text, words);
    return Arrays.copyOf(words.found, words.size);
  }

  /** The numbers of several texts as those of one. */
  public static int[] joined(List<int[]> texts) {
    int size = 0;
    for (int[] text : texts) {
      size += text.length;
    }
    int[] all = new int[size];
    int at = 0;
    for (int[] text : texts) {
      System.arraycopy(text, 0, all, at, text.length);
      at += text.length;
    }
    return all;
  }

  /** The word with this number. */
  public static String text(int number) {
    return Vocabulary.text(number);
  }

  /** The words with these numbers. */
  public static List<String> texts(int[] numbers) {
    String[] texts = new String[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      texts[i] = text(numbers[i]);
    }
    return List.of(texts);
  }

  /**
   * The number of one word.
   *
   * @param folded as {@link #text} gives it
   */
  public static int number(String folded) {
    return Vocabulary.number(folded);
  }

  private static void each(String text, Sink sink) {
    int at = 0;
    int length = text.length();
    char[] chars = text.toCharArray();
    while (at < length) {
      char begin = chars[at];
      if (begin < 128 ? FOLDED[begin] == 0 : partAt(text, at) == 0) {
        at += begin < 128 ? 1 : Character.charCount(text.codePointAt(at));
        continue;
      }
      int start = at;
      int end = at;
      long key = 0;
      boolean plain = true;
      while (at < length) {
        char c = chars[at];
        int folded = c < 128 ? FOLDED[c] : 0;
        if (folded != 0) {
          key = Vocabulary.key(key, folded);
          at++;
          end = at;
        } else if (c >= 128 && partAt(text, at) > 0) {
          plain = false;
          at += partAt(text, at);
          end = at;
        } else if (isApostrophe(c)
            && at + 1 < length
            && Character.isLetterOrDigit(text.codePointAt(at + 1))) {
          key = Vocabulary.key(key, '\'');
          at++;
        } else {
          break;
        }
      }
      int number =
          plain
              ? Vocabulary.number(key, text, start, end)
              : Vocabulary.number(fold(text.substring(start, end)));
      sink.word(number, start, end);
    }
  }

  /** How many units long the part of a word is that stands here: 0 where none does. */
  private static int partAt(String text, int at) {
    char c = text.charAt(at);
    // Nearly every character of a course: the tables for the others are ten times slower.
    if (c < 128) {
      return FOLDED[c] == 0 ? 0 : 1;
    }
    int point = text.codePointAt(at);
    boolean isPart =
        Character.isLetterOrDigit(point) || Character.getType(point) == Character.NON_SPACING_MARK;
    return isPart ? Character.charCount(point) : 0;
  }

  /** Whether a character surely ends a word before it and lets one begin after it. */
  static boolean separates(char c) {
    return c < 128 && FOLDED[c] == 0 && c != '\'';
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019' || c == '\u2018' || c == '\u02BC';
  }

  /** A part of a text, all of which is {@link #plain}, as it is compared. */
  static String folded(String text, int start, int end) {
    char[] folded = new char[end - start];
    for (int i = start; i < end; i++) {
      folded[i - start] = (char) plain(text.charAt(i));
    }
    return new String(folded);
  }

  /** What an ASCII character or an apostrophe folds to; -1 for any other. */
  static int plain(char c) {
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
