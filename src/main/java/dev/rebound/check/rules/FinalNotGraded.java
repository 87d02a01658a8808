package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.course.Course;

/** The final decides who passes, so its key is kept off the site: each of its banks is graded. */
public final class FinalNotGraded implements Rule {
  @Override
  public void check(CheckContext context, Findings found) {
    for (Course course : context.content().courses()) {
      course.finalQuiz().stream()
          .flatMap(quiz -> quiz.from().stream())
          .filter(id -> course.bank(id.value()).filter(bank -> !bank.graded()).isPresent())
          .forEach(
              id ->
                  found.at(
                      id.span(),
                      "the final asks from \""
                          + id
                          + "\", whose answers everyone can read on the site.",
                      "Say `graded: true` in quizzes/" + id + ".yaml, or ask from another bank."));
    }
  }
}
