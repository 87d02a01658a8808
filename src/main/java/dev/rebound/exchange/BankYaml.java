package dev.rebound.exchange;

import dev.rebound.exchange.BankAnswer.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes a bank as {@code quizzes/<id>.yaml}, as an author would: a key a line, no more quotes than
 * needed.
 */
public final class BankYaml {
  /** A text that YAML takes as it stands, and for a text. */
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}(“‘„«][^\\p{Cntrl}\\u0085\\u2028\\u2029\\uFEFF]*");

  /** From this length on, a text is folded: a line of a file has an end. */
  private static final int WIDE = 4_000;

  /** Lines that a block holds as they stand. */
  private static final Pattern BLOCK =
      Pattern.compile(
          "[^\\s\\p{Cntrl}][^\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}\\x{FEFF}]*(\n[^\\s\\p{Cntrl}][^\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}\\x{FEFF}]*)+");

  private static final Pattern FOLD = Pattern.compile("(\\S(?:.{80,110}?)\\S) (?=\\S)");

  private static final Pattern MEANS =
      Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n|.*:(\\s.*)?|.* #.*|.*\\s");

  private static final List<Role> LISTS =
      List.of(
          Role.OPTION,
          Role.PAIR,
          Role.EXTRA,
          Role.STEP,
          Role.CATEGORY,
          Role.ENTRY,
          Role.ACCEPTED,
          Role.RANGE,
          Role.REJECTED);

  private final StringBuilder out = new StringBuilder();

  private BankYaml() {}

  /**
   * @param draft whether it says {@code draft: true}, as whatever was brought from elsewhere does
   */
  public static String write(Bank bank, boolean draft) {
    BankYaml yaml = new BankYaml();
    yaml.out.append("# yaml-language-server: $schema=../../../../site/schemas/quiz.schema.json\n");
    yaml.line(0, "title", bank.title());
    if (draft) {
      yaml.out.append("draft: true\nids: words\n");
    }
    if (bank.graded()) {
      yaml.out.append("graded: true\n");
    }
    yaml.out.append("questions:\n");
    bank.questions().forEach(yaml::question);
    return yaml.out.toString();
  }

  private void question(BankQuestion it) {
    out.append("  - id: ").append(quoted(it.id(), 4)).append('\n');
    line(4, "type", it.type());
    setting(it, BankQuestion.LEVEL);
    line(4, "stem", it.stem());
    setting(it, BankQuestion.SELECT);
    setting(it, BankQuestion.MARK);
    it.setting(BankQuestion.UNIT).ifPresent(unit -> line(4, BankQuestion.UNIT, unit));
    answers(it);
    it.setting(BankQuestion.ABOUT).ifPresent(about -> line(4, BankQuestion.ABOUT, about));
    setting(it, BankQuestion.SHUFFLE);
    setting(it, BankQuestion.PARTIAL);
    setting(it, BankQuestion.ATTEMPTS);
    setting(it, BankQuestion.WEIGHT);
    texts("hints", it.hints());
    allow(it);
  }

  /** A setting in one word, or a number. */
  private void setting(BankQuestion question, String key) {
    question
        .setting(key)
        .ifPresent(it -> out.append("    ").append(key).append(": ").append(it).append('\n'));
  }

  private void answers(BankQuestion question) {
    for (BankAnswer verdict : question.answers(Role.VERDICT)) {
      if (verdict.right()) {
        out.append("    correct: ").append(verdict.text()).append('\n');
      }
    }
    for (BankAnswer verdict : question.answers(Role.VERDICT)) {
      String key = "    \"" + verdict.text() + "\":";
      out.append(key).append(verdict.more().isEmpty() ? " {}\n" : "\n");
      more(verdict, 6);
    }
    for (Role role : LISTS) {
      list(role.key(), question.answers(role));
    }
    list(Role.PHRASE.key(), question.answers(Role.PHRASE, Role.PLAIN));
    texts(Role.POINT.key(), question.answers(Role.POINT).stream().map(BankAnswer::text).toList());
    for (BankAnswer model : question.answers(Role.MODEL)) {
      out.append("    model:\n");
      line(6, "text", model.text());
      more(model, 6);
    }
  }

  private void list(String key, List<BankAnswer> answers) {
    if (answers.isEmpty()) {
      return;
    }
    out.append("    ").append(key).append(":\n");
    for (BankAnswer answer : answers) {
      int start = out.length();
      words(answer);
      if (answer.role() == Role.OPTION && answer.right()) {
        raw(8, "correct", "true");
      }
      more(answer, 8);
      out.setCharAt(start + 6, '-');
    }
  }

  private void words(BankAnswer answer) {
    switch (answer.role()) {
      case PAIR -> {
        line(8, "left", answer.text());
        line(8, "right", answer.with());
      }
      case EXTRA -> line(8, "right", answer.with());
      case CATEGORY -> line(8, "title", answer.text());
      case RANGE -> {
        raw(8, "from", answer.text());
        raw(8, "to", answer.with());
      }
      case ENTRY -> {
        line(8, "text", answer.text());
        line(8, "category", answer.with());
      }
      default -> line(8, "text", answer.text());
    }
  }

  private void more(BankAnswer answer, int indent) {
    answer
        .more()
        .forEach(
            (key, value) -> {
              if (key.equals(BankAnswer.TYPOS)) {
                raw(indent, key, value);
              } else {
                line(indent, key, value);
              }
            });
  }

  private void texts(String key, List<String> texts) {
    if (!texts.isEmpty()) {
      out.append("    ").append(key).append(":\n");
      texts.forEach(it -> out.append("      - ").append(quoted(it, 6)).append('\n'));
    }
  }

  private void allow(BankQuestion question) {
    List<String> rules = new ArrayList<>(question.settings().keySet());
    rules.removeIf(key -> !key.startsWith(BankQuestion.ALLOW));
    if (!rules.isEmpty()) {
      out.append("    allow:\n");
      rules.forEach(
          key ->
              line(
                  6,
                  key.substring(BankQuestion.ALLOW.length()),
                  question.setting(key).orElseThrow()));
    }
  }

  private void line(int indent, String key, String text) {
    raw(indent, key, quoted(text, indent));
  }

  private void raw(int indent, String key, String written) {
    out.append(" ".repeat(indent)).append(key).append(": ").append(written).append('\n');
  }

  /**
   * A text as a YAML scalar: as it stands, in the quotes that need the fewest escapes, or as a
   * block.
   *
   * @param indent of its key
   */
  static String quoted(String text, int indent) {
    if (text.length() > WIDE || (text.indexOf('\n') >= 0 && BLOCK.matcher(text).matches())) {
      String margin = "\n" + " ".repeat(indent + 2);
      return text.indexOf('\n') >= 0
          ? "|-" + margin + text.replace("\n", margin)
          : ">-" + margin + FOLD.matcher(text).replaceAll("$1" + margin);
    }
    if (text.length() <= WIDE && PLAIN.matcher(text).matches() && !MEANS.matcher(text).matches()) {
      return text;
    }
    if (text.chars().noneMatch(BankYaml::isSpecial)) {
      boolean single = text.indexOf('"') >= 0 || text.indexOf('\\') >= 0;
      return single ? "'" + text.replace("'", "''") + "'" : '"' + text + '"';
    }
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
              } else if (c == '\n') {
                quoted.append("\\n");
              } else if (isSpecial(c)) {
                quoted.append(String.format("\\u%04X", c));
              } else {
                quoted.appendCodePoint(c);
              }
            });
    return quoted.append('"').toString();
  }

  private static boolean isSpecial(int c) {
    return c < ' ' || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
  }
}
