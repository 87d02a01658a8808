package dev.rebound.check.rules;

import dev.rebound.check.Findings;
import dev.rebound.course.Question;

/** A question that takes one of its options has three of them or more. */
public final class TooFewOptions extends ChoiceRule {
  private static final int ENOUGH = 3;

  @Override
  boolean readsEnglish() {
    return false;
  }

  @Override
  void question(Question question, Findings found) {
    int options = question.answers().size();
    if (takesOne(question) && options < ENOUGH) {
      found.at(
          question.id().span(),
          "question \""
              + question.id()
              + "\" has "
              + options
              + " options; a guess is right half the time.",
          "Add an option that a learner could believe, or make it a `true-false` question.");
    }
  }
}
