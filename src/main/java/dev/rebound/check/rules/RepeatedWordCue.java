package dev.rebound.check.rules;

import dev.rebound.check.ChoiceItem;
import dev.rebound.check.Findings;
import dev.rebound.check.WordStatistics;
import dev.rebound.course.Answer;
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
  void question(ChoiceItem choice, Findings found) {
    Set<String> stem = WordStatistics.stems(choice.stemWords());
    Set<String> inKey = new HashSet<>(stem);
    for (Answer answer : choice.right()) {
      inKey.retainAll(WordStatistics.stems(choice.words(answer)));
    }
    Set<String> repeated = new HashSet<>(inKey);
    for (Answer answer : choice.wrong()) {
      if (repeated.isEmpty()) {
        return;
      }
      Set<String> theirs = WordStatistics.stems(choice.words(answer));
      repeated.removeAll(theirs);
      theirs.retainAll(stem);
      if (!inKey.containsAll(theirs)) {
        // A wrong option has a word of the stem to itself, too, so the words point nowhere.
        return;
      }
    }
    if (!repeated.isEmpty()) {
      found.at(
          choice.key().span(),
          "of all options only what is right repeats "
              + listed(first(choice.stemWords(), repeated))
              + " from the stem.",
          "Say it in other words, or use the word in a wrong option, too.");
    }
  }

  /** Of the words of a text the first with each of these stems. */
  private static List<String> first(List<String> words, Set<String> stems) {
    List<String> first = new ArrayList<>();
    Set<String> left = new HashSet<>(stems);
    for (String word : words) {
      if (WordStatistics.carriesContent(word) && left.remove(WordStatistics.stem(word))) {
        first.add(word);
      }
    }
    return first;
  }
}
