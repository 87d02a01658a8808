package dev.rebound.check.rules;

import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.check.WordStatistics;
import dev.rebound.course.Answer;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.source.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** No question of a course asks what another has asked in almost the same words. */
public final class NearDuplicateQuestion implements Rule {
  /** In tenths, so that all that follows from it is counted in whole numbers. */
  private static final int TOO_NEAR = 7;

  private static final int FEWEST_WORDS = 4;

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Content content, Findings found) {
    for (Course course : content.courses()) {
      if (!WordStatistics.isEnglish(course.language())) {
        continue;
      }
      List<Question> questions = new ArrayList<>();
      List<Set<String>> stems = new ArrayList<>();
      for (QuestionBank bank : course.bankFiles()) {
        for (Question question : bank.questions()) {
          Set<String> words = WordStatistics.stems(words(question));
          if (words.size() >= FEWEST_WORDS) {
            questions.add(question);
            stems.add(words);
          }
        }
      }
      compare(questions, numbered(stems), found);
    }
  }

  /** Each set of stems as their numbers, in order: a rarer stem has a smaller number. */
  private static List<int[]> numbered(List<Set<String>> stems) {
    Map<String, Integer> spread = new HashMap<>();
    stems.forEach(words -> words.forEach(word -> spread.merge(word, 1, Integer::sum)));
    List<String> rarestFirst = new ArrayList<>(spread.keySet());
    rarestFirst.sort(
        Comparator.comparing((String word) -> spread.getOrDefault(word, 0))
            .thenComparing(Comparator.naturalOrder()));
    Map<String, Integer> numbers = new HashMap<>();
    rarestFirst.forEach(word -> numbers.put(word, numbers.size()));
    return stems.stream()
        .map(
            words ->
                words.stream().mapToInt(word -> numbers.getOrDefault(word, 0)).sorted().toArray())
        .toList();
  }

  /**
   * Sets as alike as this share one of their rarest words (prefix filtering): only questions that
   * do are compared, so that a thousand questions are not a million comparisons.
   */
  private static void compare(List<Question> questions, List<int[]> stems, Findings found) {
    int words = stems.stream().flatMapToInt(Arrays::stream).max().orElse(-1) + 1;
    // By word, the questions that have it among their rarest, and how many they are.
    int[][] withWord = new int[words][];
    int[] counts = new int[words];
    int[] comparedWith = new int[stems.size()];
    long[] signatures = stems.stream().mapToLong(NearDuplicateQuestion::signature).toArray();
    for (int i = 0; i < stems.size(); i++) {
      int[] own = stems.get(i);
      int rare = own.length - (TOO_NEAR * own.length + 9) / 10 + 1;
      int first = i;
      for (int w = 0; w < rare; w++) {
        int word = own[w];
        int[] sharing = withWord[word] == null ? new int[4] : withWord[word];
        int count = counts[word]++;
        // In order of the questions: the first that is near is the one to name.
        for (int s = 0; s < count && sharing[s] < first; s++) {
          int other = sharing[s];
          // Words whose bit the other has not are not in the other.
          int alone = Long.bitCount(signatures[i] & ~signatures[other]);
          if (comparedWith[other] != i
              && own.length - alone >= needed(own, stems.get(other))
              && near(stems.get(other), own)) {
            first = other;
          }
          comparedWith[other] = i;
        }
        sharing = count < sharing.length ? sharing : Arrays.copyOf(sharing, 2 * count);
        sharing[count] = i;
        withWord[word] = sharing;
      }
      if (first < i) {
        report(questions.get(first), questions.get(i), found);
      }
    }
  }

  /** One bit for each word, the same for the same word; words may share one. */
  private static long signature(int[] words) {
    long bits = 0;
    for (int word : words) {
      bits |= 1L << (word % Long.SIZE);
    }
    return bits;
  }

  /** How many words two must share to be near. */
  private static int needed(int[] one, int[] other) {
    // common / (one + other - common) >= t, solved for what is common
    return (TOO_NEAR * (one.length + other.length) + 9 + TOO_NEAR) / (10 + TOO_NEAR);
  }

  /** Whether what is common to both is {@link #TOO_NEAR} tenths of all they have. */
  private static boolean near(int[] one, int[] other) {
    int needed = needed(one, other);
    int common = 0;
    int i = 0;
    int j = 0;
    while (common + Math.min(one.length - i, other.length - j) >= needed) {
      if (common >= needed) {
        return true;
      }
      if (one[i] == other[j]) {
        common++;
        i++;
        j++;
      } else if (one[i] < other[j]) {
        i++;
      } else {
        j++;
      }
    }
    return false;
  }

  private static void report(Question first, Question second, Findings found) {
    found.at(
        second.id().span(),
        "question \""
            + second.id()
            + "\" and its right answer say nearly the same as \""
            + first.key()
            + "\".",
        "The first stands at " + first.id().span() + "; ask about another case, or remove one.");
  }

  /** The words of its stem and of its right answers. */
  private static List<String> words(Question question) {
    List<String> words = new ArrayList<>(question.stem().words());
    for (Answer answer : question.answers()) {
      if (answer.right()) {
        words.addAll(answer.text().words());
      }
    }
    return words;
  }
}
