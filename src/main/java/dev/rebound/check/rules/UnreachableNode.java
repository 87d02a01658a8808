package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.course.Course;
import dev.rebound.course.Scenario;
import java.util.Set;

/** Some replies lead from a scenario's start to each of its nodes. */
public final class UnreachableNode implements Rule {
  @Override
  public void check(CheckContext context, Findings found) {
    for (Course course : context.content().courses()) {
      for (Scenario scenario : course.scenarioFiles()) {
        // A mistyped name hides a way, and has been reported.
        if (scenario.isWhole()) {
          scenario(scenario, found);
        }
      }
    }
  }

  private static void scenario(Scenario scenario, Findings found) {
    Set<String> reached = scenario.reached(reply -> true);
    for (Scenario.Node node : scenario.nodes()) {
      if (!reached.contains(node.id().value())) {
        found.at(
            node.id().span(),
            "no replies lead from the start to node \"" + node.id().value() + "\".",
            "Name it in the `next:` of a reply, or remove it.");
      }
    }
  }
}
