package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;
import dev.rebound.check.pilot.PilotAnswers;
import dev.rebound.check.pilot.PilotScore;
import dev.rebound.course.Content;
import dev.rebound.source.Severity;
import java.util.Locale;
import java.util.function.Function;

/** Whoever has not taken a course does not solve its questions, nor pass, as a pilot tells. */
public final class SolvedWithoutLearning implements FirmRule {
  private final Function<Content, PilotAnswers> pilot;

  public SolvedWithoutLearning(Function<Content, PilotAnswers> pilot) {
    this.pilot = pilot;
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(CheckContext context, Findings found) {
    for (PilotScore score : PilotScore.of(pilot.apply(context.content()))) {
      if (score.isPassedWithoutLearning()) {
        found.at(
            score.course().id().span(),
            score.passed()
                + " of "
                + score.people()
                + (score.people() == 1 ? " person" : " people")
                + " passed (pass mark "
                + score.course().passMark()
                + " %) without having taken the course; 95 % interval "
                + score.passing().text()
                + ".",
            "They got "
                + Math.round(100 * score.mean())
                + " % on average, where chance brings "
                + Math.round(100 * score.chance())
                + " %. Ask what only the course teaches, with wrong answers that people do give.");
      }
      score.items().stream().filter(PilotScore.Item::isSolved).forEach(item -> solved(item, found));
      score.items().stream()
          .filter(PilotScore.Item::isUpsideDown)
          .forEach(item -> upsideDown(item, found));
    }
  }

  private static void solved(PilotScore.Item item, Findings found) {
    found.at(
        item.item().question().id().span(),
        item.right()
            + " of "
            + item.asked()
            + " people who have not taken the course got question \""
            + item.item().question().id().value()
            + "\" right.",
        "By chance that happens with p = "
            + ChoiceRule.chance(item.probability())
            + ". Give it wrong answers that are as tempting as the right one, or ask for more.");
  }

  private static void upsideDown(PilotScore.Item item, Findings found) {
    found.at(
        item.item().question().id().span(),
        "those who got question \""
            + item.item().question().id().value()
            + "\" right did worse in the others (discrimination "
            + String.format(Locale.ROOT, "%.2f", item.discrimination().orElse(0))
            + " of "
            + item.asked()
            + " people).",
        "Is the key right, and is no wrong answer right as well? Those who think twice may see what"
            + " it lacks.");
  }
}
