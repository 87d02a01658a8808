package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.course.Course;
import dev.rebound.course.PackedState;
import dev.rebound.course.Unit;
import java.util.Optional;

/** Where a learner is in a unit fits the 4,096 characters in which SCORM 1.2 keeps it. */
public final class SuspendDataBudget implements Rule {
  /** RTE 3.4.4, less the number by which the player knows what is newest. */
  private static final int ROOM = 4000;

  @Override
  public Optional<String> output() {
    return Optional.of("scorm12");
  }

  @Override
  public void check(CheckContext context, Findings found) {
    for (Course course : context.content().courses()) {
      course.units().forEach(unit -> unit(unit, course, found));
    }
  }

  private static void unit(Unit unit, Course course, Findings found) {
    int longest = PackedState.longest(unit.part());
    if (longest > ROOM) {
      found.at(
          unit.part().id().span(),
          (unit.id().isEmpty() ? "the course \"" + course.id() : "the unit \"" + unit.id())
              + "\" needs up to "
              + longest
              + " characters to keep where a learner is; SCORM 1.2 has room for "
              + ROOM
              + ".",
          (unit.id().isEmpty()
                  ? "Say \"packaging: module\", make two courses of it"
                  : "Make two units of it")
              + ", or ask fewer questions: "
              + unit.part().quizzes().stream().mapToInt(unit.part()::asked).sum()
              + " now. Without SCORM 1.2 (build --only) it does not matter.");
    }
  }
}
