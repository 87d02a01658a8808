package dev.rebound.publish.page;

import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.source.Prose;
import dev.rebound.source.Reference;
import dev.rebound.source.SourceSpan;
import java.util.Optional;

/** Where references lead in one output of a course, and text with its links set. */
final class CourseLinks implements RenderContext {
  private final Content content;
  private final Course course;
  private final Routes routes;
  private final Teaching teaching;

  CourseLinks(Content content, Course course, Routes routes, Teaching teaching) {
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
      default -> Optional.empty();
    };
  }

  @Override
  public String image(String path) {
    return routes.image(path);
  }

  @Override
  public String place(SourceSpan span) {
    return routes.place(span);
  }

  Html run(Prose prose) {
    return HtmlRenderer.run(prose.span(), prose.inlines(), this);
  }
}
