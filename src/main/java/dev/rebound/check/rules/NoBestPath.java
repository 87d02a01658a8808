package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.course.Course;
import dev.rebound.course.Scenario;
import dev.rebound.course.ScenarioGraph;
import java.util.List;
import java.util.Set;

/** Whoever applies a principle in every reply comes to a good ending. */
public final class NoBestPath implements Rule {
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
    Set<String> reached = ScenarioGraph.of(scenario).reached(Scenario.Reply::right);
    List<Scenario.Node> nodes =
        scenario.nodes().stream().filter(node -> reached.contains(node.id().value())).toList();
    if (nodes.stream().noneMatch(Scenario::endsWell)) {
      List<String> stops =
          nodes.stream()
              .filter(node -> node.replies().stream().noneMatch(Scenario.Reply::right))
              .map(node -> "\"" + node.id().value() + "\"")
              .toList();
      found.at(
          scenario.start().span(),
          "no good ending can be reached by replies that apply a principle.",
          stops.isEmpty()
              ? "Right replies alone lead round in a circle: let one lead on."
              : "They lead to " + String.join(", ", stops) + ", and no further.");
    }
  }
}
