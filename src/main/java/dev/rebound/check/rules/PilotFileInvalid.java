package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;
import dev.rebound.check.pilot.PilotAnswers;
import dev.rebound.course.Content;
import java.util.function.Function;

/** A file of answers to a pilot can be read, and belongs to the questions as they are. */
public final class PilotFileInvalid implements FirmRule {
  private final Function<Content, PilotAnswers> pilot;

  public PilotFileInvalid(Function<Content, PilotAnswers> pilot) {
    this.pilot = pilot;
  }

  @Override
  public void check(CheckContext context, Findings found) {
    pilot
        .apply(context.content())
        .problems()
        .forEach(problem -> found.at(problem.span(), problem.message(), problem.hint()));
  }
}
