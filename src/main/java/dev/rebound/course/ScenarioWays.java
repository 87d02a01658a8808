package dev.rebound.course;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every way through a conversation, with what the meters show on it: which nodes a learner can come
 * to, how few wrong replies it takes, and how the customer can feel there.
 */
public final class ScenarioWays {
  /** Where a meter ends. */
  public static final int FULL = 10;

  private final Map<String, Arrival> arrivals = new LinkedHashMap<>();

  /**
   * How a node can be reached.
   *
   * @param fewestWrong replies that break a principle, on the way that has fewest
   * @param best loyalty less heat, on the way on which that is most
   * @param endsInRight whether the last reply before it can be one that applies a principle
   */
  public record Arrival(int fewestWrong, int best, boolean endsInRight) {
    Arrival or(Arrival other) {
      return new Arrival(
          Math.min(fewestWrong, other.fewestWrong),
          Math.max(best, other.best),
          endsInRight || other.endsInRight);
    }
  }

  private ScenarioWays() {}

  /** All ways from the start. */
  public static ScenarioWays of(Scenario scenario) {
    ScenarioGraph graph = ScenarioGraph.of(scenario);
    ScenarioWays ways = new ScenarioWays();
    Map<ScenarioGraph.Moment, Integer> wrong = new HashMap<>();
    Deque<ScenarioGraph.Moment> open = new ArrayDeque<>();
    wrong.put(graph.start(), 0);
    open.add(graph.start());
    while (!open.isEmpty()) {
      ScenarioGraph.Moment at = open.remove();
      for (ScenarioGraph.Step step : graph.steps().getOrDefault(at, List.of())) {
        boolean right = step.reply().right();
        int replied = wrong.getOrDefault(at, 0) + (right ? 0 : 1);
        ScenarioGraph.Moment next = step.to();
        ways.arrivals.merge(
            next.node(), new Arrival(replied, next.loyalty() - next.heat(), right), Arrival::or);
        Integer known = wrong.get(next);
        if (known == null || replied < known) {
          wrong.put(next, replied);
          open.add(next);
        }
      }
    }
    return ways;
  }

  /** By node, in the order in which they are come to; those that no reply leads to are missing. */
  public Map<String, Arrival> arrivals() {
    return arrivals;
  }
}
