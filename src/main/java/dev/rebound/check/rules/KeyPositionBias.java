package dev.rebound.check.rules;

import dev.rebound.check.Findings;
import dev.rebound.check.WordStatistics;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import java.util.List;

/** The right options of a bank are spread over the positions. */
public final class KeyPositionBias extends ChoiceRule {
  private static final List<String> ORDINAL =
      List.of("first", "second", "third", "fourth", "fifth");

  @Override
  boolean readsEnglish() {
    return false;
  }

  @Override
  void bank(QuestionBank bank, List<Question> choices, Findings found) {
    List<Question> single = choices.stream().filter(ChoiceRule::takesOne).toList();
    int positions = single.stream().mapToInt(q -> q.answers().size()).max().orElse(0);
    for (int i = 0; i < positions; i++) {
      int position = i;
      List<Question> here =
          single.stream()
              .filter(q -> position < q.answers().size())
              .filter(q -> q.answers().get(position).right())
              .toList();
      List<Double> chances =
          single.stream()
              .map(q -> position < q.answers().size() ? 1.0 / q.answers().size() : 0.0)
              .toList();
      // Every position is tried, and each try could succeed by chance (Bonferroni).
      double p = Math.min(1, positions * WordStatistics.atLeast(here.size(), chances));
      if (p < .05) {
        found.at(
            here.get(0).id().span(),
            "in "
                + here.size()
                + " of "
                + single.size()
                + " questions of this quiz the right option is the "
                + (position < ORDINAL.size() ? ORDINAL.get(position) : (position + 1) + "th")
                + "; by chance a position gets so many with p = "
                + chance(p)
                + ".",
            "Move some of them to other positions.");
      }
    }
  }
}
