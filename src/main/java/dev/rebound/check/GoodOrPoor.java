package dev.rebound.check;

import dev.rebound.source.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether words sound like what a course teaches to say, or like what it teaches not to: naive
 * Bayes over single words and pairs, learned from the course itself.
 */
public final class GoodOrPoor {
  /** Below this many texts of a kind nothing is learned. */
  private static final int FEWEST_TEXTS = 30;

  private static final double SMOOTHING = .5;

  private final Map<String, int[]> counts = new HashMap<>();
  private final int[] texts = new int[2];
  private final int[] features = new int[2];

  /** Learns a text; {@code times} is -1 to forget it again. */
  public void learn(String text, boolean good, int times) {
    int side = good ? 0 : 1;
    texts[side] += times;
    for (String feature : features(text)) {
      counts.computeIfAbsent(feature, f -> new int[2])[side] += times;
      features[side] += times;
    }
  }

  public boolean knowsEnough() {
    return Math.min(texts[0], texts[1]) >= FEWEST_TEXTS;
  }

  /** Above 0 where texts sound like what is good, on average over what is known of their words. */
  public double score(List<String> said) {
    double sum = 0;
    int known = 0;
    double all = SMOOTHING * counts.size();
    for (String text : said) {
      for (String feature : features(text)) {
        int[] count = counts.get(feature);
        if (count != null && count[0] + count[1] > 0) {
          sum +=
              Math.log((count[0] + SMOOTHING) / (features[0] + all))
                  - Math.log((count[1] + SMOOTHING) / (features[1] + all));
          known++;
        }
      }
    }
    return known == 0 ? 0 : sum / known;
  }

  private static Set<String> features(String text) {
    List<String> words = Words.texts(text);
    Set<String> features = new HashSet<>(words);
    List<String> pairs = new ArrayList<>();
    String before = "^";
    for (String word : words) {
      pairs.add(before + " " + word);
      before = word;
    }
    features.addAll(pairs);
    return features;
  }
}
