package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.course.Course;
import dev.rebound.course.Scenario;
import dev.rebound.course.ScenarioGraph;
import dev.rebound.course.ScenarioGraph.Moment;
import dev.rebound.course.Way;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Some replies lead from a scenario's start to each of its nodes, and by each way there is. */
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
    ScenarioGraph graph = ScenarioGraph.of(scenario);
    Set<Moment> moments = graph.moments(reply -> true);
    Set<String> reached = graph.reached(reply -> true);
    for (Scenario.Node node : scenario.nodes()) {
      if (!reached.contains(node.id().value())) {
        found.at(
            node.id().span(),
            "no replies lead from the start to node \"" + node.id().value() + "\".",
            named(scenario, node.id().value())
                ? "The meters never stand as the `if` before it asks: change that, or the meters of the replies."
                : "Name it in the `next:` of a reply, or remove it.");
      } else {
        List<Moment> here =
            moments.stream().filter(at -> at.node().equals(node.id().value())).toList();
        node.replies().stream()
            .filter(reply -> reply.ways().size() > 1)
            .forEach(reply -> ways(reply, here, reached, found));
      }
    }
  }

  /** Whether a reply leads to it under some condition. */
  private static boolean named(Scenario scenario, String id) {
    return scenario.nodes().stream()
        .flatMap(node -> node.replies().stream())
        .filter(reply -> reply.ways().size() > 1)
        .flatMap(reply -> reply.ways().stream())
        .anyMatch(way -> way.to().value().equals(id));
  }

  /** Each entry of a {@code next:} is taken at one moment at least. */
  private static void ways(
      Scenario.Reply reply, List<Moment> here, Set<String> reached, Findings found) {
    Set<Way> taken = new HashSet<>();
    for (Moment at : here) {
      int heat = reply.heatAfter(at.heat());
      int loyalty = reply.loyaltyAfter(at.loyalty());
      reply.ways().stream()
          .filter(way -> way.isOpen(heat, loyalty))
          .findFirst()
          .ifPresent(taken::add);
    }
    for (Way way : reply.ways()) {
      // A node that nothing leads to is named where it stands.
      if (!taken.contains(way) && reached.contains(way.to().value())) {
        found.at(
            way.condition().orElse(way.to()).span(),
            "this way to node \"" + way.to().value() + "\" is never taken: " + shown(reply, here),
            "Change its `if` or the meters, or remove it; of several entries the first that holds counts.");
      }
    }
  }

  private static String shown(Scenario.Reply reply, List<Moment> here) {
    return "after this reply heat is "
        + range(here.stream().map(at -> reply.heatAfter(at.heat())).toList())
        + " and loyalty "
        + range(here.stream().map(at -> reply.loyaltyAfter(at.loyalty())).toList())
        + ".";
  }

  private static String range(List<Integer> values) {
    int least = Collections.min(values);
    int most = Collections.max(values);
    return least == most ? String.valueOf(least) : least + " to " + most;
  }
}
