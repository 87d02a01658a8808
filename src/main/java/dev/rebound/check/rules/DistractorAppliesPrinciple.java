package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;

/** A wrong answer breaks a principle; one that applies a principle would be right. */
public final class DistractorAppliesPrinciple implements FirmRule {
  @Override
  public void check(CheckContext context, Findings found) {
    AnswerRoles.eachAnswer(
        context.content(),
        answer ->
            answer
                .applies()
                .filter(id -> !answer.right())
                .ifPresent(
                    id ->
                        found.at(
                            id.span(),
                            "the wrong "
                                + answer.noun()
                                + " \""
                                + AnswerWithoutPrinciple.shortened(answer.text().plain())
                                + "\" applies \""
                                + id.value()
                                + "\".",
                            "Write `breaks: " + id.value() + "`, or make this answer right.")));
  }
}
