package dev.rebound.exchange;

import dev.rebound.exchange.BankAnswer.Role;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes banks of everything that a bank can say, the same for the same seed. */
final class BankMaker {
  static final List<String> TYPES =
      List.of(
          "choice",
          "true-false",
          "matching",
          "sequencing",
          "sort",
          "fill-in",
          "numeric",
          "hot-text",
          "likert",
          "long-answer");

  private static final List<String> WORDS =
      List.of(
          "guest",
          "late",
          "\"You are slow\"",
          "it’s",
          "50 %",
          "%50% off",
          "a=b",
          "x~y",
          "#1",
          "{set}",
          "C:\\temp",
          "a:b",
          "=cmd|' /C calc'!A0",
          "@sum",
          "-5",
          "<b>",
          "R&D",
          "&amp;",
          "1 < 2",
          "snake_case",
          "2*3",
          "[box]",
          "naïve",
          "日本",
          "😀",
          "// no comment",
          "ANSWER: B",
          "A. first",
          "::",
          "$5 and $6",
          "e.g.",
          "semi;colon",
          "comma, here",
          "tab",
          "O'Neil",
          "true",
          "null",
          "1. one",
          "- dash",
          "# hash",
          "> more",
          "`tick",
          "|pipe|",
          "~~~",
          "a->b",
          "100%");

  private final Random random;

  BankMaker(long seed) {
    this.random = new Random(seed);
  }

  Bank bank(int questions) {
    List<BankQuestion> made = new ArrayList<>();
    for (int i = 0; i < questions; i++) {
      made.add(
          question("q" + i + (random.nextBoolean() ? "-of-it" : ""), TYPES.get(i % TYPES.size())));
    }
    return Trip.canonical(
        new Bank("Bank " + words(2).replace("*", ""), random.nextInt(4) == 0, made));
  }

  private BankQuestion question(String id, String type) {
    Map<String, String> settings = new LinkedHashMap<>();
    if (random.nextInt(3) > 0) {
      settings.put(BankQuestion.LEVEL, pick(List.of("remember", "understand", "apply", "analyse")));
    }
    List<BankAnswer> answers = answers(type, settings);
    boolean scored = !type.equals("likert") && !type.equals("long-answer");
    if (scored) {
      maybe(settings, BankQuestion.WEIGHT, "3");
      maybe(settings, BankQuestion.ALLOW + "NegativeStem", words(3));
      if (!type.equals("true-false")) {
        maybe(settings, BankQuestion.ATTEMPTS, "2");
      }
    }
    List<String> hints = new ArrayList<>();
    while (!type.equals("likert") && random.nextInt(3) == 0) {
      hints.add(text());
    }
    return new BankQuestion(
        new SourceSpan("bank.yaml", 1, 1), id, type, text() + "?", answers, hints, settings);
  }

  private List<BankAnswer> answers(String type, Map<String, String> settings) {
    List<BankAnswer> answers = new ArrayList<>();
    int count = 2 + random.nextInt(3);
    switch (type) {
      case "choice" -> {
        boolean several = random.nextBoolean();
        if (several) {
          settings.put(BankQuestion.SELECT, BankQuestion.SEVERAL);
          maybe(settings, BankQuestion.PARTIAL, BankQuestion.TRUE);
        }
        maybe(settings, BankQuestion.SHUFFLE, BankQuestion.TRUE);
        maybe(settings, BankQuestion.MARK, BankAnswer.BREAKS);
        int right = random.nextInt(count);
        for (int i = 0; i < count; i++) {
          boolean rights = i == right || (several && i == 0);
          answers.add(told(BankAnswer.of(Role.OPTION, text() + " " + i, rights)));
        }
      }
      case "true-false" -> {
        boolean is = random.nextBoolean();
        answers.add(told(BankAnswer.of(Role.VERDICT, "true", is)).with(BankAnswer.ID, ""));
        answers.add(told(BankAnswer.of(Role.VERDICT, "false", !is)).with(BankAnswer.ID, ""));
      }
      case "matching" -> {
        maybe(settings, BankQuestion.PARTIAL, BankQuestion.TRUE);
        for (int i = 0; i < count; i++) {
          answers.add(told(BankAnswer.of(Role.PAIR, text() + " " + i, text() + " r" + i)));
        }
        if (random.nextBoolean()) {
          answers.add(
              told(new BankAnswer(Role.EXTRA, "", text() + " extra", false, Map.of()))
                  .with(BankAnswer.ID, ""));
        }
      }
      case "sequencing" -> {
        maybe(settings, BankQuestion.PARTIAL, BankQuestion.TRUE);
        for (int i = 0; i <= count; i++) {
          answers.add(told(BankAnswer.of(Role.STEP, text() + " " + i, true)));
        }
      }
      case "sort" -> {
        maybe(settings, BankQuestion.PARTIAL, BankQuestion.TRUE);
        for (String id : List.of("helps", "hurts")) {
          answers.add(BankAnswer.of(Role.CATEGORY, text() + id, false).with(BankAnswer.ID, id));
        }
        for (int i = 0; i < count; i++) {
          answers.add(
              told(BankAnswer.of(Role.ENTRY, text() + " " + i, i == 0 ? "hurts" : "helps")));
        }
      }
      case "fill-in" -> {
        for (int i = 0; i < count - 1; i++) {
          answers.add(
              told(
                  BankAnswer.of(Role.ACCEPTED, InlineMarkdown.plain(words(3) + i), true),
                  BankAnswer.TYPOS));
        }
        if (random.nextBoolean()) {
          answers.add(
              told(BankAnswer.of(Role.REJECTED, InlineMarkdown.plain(words(2) + "w"), false)));
        }
      }
      case "numeric" -> {
        maybe(settings, BankQuestion.UNIT, "min");
        for (int i = 0; i < count - 1; i++) {
          answers.add(
              told(BankAnswer.of(Role.RANGE, i + "." + (5 + i), pick(List.of("7", "7.25", "1000"))))
                  .with(BankAnswer.ID, ""));
        }
      }
      case "hot-text" -> {
        String mark = pick(List.of("breaks", "applies"));
        settings.put(BankQuestion.MARK, mark);
        maybe(settings, BankQuestion.PARTIAL, BankQuestion.TRUE);
        for (int i = 0; i <= count; i++) {
          boolean hot = i == 1 || random.nextBoolean();
          String role = i == 1 ? mark : pick(List.of("breaks", "applies"));
          BankAnswer segment =
              BankAnswer.of(
                  hot ? Role.PHRASE : Role.PLAIN, text() + " " + i, hot && role.equals(mark));
          answers.add(hot ? segment.with(role, "principle-" + i) : segment);
        }
      }
      case "likert" -> {
        settings.put(BankQuestion.ABOUT, "say-when");
        for (int i = 0; i < count; i++) {
          answers.add(BankAnswer.of(Role.POINT, words(1) + " point" + i, false));
        }
      }
      default -> {
        maybe(settings, BankQuestion.ABOUT, "say-when");
        answers.add(
            told(BankAnswer.of(Role.MODEL, text(), true))
                .with(BankAnswer.ID, "")
                .with(BankAnswer.FEEDBACK, ""));
      }
    }
    return answers;
  }

  private BankAnswer told(BankAnswer answer, String... also) {
    BankAnswer told = answer;
    if (random.nextInt(3) > 0) {
      told =
          told.with(
              answer.right() ? BankAnswer.APPLIES : BankAnswer.BREAKS,
              "principle-" + random.nextInt(9));
    }
    if (random.nextInt(3) > 0) {
      told = told.with(BankAnswer.FEEDBACK, text());
    }
    if (random.nextInt(4) == 0) {
      told = told.with(BankAnswer.ID, "own-" + random.nextInt(1000));
    }
    if (also.length > 0 && random.nextInt(3) == 0) {
      told = told.with(BankAnswer.TYPOS, "1");
    }
    return told;
  }

  /** A text with marks here and there. */
  private String text() {
    String words = InlineMarkdown.plain(words(1 + random.nextInt(4)));
    return switch (random.nextInt(9)) {
      case 0 -> words + " *" + plainWord() + "* and";
      case 1 -> "**" + plainWord() + "** " + words;
      case 2 -> words + " `" + plainWord() + " < 3` it";
      case 3 -> words + " [" + plainWord() + "](https://example.org/a?b=c&d=e) it";
      case 4 -> words + "\\\nnext " + plainWord();
      default -> words;
    };
  }

  private String plainWord() {
    return pick(List.of("sorry", "wait", "call back", "über"));
  }

  private String words(int count) {
    StringBuilder out = new StringBuilder(pick(List.of("Say", "When", "Ask")));
    for (int i = 0; i < count; i++) {
      out.append(' ').append(pick(WORDS));
    }
    return out.toString();
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private void maybe(Map<String, String> settings, String key, String value) {
    if (random.nextInt(3) == 0) {
      settings.put(key, value);
    }
  }
}
