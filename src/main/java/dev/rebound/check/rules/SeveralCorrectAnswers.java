package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.course.Answer;
import dev.rebound.course.Course;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.QuestionTraits;
import java.util.List;

/** A question that takes one answer has one right answer. */
public final class SeveralCorrectAnswers implements Rule {
  @Override
  public void check(CheckContext context, Findings found) {
    for (Course course : context.content().courses()) {
      for (QuestionBank bank : course.bankFiles()) {
        bank.questions().forEach(question -> question(question, found));
      }
    }
  }

  private static void question(Question question, Findings found) {
    List<Answer> right = question.answers().stream().filter(Answer::right).toList();
    if (question.traits().options() != QuestionTraits.Options.LISTED
        || question.interaction().multiple()) {
      return;
    }
    for (Answer second : right.subList(Math.min(1, right.size()), right.size())) {
      found.at(
          second.span(),
          "\""
              + AnswerWithoutPrinciple.shortened(second.text().plain())
              + "\" is another right answer, and the learner can pick only one.",
          "Add `select: several` to the question, or make this one wrong.");
    }
  }
}
