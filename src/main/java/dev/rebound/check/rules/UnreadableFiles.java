package dev.rebound.check.rules;

import dev.rebound.course.Content;
import dev.rebound.course.Source;
import dev.rebound.source.Problem;

/**
 * Files of which something could not be read. What they define is not known, so a name that only
 * they can hold is not called unknown: one flaw should not be reported a hundred times.
 */
final class UnreadableFiles {
  private UnreadableFiles() {}

  /** What does not have its form is left out as well as what cannot be read at all. */
  private static boolean isUnread(Problem problem) {
    return problem.rule().equals("SyntaxError") || problem.rule().equals("SchemaViolation");
  }

  /** Whether any file in a folder of this name could not be read whole. */
  static boolean folder(Content content, String name) {
    return content.problems().stream()
        .anyMatch(problem -> isUnread(problem) && problem.span().file().contains("/" + name + "/"));
  }

  /** Whether some course's list of modules may be missing. */
  static boolean course(Content content) {
    return content.problems().stream()
        .anyMatch(problem -> problem.span().file().endsWith("/course.yaml"));
  }

  /** Whether the file with this path, or end of a path, could not be read whole. */
  static boolean file(Content content, String end) {
    return content.problems().stream()
        .anyMatch(problem -> isUnread(problem) && problem.span().file().endsWith(end));
  }

  /** Whether a source's record may lack what its file holds, such as its credit. */
  static boolean source(Content content, Source source) {
    return file(content, "/sources/" + source.id().value() + ".md");
  }

  /** Whether anything was wrong in reading this file. */
  static boolean reported(Content content, String file) {
    return content.problems().stream().anyMatch(problem -> problem.span().file().equals(file));
  }
}
