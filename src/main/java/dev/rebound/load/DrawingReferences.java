package dev.rebound.load;

import dev.rebound.source.Problem;
import dev.rebound.source.SourceSpan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which elements of a drawing refer to which, collected while it is read: what refers to itself, or
 * repeats itself a million times, never ends when it is drawn.
 */
final class DrawingReferences {
  /** An element with what is directly in it and what it refers to. */
  private static final class Node {
    private final SourceSpan at;
    private final List<Node> inside = new ArrayList<>();
    private final List<String> refers = new ArrayList<>();
    private State state = State.NEW;
    private long drawn;

    Node(SourceSpan at, int drawn) {
      this.at = at;
      this.drawn = drawn;
    }
  }

  private enum State {
    NEW,
    OPEN,
    DONE
  }

  /** A node that is being counted, and how far. */
  private static final class Visit {
    private final Node node;
    private final List<Node> next = new ArrayList<>();
    private int at;

    Visit(Node node) {
      this.node = node;
    }
  }

  private final Deque<Node> open = new ArrayDeque<>();
  private final Map<String, Node> byId = new HashMap<>();
  private Optional<Node> root = Optional.empty();

  /**
   * @param paint whether it only colours a shape
   */
  void open(SourceSpan at, boolean paint) {
    Node node = new Node(at, paint ? 0 : 1);
    if (open.isEmpty()) {
      root = Optional.of(node);
    } else {
      open.element().inside.add(node);
    }
    open.push(node);
  }

  void close() {
    open.pop();
  }

  /** The element that is open has this id; the first of a name counts. */
  void id(String id) {
    byId.putIfAbsent(id, open.element());
  }

  /** The element that is open refers to this id. */
  void to(String id) {
    open.element().refers.add(id);
  }

  /** What is wrong with the whole, if anything is. Walks without recursion: input is hostile. */
  Optional<Problem> problem() {
    if (root.isEmpty()) {
      return Optional.empty();
    }
    Deque<Visit> path = new ArrayDeque<>();
    path.push(visit(root.get()));
    while (!path.isEmpty()) {
      Visit visit = path.element();
      if (visit.at == visit.next.size()) {
        path.pop();
        visit.node.state = State.DONE;
        for (Node part : visit.next) {
          visit.node.drawn = Math.min(visit.node.drawn + part.drawn, Integer.MAX_VALUE);
        }
        continue;
      }
      Node next = visit.next.get(visit.at++);
      if (next.state == State.OPEN) {
        return Optional.of(
            new Problem(
                "SyntaxError",
                visit.node.at,
                "this picture never ends: here it refers to itself, in a circle.",
                "Take out the reference (href or url) that leads back."));
      }
      if (next.state == State.NEW) {
        path.push(visit(next));
      }
    }
    if (root.get().drawn > DrawingReader.MAX_DRAWN) {
      return Optional.of(
          new Problem(
              "SyntaxError",
              root.get().at,
              "this picture draws more than " + DrawingReader.MAX_DRAWN + " shapes.",
              "Simplify it in your drawing program, or save it as PNG."));
    }
    return Optional.empty();
  }

  private Visit visit(Node node) {
    node.state = State.OPEN;
    Visit visit = new Visit(node);
    visit.next.addAll(node.inside);
    for (String id : node.refers) {
      Node to = byId.get(id);
      if (to != null) {
        visit.next.add(to);
      }
    }
    return visit;
  }
}
