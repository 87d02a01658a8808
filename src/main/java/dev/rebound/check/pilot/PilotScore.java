package dev.rebound.check.pilot;

import dev.rebound.check.WordStatistics;
import dev.rebound.course.Course;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a pilot says of one course: of each question how many were right, and of the whole how many
 * passed who had not taken the course.
 *
 * @param people how many answered something of it
 * @param passed how many of them reached the pass mark
 * @param points what each of them got, of the questions that were asked, 0 to 1
 */
public record PilotScore(
    Course course, int people, int passed, List<Double> points, List<Item> items) {
  /** Fewer people than this say nothing of how well a question tells them apart. */
  public static final int ENOUGH_TO_TELL_APART = 20;

  /** Fewer questions than this are no test that can be passed. */
  private static final int FEW = 5;

  /** The 97.5th percentile of the normal distribution: it leaves 95 % in the middle. */
  private static final double Z = 1.959964;

  /**
   * One question.
   *
   * @param asked how many people it was put to; who left it empty is among them
   * @param right how many of them got it right
   * @param discrimination how well being right here goes with being right elsewhere, −1 to 1
   *     (corrected point-biserial correlation); only of enough people
   */
  public record Item(PilotItem item, int asked, int right, OptionalDouble discrimination) {
    /** What testers call difficulty: the share of people who got it right. */
    public double share() {
      return (double) right / asked;
    }

    public double chance() {
      return item.chance();
    }

    /** How likely it is that so many get it right by ticking blindly. */
    public double probability() {
      double[] each = new double[asked];
      Arrays.fill(each, chance());
      return WordStatistics.atLeast(right, each);
    }

    /** Whether nearly anybody gets it right without the course, and not by chance. */
    public boolean isSolved() {
      return share() >= .75 && probability() < .025;
    }

    /** Whether those who get it right do worse elsewhere. */
    public boolean isUpsideDown() {
      return discrimination.isPresent() && discrimination.getAsDouble() < 0;
    }
  }

  /**
   * Where a share lies with 95 % certainty (Wilson).
   *
   * @param low 0 to 1
   */
  public record Interval(double low, double high) {
    /** {@code 12 to 49 %} */
    public String text() {
      return Math.round(100 * low) + " to " + Math.round(100 * high) + " %";
    }

    static Interval of(double successes, double tries) {
      double share = successes / tries;
      double middle = share + Z * Z / (2 * tries);
      double half = Z * Math.sqrt(share * (1 - share) / tries + Z * Z / (4 * tries * tries));
      double all = 1 + Z * Z / tries;
      return new Interval((middle - half) / all, (middle + half) / all);
    }
  }

  /** Of every course that somebody answered questions of, in the order of the content. */
  public static List<PilotScore> of(PilotAnswers answers) {
    Map<Course, List<PilotItem>> asked = new LinkedHashMap<>();
    answers.items().values().stream()
        .filter(item -> answers.asked().contains(item.code()))
        .forEach(item -> asked.computeIfAbsent(item.course(), it -> new ArrayList<>()).add(item));
    return asked.entrySet().stream()
        .map(it -> of(it.getKey(), it.getValue(), answers))
        .filter(score -> score.people() > 0)
        .toList();
  }

  private static PilotScore of(Course course, List<PilotItem> items, PilotAnswers answers) {
    List<Map<String, String>> people =
        answers.people().values().stream()
            .filter(own -> items.stream().anyMatch(item -> own.containsKey(item.code())))
            .toList();
    boolean[][] right = new boolean[people.size()][items.size()];
    List<Double> points = new ArrayList<>();
    int passed = 0;
    for (int p = 0; p < right.length; p++) {
      int own = 0;
      for (int i = 0; i < items.size(); i++) {
        PilotItem item = items.get(i);
        right[p][i] = item.key().equals(people.get(p).get(item.code()));
        own += right[p][i] ? 1 : 0;
      }
      points.add((double) own / items.size());
      passed += 100L * own >= (long) course.passMark() * items.size() ? 1 : 0;
    }
    List<Item> scored = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      int hits = 0;
      for (boolean[] own : right) {
        hits += own[i] ? 1 : 0;
      }
      scored.add(new Item(items.get(i), right.length, hits, discrimination(right, i)));
    }
    scored.sort(Comparator.comparingDouble(Item::share).reversed());
    return new PilotScore(course, right.length, passed, points, scored);
  }

  /** How well being right in one question goes with how many of the others are right. */
  private static OptionalDouble discrimination(boolean[][] right, int item) {
    int n = right.length;
    if (n < ENOUGH_TO_TELL_APART) {
      return OptionalDouble.empty();
    }
    double sumX = 0;
    double sumY = 0;
    double sumXx = 0;
    double sumYy = 0;
    double sumXy = 0;
    for (boolean[] own : right) {
      double x = own[item] ? 1 : 0;
      double y = -x;
      for (boolean each : own) {
        y += each ? 1 : 0;
      }
      sumX += x;
      sumY += y;
      sumXx += x * x;
      sumYy += y * y;
      sumXy += x * y;
    }
    double spread = (n * sumXx - sumX * sumX) * (n * sumYy - sumY * sumY);
    return spread <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((n * sumXy - sumX * sumY) / Math.sqrt(spread));
  }

  /** Where the share of those who pass lies. */
  public Interval passing() {
    return Interval.of(passed, people);
  }

  /** Where the score of people like these lies; of one, where theirs does. */
  public Interval score() {
    return Interval.of(mean() * items.size() * people, (double) items.size() * people);
  }

  /** What they got on average, 0 to 1. */
  public double mean() {
    return points.stream().mapToDouble(it -> it).average().orElse(0);
  }

  /** What blind ticking gets on average, 0 to 1. */
  public double chance() {
    return items.stream().mapToDouble(Item::chance).average().orElse(0);
  }

  /** Whether at least half of them passed, and not one or two questions. */
  public boolean isPassedWithoutLearning() {
    return 2 * passed >= people && items.size() >= FEW;
  }
}
