package dev.rebound.publish.page;

import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.source.Prose;
import dev.rebound.source.Reference;
import dev.rebound.source.SourceSpan;
import java.util.Locale;
import java.util.Optional;

/** Where references lead in one output of a course, and text with its links set. */
final class CourseLinks implements RenderContext {
  private final Content content;
  private final Course course;
  private final Routes routes;
  private final Teaching teaching;
  private final String prefix;

  CourseLinks(Content content, Course course, Routes routes, Teaching teaching) {
    this(content, course, routes, teaching, "");
  }

  private CourseLinks(
      Content content, Course course, Routes routes, Teaching teaching, String prefix) {
    this.prefix = prefix;
    this.content = content;
    this.course = course;
    this.routes = routes;
    this.teaching = teaching;
  }

  @Override
  public Optional<String> href(Reference to) {
    return switch (to.kind()) {
      case "lesson" -> course.lesson(to.id()).map(lesson -> routes.lesson(to.id(), ""));
      case "principle" ->
          teaching
              .of(to.id())
              .map(place -> routes.lesson(place.lesson().id().value(), PageIds.principle(to.id())));
      case "excerpt" -> Optional.of(routes.credits(PageIds.excerpt(to.id())));
      case "term" -> content.term(to.id()).map(term -> routes.glossary(to.id()));
      case "card" -> routes.cards();
      case "file" -> course.takeaway(to.id()).flatMap(file -> routes.takeaway(file.path()));
      default -> Optional.empty();
    };
  }

  @Override
  public String aside(Reference to) {
    return to.kind().equals("file")
        ? course
            .takeaway(to.id())
            .map(
                it ->
                    it.ending().toUpperCase(Locale.ROOT)
                        + ", "
                        + ByteSize.of(it.size(), course.language()))
            .orElse("")
        : "";
  }

  @Override
  public String image(String path) {
    return routes.image(path);
  }

  @Override
  public String place(SourceSpan span) {
    return routes.place(span);
  }

  @Override
  public String idPrefix() {
    return prefix;
  }

  /** The same for a text whose headings are named after what it stands below. */
  CourseLinks below(String id) {
    return new CourseLinks(content, course, routes, teaching, id + "--");
  }

  Html run(Prose prose) {
    return HtmlRenderer.run(prose.span(), prose.inlines(), this);
  }
}
