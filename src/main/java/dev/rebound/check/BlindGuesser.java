package dev.rebound.check;

import dev.rebound.course.Course;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.QuestionTraits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
  private final Map<GuessingCue.Kind, List<Tally>> learned = new EnumMap<>(GuessingCue.Kind.class);

  /** How often what a cue marked was right, and how often that would be by chance. */
  private static final class Tally {
    double right;
    double expected;
  }

  private BlindGuesser(boolean english) {
    this.english = english;
  }

  /** The scores of a course's banks as one. */
  public static GuesserScore whole(Course course, List<GuesserScore> banks) {
    return new GuesserScore(
        course.id().value(), banks.stream().flatMap(score -> score.guesses().stream()).toList());
  }

  /** Its score in each bank of a course, in the order a learner meets them. */
  public static List<GuesserScore> banks(Course course, CheckContext context) {
    BlindGuesser guesser = new BlindGuesser(WordStatistics.isEnglish(course.language()));
    List<GuesserScore> scores = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (List<QuestionBank> banks : List.of(course.banksInOrder(), course.bankFiles())) {
      for (QuestionBank bank : banks) {
        if (seen.add(bank.id().value())) {
          List<GuesserScore.Guess> guesses = new ArrayList<>();
          context
              .kept(bank, List.of("cues", guesser.english), () -> guesser.cues(bank))
              .forEach(it -> guesses.add(guesser.guess(it.question(), it.cues())));
          if (!guesses.isEmpty()) {
            scores.add(new GuesserScore(bank.id().value(), guesses));
          }
        }
      }
    }
    return scores;
  }

  private record Seen(Question question, List<GuessingCue> cues) {}

  /** What it sees in the questions of a bank that it can answer, in order. */
  private List<Seen> cues(QuestionBank bank) {
    return bank.questions().stream()
        .filter(BlindGuesser::takesOne)
        .map(question -> new Seen(question, GuessingCue.in(question, english)))
        .toList();
  }

  /**
   * Whether one option is to be picked. Where it is several, chance finds them all so seldom that a
   * score would say nothing; the rules about single questions look at those.
   */
  private static boolean takesOne(Question question) {
    return question.traits().options() != QuestionTraits.Options.NONE
        && !question.interaction().multiple()
        && question.answers().size() > 1
        && key(question) >= 0;
  }

  /** The place of the one right option; -1 where there is none, or another. */
  private static int key(Question question) {
    int key = -1;
    for (int i = 0; i < question.answers().size(); i++) {
      if (question.answers().get(i).right()) {
        if (key >= 0) {
          return -1;
        }
        key = i;
      }
    }
    return key;
  }

  private GuesserScore.Guess guess(Question question, List<GuessingCue> cues) {
    int options = question.answers().size();
    int key = key(question);
    double[] likely = new double[options];
    Arrays.fill(likely, 1);
    for (GuessingCue cue : cues) {
      double lift = lift(cue);
      for (int i = 0; i < options; i++) {
        likely[i] *= cue.marks(i) ? lift : 1;
      }
    }
    double most = 0;
    for (double each : likely) {
      most = Math.max(most, each);
    }
    int taken = 0;
    for (double each : likely) {
      taken += each * NOTICEABLE > most ? 1 : 0;
    }
    boolean hit = likely[key] * NOTICEABLE > most;
    List<String> reasons = hit && taken < options ? reasons(cues, key) : List.of();
    for (GuessingCue cue : cues) {
      Tally tally = tally(cue);
      tally.right += cue.marks(key) ? 1 : 0;
      tally.expected += (double) cue.marked().cardinality() / options;
    }
    return new GuesserScore.Guess(question, options, taken, hit, reasons);
  }

  private double lift(GuessingCue cue) {
    double weight = cue.kind().weight();
    Tally tally = tally(cue);
    return (cue.kind().lift * weight + tally.right) / (weight + tally.expected);
  }

  /** That of a kind of cue, in one place where it is about places. */
  private Tally tally(GuessingCue cue) {
    List<Tally> tallies = learned.computeIfAbsent(cue.kind(), kind -> new ArrayList<>());
    while (tallies.size() <= cue.place()) {
      tallies.add(new Tally());
    }
    return tallies.get(cue.place());
  }

  /** The strongest that speaks for the right option, and a second that is worth a word. */
  private List<String> reasons(List<GuessingCue> cues, int key) {
    Map<String, Double> strengths = new LinkedHashMap<>();
    for (GuessingCue cue : cues) {
      boolean isMarked = cue.marks(key);
      double strength = isMarked ? lift(cue) : 1 / lift(cue);
      strengths.merge(isMarked ? cue.kind().marked : cue.kind().unmarked, strength, Math::max);
    }
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
