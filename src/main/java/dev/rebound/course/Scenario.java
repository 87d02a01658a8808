package dev.rebound.course;

import dev.rebound.source.Located;
import dev.rebound.source.Prose;
import dev.rebound.source.SourceSpan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

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
   * @param next the node it leads to; missing only where that has been reported
   */
  public record Reply(
      SourceSpan span,
      String id,
      Prose text,
      Optional<Located<String>> applies,
      Optional<Located<String>> breaks,
      int heat,
      int loyalty,
      Optional<Located<String>> next,
      Optional<Prose> feedback) {
    /** The principle it maps to, in whichever role. */
    public Optional<Located<String>> principle() {
      return applies.or(() -> breaks);
    }

    public boolean right() {
      return applies.isPresent();
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

  /** Whether the start and every {@code next} name a node. */
  public boolean isWhole() {
    Map<String, Node> known = byId();
    return known.containsKey(start.value())
        && nodes.stream()
            .flatMap(node -> node.replies().stream())
            .allMatch(reply -> reply.next().filter(n -> known.containsKey(n.value())).isPresent());
  }

  /**
   * The nodes that a conversation can come to, the start among them.
   *
   * @param allowed the replies it may take
   */
  public Set<String> reached(Predicate<Reply> allowed) {
    Map<String, Node> known = byId();
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(start.value()));
    while (!open.isEmpty()) {
      Node node = known.get(open.remove());
      if (node != null && reached.add(node.id().value())) {
        node.replies().stream()
            .filter(allowed)
            .forEach(reply -> reply.next().ifPresent(next -> open.add(next.value())));
      }
    }
    return reached;
  }

  /**
   * For each node from which there is a way to a goal, the first reply of a shortest one. Goals
   * themselves are not among them.
   *
   * @param allowed the replies a way may take
   */
  public Map<String, Reply> towards(Predicate<Node> goal, Predicate<Reply> allowed) {
    // Which nodes, by their number, lead to a node: each is looked at once, however long the way.
    Map<String, Set<Integer>> before = new HashMap<>();
    List<List<Reply>> ways = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      ways.add(nodes.get(i).replies().stream().filter(allowed).toList());
      for (Reply reply : ways.get(i)) {
        if (reply.next().isPresent()) {
          before.computeIfAbsent(reply.next().get().value(), id -> new LinkedHashSet<>()).add(i);
        }
      }
    }
    Set<String> there = new HashSet<>();
    nodes.stream().filter(goal).forEach(node -> there.add(node.id().value()));
    Map<String, Reply> towards = new LinkedHashMap<>();
    for (Set<String> newest = Set.copyOf(there); !newest.isEmpty(); ) {
      Set<Integer> next = new TreeSet<>();
      newest.forEach(id -> next.addAll(before.getOrDefault(id, Set.of())));
      Map<String, Reply> nearer = new LinkedHashMap<>();
      for (int i : next) {
        if (!there.contains(nodes.get(i).id().value())) {
          ways.get(i).stream()
              .filter(reply -> reply.next().filter(n -> there.contains(n.value())).isPresent())
              .findFirst()
              .ifPresent(reply -> nearer.put(nodes.get(i).id().value(), reply));
        }
      }
      there.addAll(nearer.keySet());
      towards.putAll(nearer);
      newest = nearer.keySet();
    }
    return towards;
  }

  /**
   * What should be said at each node: the right reply that leads soonest to a good ending by right
   * replies alone; where there is no such way, the first right one.
   */
  public Map<String, Reply> best() {
    Map<String, Reply> best = new LinkedHashMap<>();
    for (Node node : nodes) {
      node.replies().stream()
          .filter(Reply::right)
          .findFirst()
          .ifPresent(reply -> best.put(node.id().value(), reply));
    }
    best.putAll(towards(Scenario::endsWell, Reply::right));
    return best;
  }

  /** Whether this is a good ending. */
  public static boolean endsWell(Node node) {
    return node.ending().filter(ending -> ending.kind() == Ending.Kind.GOOD).isPresent();
  }

  private Map<String, Node> byId() {
    Map<String, Node> byId = new LinkedHashMap<>();
    nodes.forEach(node -> byId.putIfAbsent(node.id().value(), node));
    return byId;
  }
}
