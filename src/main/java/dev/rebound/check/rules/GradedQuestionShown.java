package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.ReferenceUse;
import dev.rebound.check.Rule;
import dev.rebound.course.QuestionBank;

/**
 * No question of a {@code graded: true} bank stands in a lesson, where everyone can see its key.
 */
public final class GradedQuestionShown implements Rule {
  @Override
  public void check(CheckContext context, Findings found) {
    for (ReferenceUse use : context.references("question")) {
      String key = use.to().id();
      use.course()
          .flatMap(course -> course.question(key).flatMap(it -> course.bank(it.bank())))
          .filter(QuestionBank::graded)
          .ifPresent(
              bank ->
                  found.at(
                      use.to().span(),
                      "question \"" + key + "\" is graded, and a lesson shows its key.",
                      "Practise with a question of another quiz, or take `graded: true` out of "
                          + bank.id().value()
                          + ".yaml."));
    }
  }
}
