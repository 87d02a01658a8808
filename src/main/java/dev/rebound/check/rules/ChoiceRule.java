package dev.rebound.check.rules;

import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.check.WordStatistics;
import dev.rebound.course.Answer;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Interaction;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.source.Severity;
import java.util.ArrayList;
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
  public final void check(Content content, Findings found) {
    for (Course course : content.courses()) {
      if (readsEnglish() && !WordStatistics.isEnglish(course.language())) {
        continue;
      }
      for (QuestionBank bank : course.bankFiles()) {
        List<Question> choices =
            bank.questions().stream().filter(ChoiceRule::hasRightAndWrongOptions).toList();
        choices.forEach(question -> question(question, found));
        if (!choices.isEmpty()) {
          bank(bank, choices, found);
        }
      }
    }
  }

  /** Whether it needs word lists, which exist for English only. */
  abstract boolean readsEnglish();

  /** What is wrong with one question. */
  void question(Question question, Findings found) {}

  /** What is wrong with all questions of a bank together. */
  void bank(QuestionBank bank, List<Question> choices, Findings found) {}

  /** Where all or no options are right, other rules say so, and there is no key to give away. */
  private static boolean hasRightAndWrongOptions(Question question) {
    if (!isChoice(question)) {
      return false;
    }
    int right = right(question).size();
    return right > 0 && right < question.answers().size();
  }

  /** Whether it has options to choose from; phrases to mark in a text are none. */
  static boolean isChoice(Question question) {
    return question.interaction().type() == Interaction.Type.CHOICE
        && question.interaction().passage().isEmpty();
  }

  /** Whether the learner picks one option and one is right. */
  static boolean takesOne(Question question) {
    return !question.interaction().multiple() && right(question).size() == 1;
  }

  static List<Answer> right(Question question) {
    return answers(question, true);
  }

  static List<Answer> wrong(Question question) {
    return answers(question, false);
  }

  /** A loop, no stream: a dozen rules ask for those of every question, again and again. */
  private static List<Answer> answers(Question question, boolean right) {
    List<Answer> answers = new ArrayList<>(question.answers().size());
    for (Answer answer : question.answers()) {
      if (answer.right() == right) {
        answers.add(answer);
      }
    }
    return answers;
  }

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
