package dev.rebound.publish.print;

import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Scenario;
import dev.rebound.publish.page.Html;
import dev.rebound.publish.page.HtmlRenderer;
import dev.rebound.publish.page.PageWords;
import dev.rebound.publish.page.Surroundings;
import dev.rebound.publish.page.Templates;
import dev.rebound.source.Located;
import dev.rebound.source.Prose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The course's scenarios on paper: a script, a part and an observer's sheet each, and a plan. */
final class RolePlayKit {
  private static final Surroundings PAPER = new Surroundings() {};
  private static final int WEEKS = 12;

  private RolePlayKit() {}

  static byte[] print(
      PdfEngine engine, Templates templates, PageWords words, Content content, Course course) {
    Stock.Paper paper = Stock.Paper.named(content.settings().page());
    List<Scenario> scenarios = course.scenariosInOrder();
    Map<String, Object> data = new HashMap<>(Imprint.of(content.settings()).data());
    data.put("language", course.language());
    data.put("course", course.title());
    data.put("words", words.of(course.language()));
    data.put("scenarios", scenarios.stream().map(it -> scenario(content, it)).toList());
    data.put(
        "weeks",
        Stream.iterate(0, week -> week + 1)
            .limit(WEEKS)
            .map(week -> scenarios.get(week % scenarios.size()).title())
            .toList());
    data.put("page", Map.of("width", Lengths.mm(paper.width), "height", Lengths.mm(paper.height)));
    data.put(
        "css",
        new Html(templates.text("print/document.css") + templates.text("print/roleplay.css")));
    return engine.print(
        templates.render("print/roleplay.ftlh", data), Imprint.of(content.settings()));
  }

  private static Map<String, Object> scenario(Content content, Scenario scenario) {
    List<Scenario.Node> nodes = inOrder(scenario);
    Map<String, Integer> numbers = new HashMap<>();
    nodes.forEach(node -> numbers.putIfAbsent(node.id().value(), numbers.size() + 1));
    Set<String> applied = new LinkedHashSet<>();
    Set<String> all = new LinkedHashSet<>();
    List<Map<String, Object>> moments = new ArrayList<>();
    for (Scenario.Node node : nodes) {
      List<Map<String, Object>> replies = new ArrayList<>();
      for (Scenario.Reply reply : node.replies()) {
        reply.applies().map(Located::value).ifPresent(applied::add);
        reply.principle().map(Located::value).ifPresent(all::add);
        replies.add(
            Map.of(
                "text", run(reply.text()),
                "heat", reply.heat(),
                "loyalty", reply.loyalty(),
                "next", reply.next().map(to -> numbers.getOrDefault(to.value(), 0)).orElse(0)));
      }
      Map<String, Object> moment = new LinkedHashMap<>();
      moment.put("number", numbers.getOrDefault(node.id().value(), 0));
      moment.put("who", node.who());
      moment.put("line", run(node.line()));
      moment.put("heat", moments.isEmpty() ? scenario.heat() : 0);
      moment.put("replies", replies);
      node.ending()
          .ifPresent(
              ending -> {
                moment.put("ending", ending.kind().word());
                moment.put("debrief", run(ending.debrief()));
              });
      moments.add(moment);
    }
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("id", scenario.id().value());
    model.put("title", scenario.title());
    model.put("moments", moments);
    model.put("applies", says(content, applied));
    model.put("principles", says(content, all));
    return model;
  }

  /** Where it starts comes first. */
  private static List<Scenario.Node> inOrder(Scenario scenario) {
    String start = scenario.start().value();
    return Stream.concat(
            scenario.nodes().stream().filter(node -> node.id().value().equals(start)),
            scenario.nodes().stream().filter(node -> !node.id().value().equals(start)))
        .toList();
  }

  private static List<Html> says(Content content, Set<String> principles) {
    return principles.stream()
        .flatMap(id -> content.principle(id).stream())
        .map(principle -> run(principle.says()))
        .toList();
  }

  private static Html run(Prose prose) {
    return HtmlRenderer.run(prose.inlines(), PAPER);
  }
}
