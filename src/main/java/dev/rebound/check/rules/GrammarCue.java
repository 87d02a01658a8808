package dev.rebound.check.rules;

import dev.rebound.check.Findings;
import dev.rebound.check.StemGrammar;
import dev.rebound.course.Answer;
import dev.rebound.course.Question;

/** Every option finishes the stem's sentence. */
public final class GrammarCue extends ChoiceRule {
  @Override
  boolean readsEnglish() {
    return true;
  }

  @Override
  void question(Question question, Findings found) {
    StemGrammar.of(question.stem()).ifPresent(end -> check(question, end, found));
  }

  private static void check(Question question, StemGrammar end, Findings found) {
    boolean rightFit = right(question).stream().map(ChoiceRule::plain).allMatch(end.fits());
    boolean wrongFit = wrong(question).stream().map(ChoiceRule::plain).anyMatch(end.fits());
    if (rightFit && !wrongFit) {
      Answer key = right(question).get(0);
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
