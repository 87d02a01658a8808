package dev.rebound.check.rules;

import dev.rebound.check.Findings;
import dev.rebound.check.Stem;
import dev.rebound.check.WordStatistics;
import dev.rebound.course.Question;
import dev.rebound.source.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A stem asks something that could be answered before the options are read. */
public final class UnfocusedStem extends ChoiceRule {
  private static final int FEWEST_WORDS = 3;

  /** What a stem says that is about no subject. */
  private static final Set<String> EMPTY =
      Set.of(
              "answer",
              "best",
              "choose",
              "correct",
              "false",
              "following",
              "hold",
              "holds",
              "option",
              "pick",
              "right",
              "select",
              "sentence",
              "statement",
              "true",
              "wrong",
              "statements",
              "sentences",
              "options",
              "applies",
              "apply",
              "fits",
              "fit")
          .stream()
          .flatMap(word -> WordStatistics.stems(List.of(word)).stream())
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> TELLING =
      Set.of(
          "choose",
          "complete",
          "decide",
          "find",
          "finish",
          "mark",
          "match",
          "name",
          "pick",
          "select",
          "say",
          "tell",
          "tick");

  @Override
  boolean readsEnglish() {
    return true;
  }

  @Override
  void question(Question question, Findings found) {
    String stem = question.stem().plain();
    String wrong = "";
    if (!Stem.asks(stem) && !Stem.isUnfinished(stem) && !tells(stem)) {
      wrong = "asks nothing";
    } else if (question.stem().words().size() < FEWEST_WORDS) {
      wrong = "is too short to ask something";
    } else if (EMPTY.containsAll(WordStatistics.stems(question.stem().words()))) {
      wrong = "does not say what it is about";
    }
    if (!wrong.isEmpty()) {
      found.at(
          question.stem().span(),
          "this stem " + wrong + ", so the options have to: " + quoted(stem) + ".",
          "Ask a question that a learner could answer with the options covered.");
    }
  }

  private static boolean tells(String stem) {
    List<String> task = Words.texts(Stem.task(stem));
    return !task.isEmpty() && TELLING.contains(task.get(0));
  }
}
