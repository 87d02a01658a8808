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

  /** In standard errors: so much better are two of a hundred whose words mean nothing. */
  private static final double ERRORS = 2;

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

  /**
   * How texts sound.
   *
   * @param mean above 0 where that is like what is good, on average over what is known of them
   * @param error the square of the mean's standard error; infinite where next to nothing is known
   */
  public record Sound(double mean, double error) {
    /** Whether it is better than another by more than chance brings. */
    public boolean isBetterThan(Sound other, double margin) {
      double lead = mean - other.mean;
      return lead > margin && lead > ERRORS * Math.sqrt(error + other.error);
    }
  }

  public Sound of(List<String> said) {
    double sum = 0;
    double squares = 0;
    int heard = 0;
    double all = SMOOTHING * known.size();
    for (String text : said) {
      for (long feature : features(text)) {
        int place = known.find(feature);
        int good = place < 0 ? 0 : counts[2 * place];
        int poor = place < 0 ? 0 : counts[2 * place + 1];
        if (good + poor > 0) {
          double speaks =
              Math.log((good + SMOOTHING) / (features[0] + all))
                  - Math.log((poor + SMOOTHING) / (features[1] + all));
          sum += speaks;
          squares += speaks * speaks;
          heard++;
        }
      }
    }
    double mean = heard == 0 ? 0 : sum / heard;
    double error =
        heard < 2
            ? Double.POSITIVE_INFINITY
            : (squares - heard * mean * mean) / (heard - 1.0) / heard;
    return new Sound(mean, error);
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
