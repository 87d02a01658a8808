package dev.rebound.check.rules;

import dev.rebound.check.ChoiceItem;
import dev.rebound.check.Findings;
import dev.rebound.check.StemGrammar;
import dev.rebound.course.Answer;

/** Every option finishes the stem's sentence. */
public final class GrammarCue extends ChoiceRule {
  @Override
  boolean readsEnglish() {
    return true;
  }

  @Override
  void question(ChoiceItem choice, Findings found) {
    StemGrammar.of(choice.stem(), choice.stemWords()).ifPresent(end -> check(choice, end, found));
  }

  private static void check(ChoiceItem choice, StemGrammar end, Findings found) {
    boolean rightFit = choice.right().stream().map(ChoiceRule::plain).allMatch(end.fits());
    boolean wrongFit = choice.wrong().stream().map(ChoiceRule::plain).anyMatch(end.fits());
    if (rightFit && !wrongFit) {
      Answer key = choice.key();
      String last = end.last();
      found.at(
          key.span(),
          "only what is right can follow the stem's last word \"" + last + "\".",
          last.startsWith("a") && last.length() < 3
              ? "Take \"" + last + "\" out of the stem and put an article into each option."
              : "Make the options all one or all many, or end the stem in another word.");
    }
  }
}
