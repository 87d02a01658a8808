package dev.rebound.publish.page;

import dev.rebound.course.Scenario;
import dev.rebound.source.Located;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A course's conversations as templates see them. */
final class ScenarioModels {
  private final PrincipleModels principles;
  private final CourseLinks links;

  ScenarioModels(PrincipleModels principles, CourseLinks links) {
    this.principles = principles;
    this.links = links;
  }

  /**
   * A conversation as a script: its nodes with their numbers, what each reply does and why, how it
   * ends, and the principles it practises in the order in which the best way through it applies
   * them: those that a right reply applies ({@code trained}), and the others ({@code slips}).
   */
  void addTo(Map<String, Object> model, Scenario scenario) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    numbers.put(scenario.start().value(), 1);
    for (Scenario.Node node : scenario.nodes()) {
      numbers.putIfAbsent(node.id().value(), numbers.size() + 1);
    }
    List<Map<String, Object>> nodes = new ArrayList<>();
    scenario.nodes().stream()
        .sorted(Comparator.comparing(node -> numbers.get(node.id().value())))
        .forEach(node -> nodes.add(node(node, numbers)));
    model.put("setting", scenario.setting().map(Located::value).orElse(""));
    model.put("who", scenario.who().value());
    model.put("heat", scenario.heat());
    model.put("loyalty", scenario.loyalty());
    model.put("nodes", nodes);
    Set<String> practised = practised(scenario);
    Set<String> trained =
        scenario.nodes().stream()
            .flatMap(node -> node.replies().stream())
            .flatMap(reply -> reply.applies().stream())
            .map(Located::value)
            .collect(Collectors.toSet());
    model.put("principles", models(practised.stream()));
    model.put("trained", models(practised.stream().filter(trained::contains)));
    model.put("slips", models(practised.stream().filter(p -> !trained.contains(p))));
  }

  private List<Map<String, Object>> models(Stream<String> ids) {
    return ids.flatMap(id -> principles.of(id).stream()).toList();
  }

  private Map<String, Object> node(Scenario.Node node, Map<String, Integer> numbers) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("id", node.id().value());
    model.put("number", numbers.get(node.id().value()));
    model.put("who", node.who().value());
    model.put("line", links.run(node.line()));
    node.ending()
        .ifPresent(
            ending -> {
              model.put("ending", ending.kind().word());
              model.put("debrief", links.run(ending.debrief()));
            });
    List<Map<String, Object>> replies = new ArrayList<>();
    for (Scenario.Reply reply : node.replies()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("id", reply.id());
      one.put("text", links.run(reply.text()));
      one.put("applies", reply.right());
      one.put("heat", signed(reply.heat()));
      one.put("loyalty", signed(reply.loyalty()));
      reply.next().ifPresent(next -> one.put("next", numbers.get(next.value())));
      reply.feedback().ifPresent(why -> one.put("why", links.run(why)));
      reply
          .principle()
          .flatMap(p -> principles.of(p.value()))
          .ifPresent(p -> one.put("principle", p));
      replies.add(one);
    }
    model.put("replies", replies);
    return model;
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
