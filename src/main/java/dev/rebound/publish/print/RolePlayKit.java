package dev.rebound.publish.print;

import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Scenario;
import dev.rebound.publish.page.CourseModels;
import dev.rebound.publish.page.Html;
import dev.rebound.publish.page.PageWords;
import dev.rebound.publish.page.Templates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The course's scenarios on paper: a script, a part and an observer's sheet each, and a plan. */
final class RolePlayKit {
  private static final int WEEKS = 12;

  /** Above and below, as print/roleplay.css has it. */
  private static final double MARGIN = 18;

  private RolePlayKit() {}

  static byte[] print(
      PdfEngine engine, Templates templates, PageWords words, Content content, Course course) {
    Stock.Paper paper = Stock.Paper.named(content.settings().page().value());
    List<Scenario> scenarios = course.scenariosInOrder();
    Map<String, String> spoken = words.of(course.language());
    // Its links lead to nothing in the kit, and so are words only.
    CourseModels models =
        new CourseModels(templates, spoken, content, course, new Workbook.InBook());
    Map<String, Object> data = new HashMap<>(Imprint.of(content.settings()).data());
    data.put("language", course.language());
    data.put("course", models.course());
    data.put("words", spoken);
    data.put("scenarios", scenarios.stream().map(models::scenario).toList());
    data.put(
        "weeks",
        Stream.iterate(0, week -> week + 1)
            .limit(WEEKS)
            .map(week -> scenarios.get(week % scenarios.size()).title().value())
            .toList());
    data.put(
        "page",
        Map.of(
            "width",
            Lengths.mm(paper.width),
            "height",
            Lengths.mm(paper.height),
            "tall",
            paper.height - 2 * MARGIN));
    data.put(
        "css",
        new Html(templates.text("print/document.css") + templates.text("print/roleplay.css")));
    return engine.print(
        templates.render("print/roleplay.ftlh", data), Imprint.of(content.settings()));
  }
}
