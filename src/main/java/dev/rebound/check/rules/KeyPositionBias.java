package dev.rebound.check.rules;

import dev.rebound.check.ChoiceItem;
import dev.rebound.check.Findings;
import dev.rebound.check.WordStatistics;
import dev.rebound.course.Answer;
import dev.rebound.course.Question;
import java.util.ArrayList;
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
  void bank(List<ChoiceItem> choices, Findings found) {
    List<Question> single =
        choices.stream().filter(ChoiceItem::takesOne).map(ChoiceItem::question).toList();
    int positions = 0;
    for (Question question : single) {
      positions = Math.max(positions, question.answers().size());
    }
    for (int position = 0; position < positions; position++) {
      List<Question> here = new ArrayList<>();
      double[] chances = new double[single.size()];
      for (int i = 0; i < chances.length; i++) {
        List<Answer> answers = single.get(i).answers();
        chances[i] = position < answers.size() ? 1.0 / answers.size() : 0;
        if (position < answers.size() && answers.get(position).right()) {
          here.add(single.get(i));
        }
      }
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
