package dev.rebound.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts of one meaning in one spelling: {@code _so_} is {@code *so*}, {@code 18.0} is {@code 18}.
 */
public final class Canonical {
  private final InlineParser parser;

  public Canonical(InlineParser parser) {
    this.parser = parser;
  }

  public Bank bank(Bank bank) {
    return new Bank(
        bank.title(), bank.graded(), bank.questions().stream().map(this::question).toList());
  }

  private BankQuestion question(BankQuestion it) {
    List<BankAnswer> answers = new ArrayList<>();
    for (BankAnswer answer : it.answers()) {
      answers.add(answer(answer));
    }
    Map<String, String> settings = new LinkedHashMap<>();
    new java.util.TreeMap<>(it.settings()).forEach(settings::put);
    return new BankQuestion(
        it.span(),
        it.id(),
        it.type(),
        text(it.stem()),
        answers,
        it.hints().stream().map(this::text).toList(),
        settings);
  }

  private BankAnswer answer(BankAnswer it) {
    boolean number = it.role() == BankAnswer.Role.RANGE;
    boolean verdict = it.role() == BankAnswer.Role.VERDICT;
    boolean point = it.role() == BankAnswer.Role.POINT;
    String words =
        number
            ? Values.number(it.text()).orElse(it.text())
            : verdict || point ? it.text() : text(it.text());
    String with =
        number
            ? Values.number(it.with()).orElse(it.with())
            : it.role() == BankAnswer.Role.ENTRY ? it.with() : text(it.with());
    Map<String, String> more = new LinkedHashMap<>();
    new java.util.TreeMap<>(it.more())
        .forEach(
            (key, value) -> more.put(key, key.equals(BankAnswer.FEEDBACK) ? text(value) : value));
    return new BankAnswer(it.role(), words, with, it.right(), more);
  }

  private String text(String markdown) {
    return InlineMarkdown.isPlain(markdown)
        ? markdown.strip()
        : InlineMarkdown.write(parser.read(markdown, problem -> {}));
  }
}
