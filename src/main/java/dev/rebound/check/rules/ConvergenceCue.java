package dev.rebound.check.rules;

import dev.rebound.check.Findings;
import dev.rebound.check.WordStatistics;
import dev.rebound.course.Answer;
import dev.rebound.course.Question;
import dev.rebound.source.Severity;
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
  void question(Question question, Findings found) {
    if (!takesOne(question) || question.answers().size() < 3) {
      return;
    }
    Answer key = right(question).get(0);
    boolean meetsAll = wrong(question).stream().allMatch(other -> shared(key, other) > 0);
    if (meetsAll
        && wrong(question).stream()
            .allMatch(other -> total(question, other) < total(question, key))) {
      found.at(
          key.span(),
          "the right option shares more words with the others than they do among each other, as if they were made from it.",
          "Spread the words that options share, so that no option is the middle.");
    }
  }

  private static int total(Question question, Answer answer) {
    return question.answers().stream()
        .filter(other -> !other.equals(answer))
        .mapToInt(other -> shared(answer, other))
        .sum();
  }

  private static int shared(Answer one, Answer other) {
    Set<String> words = WordStatistics.stems(one.text().words());
    return WordStatistics.common(words, WordStatistics.stems(other.text().words()));
  }
}
