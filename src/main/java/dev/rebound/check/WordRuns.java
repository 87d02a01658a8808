package dev.rebound.check;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How far two texts are the same, judged by their words and nothing else. */
public final class WordRuns {
  /** Fewer words than this in a row, anybody may say. */
  private static final int TELLING_RUN = 4;

  private static final int LITTLE_ELSE = 2;

  private static final double MOST_WORDS = .8;
  private static final double MOST_CONTENT = .6;

  private WordRuns() {}

  /** Whether a text holds all words of a phrase in a row; of a short phrase it says little else. */
  public static boolean repeats(List<String> text, List<String> phrase) {
    boolean telling =
        phrase.size() >= TELLING_RUN
            || (phrase.size() > 1 && text.size() <= phrase.size() + LITTLE_ELSE);
    return text.equals(phrase) || (telling && Collections.indexOfSubList(text, phrase) >= 0);
  }

  /** Whether they say the same but for a word or two of little weight. */
  public static boolean nearlyRepeats(List<String> text, List<String> phrase) {
    if (repeats(text, phrase)) {
      return true;
    }
    if (Math.min(text.size(), phrase.size()) < TELLING_RUN
        || 2.0 * common(text, phrase) < MOST_WORDS * (text.size() + phrase.size())) {
      return false;
    }
    Set<String> one = WordStatistics.stems(text);
    Set<String> other = WordStatistics.stems(phrase);
    int shared = WordStatistics.common(one, other);
    return shared >= MOST_CONTENT * (one.size() + other.size() - shared);
  }

  private static int common(List<String> one, List<String> other) {
    Map<String, Integer> left = new HashMap<>();
    one.forEach(word -> left.merge(word, 1, Integer::sum));
    int common = 0;
    for (String word : other) {
      int count = left.getOrDefault(word, 0);
      common += count > 0 ? 1 : 0;
      left.put(word, count - 1);
    }
    return common;
  }
}
