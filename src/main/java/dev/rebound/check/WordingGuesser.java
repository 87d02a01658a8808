package dev.rebound.check;

import dev.rebound.course.Answer;
import dev.rebound.course.Course;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A learner who knows the other quizzes of a course and nothing of this one: which words and which
 * looks their right options have, and guesses by these (naive Bayes over {@link WordingCues}).
 * Where it does better than chance, right options are worded in a way of their own: kinder, more
 * careful, more to the learner.
 */
public final class WordingGuesser {
  /** A cue that was seen more rarely elsewhere says nothing. */
  private static final int RARE = 4;

  /** Options whose odds are this close are not told apart. */
  private static final double NOTICEABLE = Math.log(1.5);

  private static final int WORDS_NAMED = 8;
  private static final int ITEMS_NAMED = 5;

  private WordingGuesser() {}

  /**
   * A question as far as it is guessed at.
   *
   * @param cues of each option, as {@link WordingCues} numbers them
   * @param key the place of the right one
   */
  record Item(Question question, List<long[]> cues, int key) {}

  /**
   * How it does in a course.
   *
   * @param words what speaks for right options, the most telling first
   * @param items the keys of the questions it is surest of, and right
   */
  public record Score(GuesserScore score, List<String> words, List<String> items) {}

  /**
   * Some questions, and how often each of their cues is in right options and in wrong ones.
   *
   * @param cues of each option of each question, by their places
   */
  private record Counted(
      List<Item> items, int[][][] cues, Places places, int[] right, int[] wrong) {
    static Counted of(List<Item> items) {
      Places places = new Places(1 << 10);
      int[][][] cues = new int[items.size()][][];
      for (int i = 0; i < cues.length; i++) {
        List<long[]> options = items.get(i).cues();
        cues[i] = new int[options.size()][];
        for (int option = 0; option < cues[i].length; option++) {
          long[] numbers = options.get(option);
          cues[i][option] = new int[numbers.length];
          for (int n = 0; n < numbers.length; n++) {
            cues[i][option][n] = places.of(numbers[n]);
          }
        }
      }
      int[] right = new int[places.size()];
      int[] wrong = new int[places.size()];
      for (int i = 0; i < cues.length; i++) {
        for (int option = 0; option < cues[i].length; option++) {
          int[] in = option == items.get(i).key() ? right : wrong;
          for (int cue : cues[i][option]) {
            in[cue]++;
          }
        }
      }
      return new Counted(items, cues, places, right, wrong);
    }
  }

  /** A question that it is right about, and by how much the right option leads. */
  private record Sure(Item item, double by) {}

  /** Its score in a course, over all banks; nothing to guess where there is but one. */
  public static Score of(Course course, CheckContext context) {
    List<Counted> banks = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (QuestionBank bank : course.bankFiles()) {
      Counted counted =
          context.kept(bank, WordingGuesser.class, () -> Counted.of(items(bank, context)));
      if (!counted.items().isEmpty() && seen.add(bank.id().value())) {
        banks.add(counted);
      }
    }
    return new Guesses(banks.size() < 2 ? List.of() : banks).score(course.id().value());
  }

  private static List<Item> items(QuestionBank bank, CheckContext context) {
    return context.choices(bank).stream()
        .filter(ChoiceItem::takesOne)
        .map(
            choice ->
                new Item(
                    choice.question(),
                    WordingCues.of(texts(choice.question())),
                    choice.answers().indexOf(choice.key())))
        .toList();
  }

  private static List<String> texts(Question question) {
    return question.answers().stream().map(Answer::text).map(text -> text.plain()).toList();
  }

  /** Each bank is guessed by what the others say. */
  static Score of(String name, List<List<Item>> banks) {
    return new Guesses(banks.stream().map(Counted::of).toList()).score(name);
  }

  /** What it learns, and how it does with that. */
  private static final class Guesses {
    private final Places all = new Places(1 << 12);
    private final int[] right;
    private final int[] wrong;

    /** How much each cue has spoken for right options. */
    private final double[] telling;

    private final List<GuesserScore.Guess> guesses = new ArrayList<>();
    private final List<Sure> sure = new ArrayList<>();

    Guesses(List<Counted> banks) {
      List<int[]> places = new ArrayList<>();
      banks.forEach(bank -> places.add(placesOf(bank)));
      right = new int[all.size()];
      wrong = new int[all.size()];
      telling = new double[all.size()];
      for (int b = 0; b < banks.size(); b++) {
        int[] its = places.get(b);
        for (int cue = 0; cue < its.length; cue++) {
          right[its[cue]] += banks.get(b).right()[cue];
          wrong[its[cue]] += banks.get(b).wrong()[cue];
        }
      }
      for (int b = 0; b < banks.size(); b++) {
        guess(banks.get(b), places.get(b));
      }
    }

    /** Where the cues of a bank are among all. */
    private int[] placesOf(Counted bank) {
      long[] numbers = bank.places().numbers();
      int[] places = new int[numbers.length];
      for (int cue = 0; cue < places.length; cue++) {
        places[cue] = all.of(numbers[cue]);
      }
      return places;
    }

    private void guess(Counted bank, int[] places) {
      Map<Integer, double[]> weights = new HashMap<>();
      for (int i = 0; i < bank.items().size(); i++) {
        int options = bank.cues()[i].length;
        double[] each = weights.computeIfAbsent(options, it -> weights(bank, places, it));
        guess(bank.items().get(i), bank.cues()[i], each, places);
      }
    }

    /** How much each cue of a bank speaks for an option, in a question of so many. */
    private double[] weights(Counted bank, int[] places, int options) {
      double[] weights = new double[places.length];
      for (int cue = 0; cue < weights.length; cue++) {
        int rightElsewhere = right[places[cue]] - bank.right()[cue];
        int wrongElsewhere = wrong[places[cue]] - bank.wrong()[cue];
        if (rightElsewhere + wrongElsewhere >= RARE) {
          // Against what comes by chance, held back as if it had been seen twice so before.
          weights[cue] =
              Math.log(
                  (rightElsewhere + 2.0 / options)
                      * (options - 1)
                      / (wrongElsewhere + 2.0 * (options - 1) / options));
        }
      }
      return weights;
    }

    private void guess(Item item, int[][] cues, double[] weights, int[] places) {
      int options = cues.length;
      double[] odds = new double[options];
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < options; i++) {
        for (int cue : cues[i]) {
          odds[i] += weights[cue];
        }
        most = Math.max(most, odds[i]);
      }
      int taken = 0;
      double next = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < options; i++) {
        taken += odds[i] + NOTICEABLE > most ? 1 : 0;
        next = i == item.key() ? next : Math.max(next, odds[i]);
      }
      boolean hit = odds[item.key()] + NOTICEABLE > most;
      if (hit && taken < options) {
        sure.add(new Sure(item, odds[item.key()] - next));
        for (int cue : cues[item.key()]) {
          telling[places[cue]] += Math.max(0, weights[cue]);
        }
      }
      guesses.add(new GuesserScore.Guess(item.question(), options, taken, hit, List.of()));
    }

    Score score(String name) {
      return new Score(
          new GuesserScore(name, guesses),
          words(),
          sure.stream()
              .sorted(
                  Comparator.comparingDouble((Sure it) -> -it.by())
                      .thenComparing(it -> it.item().question().key()))
              .limit(ITEMS_NAMED)
              .map(it -> it.item().question().key())
              .toList());
    }

    /** The most telling cues; of those that tell as much, the first by name. */
    private List<String> words() {
      double[] inOrder = telling.clone();
      Arrays.sort(inOrder);
      double least = inOrder.length < WORDS_NAMED ? 0 : inOrder[inOrder.length - WORDS_NAMED];
      Map<String, Double> named = new HashMap<>();
      for (Sure one : sure) {
        if (Arrays.stream(one.item().cues().get(one.item().key()))
            .anyMatch(cue -> tells(cue, least))) {
          WordingCues.names(texts(one.item().question()), one.item().key())
              .forEach(
                  (cue, name) -> {
                    if (tells(cue, least)) {
                      named.put(name, telling[all.find(cue)]);
                    }
                  });
        }
      }
      return named.entrySet().stream()
          .sorted(
              Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                  .thenComparing(Map.Entry.comparingByKey()))
          .limit(WORDS_NAMED)
          .map(Map.Entry::getKey)
          .toList();
    }

    private boolean tells(long cue, double least) {
      double its = telling[all.find(cue)];
      return its > 0 && its >= least;
    }
  }
}
