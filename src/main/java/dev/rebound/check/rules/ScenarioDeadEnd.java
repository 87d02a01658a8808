package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.course.Course;
import dev.rebound.course.Scenario;
import java.util.Set;

/** A conversation goes on until it ends: from every node of a scenario an ending is in reach. */
public final class ScenarioDeadEnd implements Rule {
  @Override
  public void check(CheckContext context, Findings found) {
    for (Course course : context.content().courses()) {
      course.scenarioFiles().forEach(scenario -> scenario(scenario, found));
    }
  }

  private static void scenario(Scenario scenario, Findings found) {
    Set<String> towardsEnding =
        scenario
            .towards(node -> node.replies().isEmpty() || node.ending().isPresent(), reply -> true)
            .keySet();
    for (Scenario.Node node : scenario.nodes()) {
      String name = "\"" + node.id().value() + "\"";
      if (node.replies().isEmpty()) {
        if (node.ending().isEmpty()) {
          found.at(
              node.id().span(),
              "node " + name + " has no replies and is no ending.",
              "Give it `replies:`, or `ending: { kind: good, debrief: … }`.");
        }
      } else if (node.ending().isPresent()) {
        found.at(
            node.id().span(),
            "node " + name + " is an ending and has replies.",
            "Remove its `replies:` or its `ending:`.");
      } else if (scenario.isWhole() && !towardsEnding.contains(node.id().value())) {
        found.at(
            node.id().span(),
            "from node " + name + " no ending can be reached.",
            "Its replies lead round in a circle: let one lead out of it.");
      }
    }
  }
}
