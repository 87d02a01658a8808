package dev.rebound.publish.print;

import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Scenario;
import dev.rebound.publish.page.CourseContext;
import dev.rebound.publish.page.CourseView;
import dev.rebound.publish.page.Fills;
import dev.rebound.publish.page.ScenarioPage;
import dev.rebound.publish.page.Templates;
import dev.rebound.publish.page.UiMessages;
import dev.rebound.source.Fields.Inlined;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The course's scenarios on paper: a plan, a page for whoever leads a round, and a script, a part
 * and an observer's sheet each. Parts and observers' sheets have one page each, set as large as it
 * holds; one that is too long even in the smallest type goes on overleaf.
 */
final class RolePlayKit {
  private static final int WEEKS = 12;

  /** As print/roleplay.css knows them; in the smallest a sheet may take two pages. */
  private static final int SMALLEST = 6;

  // Above and below, as print/roleplay.css has it.
  private static final double MARGINS = 36;
  private static final double OBSERVER_MARGINS = 29;

  /** What touches a page's end goes over to the next. */
  private static final double WITHIN = .5;

  private final Templates templates;
  private final String looks;
  private final Content content;
  private final Course course;
  private final CourseContext in;
  private final PaperFrame frame;

  /**
   * The role-play kit.
   *
   * @param fitting whether only what must fit a page is laid out, to see in which size it does
   * @param weeks the title of the scenario of each week
   */
  @Fills("print/roleplay.ftlh")
  record Kit(
      @Inlined PaperFrame frame,
      CourseView course,
      boolean fitting,
      List<Conversation> scenarios,
      List<String> weeks,
      Page page) {}

  /**
   * A conversation.
   *
   * @param part the size of type of the part's page: the rest of a class's name
   * @param observer the same of the observer's
   * @param smallest that from which on a sheet need not fit a page
   */
  record Conversation(@Inlined ScenarioPage scenario, int part, int observer, int smallest) {}

  /**
   * Lengths on the kit's pages, in millimetres.
   *
   * @param tall what a part's page holds
   * @param observerTall what an observer's does
   */
  record Page(String width, String height, String tall, String observerTall) {}

  private RolePlayKit(
      Templates templates, String looks, UiMessages words, Content content, Course course) {
    this.templates = templates;
    this.looks = looks;
    this.content = content;
    this.course = course;
    in =
        new CourseContext(
            templates, words.of(course.language()), content, course, new Workbook.InBook(course));
    frame =
        PaperFrame.of(
            content.settings(), course.language(), words, templates, "document", "roleplay");
  }

  static byte[] print(
      PdfEngine engine,
      Templates templates,
      String looks,
      UiMessages words,
      Content content,
      Course course) {
    RolePlayKit kit = new RolePlayKit(templates, looks, words, content, course);
    return engine.print(kit.filled(false, kit.sizes(engine)), Imprint.of(content.settings()));
  }

  /** In which sizes the sheets fit, two for each conversation: its part, its observer. */
  private List<Integer> sizes(PdfEngine engine) {
    List<Integer> largest = Collections.nCopies(2 * course.scenariosInOrder().size(), 1);
    return Fit.kept(
            engine.kept(), "Fit " + filled(true, largest).digest(), () -> find(engine, largest))
        .sizes();
  }

  private Fit find(PdfEngine engine, List<Integer> from) {
    List<Integer> sizes = from;
    while (true) {
      List<Overflow.Face> tooLarge =
          engine
              .check(filled(true, sizes).html(), Imprint.of(content.settings()))
              .overflows()
              .stream()
              .map(Overflow::face)
              .distinct()
              .toList();
      List<Integer> before = sizes;
      sizes =
          IntStream.range(0, before.size())
              .map(i -> Math.min(SMALLEST, before.get(i) + (tooLarge.contains(face(i)) ? 1 : 0)))
              .boxed()
              .toList();
      if (sizes.equals(before)) {
        return new Fit(sizes, List.of());
      }
    }
  }

  private Overflow.Face face(int index) {
    String id = course.scenariosInOrder().get(index / 2).id().value();
    return new Overflow.Face(index % 2 == 0 ? "part" : "observer", id);
  }

  private FilledTemplate filled(boolean fitting, List<Integer> sizes) {
    Stock.Paper paper = Stock.Paper.named(content.settings().page().value());
    List<Scenario> scenarios = course.scenariosInOrder();
    Kit kit =
        new Kit(
            frame,
            CourseView.of(in),
            fitting,
            IntStream.range(0, scenarios.size())
                .mapToObj(
                    i ->
                        new Conversation(
                            ScenarioPage.of(in, scenarios.get(i)),
                            sizes.get(2 * i),
                            sizes.get(2 * i + 1),
                            SMALLEST))
                .toList(),
            IntStream.range(0, WEEKS)
                .mapToObj(week -> scenarios.get(week % scenarios.size()).title().value())
                .toList(),
            new Page(
                Lengths.mm(paper.width),
                Lengths.mm(paper.height),
                Lengths.mm(paper.height - MARGINS - WITHIN),
                Lengths.mm(paper.height - OBSERVER_MARGINS - WITHIN)));
    return new FilledTemplate(templates, looks, "print/roleplay.ftlh", kit);
  }
}
