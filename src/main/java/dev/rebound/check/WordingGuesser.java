package dev.rebound.check;

import dev.rebound.course.Answer;
import dev.rebound.course.Course;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
   * @param cues of each option
   * @param key the place of the right one
   */
  record Item(Question question, List<Set<String>> cues, int key) {}

  /**
   * How it does in a course.
   *
   * @param words what speaks for right options, the most telling first
   * @param items the keys of the questions it is surest of, and right
   */
  public record Score(GuesserScore score, List<String> words, List<String> items) {}

  /** How often a cue has been seen in right options and in wrong ones. */
  private static final class Count {
    int right;
    int wrong;
  }

  private record Sure(Question question, double by) {}

  /** Its score in a course, over all banks; nothing to guess where there is but one. */
  public static Score of(Course course, CheckContext context) {
    Map<String, List<Item>> banks = new LinkedHashMap<>();
    for (QuestionBank bank : course.bankFiles()) {
      List<Item> items = context.kept(bank, WordingGuesser.class, () -> items(bank, context));
      if (!items.isEmpty()) {
        banks.put(bank.id().value(), items);
      }
    }
    return of(course.id().value(), banks.size() < 2 ? List.of() : List.copyOf(banks.values()));
  }

  private static List<Item> items(QuestionBank bank, CheckContext context) {
    return context.choices(bank).stream()
        .filter(Choice::takesOne)
        .map(
            choice ->
                new Item(
                    choice.question(),
                    WordingCues.of(
                        choice.answers().stream()
                            .map(Answer::text)
                            .map(text -> text.plain())
                            .toList()),
                    choice.answers().indexOf(choice.key())))
        .toList();
  }

  /** Each bank is guessed by what the others say. */
  static Score of(String name, List<List<Item>> banks) {
    Map<String, Count> all = new HashMap<>();
    banks.forEach(items -> count(items, all));
    List<GuesserScore.Guess> guesses = new ArrayList<>();
    Map<String, Double> telling = new HashMap<>();
    List<Sure> sure = new ArrayList<>();
    for (List<Item> bank : banks) {
      Map<String, Count> own = new HashMap<>();
      count(bank, own);
      for (Item item : bank) {
        guesses.add(guess(item, new Others(all, own), telling, sure));
      }
    }
    return new Score(
        new GuesserScore(name, guesses),
        telling.entrySet().stream()
            .sorted(
                Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(WORDS_NAMED)
            .map(Map.Entry::getKey)
            .toList(),
        sure.stream()
            .sorted(
                Comparator.comparingDouble((Sure it) -> -it.by())
                    .thenComparing(it -> it.question().key()))
            .limit(ITEMS_NAMED)
            .map(it -> it.question().key())
            .toList());
  }

  private static void count(List<Item> items, Map<String, Count> counts) {
    for (Item item : items) {
      for (int i = 0; i < item.cues().size(); i++) {
        for (String cue : item.cues().get(i)) {
          Count count = counts.computeIfAbsent(cue, it -> new Count());
          if (i == item.key()) {
            count.right++;
          } else {
            count.wrong++;
          }
        }
      }
    }
  }

  /** What the other banks say: all of them without the own. */
  private record Others(Map<String, Count> all, Map<String, Count> own) {
    /** How much a cue speaks for an option, in a question of so many. */
    double weight(String cue, int options) {
      Count total = all.getOrDefault(cue, new Count());
      Count mine = own.getOrDefault(cue, new Count());
      int right = total.right - mine.right;
      int wrong = total.wrong - mine.wrong;
      if (right + wrong < RARE) {
        return 0;
      }
      // Against what comes by chance, held back as if it had been seen twice so before.
      double expected = (right + wrong + 2.0) / options;
      return Math.log((right + 2.0 / options) / expected)
          - Math.log((wrong + 2.0 * (options - 1) / options) / (expected * (options - 1)));
    }
  }

  private static GuesserScore.Guess guess(
      Item item, Others others, Map<String, Double> telling, List<Sure> sure) {
    int options = item.cues().size();
    double[] odds = new double[options];
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < options; i++) {
      for (String cue : item.cues().get(i)) {
        odds[i] += others.weight(cue, options);
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
      sure.add(new Sure(item.question(), odds[item.key()] - next));
      for (String cue : item.cues().get(item.key())) {
        double weight = others.weight(cue, options);
        if (weight > 0) {
          telling.merge(cue, weight, Double::sum);
        }
      }
    }
    return new GuesserScore.Guess(item.question(), options, taken, hit, List.of());
  }
}
