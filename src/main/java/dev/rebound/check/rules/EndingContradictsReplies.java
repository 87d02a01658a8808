package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.course.Course;
import dev.rebound.course.Scenario;
import dev.rebound.course.ScenarioWays;
import dev.rebound.source.Severity;

/** A conversation ends as well as the replies and the meters on the way to its end were. */
public final class EndingContradictsReplies implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(CheckContext context, Findings found) {
    for (Course course : context.content().courses()) {
      for (Scenario scenario : course.scenarioFiles()) {
        context.keptFindings(this, scenario, "", found, own -> scenario(scenario, own));
      }
    }
  }

  private static void scenario(Scenario scenario, Findings found) {
    if (!scenario.isWhole()) {
      return;
    }
    ScenarioWays ways = ScenarioWays.of(scenario);
    boolean metered =
        scenario.nodes().stream()
            .flatMap(node -> node.replies().stream())
            .anyMatch(reply -> reply.heat() != 0 || reply.loyalty() != 0);
    // Where right replies lead to no good ending at all, NoBestPath says so once.
    boolean hasBestPath =
        scenario.nodes().stream()
            .filter(Scenario::endsWell)
            .map(node -> ways.arrivals().get(node.id().value()))
            .anyMatch(arrival -> arrival != null && arrival.fewestWrong() == 0);
    for (Scenario.Node node : scenario.nodes()) {
      ScenarioWays.Arrival arrival = ways.arrivals().get(node.id().value());
      if (node.ending().isPresent() && arrival != null) {
        Scenario.Ending.Kind kind = node.ending().get().kind();
        String wrong = hasBestPath ? byReplies(kind, arrival) : "";
        if (wrong.isEmpty() && metered) {
          wrong = byMeters(kind, arrival);
        }
        if (!wrong.isEmpty()) {
          found.at(
              node.id().span(),
              "ending \"" + node.id() + "\" is " + kind.word() + ", and " + wrong + ".",
              "Give it the kind that it has earned, or look at the replies that lead to it.");
        }
      }
    }
  }

  private static String byReplies(Scenario.Ending.Kind kind, ScenarioWays.Arrival arrival) {
    if (kind == Scenario.Ending.Kind.GOOD) {
      return arrival.endsInRight() ? "" : "every reply that leads to it breaks a principle";
    }
    return arrival.fewestWrong() == 0
        ? "replies that apply a principle are enough to come to it"
        : "";
  }

  private static String byMeters(Scenario.Ending.Kind kind, ScenarioWays.Arrival arrival) {
    if (kind == Scenario.Ending.Kind.POOR) {
      return arrival.best() > 0 ? "loyalty can be above heat there" : "";
    }
    return arrival.best() < 0 ? "heat is above loyalty there on every way" : "";
  }
}
