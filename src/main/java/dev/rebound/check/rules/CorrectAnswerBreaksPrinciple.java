package dev.rebound.check.rules;

import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.course.Content;

/** A right answer applies a principle; it cannot break one. */
public final class CorrectAnswerBreaksPrinciple implements Rule {
  @Override
  public void check(Content content, Findings found) {
    AnswerRoles.eachAnswer(
        content,
        answer ->
            answer
                .breaks()
                .filter(id -> answer.right())
                .ifPresent(
                    id ->
                        found.at(
                            id.span(),
                            "the right "
                                + answer.noun()
                                + " \""
                                + AnswerWithoutPrinciple.shortened(answer.text().plain())
                                + "\" breaks \""
                                + id.value()
                                + "\".",
                            "Write `applies: " + id.value() + "`, or make this answer wrong.")));
  }
}
