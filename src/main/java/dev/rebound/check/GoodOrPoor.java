package dev.rebound.check;

import dev.rebound.source.Words;
import java.util.Arrays;
import java.util.List;

/**
 * Whether words sound like what a course teaches to say, or like what it teaches not to: naive
 * Bayes over single words and pairs, learned from the course itself.
 */
public final class GoodOrPoor {
  /** Below this many texts of a kind nothing is learned. */
  private static final int FEWEST_TEXTS = 30;

  private static final double SMOOTHING = .5;

  private final Places known = new Places(1 << 10);

  /** How often what has a place is in good texts, and then in poor ones. */
  private int[] counts = new int[1 << 11];

  private final int[] texts = new int[2];
  private final int[] features = new int[2];

  /** Learns a text; {@code times} is -1 to forget it again. */
  public void learn(String text, boolean good, int times) {
    int side = good ? 0 : 1;
    texts[side] += times;
    for (long feature : features(text)) {
      int place = known.of(feature);
      counts = 2 * place < counts.length ? counts : Arrays.copyOf(counts, 2 * counts.length);
      counts[2 * place + side] += times;
      features[side] += times;
    }
  }

  public boolean knowsEnough() {
    return Math.min(texts[0], texts[1]) >= FEWEST_TEXTS;
  }

  /** Above 0 where texts sound like what is good, on average over what is known of their words. */
  public double score(List<String> said) {
    double sum = 0;
    int heard = 0;
    double all = SMOOTHING * known.size();
    for (String text : said) {
      for (long feature : features(text)) {
        int place = known.find(feature);
        int good = place < 0 ? 0 : counts[2 * place];
        int poor = place < 0 ? 0 : counts[2 * place + 1];
        if (good + poor > 0) {
          sum +=
              Math.log((good + SMOOTHING) / (features[0] + all))
                  - Math.log((poor + SMOOTHING) / (features[1] + all));
          heard++;
        }
      }
    }
    return heard == 0 ? 0 : sum / heard;
  }

  /** Its words, and each with the one before it. */
  private static long[] features(String text) {
    List<String> words = Words.texts(text);
    Places features = new Places(2 * words.size());
    long before = 1;
    for (String word : words) {
      features.of(Places.hash(2, word));
      features.of(Places.hash(31 * before, word));
      before = Places.hash(3, word);
    }
    return features.numbers();
  }
}
