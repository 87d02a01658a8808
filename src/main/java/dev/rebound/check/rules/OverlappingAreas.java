package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.course.Course;
import dev.rebound.course.Interaction;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import java.util.List;

/** A point of a picture belongs to one area at most: a click there is one answer. */
public final class OverlappingAreas implements Rule {
  @Override
  public void check(CheckContext context, Findings found) {
    for (Course course : context.content().courses()) {
      for (QuestionBank bank : course.bankFiles()) {
        bank.questions().forEach(question -> check(question, found));
      }
    }
  }

  private static void check(Question question, Findings found) {
    List<Interaction.Choice> areas = question.interaction().choices();
    for (int later = 1; later < areas.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        if (overlap(areas.get(earlier), areas.get(later))) {
          found.at(
              question.answers().get(later).span(),
              "area \""
                  + areas.get(later).text().plain()
                  + "\" overlaps area \""
                  + areas.get(earlier).text().plain()
                  + "\": a click on both would be one answer for two.",
              "Make one of them smaller, or one area of both.");
        }
      }
    }
  }

  private static boolean overlap(Interaction.Choice one, Interaction.Choice other) {
    return one.area().flatMap(a -> other.area().map(a::overlaps)).orElse(false);
  }
}
