package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.course.Course;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;

/** Every question has a right answer. */
public final class NoCorrectAnswer implements Rule {
  @Override
  public void check(CheckContext context, Findings found) {
    for (Course course : context.content().courses()) {
      for (QuestionBank bank : course.bankFiles()) {
        for (Question question : bank.questions()) {
          if (question.scored() && question.interaction().correct().isEmpty()) {
            found.at(
                question.id().span(),
                "question \"" + question.id().value() + "\" has no right answer.",
                question.interaction().marksText()
                    ? "Give a segment the role that `mark:` asks for."
                    : "Mark it with `correct: true`.");
          }
        }
      }
    }
  }
}
