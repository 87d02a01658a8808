package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.course.Course;
import dev.rebound.course.Scenario;
import dev.rebound.source.Severity;

/** A reply that applies a principle does not make things worse, one that breaks it not better. */
public final class MetersContradictRole implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(CheckContext context, Findings found) {
    for (Course course : context.content().courses()) {
      for (Scenario scenario : course.scenarioFiles()) {
        for (Scenario.Node node : scenario.nodes()) {
          for (Scenario.Reply reply : node.replies()) {
            if (reply.principle().isPresent()) {
              reply(reply, found);
            }
          }
        }
      }
    }
  }

  private static void reply(Scenario.Reply reply, Findings found) {
    int sign = reply.right() ? 1 : -1;
    String heat =
        sign * reply.heat() > 0 ? (reply.right() ? "raises the heat" : "lowers the heat") : "";
    String loyalty =
        sign * reply.loyalty() < 0 ? (reply.right() ? "costs loyalty" : "earns loyalty") : "";
    if (!heat.isEmpty() || !loyalty.isEmpty()) {
      found.at(
          reply.span(),
          "reply "
              + ChoiceRule.quoted(reply.text().plain())
              + (reply.right() ? " applies" : " breaks")
              + " its principle and "
              + heat
              + (heat.isEmpty() || loyalty.isEmpty() ? "" : " and ")
              + loyalty
              + ".",
          "Turn the meter round or the role; where people do react so, say why under `allow:`.");
    }
  }
}
