package dev.rebound.check.rules;

import dev.rebound.check.Findings;
import dev.rebound.check.WordStatistics;
import dev.rebound.course.Answer;
import dev.rebound.course.Question;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The right option is not the one that sounds like the stem. */
public final class RepeatedWordCue extends ChoiceRule {
  @Override
  boolean readsEnglish() {
    return true;
  }

  @Override
  void question(Question question, Findings found) {
    Map<String, String> stem = WordStatistics.contentWords(question.stem().words());
    Map<String, String> repeated = new LinkedHashMap<>(stem);
    for (Answer answer : right(question)) {
      repeated.keySet().retainAll(WordStatistics.stems(answer.text().words()));
    }
    Set<String> inKey = new HashSet<>(repeated.keySet());
    for (Answer answer : wrong(question)) {
      Set<String> theirs = new HashSet<>(WordStatistics.stems(answer.text().words()));
      repeated.keySet().removeAll(theirs);
      theirs.retainAll(stem.keySet());
      theirs.removeAll(inKey);
      if (!theirs.isEmpty()) {
        // A wrong option has a word of the stem to itself, too, so the words point nowhere.
        return;
      }
    }
    if (!repeated.isEmpty()) {
      found.at(
          right(question).get(0).span(),
          "of all options only what is right repeats "
              + listed(repeated.values())
              + " from the stem.",
          "Say it in other words, or use the word in a wrong option, too.");
    }
  }
}
