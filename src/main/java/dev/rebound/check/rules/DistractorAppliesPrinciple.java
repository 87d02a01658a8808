package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;

/**
 * A wrong answer breaks a principle; one that applies a principle would be right. With {@code mark:
 * breaks} it is the other way round.
 */
public final class DistractorAppliesPrinciple implements FirmRule {
  @Override
  public void check(CheckContext context, Findings found) {
    AnswerRoles.eachAnswer(
        context.content(),
        (question, answer) ->
            answer
                .applies()
                .filter(id -> answer.right() == question.interaction().breaking())
                .ifPresent(
                    id ->
                        found.at(
                            id.span(),
                            (answer.right() ? "the right " : "the wrong ")
                                + answer.noun()
                                + " \""
                                + AnswerWithoutPrinciple.shortened(answer.text().plain())
                                + "\" applies \""
                                + id.value()
                                + "\".",
                            "Write `breaks: "
                                + id.value()
                                + "`, or make this answer "
                                + (answer.right()
                                    ? "wrong: the question says `mark: breaks`."
                                    : "right."))));
  }
}
