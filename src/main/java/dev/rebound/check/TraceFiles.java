package dev.rebound.check;

import dev.rebound.source.Csv;
import dev.rebound.source.Json;
import java.util.List;

/** A trace for programs and spreadsheets: one entry, or one line, for each tie of a principle. */
public final class TraceFiles {
  private record Root(List<Traced> principles) {}

  private record Traced(String id, String says, String stance, String source, List<Tie> uses) {}

  private record Tie(
      String kind,
      String role,
      String course,
      String id,
      String level,
      String title,
      String file,
      int line) {}

  private TraceFiles() {}

  /** {@code {"principles":[{"id","says","stance","source","uses":[{"kind","role",…}]}]}} */
  public static String json(Trace trace) {
    return Json.write(new Root(trace.rows().stream().map(TraceFiles::traced).toList())) + "\n";
  }

  /** RFC 4180, a header first. */
  public static String csv(Trace trace) {
    StringBuilder out = new StringBuilder();
    out.append(
        Csv.line(
            List.of(
                "principle",
                "stance",
                "source",
                "kind",
                "role",
                "course",
                "id",
                "level",
                "title",
                "file",
                "line")));
    for (Trace.Row row : trace.rows()) {
      Traced of = traced(row);
      for (Tie use : of.uses) {
        out.append(
            Csv.line(
                List.of(
                    of.id,
                    of.stance,
                    of.source,
                    use.kind,
                    use.role,
                    use.course,
                    use.id,
                    use.level,
                    use.title,
                    use.file,
                    String.valueOf(use.line))));
      }
    }
    return out.toString();
  }

  private static Traced traced(Trace.Row row) {
    return new Traced(
        row.principle().id().value(),
        row.principle().says().plain(),
        row.principle().stance().word(),
        row.principle().source(),
        row.uses().stream().map(TraceFiles::tie).toList());
  }

  private static Tie tie(Trace.Use use) {
    return new Tie(
        use.kind().word(),
        use.role().word(),
        use.course(),
        use.id(),
        use.level().map(level -> level.word()).orElse(""),
        use.title(),
        use.span().file(),
        use.span().line());
  }
}
