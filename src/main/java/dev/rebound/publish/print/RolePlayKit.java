package dev.rebound.publish.print;

import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Scenario;
import dev.rebound.publish.page.CourseContext;
import dev.rebound.publish.page.CourseView;
import dev.rebound.publish.page.Fills;
import dev.rebound.publish.page.PageWords;
import dev.rebound.publish.page.ScenarioPage;
import dev.rebound.publish.page.Templates;
import dev.rebound.source.Fields.Inlined;
import java.util.List;
import java.util.stream.IntStream;

/** The course's scenarios on paper: a script, a part and an observer's sheet each, and a plan. */
final class RolePlayKit {
  private static final int WEEKS = 12;

  /** Above and below, as print/roleplay.css has it. */
  private static final double MARGIN = 18;

  private RolePlayKit() {}

  /**
   * The role-play kit.
   *
   * @param weeks the title of the scenario of each week
   */
  @Fills("print/roleplay.ftlh")
  record Kit(
      @Inlined PaperFrame frame,
      CourseView course,
      List<ScenarioPage> scenarios,
      List<String> weeks,
      Page page) {}

  /**
   * Lengths on the kit's pages, in millimetres.
   *
   * @param tall what is between the margins, as a number
   */
  record Page(String width, String height, double tall) {}

  static byte[] print(
      PdfEngine engine,
      Templates templates,
      String looks,
      PageWords words,
      Content content,
      Course course) {
    Stock.Paper paper = Stock.Paper.named(content.settings().page().value());
    List<Scenario> scenarios = course.scenariosInOrder();
    CourseContext in =
        new CourseContext(
            templates, words.of(course.language()), content, course, new Workbook.InBook(course));
    Kit kit =
        new Kit(
            PaperFrame.of(
                content.settings(), course.language(), words, templates, "document", "roleplay"),
            CourseView.of(in),
            scenarios.stream().map(it -> ScenarioPage.of(in, it)).toList(),
            IntStream.range(0, WEEKS)
                .mapToObj(week -> scenarios.get(week % scenarios.size()).title().value())
                .toList(),
            new Page(Lengths.mm(paper.width), Lengths.mm(paper.height), paper.height - 2 * MARGIN));
    return engine.print(
        new FilledTemplate(templates, looks, "print/roleplay.ftlh", kit),
        Imprint.of(content.settings()));
  }
}
