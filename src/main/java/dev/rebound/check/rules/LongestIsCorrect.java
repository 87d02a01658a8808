package dev.rebound.check.rules;

import dev.rebound.check.Findings;
import dev.rebound.check.WordStatistics;
import dev.rebound.course.Answer;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.source.Severity;
import java.util.Comparator;
import java.util.List;

/** The right option does not stand out by its length, in a question or over a bank. */
public final class LongestIsCorrect extends ChoiceRule {
  @Override
  boolean readsEnglish() {
    return false;
  }

  @Override
  void question(Question question, Findings found) {
    if (!takesOne(question)) {
      return;
    }
    Answer key = right(question).get(0);
    Answer longest =
        wrong(question).stream()
            .max(Comparator.comparingInt(LongestIsCorrect::length))
            .orElseThrow();
    int mostWords = wrong(question).stream().mapToInt(LongestIsCorrect::words).max().orElseThrow();
    if (length(key) > 1.25 * length(longest) && words(key) >= mostWords + 3) {
      found.at(
          key.span(),
          "the right option is much longer than all others: "
              + words(key)
              + " words against "
              + mostWords
              + ".",
          "Shorten it, and leave reasons to the feedback; or make a wrong option as exact.");
    }
  }

  @Override
  void bank(QuestionBank bank, List<Question> choices, Findings found) {
    List<Question> single = choices.stream().filter(ChoiceRule::takesOne).toList();
    List<Question> given = single.stream().filter(LongestIsCorrect::keyIsLongest).toList();
    double p =
        WordStatistics.atLeast(
            given.size(), single.stream().map(q -> 1.0 / q.answers().size()).toList());
    if (p < .05) {
      found.at(
          Severity.ERROR,
          given.get(0).id().span(),
          "in "
              + given.size()
              + " of "
              + single.size()
              + " questions of this quiz the right option is the longest; by chance that happens with p = "
              + chance(p)
              + ".",
          "Shorten the right option, or lengthen a wrong one, in: "
              + String.join(", ", given.stream().map(q -> q.id().value()).toList())
              + ".");
    }
  }

  private static boolean keyIsLongest(Question question) {
    int key = length(right(question).get(0));
    return wrong(question).stream().allMatch(answer -> length(answer) < key);
  }

  private static int length(Answer answer) {
    String text = plain(answer);
    return text.codePointCount(0, text.length());
  }

  private static int words(Answer answer) {
    return answer.text().words().size();
  }
}
