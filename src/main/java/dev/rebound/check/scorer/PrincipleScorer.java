package dev.rebound.check.scorer;

import dev.rebound.check.CheckContext;
import dev.rebound.check.ContentWalk;
import dev.rebound.check.Places;
import dev.rebound.course.Answer;
import dev.rebound.course.Principle;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.Scenario;
import dev.rebound.source.Located;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which principle a text speaks of. It knows no subject and has no list of words: it learns from
 * the content itself what the course says of each principle, and compares (a naive Bayes
 * classifier, smoothed with how the course speaks at large).
 *
 * <p>Whatever it is asked about an answer, it does not count what that very answer taught it:
 * otherwise each mapping would bear itself out.
 */
public final class PrincipleScorer {
  /** As many words of the course at large are mixed into what it says of each principle. */
  private static final double SMOOTHING = 600;

  /** Below this many words said of a principle elsewhere there is nothing to compare with. */
  private static final double ENOUGH = 100;

  private final List<String> ids;
  private final Map<String, Integer> numbers = new HashMap<>();

  private final Places words = new Places(1 << 12);

  /** By the places of their words. */
  private final List<Use> uses = new ArrayList<>();

  /**
   * How much of what is said of each principle counts: all of it up to what is said of the middle
   * one. Otherwise whatever fits nothing would seem to be about those that little is said of.
   */
  private final double[] shares;

  /** How many words are said of each principle. */
  private final double[] said;

  private double saidInAll;

  /** The principles that a word is said of, by their numbers in order, and how often. */
  static final class Use {
    private int[] principles = new int[2];
    private double[] times = new double[2];

    /** What a word says for each of them: see {@link #gain}. */
    private double[] gains = {};

    private int size;
    private double timesInAll;

    /** Principles come in order, each perhaps several times. */
    private void add(int principle, double weight) {
      if (size == 0 || principles[size - 1] != principle) {
        if (size == principles.length) {
          principles = Arrays.copyOf(principles, 2 * size);
          times = Arrays.copyOf(times, 2 * size);
        }
        principles[size++] = principle;
      }
      times[size - 1] += weight;
      timesInAll += weight;
    }

    private double times(int principle) {
      int at = Arrays.binarySearch(principles, 0, size, principle);
      return at < 0 ? 0 : times[at];
    }

    private double gain(int principle) {
      int at = Arrays.binarySearch(principles, 0, size, principle);
      return at < 0 ? 0 : gains[at];
    }
  }

  private PrincipleScorer(List<String> ids) {
    this.ids = ids;
    ids.forEach(id -> numbers.put(id, numbers.size()));
    shares = new double[ids.size()];
    said = new double[ids.size()];
  }

  /** What a content teaches, learned once. What each of its parts says is kept with that part. */
  public static PrincipleScorer of(CheckContext context) {
    return context.kept(context.content(), PrincipleScorer.class, () -> learnt(context));
  }

  private static PrincipleScorer learnt(CheckContext context) {
    PrincipleScorer scorer =
        new PrincipleScorer(
            context.content().principles().stream()
                .map(Principle::id)
                .map(Located::value)
                .distinct()
                .sorted()
                .toList());
    Map<String, List<PrincipleTexts.About>> texts =
        context.parts().stream()
            .map(ContentWalk.Part::thing)
            .flatMap(
                thing ->
                    context
                        .kept(
                            thing,
                            PrincipleTexts.class,
                            () -> PrincipleTexts.in(thing, answers(thing, context)))
                        .stream())
            .collect(Collectors.groupingBy(PrincipleTexts.About::principle));
    double[] spoken =
        scorer.ids.stream()
            .map(id -> texts.getOrDefault(id, List.of()))
            .mapToDouble(all -> all.stream().mapToDouble(PrincipleTexts.About::spoken).sum())
            .toArray();
    double[] inOrder = spoken.clone();
    Arrays.sort(inOrder);
    for (int i = 0; i < spoken.length; i++) {
      scorer.shares[i] = Math.min(1, inOrder[(spoken.length - 1) / 2] / Math.max(1, spoken[i]));
      for (PrincipleTexts.About about : texts.getOrDefault(scorer.ids.get(i), List.of())) {
        scorer.learn(i, about);
      }
    }
    scorer.uses.forEach(scorer::weigh);
    return scorer;
  }

  /** Every answer of a bank or reply of a conversation, in order; of other parts, nothing. */
  public static List<Wording> answers(Object thing, CheckContext context) {
    if (thing instanceof QuestionBank bank) {
      return context.kept(thing, Wording.class, () -> Wording.in(bank));
    }
    return thing instanceof Scenario scenario
        ? context.kept(thing, Wording.class, () -> Wording.in(scenario))
        : List.of();
  }

  private void learn(int principle, PrincipleTexts.About about) {
    for (int i = 0; i < about.words().length; i++) {
      int place = words.of(about.words()[i]);
      if (place == uses.size()) {
        uses.add(new Use());
      }
      uses.get(place).add(principle, about.weights()[i] * shares[principle]);
    }
    double words = about.spoken() * shares[principle];
    said[principle] += words;
    saidInAll += words;
  }

  private @Nullable Use use(int word) {
    int place = words.find(word);
    return place < 0 ? null : uses.get(place);
  }

  private void weigh(Use use) {
    use.gains = new double[use.size];
    double share = use.timesInAll / saidInAll;
    for (int i = 0; i < use.size; i++) {
      use.gains[i] = gain(use.times[i], share);
    }
  }

  /**
   * The logarithm of how much likelier a word is said of a principle than in the course at large,
   * but for what {@link #length} takes off for every word.
   */
  private static double gain(double times, double share) {
    return Math.log1p(times / (SMOOTHING * share));
  }

  /** What is taken off for each word: where much is said, each word is a smaller part of it. */
  private static double length(double said) {
    return Math.log1p(said / SMOOTHING);
  }

  /** How well each principle fits a text that belongs to no answer. */
  public PrincipleFits of(String text) {
    return new Asked(Wording.of(text)).fits();
  }

  /** How well each principle fits an answer of a question, whatever it is mapped to. */
  public PrincipleFits of(Question question, Answer answer) {
    return of(Wording.of(question, answer));
  }

  /** The same for what {@link #answers} found. */
  public PrincipleFits of(Wording answer) {
    return new Asked(answer).fits();
  }

  /**
   * Whether an answer hardly fits a principle of which enough is said elsewhere, so that it is
   * worth asking which others it fits; much cheaper than to find those.
   */
  public boolean doubts(Wording answer, String principle, double hardly) {
    Integer number = numbers.get(principle);
    if (number == null) {
      return false;
    }
    Asked asked = new Asked(answer);
    return asked.saidElsewhere(number) >= ENOUGH && asked.fit(number) < hardly;
  }

  /** {@code ; nearest by its words: a, b}; empty where nothing is near. */
  public String hint(String text) {
    String near =
        of(text).best(3).stream()
            .map(PrincipleFits.Fit::principle)
            .collect(Collectors.joining(", "));
    return near.isEmpty() ? "" : "; nearest by its words: " + near;
  }

  /** A text, and what it taught itself. */
  private final class Asked {
    private final Wording answer;
    private final Wording.Tally tally;
    private final int own;

    /** How much of what it says counts as said of its own principle. */
    private final double share;

    Asked(Wording answer) {
      this.answer = answer;
      tally = answer.tally();
      own = answer.principle().map(Located::value).map(numbers::get).orElse(-1);
      share = own >= 0 ? shares[own] : 0;
    }

    private double saidElsewhere(int principle) {
      return said[principle] - (principle == own ? share * tally.taughtInAll() : 0);
    }

    /** How well one principle fits. */
    double fit(int principle) {
      double sum = -tally.length() * length(saidElsewhere(principle));
      for (int i = 0; i < tally.words().length; i++) {
        @Nullable Use use = use(tally.words()[i]);
        if (use != null) {
          sum += tally.weights()[i] * gain(use, principle, share * tally.taught()[i]);
        }
      }
      return PrincipleFits.normal(sum, tally.length());
    }

    /**
     * @param taught how often the answer itself said the word of its own principle
     */
    private double gain(Use use, int principle, double taught) {
      if (principle != own) {
        return use.gain(principle);
      }
      double elsewhere = use.timesInAll - taught;
      double times = use.times(own) - taught;
      // Sums of weights are not exact.
      return elsewhere < 1e-6 || times < 1e-6
          ? 0
          : PrincipleScorer.gain(times, elsewhere / (saidInAll - share * tally.taughtInAll()));
    }

    PrincipleFits fits() {
      double[] sums = new double[ids.size()];
      for (int i = 0; i < sums.length; i++) {
        sums[i] = -tally.length() * length(said[i]);
      }
      for (int word = 0; word < tally.words().length; word++) {
        @Nullable Use use = use(tally.words()[word]);
        for (int i = 0; use != null && i < use.size; i++) {
          sums[use.principles[i]] += tally.weights()[word] * use.gains[i];
        }
      }
      for (int i = 0; i < sums.length; i++) {
        sums[i] = i == own ? fit(own) : PrincipleFits.normal(sums[i], tally.length());
      }
      return new PrincipleFits(ids, sums, answer, this::gain);
    }

    /** What a word says for a principle. */
    private double gain(int word, String principle) {
      int at = Arrays.stream(tally.words()).boxed().toList().indexOf(word);
      @Nullable Use use = use(word);
      Integer number = numbers.get(principle);
      return at < 0 || use == null || number == null
          ? 0
          : tally.weights()[at] * gain(use, number, share * tally.taught()[at]);
    }
  }
}
