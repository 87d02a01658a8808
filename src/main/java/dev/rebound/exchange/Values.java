package dev.rebound.exchange;

import dev.rebound.source.Slug;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the settings of a bank may say: whatever a foreign file says else is not taken. */
public final class Values {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d{1,15}([.,]\\d{1,15})?([eE][+-]?\\d{1,2})?|[+-]?[.,]\\d{1,15}");

  private static final Map<String, Set<String>> WORDS =
      Map.of(
          BankQuestion.LEVEL, Set.of("remember", "understand", "apply", "analyse"),
          BankQuestion.SELECT, Set.of("one", BankQuestion.SEVERAL),
          BankQuestion.MARK, Set.of("breaks", "applies"),
          BankQuestion.PARTIAL, Set.of("true", "false"),
          BankQuestion.SHUFFLE, Set.of("true", "false"));

  /** What says nothing: a question is so unless it says otherwise. */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          BankQuestion.SELECT, "one",
          BankQuestion.SHUFFLE, "false",
          BankQuestion.PARTIAL, "false",
          BankQuestion.ATTEMPTS, "1",
          BankQuestion.WEIGHT, "1",
          BankAnswer.TYPOS, "0");

  /** The settings of a question that there are, besides {@code allow}. */
  public static final Set<String> SETTINGS =
      Set.of(
          BankQuestion.LEVEL,
          BankQuestion.SELECT,
          BankQuestion.PARTIAL,
          BankQuestion.SHUFFLE,
          BankQuestion.ATTEMPTS,
          BankQuestion.WEIGHT,
          BankQuestion.UNIT,
          BankQuestion.MARK,
          BankQuestion.ABOUT);

  private Values() {}

  /** Whether a bank takes this under this key of a question or an answer. */
  static boolean fit(String key, String value) {
    Set<String> words = WORDS.get(key);
    if (words != null) {
      return words.contains(value);
    }
    return switch (key) {
      case BankQuestion.ATTEMPTS, BankQuestion.WEIGHT -> value.matches("[1-9]");
      case BankAnswer.TYPOS -> value.matches("[0-3]");
      case BankQuestion.ABOUT, BankAnswer.APPLIES, BankAnswer.BREAKS, BankAnswer.ID ->
          value.length() <= 100 && Slug.isId(value);
      case BankQuestion.UNIT -> !value.isBlank() && value.length() <= 100;
      case BankAnswer.FEEDBACK -> !value.isBlank() && value.length() <= Texts.LONGEST;
      default ->
          key.matches(BankQuestion.ALLOW + "[A-Za-z]{1,60}")
              && !value.isBlank()
              && value.length() <= Texts.LONGEST;
    };
  }

  /** Whether it is what a question is unless it says otherwise. */
  static boolean isDefault(String key, String value) {
    return value.equals(DEFAULTS.get(key));
  }

  /** A number as a bank has it, without what it need not have; nothing where it is none. */
  public static Optional<String> number(String text) {
    String bare = text.strip().replace('\u2212', '-');
    return NUMBER.matcher(bare).matches()
        ? Optional.of(plain(new BigDecimal(bare.replace(',', '.'))))
        : Optional.empty();
  }

  /** {@code 18.0} is {@code 18}. */
  public static String plain(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    return (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString();
  }
}
