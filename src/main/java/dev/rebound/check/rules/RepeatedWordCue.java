package dev.rebound.check.rules;

import dev.rebound.check.Choice;
import dev.rebound.check.Findings;
import dev.rebound.check.Stems;
import dev.rebound.course.Answer;
import dev.rebound.source.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The right option is not the one that sounds like the stem. */
public final class RepeatedWordCue extends ChoiceRule {
  @Override
  boolean readsEnglish() {
    return true;
  }

  @Override
  void question(Choice choice, Findings found) {
    int[] words = choice.question().stem().words();
    Stems stem = Stems.of(words);
    Stems inKey = stem;
    for (Answer answer : choice.right()) {
      inKey = inKey.and(Stems.of(answer.text().words()));
    }
    Stems repeated = inKey;
    for (Answer answer : choice.wrong()) {
      if (repeated.isEmpty()) {
        return;
      }
      Stems theirs = Stems.of(answer.text().words());
      repeated = repeated.without(theirs);
      if (!theirs.and(stem).without(inKey).isEmpty()) {
        // A wrong option has a word of the stem to itself, too, so the words point nowhere.
        return;
      }
    }
    if (!repeated.isEmpty()) {
      found.at(
          choice.key().span(),
          "of all options only what is right repeats "
              + listed(first(words, repeated))
              + " from the stem.",
          "Say it in other words, or use the word in a wrong option, too.");
    }
  }

  /** Of the words of a text the first with each of these stems. */
  private static List<String> first(int[] words, Stems stems) {
    List<String> first = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    for (int word : words) {
      int stem = Stems.of(word);
      if (stem >= 0 && stems.contains(stem) && seen.add(stem)) {
        first.add(Words.text(word));
      }
    }
    return first;
  }
}
