package dev.rebound.exchange.qti;

import dev.rebound.exchange.BankAnswer;
import dev.rebound.exchange.BankQuestion;
import dev.rebound.exchange.Gaps.Made;
import dev.rebound.exchange.Loss;
import dev.rebound.exchange.Scoring;
import dev.rebound.exchange.Texts;
import dev.rebound.exchange.Values;
import dev.rebound.exchange.qti.Scorer.Said;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The ranges of numbers that score most. A scorer turns at the numbers that it names, so each of
 * them is tried, and one between each two.
 */
final class Ranges {
  private static final int MOST = 400;
  private static final double CLOSE = 1e-6;

  private final Keys keys;
  private final Scorer scorer;
  private final Texts texts;

  Ranges(Keys keys, Scorer scorer, Texts texts) {
    this.keys = keys;
    this.scorer = scorer;
    this.texts = texts;
  }

  /** A number, and whether the scorer names it. */
  private record Tried(BigDecimal number, boolean named, double score) {}

  Optional<Made> read(String unit) {
    List<Tried> tried = tried();
    double most = tried.stream().mapToDouble(Tried::score).max().orElse(0);
    if (most <= CLOSE) {
      texts.lost(Loss.What.QUESTION, "no number of it is right, so it is left out.");
      return Optional.empty();
    }
    boolean less = tried.stream().anyMatch(it -> it.score() > CLOSE && it.score() < most - CLOSE);
    if (less) {
      texts.lost(Loss.What.SCORE, "a number that counts in part there is wrong here.");
    }
    boolean otherwise =
        keys.said(List.of(Values.plain(tried.get(0).number()))).stream()
            .anyMatch(it -> !it.html().isBlank());
    if (otherwise) {
      texts.lost(Loss.What.FEEDBACK, "feedback to any other number is left out.");
    }
    List<BankAnswer> written = written(tried, most);
    List<BankAnswer> ranges = new ArrayList<>();
    for (int i = 0; i < tried.size(); i++) {
      if (tried.get(i).score() < most - CLOSE) {
        continue;
      }
      int from = i;
      while (i + 1 < tried.size() && tried.get(i + 1).score() >= most - CLOSE) {
        i++;
      }
      if (from == 0 || i == tried.size() - 1) {
        texts.lost(
            Loss.What.QUESTION, "any number beyond a bound is right there, so it is left out.");
        return Optional.empty();
      }
      ranges.add(range(tried, from, i));
    }
    Map<String, String> settings =
        unit.isBlank() || unit.length() > 100 ? Map.of() : Map.of(BankQuestion.UNIT, unit);
    return Optional.of(new Made("numeric", "", written.isEmpty() ? ranges : written, settings));
  }

  /** The ranges as they are written, where they hold whatever is right and nothing else. */
  private List<BankAnswer> written(List<Tried> tried, double most) {
    for (Tried one : tried) {
      boolean in =
          scorer.ranges().stream()
              .anyMatch(
                  it ->
                      it.from().compareTo(one.number()) <= 0
                          && it.to().compareTo(one.number()) >= 0);
      if (in != one.score() >= most - CLOSE) {
        return List.of();
      }
    }
    return scorer.ranges().stream()
        .map(
            it ->
                Scoring.range(it.from(), it.to())
                    .with(BankAnswer.FEEDBACK, it.html().isBlank() ? "" : texts.html(it.html())))
        .toList();
  }

  private BankAnswer range(List<Tried> tried, int from, int to) {
    boolean open = !tried.get(from).named() || !tried.get(to).named();
    if (open) {
      texts.lost(Loss.What.SCORE, "an end of its range is wrong there, and right here.");
    }
    BigDecimal least = tried.get(tried.get(from).named() ? from : from - 1).number();
    BigDecimal most = tried.get(tried.get(to).named() ? to : to + 1).number();
    List<Said> said = keys.said(List.of(Values.plain(tried.get(from).number())));
    List<Said> other = keys.said(List.of(Values.plain(tried.get(0).number())));
    List<String> own =
        said.stream()
            .filter(it -> !other.contains(it) && !it.html().isBlank())
            .map(Said::html)
            .toList();
    return Scoring.range(least, most)
        .with(BankAnswer.FEEDBACK, own.isEmpty() ? "" : texts.html(String.join("<br>", own)));
  }

  private List<Tried> tried() {
    TreeSet<BigDecimal> named = new TreeSet<>();
    for (String constant : scorer.constants()) {
      Values.number(constant).map(BigDecimal::new).ifPresent(named::add);
    }
    List<Tried> tried = new ArrayList<>();
    BigDecimal before = null;
    for (BigDecimal number : named) {
      if (tried.size() > MOST) {
        break;
      }
      add(
          before == null
              ? number.subtract(BigDecimal.ONE)
              : before.add(number).divide(BigDecimal.valueOf(2)),
          false,
          tried);
      add(number, true, tried);
      before = number;
    }
    if (before != null) {
      add(before.add(BigDecimal.ONE), false, tried);
    }
    return tried;
  }

  private void add(BigDecimal number, boolean named, List<Tried> tried) {
    tried.add(new Tried(number, named, keys.score(List.of(Values.plain(number)))));
  }
}
