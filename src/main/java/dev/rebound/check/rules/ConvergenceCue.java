package dev.rebound.check.rules;

import dev.rebound.check.Choice;
import dev.rebound.check.Findings;
import dev.rebound.check.Stems;
import dev.rebound.source.Severity;

/** The right option is not the one in the middle, of which all others are variations. */
public final class ConvergenceCue extends ChoiceRule {
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
    int options = choice.answers().size();
    if (!choice.takesOne() || options < 3) {
      return;
    }
    Stems key = Stems.of(choice.key().text().words());
    Stems[] others = new Stems[options - 1];
    int[] withKey = new int[options - 1];
    int ofKey = 0;
    for (int i = 0; i < others.length; i++) {
      others[i] = Stems.of(choice.wrong().get(i).text().words());
      withKey[i] = key.common(others[i]);
      if (withKey[i] == 0) {
        return;
      }
      ofKey += withKey[i];
    }
    for (int i = 0; i < others.length; i++) {
      int total = withKey[i];
      for (int other = 0; other < others.length; other++) {
        total += other == i ? 0 : others[i].common(others[other]);
      }
      if (total >= ofKey) {
        return;
      }
    }
    found.at(
        choice.key().span(),
        "the right option shares more words with the others than they do among each other, as if they were made from it.",
        "Spread the words that options share, so that no option is the middle.");
  }
}
