package dev.rebound.check;

import dev.rebound.course.Content;
import java.util.Set;

/**
 * Content without errors. Only {@link Checker} makes one: publishing unchecked content does not
 * compile.
 */
public final class CheckedContent {
  private final Content content;

  CheckedContent(Content content) {
    this.content = content;
  }

  public Content content() {
    return content;
  }

  /** The same with these courses only; the library stays whole. */
  public CheckedContent only(Set<String> courses) {
    return new CheckedContent(
        content.withCourses(
            content.courses().stream().filter(c -> courses.contains(c.id().value())).toList()));
  }
}
