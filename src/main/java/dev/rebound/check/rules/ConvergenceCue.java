package dev.rebound.check.rules;

import dev.rebound.check.ChoiceItem;
import dev.rebound.check.Findings;
import dev.rebound.check.WordStatistics;
import dev.rebound.source.Severity;
import java.util.List;
import java.util.Set;

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
  void question(ChoiceItem choice, Findings found) {
    int options = choice.answers().size();
    if (!choice.takesOne() || options < 3) {
      return;
    }
    Set<String> key = WordStatistics.stems(choice.words(choice.key()));
    List<Set<String>> others =
        choice.wrong().stream().map(one -> WordStatistics.stems(choice.words(one))).toList();
    int ofKey = 0;
    for (Set<String> other : others) {
      int withKey = WordStatistics.common(key, other);
      if (withKey == 0) {
        return;
      }
      ofKey += withKey;
    }
    for (Set<String> one : others) {
      int total = WordStatistics.common(key, one);
      for (Set<String> other : others) {
        total += other == one ? 0 : WordStatistics.common(one, other);
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
