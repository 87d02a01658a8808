package dev.rebound.exchange.aiken;

import dev.rebound.exchange.Bank;
import dev.rebound.exchange.BankAnswer;
import dev.rebound.exchange.BankAnswer.Role;
import dev.rebound.exchange.BankQuestion;
import dev.rebound.exchange.Ids;
import dev.rebound.exchange.Incoming;
import dev.rebound.exchange.Loss;
import dev.rebound.exchange.Scoring;
import dev.rebound.exchange.Texts;
import dev.rebound.exchange.Unreadable;
import dev.rebound.source.SourceFile;
import dev.rebound.source.SourceSpan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Aiken, also where options go on over several lines. */
final class AikenReader {
  private static final Pattern OPTION = Pattern.compile("\\s*([A-Za-z])\\s?[.)]\\s+(\\S.*)");
  private static final Pattern ANSWER =
      Pattern.compile("(?i)\\s*ANSWER\\s*:\\s*([A-Z](?:\\s*[,;]\\s*[A-Z])*)\\s*\\.?\\s*");

  private final Incoming in;
  private final Ids ids = new Ids();
  private final List<BankQuestion> questions = new ArrayList<>();
  private final StringBuilder stem = new StringBuilder();
  private final List<StringBuilder> options = new ArrayList<>();
  private int start;

  AikenReader(Incoming in) {
    this.in = in;
  }

  Bank read(SourceFile file) throws Unreadable {
    boolean afterBlank = false;
    for (int line = 1; line <= file.lines(); line++) {
      int from = file.offset(line, 1);
      String text = file.text().substring(from, file.lineEnd(line));
      Matcher answer = ANSWER.matcher(text);
      if (!options.isEmpty() && answer.matches()) {
        question(file.at(start), answer.group(1).toUpperCase(Locale.ROOT));
        Incoming.bound(questions.size(), file.at(from));
      } else if (!text.isBlank()) {
        words(file, from, text.strip(), afterBlank);
      }
      afterBlank = text.isBlank();
    }
    if (stem.length() > 0) {
      unanswered(file.at(start));
    }
    if (questions.isEmpty() && in.losses().all().isEmpty()) {
      throw new Unreadable(
          file.at(0),
          "has no question in Aiken.",
          "A question is a line, then A. and B. and so on, then ANSWER: A.");
    }
    return new Bank("", false, questions);
  }

  private void words(SourceFile file, int from, String text, boolean afterBlank) {
    Matcher option = OPTION.matcher(text);
    char next = (char) ('A' + options.size());
    if (stem.length() > 0
        && option.matches()
        && Character.toUpperCase(option.group(1).charAt(0)) == next) {
      options.add(new StringBuilder(option.group(2)));
    } else if (options.isEmpty()) {
      start = stem.length() == 0 ? from : start;
      stem.append(stem.length() == 0 ? "" : "\n").append(text);
    } else if (afterBlank) {
      unanswered(file.at(start));
      start = from;
      stem.append(text);
    } else {
      options.get(options.size() - 1).append(' ').append(text);
    }
  }

  private void unanswered(SourceSpan at) {
    Texts texts = in.texts(at, ids.next(stem.toString()));
    texts.lost(Loss.What.QUESTION, "it has no line ANSWER: and is left out.");
    clear();
  }

  private void clear() {
    stem.setLength(0);
    options.clear();
  }

  private void question(SourceSpan at, String letters) {
    String id = ids.next(stem.toString());
    Texts texts = in.texts(at, id);
    boolean several = letters.length() > 1;
    List<Scoring.Counted> counted = new ArrayList<>();
    int named = 0;
    for (int i = 0; i < options.size(); i++) {
      boolean right = letters.indexOf('A' + i) >= 0;
      named += right ? 1 : 0;
      BigDecimal percent =
          right
              ? several ? Scoring.share(letters.split("\\W+", -1).length) : Scoring.ALL
              : BigDecimal.ZERO;
      counted.add(new Scoring.Counted(percent, texts.plain(options.get(i).toString()), ""));
    }
    String words = texts.plain(stem.toString());
    if (named == 0) {
      texts.lost(
          Loss.What.QUESTION,
          "its answer is " + letters + ", but no option has that letter; it is left out.");
    } else if (isTruth(counted)) {
      boolean isTrue = letters.equals("A");
      List<BankAnswer> verdicts =
          List.of(
              BankAnswer.of(Role.VERDICT, "true", isTrue),
              BankAnswer.of(Role.VERDICT, "false", !isTrue));
      questions.add(BankQuestion.of(at, id, "true-false", words, verdicts));
    } else {
      Scoring.options(counted, several, texts)
          .ifPresent(
              it ->
                  questions.add(
                      new BankQuestion(
                          at, id, "choice", words, it, List.of(), Scoring.settings(several))));
    }
    clear();
  }

  /** {@code A. True}, {@code B. False} and nothing else. */
  static boolean isTruth(List<Scoring.Counted> options) {
    return options.size() == 2
        && options.get(0).text().equalsIgnoreCase("true")
        && options.get(1).text().equalsIgnoreCase("false");
  }
}
