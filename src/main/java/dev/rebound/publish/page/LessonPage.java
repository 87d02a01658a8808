package dev.rebound.publish.page;

import dev.rebound.course.Lesson;
import dev.rebound.source.Fields.Inlined;
import dev.rebound.source.Located;
import java.util.List;
import java.util.Optional;

/**
 * A lesson.
 *
 * @param body what is to be read, as HTML
 * @param contents its headings of the second level
 * @param prefix stands before the ids in it, where lessons share one page
 * @param principles those it teaches
 */
public record LessonPage(
    @Inlined StepPlace place,
    Html body,
    List<Entry> contents,
    String prefix,
    List<PrincipleView> principles) {
  /**
   * A line of a lesson's table of contents.
   *
   * @param text the heading's words
   * @param href its place on the page
   */
  public record Entry(String text, String href) {}

  public static LessonPage of(CourseContext in, Lesson lesson) {
    return of(in, lesson, new LessonRenderContext(in, lesson));
  }

  /**
   * @param around what this output makes of the lesson's references
   */
  public static LessonPage of(CourseContext in, Lesson lesson, RenderContext around) {
    return of(in, lesson, in.outline().place("lesson", lesson.id()), around);
  }

  /** Of one that the course does not name, for its author. */
  public static LessonPage unlisted(CourseContext in, Lesson lesson) {
    StepView step = StepView.of(lesson, in.routes);
    ModuleView none = new ModuleView("", 0, step.title(), new Html(""), List.of(), List.of(step));
    StepPlace place = new StepPlace(step, Optional.of(none), Optional.empty(), Optional.empty());
    return of(in, lesson, place, new LessonRenderContext(in, lesson));
  }

  private static LessonPage of(
      CourseContext in, Lesson lesson, StepPlace place, RenderContext around) {
    HtmlRenderer.Body body = HtmlRenderer.body(lesson.body(), around);
    return new LessonPage(
        place,
        body.html(),
        body.headings().stream()
            .filter(heading -> heading.level() == 2)
            .map(heading -> new Entry(heading.text(), "#" + heading.id()))
            .toList(),
        in.routes.prefix(lesson.id().value()),
        in.principles(lesson.teaches().stream().map(Located::value)));
  }
}
