package dev.rebound.publish.page;

import dev.rebound.course.Scenario;
import dev.rebound.course.Way;
import dev.rebound.source.Fields.Inlined;
import dev.rebound.source.Located;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A conversation to play: what is said at each point, what may be replied, how it can end.
 *
 * @param setting empty where the author gives none
 * @param settingAt where that stands, for its tag; empty but for authors
 * @param who the customer's name
 * @param heat how angry they are at first, from 0 to 10
 * @param loyalty how loyal they are at first, from 0 to 10
 * @param principles those it practises, those of the best way through it first
 * @param trained those of them that a right reply applies
 * @param slips the others
 */
public record ScenarioPage(
    @Inlined StepPlace place,
    String setting,
    Html settingAt,
    String who,
    int heat,
    int loyalty,
    List<NodeView> nodes,
    List<PrincipleView> principles,
    List<PrincipleView> trained,
    List<PrincipleView> slips) {
  /**
   * A point of a conversation.
   *
   * @param number from 1, where it begins
   * @param who who speaks
   * @param at where their name stands, for its tag; empty but for authors
   * @param line what they say
   * @param ending how it ends here, {@code good}, {@code mixed} or {@code poor}; absent where it
   *     goes on
   * @param debrief what to take from such an end
   */
  public record NodeView(
      String id,
      int number,
      String who,
      Html at,
      Html line,
      Optional<String> ending,
      Optional<Html> debrief,
      List<ReplyView> replies) {}

  /**
   * What can be replied.
   *
   * @param applies whether it applies its principle or breaks it
   * @param heat how it changes: {@code +2}, {@code −1}; empty where it does not
   * @param loyalty the same
   * @param ways where it leads; of several the first whose condition holds
   * @param why its feedback
   */
  public record ReplyView(
      String id,
      Html text,
      boolean applies,
      String heat,
      String loyalty,
      List<WayView> ways,
      Optional<Html> why,
      Optional<PrincipleView> principle) {}

  /**
   * Where a reply leads.
   *
   * @param when what the meters must show after it, all of it; empty where nothing is asked
   * @param next the number of the point it leads to
   */
  public record WayView(List<MeterView> when, Optional<Integer> next) {
    private static WayView of(Way way, Map<String, Integer> numbers) {
      return new WayView(
          Stream.of(
                  new MeterView("heat", way.heat().from(), way.heat().to()),
                  new MeterView("loyalty", way.loyalty().from(), way.loyalty().to()))
              .filter(it -> it.from() > Way.Range.ANY.from() || it.to() < Way.Range.ANY.to())
              .toList(),
          Optional.ofNullable(numbers.get(way.to().value())));
    }
  }

  /**
   * What a meter must show.
   *
   * @param name {@code heat} or {@code loyalty}
   * @param from the least, 0 where only the most is asked
   * @param to the most, 10 where only the least is asked
   */
  public record MeterView(String name, int from, int to) {}

  public static ScenarioPage of(CourseContext in, Scenario scenario) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    numbers.put(scenario.start().value(), 1);
    for (Scenario.Node node : scenario.nodes()) {
      numbers.putIfAbsent(node.id().value(), numbers.size() + 1);
    }
    Set<String> practised = practised(scenario);
    Set<String> trained =
        scenario.nodes().stream()
            .flatMap(node -> node.replies().stream())
            .flatMap(reply -> reply.applies().stream())
            .map(Located::value)
            .collect(Collectors.toSet());
    return new ScenarioPage(
        in.outline().place("scenario", scenario.id()),
        scenario.setting().map(Located::value).orElse(""),
        scenario.setting().map(in.routes::place).orElse(new Html("")),
        scenario.who().value(),
        scenario.heat(),
        scenario.loyalty(),
        scenario.nodes().stream()
            .map(node -> node(in, node, numbers))
            .sorted(Comparator.comparing(NodeView::number))
            .toList(),
        in.principles(practised.stream()),
        in.principles(practised.stream().filter(trained::contains)),
        in.principles(practised.stream().filter(p -> !trained.contains(p))));
  }

  private static NodeView node(CourseContext in, Scenario.Node node, Map<String, Integer> numbers) {
    return new NodeView(
        node.id().value(),
        numbers.getOrDefault(node.id().value(), 0),
        node.who().value(),
        in.routes.place(node.who()),
        in.links.run(node.line()),
        node.ending().map(ending -> ending.kind().word()),
        node.ending().map(ending -> in.links.run(ending.debrief())),
        node.replies().stream()
            .map(
                reply ->
                    new ReplyView(
                        reply.id(),
                        in.links.run(reply.text()),
                        reply.right(),
                        signed(reply.heat()),
                        signed(reply.loyalty()),
                        reply.ways().stream().map(way -> WayView.of(way, numbers)).toList(),
                        reply.feedback().map(in.links::run),
                        reply.principle().flatMap(p -> in.principle(p.value()))))
            .toList());
  }

  /** {@code +2}, {@code −1} or, when nothing changes, nothing. */
  private static String signed(int change) {
    return change == 0 ? "" : (change > 0 ? "+" : "\u2212") + Math.abs(change);
  }

  /** The principles it practises, those of the best way through it first. */
  static Set<String> practised(Scenario scenario) {
    Set<String> practised = new LinkedHashSet<>();
    for (Scenario.Reply reply : scenario.bestWay()) {
      reply.applies().ifPresent(p -> practised.add(p.value()));
    }
    scenario.nodes().stream()
        .flatMap(node -> node.replies().stream())
        .flatMap(reply -> reply.principle().stream())
        .forEach(p -> practised.add(p.value()));
    return practised;
  }
}
