package dev.rebound.serve;

import dev.rebound.check.CheckContext;
import dev.rebound.source.Finding;
import dev.rebound.source.Json;
import dev.rebound.source.Lazy;
import dev.rebound.source.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * What was found in a snapshot.
 *
 * @param errors how many hold up a build: those of drafts do not
 * @param complete whether paper was looked at, too
 * @param told the same as windows are told of it, once for all of them
 */
record Found(
    long version, List<Finding> findings, long errors, boolean complete, Lazy<String> told) {
  /** Before anything was checked. */
  static Found nothing() {
    return new Found(-1, List.of(), 0, false, new Lazy<>(() -> ""));
  }

  /**
   * A finding as the panel shows it.
   *
   * @param page where it can be seen
   * @param editor the address that opens the place in an editor
   */
  record Mark(
      String rule,
      String severity,
      String file,
      int line,
      int column,
      int endLine,
      int endColumn,
      String message,
      String hint,
      Optional<String> page,
      Optional<String> editor) {}

  private record Marks(long version, boolean complete, List<Mark> findings) {}

  static Found of(
      Snapshot in,
      CheckContext context,
      List<Finding> findings,
      long errors,
      boolean complete,
      Workspace workspace) {
    PageOfPlace pages = new PageOfPlace(in, context);
    return new Found(
        in.version(),
        findings,
        errors,
        complete,
        new Lazy<>(
            () ->
                Json.write(
                    new Marks(
                        in.version(),
                        complete,
                        findings.stream()
                            .distinct()
                            .map(it -> mark(it, pages.of(it.span()), workspace))
                            .toList()))));
  }

  private static Mark mark(Finding finding, Optional<String> page, Workspace workspace) {
    SourceSpan at = finding.span();
    return new Mark(
        finding.rule(),
        finding.severity().word(),
        at.file(),
        at.line(),
        at.column(),
        at.endLine(),
        at.endColumn(),
        finding.message(),
        finding.hint(),
        page,
        workspace.editorAt(at));
  }
}
