package dev.rebound.publish.page;

import dev.rebound.course.Scenario;
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

/**
 * A conversation to play: what is said at each point, what may be replied, how it can end.
 *
 * @param setting empty where the author gives none
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
   * @param line what they say
   * @param ending how it ends here, {@code good}, {@code mixed} or {@code poor}; absent where it
   *     goes on
   * @param debrief what to take from such an end
   */
  public record NodeView(
      String id,
      int number,
      String who,
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
   * @param next the number of the point it leads to
   * @param why its feedback
   */
  public record ReplyView(
      String id,
      Html text,
      boolean applies,
      String heat,
      String loyalty,
      Optional<Integer> next,
      Optional<Html> why,
      Optional<PrincipleView> principle) {}

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
                        reply.next().flatMap(it -> Optional.ofNullable(numbers.get(it.value()))),
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
    Map<String, Scenario.Reply> best = scenario.best();
    Set<String> seen = new LinkedHashSet<>();
    String at = scenario.start().value();
    while (best.containsKey(at) && seen.add(at)) {
      Scenario.Reply reply = best.get(at);
      reply.applies().ifPresent(p -> practised.add(p.value()));
      at = reply.next().map(Located::value).orElse("");
    }
    scenario.nodes().stream()
        .flatMap(node -> node.replies().stream())
        .flatMap(reply -> reply.principle().stream())
        .forEach(p -> practised.add(p.value()));
    return practised;
  }
}
