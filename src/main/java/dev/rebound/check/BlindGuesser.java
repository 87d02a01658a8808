package dev.rebound.check;

import dev.rebound.course.Answer;
import dev.rebound.course.Course;
import dev.rebound.course.Interaction;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A learner who has not seen the course and is wise to tests. It knows no subject: it sees which
 * option is the longest, which repeats the stem, which says "always", and takes what such cues
 * favour.
 *
 * <p>A cue marks some options of a question. Its <em>lift</em> says how much more often than by
 * chance the marked ones are right: 2 is twice as often, ½ half as often. The guesser starts with
 * what books on test-taking advise and learns from each answer, because pages show at once what was
 * right: so it also comes to <em>drop</em> the longest option in a course whose author never lets
 * it be right. It goes through a course in order and knows no answer before it has given its own,
 * which makes what it learns fair: where keys fall by chance, the past says nothing of the next
 * one.
 *
 * <p>Where no option stands out it does not toss a coin. It hesitates between those it cannot tell
 * apart and gets that part of a point, so that luck is not in its score and an author can mend all
 * that is.
 */
public final class BlindGuesser {
  /** Of options that are less than this many times likelier than another, it prefers none. */
  private static final double NOTICEABLE = 1.5;

  private final boolean english;
  private final Map<GuessingCue, Double> right = new HashMap<>();
  private final Map<GuessingCue, Double> expected = new HashMap<>();

  private BlindGuesser(boolean english) {
    this.english = english;
  }

  /** The scores of a course's banks as one. */
  public static GuesserScore whole(Course course, List<GuesserScore> banks) {
    return new GuesserScore(
        course.id().value(), banks.stream().flatMap(score -> score.guesses().stream()).toList());
  }

  /** Its score in each bank of a course, in the order a learner meets them. */
  public static List<GuesserScore> banks(Course course) {
    BlindGuesser guesser = new BlindGuesser(WordStatistics.isEnglish(course.language()));
    List<GuesserScore> scores = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (List<QuestionBank> banks : List.of(course.banksInOrder(), course.bankFiles())) {
      for (QuestionBank bank : banks) {
        if (seen.add(bank.id().value())) {
          List<GuesserScore.Guess> guesses =
              bank.questions().stream().filter(BlindGuesser::takesOne).map(guesser::guess).toList();
          if (!guesses.isEmpty()) {
            scores.add(new GuesserScore(bank.id().value(), guesses));
          }
        }
      }
    }
    return scores;
  }

  /**
   * Whether one option is to be picked. Where it is several, chance finds them all so seldom that a
   * score would say nothing; the rules about single questions look at those.
   */
  private static boolean takesOne(Question question) {
    Interaction.Type type = question.interaction().type();
    return (type == Interaction.Type.CHOICE || type == Interaction.Type.TRUE_FALSE)
        && !question.interaction().multiple()
        && question.answers().size() > 1
        && question.answers().stream().filter(Answer::right).count() == 1;
  }

  private GuesserScore.Guess guess(Question question) {
    int options = question.answers().size();
    int key =
        IntStream.range(0, options)
            .filter(i -> question.answers().get(i).right())
            .findFirst()
            .orElseThrow();
    Map<GuessingCue, Set<Integer>> marks = GuessingCue.marks(question, english);
    double[] likely = new double[options];
    for (int i = 0; i < options; i++) {
      likely[i] = 1;
      for (Map.Entry<GuessingCue, Set<Integer>> mark : marks.entrySet()) {
        likely[i] *= mark.getValue().contains(i) ? lift(mark.getKey()) : 1;
      }
    }
    double most = Arrays.stream(likely).max().orElseThrow();
    List<Integer> taken =
        IntStream.range(0, options).filter(i -> likely[i] * NOTICEABLE > most).boxed().toList();
    GuesserScore.Guess guess =
        new GuesserScore.Guess(
            question, options, taken.size(), taken.contains(key), reasons(marks, key));
    marks.forEach(
        (cue, marked) -> {
          right.merge(cue, marked.contains(key) ? 1.0 : 0, Double::sum);
          expected.merge(cue, (double) marked.size() / options, Double::sum);
        });
    return guess;
  }

  private double lift(GuessingCue cue) {
    double weight = cue.kind().weight();
    return (cue.kind().lift * weight + right.getOrDefault(cue, 0.0))
        / (weight + expected.getOrDefault(cue, 0.0));
  }

  /** The strongest that speaks for the right option, and a second that is worth a word. */
  private List<String> reasons(Map<GuessingCue, Set<Integer>> marks, int key) {
    Map<String, Double> strengths = new LinkedHashMap<>();
    marks.forEach(
        (cue, marked) -> {
          boolean isMarked = marked.contains(key);
          double strength = isMarked ? lift(cue) : 1 / lift(cue);
          strengths.merge(isMarked ? cue.kind().marked : cue.kind().unmarked, strength, Math::max);
        });
    List<String> strongest =
        strengths.entrySet().stream()
            .filter(entry -> entry.getValue() > 1)
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .map(Map.Entry::getKey)
            .limit(2)
            .toList();
    return strongest.size() == 2 && strengths.getOrDefault(strongest.get(1), 0.0) < NOTICEABLE
        ? strongest.subList(0, 1)
        : strongest;
  }
}
