package dev.rebound.check.rules;

import dev.rebound.check.ChoiceItem;
import dev.rebound.check.Findings;

/** A question that takes one of its options has three of them or more. */
public final class TooFewOptions extends ChoiceRule {
  private static final int ENOUGH = 3;

  @Override
  boolean readsEnglish() {
    return false;
  }

  @Override
  void question(ChoiceItem choice, Findings found) {
    int options = choice.answers().size();
    if (choice.takesOne() && options < ENOUGH) {
      found.at(
          choice.question().id().span(),
          "question \""
              + choice.question().id()
              + "\" has "
              + options
              + " options; a guess is right half the time.",
          "Add an option that a learner could believe, or make it a `true-false` question.");
    }
  }
}
