package dev.rebound.publish.page;

import java.util.List;

/**
 * A module of a course.
 *
 * @param at where its title stands, for its tag; empty but for authors
 * @param outcomes what a learner can do after it; empty where the course does not say
 * @param parts its lessons, then its scenarios, then its quiz
 */
public record ModuleView(
    String id, int number, String title, Html at, List<Outcome> outcomes, List<StepView> parts) {
  /**
   * What a learner can do after a module, as the rest of a sentence.
   *
   * @param at where it stands, for its tag; empty but for authors
   */
  public record Outcome(String text, Html at) {}
}
