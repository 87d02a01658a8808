package dev.rebound.check.rules;

import dev.rebound.check.ChoiceItem;
import dev.rebound.check.Findings;
import dev.rebound.check.Stem;
import dev.rebound.check.WordStatistics;
import dev.rebound.source.Prose;
import dev.rebound.source.Words;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A stem asks something that could be answered before the options are read. */
public final class UnfocusedStem extends ChoiceRule {
  private static final int FEWEST_WORDS = 3;

  private static final Pattern GAP =
      Pattern.compile(
          "_{2,}|(?<![\\p{L}\\p{N}])_(?![\\p{L}\\p{N}])|\\.{4,}|…[.)\"”]*$|\\.{3}$|\\[ *\\]|\\( *\\)");

  /** A riddle, or a question without its mark: it tells of what the learner is to name. */
  private static final Pattern CLUE =
      Pattern.compile(
          "(?i)\\b(?:this|these)\\b(?! *[:,])|^(?:he|she|it|they|we|who|whose|what|which|when|where|why|how) "
              + "|^(?:as|at|born|by|called|during|for|from|in|known|named|of|often|on|once|with)\\b[^,.]*, (?:he|she|it|they) ");

  /** What a stem says that is about no subject. */
  private static final Set<String> EMPTY =
      Set.copyOf(
          WordStatistics.stems(
              Words.texts(
                  """
              answer applies apply best choose correct false fit fits following hold holds option
              options pick right select sentence sentences statement statements true wrong
              """)));

  private static final Set<String> TELLING =
      Set.of(
          "choose",
          "complete",
          "decide",
          "describe",
          "explain",
          "find",
          "finish",
          "guess",
          "identify",
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
  void question(ChoiceItem choice, Findings found) {
    Prose asked = choice.question().stem();
    String stem = choice.stem();
    String wrong = "";
    if (!Stem.asks(stem)
        && !Stem.isUnfinished(stem)
        && !tells(stem)
        && !hasGap(stem)
        && !isClue(stem)) {
      wrong = "asks nothing";
    } else if (choice.stemWords().size() < FEWEST_WORDS) {
      wrong = "is too short to ask something";
    } else if (EMPTY.containsAll(WordStatistics.stems(choice.stemWords()))) {
      wrong = "does not say what it is about";
    }
    if (!wrong.isEmpty()) {
      found.at(
          asked.span(),
          "this stem " + wrong + ", so the options have to: " + quoted(stem) + ".",
          "Ask a question that a learner could answer with the options covered.");
    }
  }

  /** A place to fill: the options finish the sentence, wherever it is. */
  private static boolean hasGap(String stem) {
    return GAP.matcher(stem).find();
  }

  private static boolean isClue(String stem) {
    return CLUE.matcher(stem).find();
  }

  private static boolean tells(String stem) {
    List<String> task = Words.texts(Stem.task(stem));
    return !task.isEmpty() && TELLING.contains(task.get(0));
  }
}
