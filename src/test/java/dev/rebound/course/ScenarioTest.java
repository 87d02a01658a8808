package dev.rebound.course;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.source.Located;
import dev.rebound.source.Prose;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    Map<ScenarioGraph.Moment, Scenario.Reply> towards =
        ScenarioGraph.of(scenario(nodes))
            .towards(node -> node.replies().isEmpty(), reply -> looked.incrementAndGet() > 0);

    assertThat(towards).hasSize(1_000);
    assertThat(towards.get(new ScenarioGraph.Moment("n7", 5, 5)))
        .isSameAs(nodes.get(7).replies().get(1));
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
    Map<ScenarioGraph.Moment, Scenario.Reply> towards =
        ScenarioGraph.of(scenario).towards(node -> node.id().value().equals("end"), reply -> true);
    assertThat(towards.keySet())
        .extracting(ScenarioGraph.Moment::node)
        .containsExactly("near", "beside", "far");
    assertThat(towards.values())
        .containsExactly(
            scenario.nodes().get(1).replies().get(1),
            scenario.nodes().get(4).replies().get(1),
            scenario.nodes().get(0).replies().get(1));
  }

  /** Of many good endings, too: which reply is best must not hang on the JVM. */
  @Test
  void whatIsEquallyNearStaysInTheAuthorsOrder() {
    List<String> names = List.of("f", "b", "h", "a", "e", "c", "g", "d");
    List<Scenario.Node> nodes = new ArrayList<>();
    nodes.add(
        node("start", names.stream().map(ScenarioTest::reply).toArray(Scenario.Reply[]::new)));
    names.forEach(it -> nodes.add(node(it, reply(it + "-end"))));
    names.forEach(it -> nodes.add(node(it + "-end")));
    assertThat(
            ScenarioGraph.of(scenario(nodes))
                .towards(node -> node.id().value().endsWith("-end"), reply -> true)
                .keySet())
        .extracting(ScenarioGraph.Moment::node)
        .containsExactly("f", "b", "h", "a", "e", "c", "g", "d", "start");
  }

  /** What is best hangs on the meters: while they are hot, to offer leads to a bad end. */
  @Test
  void theBestWayCoolsDownBeforeItOffers() {
    Scenario.Reply offer =
        reply("offer", 0, Way.when(at("heat > 3 and loyalty < 9"), at("gone")), Way.to(at("done")));
    Scenario.Reply cool = reply("cool", -1, Way.to(at("n0")));
    Scenario.Node done =
        new Scenario.Node(
            at("done"),
            at("Guest"),
            WORDS,
            List.of(),
            Optional.of(new Scenario.Ending(Scenario.Ending.Kind.GOOD, WORDS)));
    Scenario scenario = scenario(List.of(node("n0", offer, cool), done, node("gone")));
    assertThat(scenario.isWhole()).isTrue();
    assertThat(scenario.bestWay()).containsExactly(cool, cool, offer);
    assertThat(scenario.best()).containsEntry("n0", offer);
    assertThat(ScenarioGraph.of(scenario).reached(reply -> true))
        .isEqualTo(Set.of("n0", "gone", "done"));
    assertThat(ScenarioGraph.of(scenario).reached(cool::equals)).containsExactly("n0");
  }

  @Test
  void aConditionIsWhatItsComparisonsLeave() {
    Way way = Way.when(at("heat >= 4 and heat<6 and loyalty = 10"), at("n0"));
    assertThat(way.heat()).isEqualTo(new Way.Range(4, 5));
    assertThat(way.loyalty()).isEqualTo(new Way.Range(10, 10));
    assertThat(way.isOpen(4, 10)).isTrue();
    assertThat(way.isOpen(6, 10)).isFalse();
    assertThat(Way.when(at("heat <= 0"), at("n0")).heat()).isEqualTo(new Way.Range(0, 0));
  }

  private static Scenario scenario(List<Scenario.Node> nodes) {
    return new Scenario(
        at("talk"), at("Talk"), Optional.empty(), at("Guest"), at("n0"), 5, 5, nodes, List.of());
  }

  private static Scenario.Node node(String id, Scenario.Reply... replies) {
    return new Scenario.Node(at(id), at("Guest"), WORDS, List.of(replies), Optional.empty());
  }

  private static Scenario.Reply reply(String next) {
    return reply(next, 0, Way.to(at(next)));
  }

  /** A right one. */
  private static Scenario.Reply reply(String id, int heat, Way... ways) {
    return new Scenario.Reply(
        SPAN,
        id,
        WORDS,
        Optional.of(at("principle")),
        Optional.empty(),
        heat,
        0,
        List.of(ways),
        Optional.empty());
  }

  private static Located<String> at(String value) {
    return new Located<>(value, SPAN);
  }
}
