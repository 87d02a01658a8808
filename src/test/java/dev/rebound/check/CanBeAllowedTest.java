package dev.rebound.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.app.Catalog;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CanBeAllowedTest {
  private static final List<String> BY_WORDS =
      List.of("FeedbackOffPrinciple", "AnswerContradictsPrinciple");

  /** A new rule is either about how a question is written, or cannot be silenced. */
  @Test
  void whatCanBeSilencedIsAboutQuestions() {
    Set<String> open =
        Catalog.rules().stream()
            .filter(Rule::canBeAllowed)
            .map(Rule::id)
            .collect(Collectors.toSet());
    assertThat(open).containsAll(List.of("NoCorrectAnswer", "SeveralCorrectAnswers"));
    // Words can only hint at a wrong mapping, so an author may know better.
    assertThat(open)
        .filteredOn(rule -> !BY_WORDS.contains(rule))
        .noneMatch(rule -> rule.matches(".*(Principle|Excerpt|Quot|Source|File|Link|Credit).*"));
  }
}
