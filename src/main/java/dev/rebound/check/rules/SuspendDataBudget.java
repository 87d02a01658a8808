package dev.rebound.check.rules;

import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.PackedState;

/** Where a learner is in a course fits the 4,096 characters in which SCORM 1.2 keeps it. */
public final class SuspendDataBudget implements Rule {
  /** RTE 3.4.4, less the number by which the player knows what is newest. */
  private static final int ROOM = 4000;

  @Override
  public void check(Content content, Findings found) {
    for (Course course : content.courses()) {
      int longest = PackedState.longest(course);
      if (longest > ROOM) {
        found.at(
            course.id().span(),
            "the course \""
                + course.id()
                + "\" needs up to "
                + longest
                + " characters to keep where a learner is; SCORM 1.2 has room for "
                + ROOM
                + ".",
            "Make two courses of it, or ask fewer questions: "
                + course.quizzes().stream().mapToInt(course::asked).sum()
                + " now.");
      }
    }
  }
}
