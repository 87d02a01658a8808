package dev.rebound.check;

import dev.rebound.course.Answer;
import dev.rebound.course.Content;
import dev.rebound.course.Principle;
import dev.rebound.source.Prose;
import dev.rebound.source.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.WeakHashMap;
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

  /** Two rules ask for that of the same content: the first makes it, the other waits for it. */
  private static final Map<Content, NearestByWords> KNOWN =
      Collections.synchronizedMap(new WeakHashMap<>());

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

    /** The greatest of those. */
    final double most;

    Having(Map<Integer, Double> weights, int all) {
      double rarity = Math.log((double) all / weights.size());
      principles = weights.keySet().stream().mapToInt(number -> number).toArray();
      scores = weights.values().stream().mapToDouble(weight -> weight * rarity).toArray();
      most = Arrays.stream(scores).max().orElse(0);
    }
  }

  /** How well each principle fits a text; 0 where they share no word. */
  public static final class Fits {
    private final List<String> ids;

    /** The stems that are some principles', in order. */
    private final List<Having> shared = new ArrayList<>();

    /** How much each says here. */
    private final List<Double> weights = new ArrayList<>();

    private Fits(List<String> ids) {
      this.ids = ids;
    }

    /**
     * The sum over the words shared of their weight times {@code ln(principles / principles with
     * the word)}.
     */
    public double of(String principle) {
      int number = Collections.binarySearch(ids, principle);
      double sum = 0;
      for (int i = 0; i < shared.size(); i++) {
        int at = Arrays.binarySearch(shared.get(i).principles, number);
        sum += at < 0 ? 0 : weights.get(i) * shared.get(i).scores[at];
      }
      return sum;
    }

    /** What no principle fits better than; much cheaper than to find the one that fits best. */
    public double atMost() {
      double sum = 0;
      for (int i = 0; i < shared.size(); i++) {
        sum += weights.get(i) * shared.get(i).most;
      }
      return sum;
    }

    /** The principles that fit well enough, the best first. */
    public List<String> best(int most, DoublePredicate enough) {
      double[] scores = new double[ids.size()];
      for (int i = 0; i < shared.size(); i++) {
        Having having = shared.get(i);
        for (int p = 0; p < having.principles.length; p++) {
          scores[having.principles[p]] += weights.get(i) * having.scores[p];
        }
      }
      return IntStream.range(0, scores.length)
          .filter(i -> scores[i] > 0 && enough.test(scores[i]))
          .boxed()
          .sorted(Comparator.comparingDouble((Integer i) -> scores[i]).reversed())
          .limit(most)
          .map(ids::get)
          .toList();
    }
  }

  public static NearestByWords in(Content content) {
    return KNOWN.computeIfAbsent(content, NearestByWords::new);
  }

  private NearestByWords(Content content) {
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
    add(fits, Words.texts(text), 1, new HashSet<>());
    List<String> near = fits.best(3, score -> true);
    return near.isEmpty() ? "" : "; nearest by its words: " + String.join(", ", near);
  }

  /** How well each principle fits an answer and its feedback. */
  public Fits of(Answer answer) {
    Fits fits = new Fits(ids);
    Set<String> counted = new HashSet<>();
    answer.feedback().map(Prose::words).ifPresent(said -> add(fits, said, FEEDBACK, counted));
    add(fits, answer.text().words(), TEXT, counted);
    return fits;
  }

  /** Adds what the words of a text say, each stem once. */
  private void add(Fits fits, List<String> words, double weight, Set<String> counted) {
    for (String word : words) {
      String stem = stem(word);
      Having having = principlesOf.get(stem);
      if (having != null && counted.add(stem)) {
        fits.shared.add(having);
        fits.weights.add(weight);
      }
    }
  }

  /** Enough of a word for "apology" and "apologise", "serve" and "serving" to meet. */
  private static String stem(String word) {
    return word.substring(0, Math.min(word.length(), 5));
  }
}
