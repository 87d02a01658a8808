package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.ChoiceItem;
import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.check.WordStatistics;
import dev.rebound.course.Answer;
import dev.rebound.course.Course;
import dev.rebound.course.QuestionBank;
import dev.rebound.source.Severity;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A rule about how a question to choose from is written. Most of them warn: such a question works,
 * and measures less than it could.
 */
abstract class ChoiceRule implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public final void check(CheckContext context, Findings found) {
    for (Course course : context.content().courses()) {
      if (WordStatistics.isEnglish(course.language()) || !readsEnglish()) {
        for (QuestionBank bank : course.bankFiles()) {
          context.keptFindings(this, bank, "", found, own -> bank(context, bank, own));
        }
      }
    }
  }

  private void bank(CheckContext context, QuestionBank bank, Findings found) {
    List<ChoiceItem> choices = context.choices(bank);
    if (!choices.isEmpty()) {
      choices.forEach(choice -> question(choice, found));
      bank(choices, found);
    }
  }

  /** Whether it needs word lists, which exist for English only. */
  abstract boolean readsEnglish();

  /** What is wrong with one question. */
  void question(ChoiceItem choice, Findings found) {}

  /** What is wrong with all questions of a bank together. */
  void bank(List<ChoiceItem> choices, Findings found) {}

  static String plain(Answer answer) {
    return answer.text().plain();
  }

  /** As messages show it. */
  static String quoted(String text) {
    return "\"" + AnswerWithoutPrinciple.shortened(text) + "\"";
  }

  static String listed(Iterable<String> words) {
    return java.util.stream.StreamSupport.stream(words.spliterator(), false)
        .map(word -> "\"" + word + "\"")
        .collect(Collectors.joining(", "));
  }

  /** A probability as a message gives it. */
  static String chance(double p) {
    return p < .001 ? "below .001" : String.format(Locale.ROOT, "%.3f", p).substring(1);
  }
}
