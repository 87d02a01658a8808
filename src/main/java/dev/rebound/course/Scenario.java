package dev.rebound.course;

import dev.rebound.source.Located;
import dev.rebound.source.Prose;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code scenarios/<id>.yaml}: a branching practice conversation.
 *
 * @param who whom the learner talks to
 * @param start the node it starts at
 * @param heat how angry they are then, 0 to 10
 * @param loyalty how much they still hold to us then, 0 to 10
 * @param allowances what its nodes and replies say under {@code allow:}
 */
public record Scenario(
    Located<String> id,
    Located<String> title,
    Optional<Located<String>> setting,
    Located<String> who,
    Located<String> start,
    int heat,
    int loyalty,
    List<Node> nodes,
    List<Allowance> allowances) {
  /**
   * What is said to the learner, and either what the learner can reply or how it ended.
   *
   * @param who the speaker of the line
   */
  public record Node(
      Located<String> id,
      Located<String> who,
      Prose line,
      List<Reply> replies,
      Optional<Ending> ending) {}

  /**
   * @param id by which it is stored, never by its position
   * @param heat by how much it changes
   * @param loyalty by how much it changes
   * @param ways where it leads, the first that is open; none only where that has been reported
   */
  public record Reply(
      SourceSpan span,
      String id,
      Prose text,
      Optional<Located<String>> applies,
      Optional<Located<String>> breaks,
      int heat,
      int loyalty,
      List<Way> ways,
      Optional<Prose> feedback) {
    /** The principle it maps to, in whichever role. */
    public Optional<Located<String>> principle() {
      return applies.or(() -> breaks);
    }

    public boolean right() {
      return applies.isPresent();
    }

    /** What the heat is after it. */
    public int heatAfter(int before) {
      return metered(before + heat);
    }

    /** What the loyalty is after it. */
    public int loyaltyAfter(int before) {
      return metered(before + loyalty);
    }

    private static int metered(int value) {
      return Math.max(0, Math.min(ScenarioWays.FULL, value));
    }

    /** The node that follows when it is given while the meters show this. */
    public Optional<Located<String>> next(int heatBefore, int loyaltyBefore) {
      int heatNow = heatAfter(heatBefore);
      int loyaltyNow = loyaltyAfter(loyaltyBefore);
      return ways.stream().filter(way -> way.isOpen(heatNow, loyaltyNow)).findFirst().map(Way::to);
    }

    /** Whether it leads to a node whatever the meters show: its last way has no condition. */
    public boolean leadsOn() {
      return !ways.isEmpty() && ways.get(ways.size() - 1).condition().isEmpty();
    }
  }

  /**
   * @param debrief what to take from it
   */
  public record Ending(Kind kind, Prose debrief) {
    /** How it went. */
    public enum Kind {
      GOOD,
      MIXED,
      POOR;

      public String word() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }

  /** Whether the start and every {@code next} name a node, and each reply always leads to one. */
  public boolean isWhole() {
    Map<String, Node> known = byId();
    return known.containsKey(start.value())
        && nodes.stream()
            .flatMap(node -> node.replies().stream())
            .allMatch(
                reply ->
                    reply.leadsOn()
                        && reply.ways().stream()
                            .allMatch(way -> known.containsKey(way.to().value())));
  }

  /** Whether where a reply leads hangs on what the meters show. */
  public boolean isMetered() {
    return nodes.stream()
        .flatMap(node -> node.replies().stream())
        .anyMatch(reply -> reply.ways().size() > 1);
  }

  /**
   * What should be said at each node: the right reply that leads soonest to a good ending by right
   * replies alone; where there is no such way, the first right one.
   */
  public Map<String, Reply> best() {
    Map<String, Reply> best = new LinkedHashMap<>();
    ScenarioGraph.of(this)
        .towards(Scenario::endsWell, Reply::right)
        .forEach((at, reply) -> best.putIfAbsent(at.node(), reply));
    for (Node node : nodes) {
      node.replies().stream()
          .filter(Reply::right)
          .findFirst()
          .ifPresent(reply -> best.putIfAbsent(node.id().value(), reply));
    }
    return best;
  }

  /** The best way through it: right replies to the nearest good ending, or as far as they lead. */
  public List<Reply> bestWay() {
    ScenarioGraph graph = ScenarioGraph.of(this);
    Map<ScenarioGraph.Moment, Reply> towards = graph.towards(Scenario::endsWell, Reply::right);
    Map<String, Reply> best = best();
    List<Reply> way = new ArrayList<>();
    Set<ScenarioGraph.Moment> seen = new HashSet<>();
    ScenarioGraph.Moment at = graph.start();
    while (seen.add(at)) {
      Reply reply = towards.getOrDefault(at, best.get(at.node()));
      if (reply == null) {
        break;
      }
      Optional<Located<String>> next = reply.next(at.heat(), at.loyalty());
      if (next.isEmpty()) {
        break;
      }
      way.add(reply);
      at = at.after(reply, next.get().value());
    }
    return way;
  }

  /** Whether this is a good ending. */
  public static boolean endsWell(Node node) {
    return node.ending().filter(ending -> ending.kind() == Ending.Kind.GOOD).isPresent();
  }

  Map<String, Node> byId() {
    Map<String, Node> byId = new LinkedHashMap<>();
    nodes.forEach(node -> byId.putIfAbsent(node.id().value(), node));
    return byId;
  }
}
