package dev.rebound.course;

import dev.rebound.source.Located;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a reply leads: {@code next: offer}, or an entry of a list, {@code { if: heat > 6, to:
 * hung-up }}. What the meters show is judged after the reply has changed them.
 *
 * @param condition as written; empty where the way is open whatever the meters show
 * @param heat between which values the way is open
 * @param loyalty the same
 * @param to the node
 */
public record Way(
    Optional<Located<String>> condition, Range heat, Range loyalty, Located<String> to) {
  private static final Pattern COMPARISON =
      Pattern.compile("(heat|loyalty) *(<=|>=|<|>|=) *(10|[0-9])");

  /**
   * What a meter may show.
   *
   * @param from the least
   * @param to the most; less than {@code from} where nothing fits
   */
  public record Range(int from, int to) {
    /** Heat and loyalty go from 0 to 10. */
    public static final Range ANY = new Range(0, ScenarioWays.FULL);

    boolean has(int value) {
      return from <= value && value <= to;
    }

    private Range and(Range other) {
      return new Range(Math.max(from, other.from), Math.min(to, other.to));
    }

    private static Range of(String comparison, int value) {
      return switch (comparison) {
        case "<" -> new Range(0, value - 1);
        case "<=" -> new Range(0, value);
        case ">" -> new Range(value + 1, ScenarioWays.FULL);
        case ">=" -> new Range(value, ScenarioWays.FULL);
        default -> new Range(value, value);
      };
    }
  }

  /** A way that is always open. */
  public static Way to(Located<String> node) {
    return new Way(Optional.empty(), Range.ANY, Range.ANY, node);
  }

  /**
   * A way that is open under a condition.
   *
   * @param condition {@code heat > 6}, {@code heat > 6 and loyalty <= 2}: the schema holds it to
   *     that
   */
  public static Way when(Located<String> condition, Located<String> node) {
    Range heat = Range.ANY;
    Range loyalty = Range.ANY;
    Matcher comparisons = COMPARISON.matcher(condition.value());
    while (comparisons.find()) {
      Range range = Range.of(comparisons.group(2), Integer.parseInt(comparisons.group(3)));
      if (comparisons.group(1).equals("heat")) {
        heat = heat.and(range);
      } else {
        loyalty = loyalty.and(range);
      }
    }
    return new Way(Optional.of(condition), heat, loyalty, node);
  }

  /** Whether it is open while the meters show this. */
  public boolean isOpen(int heatNow, int loyaltyNow) {
    return heat.has(heatNow) && loyalty.has(loyaltyNow);
  }
}
