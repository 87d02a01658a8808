package dev.rebound.check;

import dev.rebound.course.Answer;
import dev.rebound.course.Content;
import dev.rebound.course.Principle;
import dev.rebound.source.Prose;
import dev.rebound.source.Words;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/**
 * The principles that a text is most likely about: those that share its rarest words. A word in few
 * principles says more than one in many (inverse document frequency), and one that the principle's
 * {@code terms} ask for says more than one of its phrases.
 */
public final class NearestByWords {
  private static final double TERM = 2;
  private static final double SAYS = 1;
  private static final double PHRASE = .5;

  /** What an answer's feedback says of its principle counts full, the answer itself half. */
  private static final double FEEDBACK = 1;

  private static final double TEXT = .5;

  private final List<String> ids;

  /** Each stem with the principles that have it. */
  private final Map<String, Having> principlesOf = new HashMap<>();

  /**
   * The principles that have one stem. Every answer of a course is looked up against every
   * principle, so these are bare arrays.
   */
  private static final class Having {
    /** Their numbers, in order. */
    final int[] principles;

    /** What the stem says for each: its weight there times its rarity. */
    final double[] scores;

    Having(Map<Integer, Double> weights, int all) {
      double rarity = Math.log((double) all / weights.size());
      principles = weights.keySet().stream().mapToInt(number -> number).toArray();
      scores = weights.values().stream().mapToDouble(weight -> weight * rarity).toArray();
    }
  }

  /** How well each principle fits a text; 0 where they share no word. */
  public static final class Fits {
    private final List<String> ids;

    /**
     * Of each, the sum over the words shared of their weight times {@code ln(principles /
     * principles with the word)}.
     */
    private final double[] scores;

    private Fits(List<String> ids) {
      this.ids = ids;
      this.scores = new double[ids.size()];
    }

    public double of(String principle) {
      int at = Collections.binarySearch(ids, principle);
      return at < 0 ? 0 : scores[at];
    }

    /** Of the principle that fits best. */
    public double best() {
      double best = 0;
      for (double score : scores) {
        best = Math.max(best, score);
      }
      return best;
    }

    /** The principles that fit well enough, the best first. */
    public List<String> best(int most, DoublePredicate enough) {
      return IntStream.range(0, scores.length)
          .filter(i -> scores[i] > 0 && enough.test(scores[i]))
          .boxed()
          .sorted(Comparator.comparingDouble((Integer i) -> scores[i]).reversed())
          .limit(most)
          .map(ids::get)
          .toList();
    }
  }

  public NearestByWords(Content content) {
    ids = content.principles().stream().map(p -> p.id().value()).distinct().sorted().toList();
    Map<String, Map<Integer, Double>> weights = new HashMap<>();
    for (Principle principle : content.principles()) {
      String id = principle.id().value();
      int number = Collections.binarySearch(ids, id);
      add(weights, number, principle.says().plain(), SAYS);
      add(weights, number, id.replace('-', ' '), SAYS);
      principle.tryPhrases().forEach(phrase -> add(weights, number, phrase.plain(), PHRASE));
      principle.avoid().forEach(phrase -> add(weights, number, phrase.plain(), PHRASE));
      for (var term : principle.terms()) {
        List<String> words = Words.texts(term.value());
        if (words.size() == 1) {
          // The author asks for this very word, however short.
          put(weights, number, stem(words.get(0)), TERM);
        } else {
          add(weights, number, term.value(), TERM);
        }
      }
    }
    weights.forEach((stem, having) -> principlesOf.put(stem, new Having(having, ids.size())));
  }

  private static void add(
      Map<String, Map<Integer, Double>> weights, int principle, String text, double weight) {
    for (String word : Words.texts(text)) {
      if (word.length() > 3) {
        put(weights, principle, stem(word), weight);
      }
    }
  }

  private static void put(
      Map<String, Map<Integer, Double>> weights, int principle, String stem, double weight) {
    weights.computeIfAbsent(stem, s -> new TreeMap<>()).merge(principle, weight, Math::max);
  }

  /** {@code ; nearest by its words: a, b}; empty where nothing is near. */
  public String hint(String text) {
    Fits fits = new Fits(ids);
    add(fits, text, 1, new HashSet<>());
    List<String> near = fits.best(3, score -> true);
    return near.isEmpty() ? "" : "; nearest by its words: " + String.join(", ", near);
  }

  /** How well each principle fits an answer and its feedback. */
  public Fits of(Answer answer) {
    Fits fits = new Fits(ids);
    Set<String> counted = new HashSet<>();
    answer.feedback().map(Prose::plain).ifPresent(said -> add(fits, said, FEEDBACK, counted));
    add(fits, answer.text().plain(), TEXT, counted);
    return fits;
  }

  /** Adds what the words of a text say, each stem once. */
  private void add(Fits fits, String text, double weight, Set<String> counted) {
    for (String word : Words.texts(text)) {
      String stem = stem(word);
      Having having = principlesOf.get(stem);
      if (having != null && counted.add(stem)) {
        for (int i = 0; i < having.principles.length; i++) {
          fits.scores[having.principles[i]] += weight * having.scores[i];
        }
      }
    }
  }

  /** Enough of a word for "apology" and "apologise", "serve" and "serving" to meet. */
  private static String stem(String word) {
    return word.substring(0, Math.min(word.length(), 5));
  }
}
