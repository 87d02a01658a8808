package dev.rebound.check;

import dev.rebound.course.Content;
import java.util.Set;

/**
 * Content without errors. Only {@link Checker} makes one: publishing unchecked content does not
 * compile.
 */
public final class CheckedContent {
  private final Content content;
  private final Report report;

  CheckedContent(Content content, Report report) {
    this.content = content;
    this.report = report;
  }

  public Content content() {
    return content;
  }

  /** What was found in it: warnings and notes. */
  public Report report() {
    return report;
  }

  /** The same with these courses only; the library stays whole. */
  public CheckedContent only(Set<String> courses) {
    return new CheckedContent(
        content.withCourses(
            content.courses().stream().filter(c -> courses.contains(c.id().value())).toList()),
        report);
  }
}
