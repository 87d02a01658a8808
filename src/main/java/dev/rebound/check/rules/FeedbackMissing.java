package dev.rebound.check.rules;

import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.course.Content;

/** Every answer tells the learner why it is right or wrong. */
public final class FeedbackMissing implements Rule {
  @Override
  public void check(Content content, Findings found) {
    AnswerRoles.eachAnswer(
        content,
        answer -> {
          if (answer.feedback().filter(text -> !text.isBlank()).isEmpty()) {
            found.at(
                answer.span(),
                answer.noun()
                    + " "
                    + ChoiceRule.quoted(answer.text().plain())
                    + " has no feedback.",
                answer.right()
                    ? "Add `feedback:` that says why it is right."
                    : "Add `feedback:` that says what it overlooks.");
          }
        });
  }
}
