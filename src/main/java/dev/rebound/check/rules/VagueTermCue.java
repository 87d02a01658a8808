package dev.rebound.check.rules;

import dev.rebound.check.Choice;
import dev.rebound.check.CueWords;
import dev.rebound.check.Findings;
import dev.rebound.course.Answer;
import dev.rebound.source.Severity;

/** Words like "usually" do not mark the right option. */
public final class VagueTermCue extends ChoiceRule {
  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  boolean readsEnglish() {
    return true;
  }

  @Override
  void question(Choice choice, Findings found) {
    if (CueWords.VAGUE.inEach(choice.right()) && !CueWords.VAGUE.inAny(choice.wrong())) {
      Answer key = choice.key();
      found.at(
          key.span(),
          "only what is right has a careful word like "
              + listed(CueWords.VAGUE.in(key.text()))
              + ".",
          "Say it without the word, or use one in a wrong option, too.");
    }
  }
}
