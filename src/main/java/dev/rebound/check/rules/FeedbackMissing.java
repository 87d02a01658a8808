package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.course.Answer;
import dev.rebound.course.Course;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;

/**
 * Every answer tells the learner why it is right or wrong. What is typed and accepted, left
 * unmarked, or a model to compare with is explained by the principle it applies.
 */
public final class FeedbackMissing implements Rule {
  @Override
  public void check(CheckContext context, Findings found) {
    for (Course course : context.content().courses()) {
      for (QuestionBank bank : course.bankFiles()) {
        context.keptFindings(this, bank, "", found, own -> bank(bank, own));
      }
    }
  }

  private static void bank(QuestionBank bank, Findings found) {
    for (Question question : bank.questions()) {
      question.answers().stream()
          .filter(question.traits().feedback()::neededBy)
          .filter(answer -> answer.feedback().filter(text -> !text.isBlank()).isEmpty())
          .forEach(answer -> report(answer, found));
    }
  }

  private static void report(Answer answer, Findings found) {
    found.at(
        answer.span(),
        answer.noun() + " " + ChoiceRule.quoted(answer.text().plain()) + " has no feedback.",
        answer.right()
            ? "Add `feedback:` that says why it is right."
            : "Add `feedback:` that says what it overlooks.");
  }
}
