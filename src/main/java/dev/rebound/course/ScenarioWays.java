package dev.rebound.course;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

  /** A moment of the conversation. */
  private record Moment(String node, int heat, int loyalty) {}

  private ScenarioWays() {}

  /** All ways from the start. */
  public static ScenarioWays of(Scenario scenario) {
    Map<String, Scenario.Node> nodes = new HashMap<>();
    scenario.nodes().forEach(node -> nodes.putIfAbsent(node.id().value(), node));
    ScenarioWays ways = new ScenarioWays();
    Map<Moment, Integer> wrong = new HashMap<>();
    Deque<Moment> open = new ArrayDeque<>();
    Moment start = new Moment(scenario.start().value(), scenario.heat(), scenario.loyalty());
    wrong.put(start, 0);
    open.add(start);
    while (!open.isEmpty()) {
      Moment at = open.remove();
      Scenario.Node node = nodes.get(at.node());
      if (node == null) {
        continue;
      }
      for (Scenario.Reply reply : node.replies()) {
        int replied = wrong.getOrDefault(at, 0) + (reply.right() ? 0 : 1);
        int heat = metered(at.heat() + reply.heat());
        int loyalty = metered(at.loyalty() + reply.loyalty());
        if (reply.next().isPresent()) {
          Moment next = new Moment(reply.next().get().value(), heat, loyalty);
          ways.arrivals.merge(
              next.node(), new Arrival(replied, loyalty - heat, reply.right()), Arrival::or);
          Integer known = wrong.get(next);
          if (known == null || replied < known) {
            wrong.put(next, replied);
            open.add(next);
          }
        }
      }
    }
    return ways;
  }

  private static int metered(int value) {
    return Math.max(0, Math.min(FULL, value));
  }

  /** By node, in the order in which they are come to; those that no reply leads to are missing. */
  public Map<String, Arrival> arrivals() {
    return arrivals;
  }
}
