package dev.rebound.check.scorer;

import dev.rebound.check.WordStatistics;
import dev.rebound.source.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How well each principle of a content fits one text. */
public final class PrincipleFits {
  /**
   * By how much a fit raises confidence. With this figure texts that it is 80 % sure of are about
   * that principle in 80 of 100 cases, on feedback by authors of the sample and by another.
   */
  private static final double STEEPNESS = 3;

  private final List<String> ids;
  private final double[] fits;
  private final Wording text;
  private final Gains gains;
  private final double inAll;

  /** What a word of the text says for a principle. */
  interface Gains {
    double of(int word, String principle);
  }

  /**
   * One principle.
   *
   * @param confidence how sure it is that the text is about this one, 0 to 1; over all principles
   *     that comes to 1
   */
  public record Fit(String principle, double confidence) {}

  PrincipleFits(List<String> ids, double[] fits, Wording text, Gains gains) {
    this.ids = ids;
    this.fits = fits;
    this.text = text;
    this.gains = gains;
    double sum = 0;
    for (double fit : fits) {
      sum += Math.exp(STEEPNESS * fit);
    }
    inAll = sum;
  }

  /** A long text says the same thing in several words, so that each counts less. */
  static double normal(double sum, double length) {
    return sum / Math.sqrt(length + 1);
  }

  /** The best first; none that fits worse than the course at large. */
  public List<Fit> best(int most) {
    return IntStream.range(0, fits.length)
        .filter(i -> fits[i] > 0)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> fits[i]).reversed())
        .limit(most)
        .map(i -> new Fit(ids.get(i), confidence(i)))
        .toList();
  }

  /**
   * How much better the best of the others fits than this one: so many times as likely, however
   * many principles there are.
   */
  public double odds(String principle) {
    int at = ids.indexOf(principle);
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < fits.length; i++) {
      best = i == at ? best : Math.max(best, fits[i]);
    }
    return at < 0 ? 0 : Math.exp(STEEPNESS * (best - fits[at]));
  }

  private double confidence(int at) {
    return Math.exp(STEEPNESS * fits[at]) / inAll;
  }

  /**
   * The words of the text that say most for a principle, as they are written.
   *
   * @param against what they say less for; empty for no other
   */
  public List<String> words(String principle, String against, int most) {
    Map<Integer, String> written = new LinkedHashMap<>();
    for (Wording.Said said : text.said()) {
      for (String word : Words.texts(said.text())) {
        if (WordStatistics.carriesContent(word)) {
          written.putIfAbsent(Wording.key(word), word);
        }
      }
    }
    Map<String, Double> says = new LinkedHashMap<>();
    written.forEach(
        (key, word) -> {
          double more = gains.of(key, principle) - gains.of(key, against);
          if (more > 0) {
            says.put(word, more);
          }
        });
    List<String> words = new ArrayList<>(says.keySet());
    words.sort(Comparator.comparingDouble((String word) -> says.get(word)).reversed());
    return words.subList(0, Math.min(most, words.size()));
  }
}
