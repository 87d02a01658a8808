package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Scenario;

/**
 * A right answer applies a principle; it cannot break one, unless the question asks for what breaks
 * it. Nor can a reply do both.
 */
public final class CorrectAnswerBreaksPrinciple implements FirmRule {
  @Override
  public void check(CheckContext context, Findings found) {
    Content content = context.content();
    AnswerRoles.eachAnswer(
        content,
        (question, answer) ->
            answer
                .breaks()
                .filter(id -> answer.right() != question.interaction().breaking())
                .ifPresent(
                    id ->
                        found.at(
                            id.span(),
                            (answer.right() ? "the right " : "the wrong ")
                                + answer.noun()
                                + " \""
                                + AnswerWithoutPrinciple.shortened(answer.text().plain())
                                + "\" breaks \""
                                + id.value()
                                + "\".",
                            "Write `applies: "
                                + id.value()
                                + "`, or make this answer "
                                + (answer.right()
                                    ? "wrong."
                                    : "right: the question says `mark: breaks`."))));
    for (Course course : content.courses()) {
      for (Scenario scenario : course.scenarioFiles()) {
        for (Scenario.Node node : scenario.nodes()) {
          node.replies().forEach(reply -> reply(reply, found));
        }
      }
    }
  }

  private static void reply(Scenario.Reply reply, Findings found) {
    if (reply.applies().isPresent() && reply.breaks().isPresent()) {
      found.at(
          reply.breaks().get().span(),
          "reply \""
              + AnswerWithoutPrinciple.shortened(reply.text().plain())
              + "\" applies \""
              + reply.applies().get().value()
              + "\" and breaks \""
              + reply.breaks().get().value()
              + "\".",
          "Keep the one that counts here, or make two replies of it.");
    }
  }
}
