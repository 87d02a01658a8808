package dev.rebound.check;

import dev.rebound.course.Question;
import java.util.List;

/**
 * How {@link BlindGuesser} does in a bank or a course.
 *
 * @param name the id of the bank or the course
 */
public record GuesserScore(String name, List<Guess> guesses) {
  /** Points are counted in parts of this size, in which halves, thirds … tenths are whole. */
  private static final int PARTS = 2520;

  /** The 97.5th percentile of the normal distribution: it leaves 95 % in the middle. */
  private static final double Z = 1.959964;

  /**
   * One question as the guesser met it.
   *
   * @param taken between how many options it hesitated
   * @param hit whether the right one was among them
   * @param reasons what favoured the right option, the strongest first; empty where that gained
   *     nothing
   */
  public record Guess(
      Question question, int options, int taken, boolean hit, List<String> reasons) {
    public double points() {
      return hit ? 1.0 / taken : 0;
    }

    public double chance() {
      return 1.0 / options;
    }
  }

  /**
   * A score, in questions, each number rounded to a tenth: what the console and JSON both give.
   *
   * @param low where the 95 % interval of the score begins (Wilson)
   * @param high where it ends
   */
  public record Figure(
      String name, int questions, double points, double chance, double low, double high) {
    /** {@code 10.1 of 40 (chance 11.3; 95 % interval 5.2 to 17.2)} */
    public String text() {
      return number(points)
          + " of "
          + questions
          + " (chance "
          + number(chance)
          + "; 95 % interval "
          + number(low)
          + " to "
          + number(high)
          + ")";
    }

    /** Without a fraction of nothing. */
    private static String number(double tenths) {
      return tenths == Math.rint(tenths) ? Long.toString((long) tenths) : Double.toString(tenths);
    }
  }

  public double points() {
    return guesses.stream().mapToDouble(Guess::points).sum();
  }

  /** What blindfolded picking comes to: one in as many as there are options, added up. */
  public double chance() {
    return guesses.stream().mapToDouble(Guess::chance).sum();
  }

  /** The questions that gave something away. */
  public List<Guess> gained() {
    return guesses.stream().filter(guess -> guess.points() > guess.chance()).toList();
  }

  /**
   * The exact probability that the same guesses earn as many points or more where every option is
   * as likely to be right: the tail of a Poisson binomial distribution whose successes are worth
   * what they earn. Questions in which the guesser prefers nothing earn the same either way.
   */
  public double probability() {
    List<Guess> decided = guesses.stream().filter(g -> g.taken() < g.options()).toList();
    int part = decided.stream().mapToInt(GuesserScore::parts).reduce(PARTS, GuesserScore::divisor);
    double[] exactly = {1};
    int earned = 0;
    for (Guess guess : decided) {
      int worth = parts(guess) / part;
      double p = (double) guess.taken() / guess.options();
      double[] next = new double[exactly.length + worth];
      for (int i = 0; i < exactly.length; i++) {
        next[i] += exactly[i] * (1 - p);
        next[i + worth] += exactly[i] * p;
      }
      exactly = next;
      earned += guess.hit() ? worth : 0;
    }
    double tail = 0;
    for (int i = exactly.length - 1; i >= earned; i--) {
      tail += exactly[i];
    }
    return Math.min(1, tail);
  }

  private static int parts(Guess guess) {
    return Math.round((float) PARTS / guess.taken());
  }

  private static int divisor(int one, int other) {
    return other == 0 ? one : divisor(other, one % other);
  }

  /**
   * Whether it does better than chance. So do keys that fell by chance, in one bank of forty: what
   * lies above a 95 % interval of chance.
   */
  public boolean beatsChance() {
    return points() > chance() && probability() < .025;
  }

  /** As reports give it. */
  public Figure figure() {
    int n = guesses.size();
    double share = points() / n;
    double middle = share + Z * Z / (2 * n);
    double half = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4.0 * n * n));
    double all = 1 + Z * Z / n;
    return new Figure(
        name,
        n,
        rounded(points()),
        rounded(chance()),
        rounded(n * (middle - half) / all),
        rounded(n * (middle + half) / all));
  }

  private static double rounded(double points) {
    return Math.round(10 * points) / 10.0;
  }
}
