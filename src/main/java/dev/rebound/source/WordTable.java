package dev.rebound.source;

import java.util.Arrays;
import java.util.function.ToIntFunction;

/**
 * What is found out about each word once, by its number: {@code new WordTable(word ->
 * Words.number(word.substring(0, 1)))} knows the first letter of every word.
 */
public final class WordTable {
  /** What a word is given that has nothing of the kind. */
  public static final int NONE = -1;

  private static final int UNKNOWN = 0;

  private final ToIntFunction<String> find;

  /** What was found and two more, so that it differs from what a new array holds. */
  private volatile int[] known = new int[0];

  /**
   * @param find gives a number, such as that of another word, or {@link #NONE}
   */
  public WordTable(ToIntFunction<String> find) {
    this.find = find;
  }

  /** What was found about the word with this number. */
  public int of(int word) {
    int[] now = known;
    int it = word < now.length ? now[word] : UNKNOWN;
    return it == UNKNOWN ? findOut(word) : it - 2;
  }

  private synchronized int findOut(int word) {
    int it = find.applyAsInt(Words.text(word));
    int[] now = known;
    if (word >= now.length) {
      now = Arrays.copyOf(now, Math.max(1024, Math.max(word + 1, 2 * now.length)));
    }
    now[word] = it + 2;
    known = now;
    return it;
  }
}
