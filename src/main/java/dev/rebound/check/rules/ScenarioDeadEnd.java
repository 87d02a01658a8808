package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.course.Course;
import dev.rebound.course.Scenario;
import dev.rebound.course.ScenarioGraph;
import dev.rebound.course.ScenarioGraph.Moment;
import dev.rebound.course.Way;
import java.util.LinkedHashMap;
import java.util.Map;
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
    Map<String, Moment> stuck = scenario.isWhole() ? stuck(scenario) : Map.of();
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
      } else if (stuck.containsKey(node.id().value())) {
        Moment at = stuck.get(node.id().value());
        found.at(
            node.id().span(),
            "from node "
                + name
                + " no ending can be reached"
                + (scenario.isMetered()
                    ? " when it is come to at heat " + at.heat() + " and loyalty " + at.loyalty()
                    : "")
                + ".",
            "Its replies lead round in a circle: let one lead out of it.");
      }
      node.replies().forEach(reply -> leadsOn(reply, found));
    }
  }

  /** By node, the first moment there after which the conversation never ends. */
  private static Map<String, Moment> stuck(Scenario scenario) {
    ScenarioGraph graph = ScenarioGraph.of(scenario);
    Set<Moment> towardsEnding =
        graph
            .towards(node -> node.replies().isEmpty() || node.ending().isPresent(), reply -> true)
            .keySet();
    Map<String, Moment> stuck = new LinkedHashMap<>();
    graph
        .steps()
        .forEach(
            (at, steps) -> {
              if (!steps.isEmpty() && !towardsEnding.contains(at)) {
                stuck.putIfAbsent(at.node(), at);
              }
            });
    return stuck;
  }

  private static void leadsOn(Scenario.Reply reply, Findings found) {
    if (!reply.ways().isEmpty() && !reply.leadsOn()) {
      Way last = reply.ways().get(reply.ways().size() - 1);
      last.condition()
          .ifPresent(
              condition ->
                  found.at(
                      condition.span(),
                      "the last entry of this `next:` has an `if`, so that it may lead nowhere.",
                      "End the list with an entry for whatever is left: { to: "
                          + last.to().value()
                          + " }."));
    }
  }
}
