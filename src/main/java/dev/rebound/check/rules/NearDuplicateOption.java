package dev.rebound.check.rules;

import dev.rebound.check.ChoiceItem;
import dev.rebound.check.Findings;
import dev.rebound.check.WordStatistics;
import dev.rebound.course.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Options differ in what they say, and not in a word, its form, or the order of words alone. */
public final class NearDuplicateOption extends ChoiceRule {
  private static final int FEWEST_WORDS = 3;
  private static final int FEWEST_WORDS_BUT_ONE = 5;

  /** Two words moved may be one thing of a list, whose order is what is asked. */
  private static final int FEWEST_WORDS_MOVED = 2;

  /** Where the order is what is asked, the same words in another order say something else. */
  private static final Set<String> ORDERING =
      Set.of(
          "after", "before", "earlier", "finally", "first", "from", "into", "last", "later", "less",
          "more", "next", "over", "than", "then", "to", "under", "until");

  /** A word that turns a sentence round, or tells one amount from another, is a difference. */
  private static final Set<String> TELLING =
      Set.of(
          "all", "always", "both", "but", "can't", "cannot", "don't", "every", "few", "isn't",
          "less", "more", "most", "never", "no", "nobody", "none", "not", "nothing", "only",
          "without", "won't");

  /** What is wrong between two options; nothing where they differ. */
  private enum Likeness {
    NONE(""),
    ORDER("say the same in another order"),
    FORM("differ in the form of a word alone"),
    ONE_WORD("differ in one word alone");

    final String said;

    Likeness(String said) {
      this.said = said;
    }
  }

  @Override
  boolean readsEnglish() {
    return true;
  }

  @Override
  void question(ChoiceItem choice, Findings found) {
    List<Answer> answers = choice.answers();
    List<int[]> byOneWord = new ArrayList<>();
    for (int i = 1; i < answers.size(); i++) {
      for (int j = 0; j < i; j++) {
        Likeness likeness = likeness(choice.words(j), choice.words(i));
        if (likeness == Likeness.NONE || DuplicateOption.sameText(answers.get(j), answers.get(i))) {
          continue;
        }
        if (likeness == Likeness.ONE_WORD) {
          byOneWord.add(new int[] {j, i});
        } else {
          report(answers.get(j), answers.get(i), likeness, found);
        }
      }
    }
    // Options that all have one frame are a series, made to differ in that word.
    boolean series = byOneWord.size() >= answers.size() - 1;
    if (!series) {
      byOneWord.forEach(
          pair -> report(answers.get(pair[0]), answers.get(pair[1]), Likeness.ONE_WORD, found));
    }
  }

  private static void report(Answer one, Answer other, Likeness likeness, Findings found) {
    found.at(
        other.span(),
        "options "
            + quoted(plain(one))
            + " and "
            + quoted(plain(other))
            + " "
            + likeness.said
            + ".",
        "Let each option be another thought: a learner who sees the pair looks no further.");
  }

  private static Likeness likeness(List<String> one, List<String> other) {
    if (Math.min(one.size(), other.size()) < FEWEST_WORDS
        || Math.abs(one.size() - other.size()) > 1) {
      return Likeness.NONE;
    }
    if (one.size() == other.size() && mayBeOneSet(one, other)) {
      if (stems(one).equals(stems(other))) {
        return one.equals(other) ? Likeness.NONE : Likeness.FORM;
      }
      if (one.stream().sorted().toList().equals(other.stream().sorted().toList())) {
        return one.stream().anyMatch(ORDERING::contains) && !partsExchanged(one, other)
            ? Likeness.NONE
            : Likeness.ORDER;
      }
    }
    return differInOne(one, other) ? Likeness.ONE_WORD : Likeness.NONE;
  }

  /** Whether the words may have the same stems, or be the same in another order. */
  private static boolean mayBeOneSet(List<String> one, List<String> other) {
    int letters = 0;
    for (int i = 0; i < one.size(); i++) {
      letters += one.get(i).charAt(0) - other.get(i).charAt(0);
    }
    return letters == 0;
  }

  /** Whether two parts have changed places, with nothing or an "and" between them. */
  private static boolean partsExchanged(List<String> one, List<String> other) {
    int size = one.size();
    for (int i = 1; i < size; i++) {
      List<String> first = one.subList(0, i);
      boolean rotated =
          Math.min(i, size - i) >= FEWEST_WORDS_MOVED
              && other.subList(size - i, size).equals(first)
              && other.subList(0, size - i).equals(one.subList(i, size));
      boolean aroundAnd =
          i + 1 < size
              && one.get(i).equals("and")
              && other.equals(joined(one.subList(i + 1, size), "and", first));
      if (rotated || aroundAnd) {
        return true;
      }
    }
    return false;
  }

  private static List<String> joined(List<String> first, String word, List<String> last) {
    List<String> all = new ArrayList<>(first);
    all.add(word);
    all.addAll(last);
    return all;
  }

  private static List<String> stems(List<String> words) {
    return words.stream().map(WordStatistics::stem).toList();
  }

  private static boolean differInOne(List<String> one, List<String> other) {
    List<String> longer = one.size() >= other.size() ? one : other;
    List<String> shorter = one.size() >= other.size() ? other : one;
    if (shorter.size() < FEWEST_WORDS_BUT_ONE - 1) {
      return false;
    }
    int start = 0;
    while (start < shorter.size() && shorter.get(start).equals(longer.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter.size() - start
        && shorter.get(shorter.size() - 1 - end).equals(longer.get(longer.size() - 1 - end))) {
      end++;
    }
    List<String> inLonger = longer.subList(start, longer.size() - end);
    List<String> inShorter = shorter.subList(start, shorter.size() - end);
    return inLonger.size() == 1
        && inShorter.size() <= 1
        && longer.size() >= FEWEST_WORDS_BUT_ONE
        && inLonger.stream().noneMatch(NearDuplicateOption::tells)
        && inShorter.stream().noneMatch(NearDuplicateOption::tells);
  }

  private static boolean tells(String word) {
    return TELLING.contains(word) || word.chars().anyMatch(Character::isDigit);
  }
}
