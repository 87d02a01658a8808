package dev.rebound.course;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * All that can happen in a conversation: every moment, which is a node and what the meters show
 * there, with the replies that lead on from it.
 */
public final class ScenarioGraph {
  private final Map<String, Scenario.Node> nodes;
  private final Moment start;
  private final Map<Moment, List<Step>> steps = new LinkedHashMap<>();

  /** A node, and what the meters show when a conversation has come to it. */
  public record Moment(String node, int heat, int loyalty) {
    Moment after(Scenario.Reply reply, String next) {
      return new Moment(next, reply.heatAfter(heat), reply.loyaltyAfter(loyalty));
    }
  }

  /** A reply, and the moment that follows it. */
  public record Step(Scenario.Reply reply, Moment to) {}

  private ScenarioGraph(Scenario scenario) {
    nodes = scenario.byId();
    start = new Moment(scenario.start().value(), scenario.heat(), scenario.loyalty());
  }

  /**
   * From the start. Nodes that no conversation comes to are in it with the meters of the start, so
   * that whatever is wrong behind them is seen, too.
   */
  public static ScenarioGraph of(Scenario scenario) {
    ScenarioGraph graph = new ScenarioGraph(scenario);
    graph.explore(graph.start);
    Set<String> reached = graph.reached(reply -> true);
    for (Scenario.Node node : scenario.nodes()) {
      if (!reached.contains(node.id().value())) {
        graph.explore(new Moment(node.id().value(), scenario.heat(), scenario.loyalty()));
      }
    }
    return graph;
  }

  private void explore(Moment from) {
    Deque<Moment> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      Moment at = open.remove();
      Scenario.Node node = nodes.get(at.node());
      if (node != null && !steps.containsKey(at)) {
        List<Step> out = new ArrayList<>();
        for (Scenario.Reply reply : node.replies()) {
          reply
              .next(at.heat(), at.loyalty())
              .ifPresent(next -> out.add(new Step(reply, at.after(reply, next.value()))));
        }
        steps.put(at, List.copyOf(out));
        out.forEach(step -> open.add(step.to()));
      }
    }
  }

  /** Where the conversation begins. */
  public Moment start() {
    return start;
  }

  /** Every moment, and what leads on from it. */
  public Map<Moment, List<Step>> steps() {
    return Collections.unmodifiableMap(steps);
  }

  /** The moments that follow the start, itself among them. */
  public Set<Moment> moments(Predicate<Scenario.Reply> allowed) {
    Set<Moment> reached = new LinkedHashSet<>();
    Deque<Moment> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      Moment at = open.remove();
      if (steps.containsKey(at) && reached.add(at)) {
        steps.get(at).stream()
            .filter(step -> allowed.test(step.reply()))
            .forEach(step -> open.add(step.to()));
      }
    }
    return reached;
  }

  /**
   * The nodes that a conversation can come to, the start among them.
   *
   * @param allowed the replies it may take
   */
  public Set<String> reached(Predicate<Scenario.Reply> allowed) {
    Set<String> reached = new LinkedHashSet<>();
    moments(allowed).forEach(moment -> reached.add(moment.node()));
    return reached;
  }

  /**
   * For each moment from which there is a way to a goal, the first reply of a shortest one; the
   * nearest come first. Goals themselves are not among them.
   *
   * @param allowed the replies a way may take
   */
  public Map<Moment, Scenario.Reply> towards(
      Predicate<Scenario.Node> goal, Predicate<Scenario.Reply> allowed) {
    Map<Moment, List<Step>> ways = new LinkedHashMap<>();
    // Which moments lead to a moment: each is looked at once, however long the way.
    Map<Moment, Set<Moment>> before = new LinkedHashMap<>();
    Set<Moment> there = new LinkedHashSet<>();
    steps.forEach(
        (at, all) -> {
          List<Step> out = all.stream().filter(step -> allowed.test(step.reply())).toList();
          ways.put(at, out);
          out.forEach(
              step -> before.computeIfAbsent(step.to(), to -> new LinkedHashSet<>()).add(at));
          Scenario.Node node = nodes.get(at.node());
          if (node != null && goal.test(node)) {
            there.add(at);
          }
        });
    Map<Moment, Scenario.Reply> towards = new LinkedHashMap<>();
    // Not Set.copyOf, whose order is another in each JVM.
    for (Set<Moment> newest = new LinkedHashSet<>(there); !newest.isEmpty(); ) {
      Map<Moment, Scenario.Reply> nearer = nearer(newest, there, before, ways);
      there.addAll(nearer.keySet());
      towards.putAll(nearer);
      newest = nearer.keySet();
    }
    return towards;
  }

  /** In the order of all moments, so that the same conversation always has the same best way. */
  private Map<Moment, Scenario.Reply> nearer(
      Set<Moment> newest,
      Set<Moment> there,
      Map<Moment, Set<Moment>> before,
      Map<Moment, List<Step>> ways) {
    Set<Moment> next = new LinkedHashSet<>();
    newest.forEach(to -> next.addAll(before.getOrDefault(to, Set.of())));
    next.removeAll(there);
    Map<Moment, Scenario.Reply> nearer = new LinkedHashMap<>();
    for (Moment at : next) {
      ways.getOrDefault(at, List.of()).stream()
          .filter(step -> there.contains(step.to()))
          .findFirst()
          .ifPresent(step -> nearer.put(at, step.reply()));
    }
    return nearer;
  }
}
