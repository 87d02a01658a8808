package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.check.WordStatistics;
import dev.rebound.course.Answer;
import dev.rebound.course.Course;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.source.Severity;
import dev.rebound.source.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** No question of a course asks what another has asked in almost the same words. */
public final class NearDuplicateQuestion implements Rule {
  /** In tenths, so that all that follows from it is counted in whole numbers. */
  private static final int TOO_NEAR = 7;

  private static final int FEWEST_WORDS = 4;

  /** {@code HTTP}, {@code S3}, {@code CloudFront}: no person is called so. */
  private static final Pattern PRODUCT =
      Pattern.compile(
          "\\b(?:\\p{Lu}{2,}[\\p{L}\\d]*|\\p{L}+\\d[\\p{L}\\d]*|\\p{Lu}?\\p{Ll}+\\p{Lu}[\\p{L}\\d]*)\\b");

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(CheckContext context, Findings found) {
    for (Course course : context.content().courses()) {
      if (!WordStatistics.isEnglish(course.language())) {
        continue;
      }
      List<Question> questions = new ArrayList<>();
      List<Set<String>> stems = new ArrayList<>();
      for (QuestionBank bank : course.bankFiles()) {
        List<Set<String>> inBank =
            context.kept(
                bank,
                NearDuplicateQuestion.class,
                () -> bank.questions().stream().map(NearDuplicateQuestion::stems).toList());
        for (int i = 0; i < inBank.size(); i++) {
          if (inBank.get(i).size() >= FEWEST_WORDS) {
            questions.add(bank.questions().get(i));
            stems.add(inBank.get(i));
          }
        }
      }
      compare(questions, rarestFirst(stems), found);
    }
  }

  /** The same sets as numbers, in order: a rarer stem has a smaller number. */
  private static List<int[]> rarestFirst(List<Set<String>> stems) {
    Map<String, Integer> spread = new HashMap<>();
    stems.forEach(own -> own.forEach(stem -> spread.merge(stem, 1, Integer::sum)));
    Map<String, Integer> numbers = new HashMap<>();
    spread.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(entry -> numbers.put(entry.getKey(), numbers.size()));
    return stems.stream()
        .map(own -> own.stream().mapToInt(stem -> numbers.getOrDefault(stem, 0)).sorted().toArray())
        .toList();
  }

  /**
   * Sets as alike as this share one of their rarest words (prefix filtering): only questions that
   * do are compared, so that a thousand questions are not a million comparisons.
   */
  private static void compare(List<Question> questions, List<int[]> stems, Findings found) {
    int words = 0;
    for (int[] own : stems) {
      words = Math.max(words, own[own.length - 1] + 1);
    }
    // By word, the questions that have it among their rarest.
    Sharing[] withWord = new Sharing[words];
    int[] comparedWith = new int[stems.size()];
    for (int i = 0; i < stems.size(); i++) {
      int[] own = stems.get(i);
      long signature = signature(own);
      // Whoever lacks as many of them is not near, however few words it has.
      int rare = own.length - (TOO_NEAR * own.length + 9) / 10 + 1;
      int first = i;
      for (int w = 0; w < rare; w++) {
        Sharing sharing = withWord[own[w]] == null ? new Sharing() : withWord[own[w]];
        int[] others = sharing.questions;
        long[] signatures = sharing.signatures;
        // In order of the questions: the first that is near is the one to name.
        for (int s = 0; s < sharing.size && others[s] < first; s++) {
          // Words whose bit the other has not are not in the other.
          if (fours(pairs(signature & ~signatures[s])) < rare && comparedWith[others[s]] != i) {
            comparedWith[others[s]] = i;
            if (near(stems.get(others[s]), own)
                && !asksOfAnother(questions.get(others[s]), questions.get(i))) {
              first = others[s];
            }
          }
        }
        sharing.add(i, signature);
        withWord[own[w]] = sharing;
      }
      if (first < i) {
        report(questions.get(first), questions.get(i), found);
      }
    }
  }

  /** Questions, in order, and beside each its signature: most are told apart by that alone. */
  private static final class Sharing {
    int[] questions = new int[4];
    long[] signatures = new long[4];
    int size;

    void add(int question, long signature) {
      if (size == questions.length) {
        questions = Arrays.copyOf(questions, 2 * size);
        signatures = Arrays.copyOf(signatures, 2 * size);
      }
      questions[size] = question;
      signatures[size++] = signature;
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

  /**
   * How many of each four bits are set, as a number in their place. With {@link #fours} it is
   * {@link Long#bitCount}, which is too long for a young JVM to take into a loop.
   */
  private static long pairs(long bits) {
    long two = bits - (bits >>> 1 & 0x5555555555555555L);
    return (two & 0x3333333333333333L) + (two >>> 2 & 0x3333333333333333L);
  }

  private static int fours(long pairs) {
    return (int) (((pairs + (pairs >>> 4) & 0x0F0F0F0F0F0F0F0FL) * 0x0101010101010101L) >>> 56);
  }

  /** Whether what is common to both is {@link #TOO_NEAR} tenths of all they have. */
  private static boolean near(int[] one, int[] other) {
    // common / (one + other - common) >= t, solved for what is common
    int needed = (TOO_NEAR * (one.length + other.length) + 9 + TOO_NEAR) / (10 + TOO_NEAR);
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

  /**
   * Whether one pattern of words asks about two things, each with an answer of its own: "Which port
   * is HTTP's?" and "Which port is SSH's?".
   */
  private static boolean asksOfAnother(Question one, Question other) {
    Set<String> first = WordStatistics.stems(one.stem().words());
    Set<String> second = WordStatistics.stems(other.stem().words());
    int shared = WordStatistics.common(first, second);
    if (first.size() == shared || second.size() == shared) {
      return false;
    }
    List<String> answers = rightWords(one);
    List<String> others = rightWords(other);
    Set<String> right = WordStatistics.stems(answers);
    Set<String> wanted = WordStatistics.stems(others);
    int same = WordStatistics.common(right, wanted);
    boolean otherAnswer =
        !answers.equals(others) && 2 * same <= Math.max(right.size(), wanted.size());
    return otherAnswer || (names(one, second) && names(other, first));
  }

  /** Whether a stem has a product's or a code's name that the other has not. */
  private static boolean names(Question question, Set<String> others) {
    Matcher name = PRODUCT.matcher(question.stem().plain());
    while (name.find()) {
      if (WordStatistics.common(WordStatistics.stems(Words.texts(name.group())), others) == 0) {
        return true;
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

  /** Those of its stem and of its right answers. */
  private static Set<String> stems(Question question) {
    List<String> words = new ArrayList<>(question.stem().words());
    words.addAll(rightWords(question));
    return WordStatistics.stems(words);
  }

  private static List<String> rightWords(Question question) {
    List<String> words = new ArrayList<>();
    for (Answer answer : question.answers()) {
      if (answer.right()) {
        words.addAll(answer.text().words());
      }
    }
    return words;
  }
}
