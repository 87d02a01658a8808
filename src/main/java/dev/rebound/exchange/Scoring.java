package dev.rebound.exchange;

import dev.rebound.exchange.BankAnswer.Role;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What Moodle's percents make of answers here, where an answer is right or wrong. */
public final class Scoring {
  private static final int MOST_SHARES = 10;
  public static final BigDecimal ALL = BigDecimal.valueOf(100);

  /** What is right of pairs, or of several options, counts there. */
  public static final Map<String, String> PART = Map.of(BankQuestion.PARTIAL, BankQuestion.TRUE);

  private Scoring() {}

  /**
   * A foreign answer.
   *
   * @param percent of the score that it gives
   */
  public record Counted(BigDecimal percent, String text, String feedback) {}

  /** The settings of a choice. */
  public static Map<String, String> settings(boolean several) {
    return several
        ? Map.of(BankQuestion.SELECT, BankQuestion.SEVERAL, BankQuestion.PARTIAL, BankQuestion.TRUE)
        : Map.of();
  }

  /** Options; nothing where none is right, or one says nothing, which is reported. */
  public static Optional<List<BankAnswer>> options(
      List<Counted> counted, boolean several, Texts texts) {
    BigDecimal best =
        several ? BigDecimal.ZERO : best(counted.stream().map(Counted::percent), texts);
    List<BankAnswer> options = new ArrayList<>();
    long rights = 0;
    for (Counted it : counted) {
      if (it.text().isEmpty() || it.text().equals(Texts.FORMULA_MARK)) {
        texts.lost(
            Loss.What.QUESTION,
            it.text().isEmpty()
                ? "an option of it has no text that can be kept, so it is left out."
                : "its options are formulas, so it is left out.");
        return Optional.empty();
      }
      boolean right =
          several ? it.percent().signum() > 0 : isRight(it.percent(), best, it.text(), texts);
      rights += right ? 1 : 0;
      options.add(
          BankAnswer.of(Role.OPTION, it.text(), right).with(BankAnswer.FEEDBACK, it.feedback()));
    }
    if (rights == 0) {
      texts.lost(Loss.What.QUESTION, "no option of it is right, so it is left out.");
      return Optional.empty();
    }
    if (several) {
      unequal(counted, rights, texts);
    }
    return Optional.of(options);
  }

  /** What the best of some answers counts; less than all goes on the list. */
  public static BigDecimal best(Stream<BigDecimal> percents, Texts texts) {
    BigDecimal best = percents.reduce(BigDecimal::max).orElse(ALL);
    if (best.signum() > 0 && best.compareTo(ALL) < 0) {
      texts.lost(
          Loss.What.SCORE,
          "its best answer counts " + Values.plain(best) + " % there, and all here.");
    }
    return best;
  }

  /** Whether an answer is one of the best; one that counts something less goes on the list. */
  public static boolean isRight(BigDecimal percent, BigDecimal best, String answer, Texts texts) {
    boolean right = percent.signum() > 0 && percent.compareTo(best) >= 0;
    if (!right && percent.signum() > 0) {
      texts.lost(
          Loss.What.SCORE,
          "\""
              + HtmlReader.cut(answer)
              + "\" counts "
              + Values.plain(percent)
              + " % there, and is wrong here.");
    }
    return right;
  }

  private static void unequal(List<Counted> counted, long rights, Texts texts) {
    BigDecimal share = share(rights);
    boolean equal =
        counted.stream()
            .map(Counted::percent)
            .filter(it -> it.signum() > 0)
            .allMatch(it -> it.subtract(share).abs().compareTo(BigDecimal.valueOf(0.4)) <= 0);
    if (!equal) {
      texts.lost(Loss.What.SCORE, "its right options count differently there, and the same here.");
    }
  }

  /** Whether Moodle has a grade for the share of so many right options. */
  public static boolean isShared(long rights) {
    return rights <= MOST_SHARES || rights == 2 * MOST_SHARES;
  }

  /** What each of so many right options counts: 33.33333. */
  public static BigDecimal share(long rights) {
    return ALL.divide(BigDecimal.valueOf(Math.max(1, rights)), 5, RoundingMode.HALF_UP);
  }

  /**
   * Texts to type, given as they are, for they have no markup; nothing where none is right, which
   * is reported.
   */
  public static Optional<List<BankAnswer>> typed(List<Counted> counted, Texts texts) {
    BigDecimal best =
        best(counted.stream().filter(it -> !it.text().equals("*")).map(Counted::percent), texts);
    List<BankAnswer> accepted = new ArrayList<>();
    List<BankAnswer> rejected = new ArrayList<>();
    for (Counted it : counted) {
      if (it.text().equals("*")) {
        if (!it.feedback().isEmpty()) {
          texts.lost(Loss.What.FEEDBACK, "feedback to any other answer is left out.");
        }
        continue;
      }
      String text = texts.plain(it.text().replace("\\*", "*"));
      if (text.isEmpty()) {
        texts.lost(Loss.What.ANSWER, "an accepted answer has no text and is left out.");
        continue;
      }
      boolean right = isRight(it.percent(), best, text, texts);
      if (it.text().replace("\\*", "").contains("*")) {
        texts.lost(
            Loss.What.ANSWER,
            "in \""
                + HtmlReader.cut(text)
                + "\" the * stands for any text there, and for itself here.");
      }
      (right ? accepted : rejected)
          .add(
              BankAnswer.of(right ? Role.ACCEPTED : Role.REJECTED, text, right)
                  .with(BankAnswer.FEEDBACK, it.feedback()));
    }
    if (accepted.isEmpty()) {
      texts.lost(Loss.What.QUESTION, "no answer of it is right, so it is left out.");
      return Optional.empty();
    }
    accepted.addAll(rejected);
    return Optional.of(accepted);
  }

  /** A range, whichever of its ends comes first. */
  public static BankAnswer range(BigDecimal one, BigDecimal other) {
    return BankAnswer.of(Role.RANGE, Values.plain(one.min(other)), Values.plain(one.max(other)));
  }

  /**
   * What is said after any answer: here each answer has its own, so it goes to the right ones that
   * have none.
   */
  public static List<BankAnswer> generalFeedback(
      List<BankAnswer> answers, String feedback, Texts texts) {
    if (feedback.isEmpty()) {
      return answers;
    }
    List<BankAnswer> told = new ArrayList<>();
    boolean placed = false;
    for (BankAnswer answer : answers) {
      boolean takes = answer.right() && answer.get(BankAnswer.FEEDBACK).isEmpty();
      placed |= takes;
      told.add(takes ? answer.with(BankAnswer.FEEDBACK, feedback) : answer);
    }
    texts.lost(
        Loss.What.FEEDBACK,
        placed
            ? "what is said after any answer is said after a right one alone."
            : "what is said after any answer is left out: each has its own feedback.");
    return told;
  }
}
