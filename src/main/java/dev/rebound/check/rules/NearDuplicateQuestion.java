package dev.rebound.check.rules;

import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.check.WordStatistics;
import dev.rebound.course.Answer;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Question;
import dev.rebound.source.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** No question of a course asks what another has asked in almost the same words. */
public final class NearDuplicateQuestion implements Rule {
  private static final double TOO_NEAR = .7;
  private static final int FEWEST_WORDS = 4;

  private record Asked(Question question, Set<String> words) {}

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
      List<Asked> all =
          course.bankFiles().stream()
              .flatMap(bank -> bank.questions().stream())
              .map(question -> new Asked(question, WordStatistics.stems(text(question))))
              .filter(asked -> asked.words.size() >= FEWEST_WORDS)
              .toList();
      compare(all, found);
    }
  }

  /**
   * Sets as alike as this share one of their rarest words (prefix filtering): only questions that
   * do are compared, so that a thousand questions are not a million comparisons.
   */
  private static void compare(List<Asked> all, Findings found) {
    Map<String, Integer> spread = new HashMap<>();
    all.forEach(asked -> asked.words.forEach(word -> spread.merge(word, 1, Integer::sum)));
    Comparator<String> rarestFirst =
        Comparator.comparing((String word) -> spread.getOrDefault(word, 0))
            .thenComparing(Comparator.naturalOrder());
    Map<String, List<Integer>> withWord = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      Asked asked = all.get(i);
      int size = asked.words.size();
      int rare = size - (int) Math.ceil(TOO_NEAR * size) + 1;
      List<String> rarest = asked.words.stream().sorted(rarestFirst).limit(rare).toList();
      rarest.stream()
          .flatMap(word -> withWord.getOrDefault(word, List.of()).stream())
          .distinct()
          .sorted()
          .map(all::get)
          .filter(first -> near(first, asked))
          .findFirst()
          .ifPresent(first -> report(first.question, asked.question, found));
      for (String word : rarest) {
        withWord.computeIfAbsent(word, key -> new ArrayList<>()).add(i);
      }
    }
  }

  private static boolean near(Asked one, Asked other) {
    double fewer = Math.min(one.words.size(), other.words.size());
    double more = Math.max(one.words.size(), other.words.size());
    // Sets of too different sizes need not be compared.
    return fewer / more >= TOO_NEAR && WordStatistics.jaccard(one.words, other.words) >= TOO_NEAR;
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
