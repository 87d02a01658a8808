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
  private static final double TOO_NEAR = .7;
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
          Set<String> words = WordStatistics.stems(text(question));
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
    // By word, the questions that have it among their rarest, and how many they are.
    Map<Integer, int[]> withWord = new HashMap<>();
    Map<Integer, Integer> counts = new HashMap<>();
    int[] comparedWith = new int[stems.size()];
    long[] signatures = stems.stream().mapToLong(NearDuplicateQuestion::signature).toArray();
    for (int i = 0; i < stems.size(); i++) {
      int[] words = stems.get(i);
      int rare = words.length - (int) Math.ceil(TOO_NEAR * words.length) + 1;
      int first = i;
      for (int w = 0; w < rare; w++) {
        int[] sharing = withWord.getOrDefault(words[w], new int[4]);
        int count = counts.merge(words[w], 1, Integer::sum) - 1;
        // In order of the questions: the first that is near is the one to name.
        for (int s = 0; s < count && sharing[s] < first; s++) {
          int other = sharing[s];
          // Words whose bit the other has not are not in the other.
          int alone = Long.bitCount(signatures[i] & ~signatures[other]);
          if (words.length - alone >= needed(words, stems.get(other))
              && comparedWith[other] != i
              && near(stems.get(other), words)) {
            first = other;
          }
          comparedWith[other] = i;
        }
        sharing = count < sharing.length ? sharing : Arrays.copyOf(sharing, 2 * count);
        sharing[count] = i;
        withWord.put(words[w], sharing);
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
    return (int) Math.ceil(TOO_NEAR / (1 + TOO_NEAR) * (one.length + other.length) - 1e-9);
  }

  /** Whether what is common to both is {@link #TOO_NEAR} of all they have. */
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

  private static String text(Question question) {
    StringBuilder text = new StringBuilder(question.stem().plain());
    question.answers().stream()
        .filter(Answer::right)
        .forEach(answer -> text.append(' ').append(answer.text().plain()));
    return text.toString();
  }
}
