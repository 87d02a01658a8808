package dev.rebound.course;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.source.Located;
import dev.rebound.source.Prose;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScenarioTest {
  private static final SourceSpan SPAN = new SourceSpan("content/test.yaml", 1, 1);
  private static final Prose WORDS = new Prose(SPAN, List.of());

  /** A conversation of a thousand turns has each reply looked at once or twice, not once a turn. */
  @Test
  void aLongWayIsFoundByLookingAtEachReplyOnce() {
    List<Scenario.Node> nodes = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      nodes.add(node("n" + i, reply("n" + Math.max(0, i - 1)), reply("n" + (i + 1))));
    }
    nodes.add(node("n1000"));
    AtomicInteger looked = new AtomicInteger();

    Map<String, Scenario.Reply> towards =
        scenario(nodes)
            .towards(node -> node.replies().isEmpty(), reply -> looked.incrementAndGet() > 0);

    assertThat(towards).hasSize(1_000);
    assertThat(towards.get("n7")).isSameAs(nodes.get(7).replies().get(1));
    assertThat(looked.get()).isLessThanOrEqualTo(4_000);
  }

  /**
   * The nearest come first, and of those the author's first; circles and dead ends lead nowhere.
   */
  @Test
  void theFirstReplyOfAShortestWayLeadsThere() {
    Scenario scenario =
        scenario(
            List.of(
                node("far", reply("round"), reply("near"), reply("far")),
                node("near", reply("far"), reply("end"), reply("end")),
                node("round", reply("round")),
                node("nowhere", reply("missing")),
                node("beside", reply("far"), reply("end")),
                node("end")));
    Map<String, Scenario.Reply> towards =
        scenario.towards(node -> node.id().value().equals("end"), reply -> true);
    assertThat(towards.keySet()).containsExactly("near", "beside", "far");
    assertThat(towards.get("near")).isSameAs(scenario.nodes().get(1).replies().get(1));
    assertThat(towards.get("far")).isSameAs(scenario.nodes().get(0).replies().get(1));
  }

  private static Scenario scenario(List<Scenario.Node> nodes) {
    return new Scenario(
        at("talk"), at("Talk"), Optional.empty(), at("Guest"), at("n0"), 5, 5, nodes, List.of());
  }

  private static Scenario.Node node(String id, Scenario.Reply... replies) {
    return new Scenario.Node(at(id), at("Guest"), WORDS, List.of(replies), Optional.empty());
  }

  private static Scenario.Reply reply(String next) {
    return new Scenario.Reply(
        SPAN,
        next,
        WORDS,
        Optional.empty(),
        Optional.empty(),
        0,
        0,
        Optional.of(at(next)),
        Optional.empty());
  }

  private static Located<String> at(String value) {
    return new Located<>(value, SPAN);
  }
}
