package dev.rebound.check;

import dev.rebound.course.Answer;
import dev.rebound.course.Principle;
import dev.rebound.source.Located;
import dev.rebound.source.Prose;
import dev.rebound.source.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** Enough of a word for "apology" and "apologise", "serve" and "serving" to meet. */
  private static final int STEM = 5;

  private final List<String> ids;
  private final Map<String, Integer> numbers = new HashMap<>();

  /** By its stem, the principles that have a word. */
  private final Map<String, Having> principlesOf = new HashMap<>();

  /**
   * The principles that have one stem. Every answer of a course is looked up against every
   * principle, so these are bare arrays.
   */
  private static final class Having {
    /** Their numbers, in order. */
    int[] principles = new int[2];

    /** What the stem says for each: its weight there, and in the end that times its rarity. */
    double[] scores = new double[2];

    int size;

    /** The greatest of the scores. */
    double most;

    /** Principles come in order, each perhaps several times: the greatest weight counts. */
    void put(int principle, double weight) {
      if (size > 0 && principles[size - 1] == principle) {
        scores[size - 1] = Math.max(scores[size - 1], weight);
        return;
      }
      if (size == principles.length) {
        principles = Arrays.copyOf(principles, 2 * size);
        scores = Arrays.copyOf(scores, 2 * size);
      }
      principles[size] = principle;
      scores[size++] = weight;
    }

    void weigh(int all) {
      double rarity = Math.log((double) all / size);
      for (int i = 0; i < size; i++) {
        scores[i] *= rarity;
        most = Math.max(most, scores[i]);
      }
    }

    double of(int principle) {
      int at = Arrays.binarySearch(principles, 0, size, principle);
      return at < 0 ? 0 : scores[at];
    }
  }

  /** How well each principle fits a text; 0 where they share no word. */
  public static final class Fits {
    private final NearestByWords among;

    /** The stems that are some principles', in order. */
    private final Having[] shared;

    /** How much each says here. */
    private final double[] weights;

    private int size;

    private Fits(NearestByWords among, int words) {
      this.among = among;
      shared = new Having[words];
      weights = new double[words];
    }

    /** Adds what the words of a text say, each stem once. */
    private void add(List<String> words, double weight) {
      for (String word : words) {
        Having having = among.principlesOf.get(stem(word));
        if (having != null && !has(having)) {
          shared[size] = having;
          weights[size++] = weight;
        }
      }
    }

    private boolean has(Having having) {
      for (int i = 0; i < size; i++) {
        if (shared[i] == having) {
          return true;
        }
      }
      return false;
    }

    /**
     * The sum over the words shared of their weight times {@code ln(principles / principles with
     * the word)}.
     */
    public double of(String principle) {
      int number = among.numbers.getOrDefault(principle, -1);
      double sum = 0;
      for (int i = 0; i < size; i++) {
        sum += weights[i] * shared[i].of(number);
      }
      return sum;
    }

    /** What no principle fits better than; much cheaper than to find the one that fits best. */
    public double atMost() {
      double sum = 0;
      for (int i = 0; i < size; i++) {
        sum += weights[i] * shared[i].most;
      }
      return sum;
    }

    /** The principles that fit well enough, the best first. */
    public List<String> best(int most, DoublePredicate enough) {
      double[] scores = new double[among.ids.size()];
      for (int i = 0; i < size; i++) {
        Having having = shared[i];
        for (int p = 0; p < having.size; p++) {
          scores[having.principles[p]] += weights[i] * having.scores[p];
        }
      }
      return IntStream.range(0, scores.length)
          .filter(i -> scores[i] > 0 && enough.test(scores[i]))
          .boxed()
          .sorted(Comparator.comparingDouble((Integer i) -> scores[i]).reversed())
          .limit(most)
          .map(among.ids::get)
          .toList();
    }
  }

  NearestByWords(List<Principle> all) {
    List<Principle> principles = new ArrayList<>(all);
    principles.sort(Comparator.comparing(principle -> principle.id().value()));
    ids = principles.stream().map(principle -> principle.id().value()).distinct().toList();
    ids.forEach(id -> numbers.put(id, numbers.size()));
    int number = -1;
    String last = "";
    for (Principle principle : principles) {
      String id = principle.id().value();
      number += number >= 0 && id.equals(last) ? 0 : 1;
      last = id;
      add(number, principle.says().words(), SAYS);
      add(number, Words.texts(id.replace('-', ' ')), SAYS);
      for (Prose phrase : principle.tryPhrases()) {
        add(number, phrase.words(), PHRASE);
      }
      for (Prose phrase : principle.avoid()) {
        add(number, phrase.words(), PHRASE);
      }
      for (Located<String> term : principle.terms()) {
        List<String> words = Words.texts(term.value());
        if (words.size() == 1) {
          // The author asks for this very word, however short.
          put(number, words.get(0), TERM);
        } else {
          add(number, words, TERM);
        }
      }
    }
    principlesOf.values().forEach(having -> having.weigh(ids.size()));
  }

  private static String stem(String word) {
    return word.length() > STEM ? word.substring(0, STEM) : word;
  }

  private void add(int principle, List<String> words, double weight) {
    for (String word : words) {
      if (word.length() > 3) {
        put(principle, word, weight);
      }
    }
  }

  private void put(int principle, String word, double weight) {
    principlesOf.computeIfAbsent(stem(word), stem -> new Having()).put(principle, weight);
  }

  /** {@code ; nearest by its words: a, b}; empty where nothing is near. */
  public String hint(String text) {
    List<String> words = Words.texts(text);
    Fits fits = new Fits(this, words.size());
    fits.add(words, 1);
    List<String> near = fits.best(3, score -> true);
    return near.isEmpty() ? "" : "; nearest by its words: " + String.join(", ", near);
  }

  /** How well each principle fits an answer and its feedback. */
  public Fits of(Answer answer) {
    List<String> said = answer.feedback().map(Prose::words).orElse(List.of());
    List<String> text = answer.text().words();
    Fits fits = new Fits(this, said.size() + text.size());
    fits.add(said, FEEDBACK);
    fits.add(text, TEXT);
    return fits;
  }
}
