package dev.rebound.check.rules;

import dev.rebound.check.ChoiceItem;
import dev.rebound.check.Findings;
import dev.rebound.check.WordStatistics;
import dev.rebound.course.Answer;
import dev.rebound.course.Question;
import dev.rebound.source.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The right option does not stand out by its length, in a question or over a bank. */
public final class LongestIsCorrect extends ChoiceRule {
  @Override
  boolean readsEnglish() {
    return false;
  }

  @Override
  void question(ChoiceItem choice, Findings found) {
    if (!choice.takesOne()) {
      return;
    }
    Answer key = choice.key();
    int longest = 0;
    int mostWords = 0;
    for (Answer answer : choice.wrong()) {
      longest = Math.max(longest, length(answer));
      mostWords = Math.max(mostWords, choice.words(answer).size());
    }
    if (length(key) > 1.25 * longest && choice.words(key).size() >= mostWords + 3) {
      found.at(
          key.span(),
          "the right option is much longer than all others: "
              + choice.words(key).size()
              + " words against "
              + mostWords
              + ".",
          "Shorten it, and leave reasons to the feedback; or make a wrong option as exact.");
    }
  }

  @Override
  void bank(List<ChoiceItem> choices, Findings found) {
    List<Question> given = new ArrayList<>();
    double[] chances = new double[choices.size()];
    int single = 0;
    for (ChoiceItem choice : choices) {
      if (choice.takesOne()) {
        chances[single++] = 1.0 / choice.answers().size();
        if (keyIsLongest(choice)) {
          given.add(choice.question());
        }
      }
    }
    double p = WordStatistics.atLeast(given.size(), Arrays.copyOf(chances, single));
    if (p < .05) {
      found.at(
          Severity.ERROR,
          given.get(0).id().span(),
          "in "
              + given.size()
              + " of "
              + single
              + " questions of this quiz the right option is the longest; by chance that happens with p = "
              + chance(p)
              + ".",
          "Shorten the right option, or lengthen a wrong one, in: "
              + String.join(", ", given.stream().map(q -> q.id().value()).toList())
              + ".");
    }
  }

  private static boolean keyIsLongest(ChoiceItem choice) {
    int key = length(choice.key());
    for (Answer answer : choice.wrong()) {
      if (length(answer) >= key) {
        return false;
      }
    }
    return true;
  }

  private static int length(Answer answer) {
    String text = plain(answer);
    return text.codePointCount(0, text.length());
  }
}
