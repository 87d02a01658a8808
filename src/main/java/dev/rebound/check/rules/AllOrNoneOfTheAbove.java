package dev.rebound.check.rules;

import dev.rebound.check.ChoiceItem;
import dev.rebound.check.CueWords;
import dev.rebound.check.Findings;
import dev.rebound.course.Answer;

/** No option is about the other options: all of the above, none of these, both A and B. */
public final class AllOrNoneOfTheAbove extends ChoiceRule {
  @Override
  boolean readsEnglish() {
    return true;
  }

  @Override
  void question(ChoiceItem choice, Findings found) {
    for (Answer answer : choice.answers()) {
      if (CueWords.isAboutOptions(choice.words(answer))) {
        found.at(
            answer.span(),
            "option " + quoted(plain(answer)) + " is about the other options.",
            "Say something that can be right by itself, or use `select: several`.");
      }
    }
  }
}
