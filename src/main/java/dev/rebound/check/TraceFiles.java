package dev.rebound.check;

import dev.rebound.source.Csv;
import dev.rebound.source.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A trace for programs and spreadsheets: one entry, or one line, for each tie of a principle. */
public final class TraceFiles {
  private TraceFiles() {}

  /** {@code {"principles":[{"id","says","stance","source","uses":[{"kind","role",…}]}]}} */
  public static String json(Trace trace) {
    List<Object> principles = new ArrayList<>();
    for (Trace.Row row : trace.rows()) {
      List<Object> uses = new ArrayList<>();
      for (Trace.Use use : row.uses()) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("kind", use.kind().word());
        one.put("role", use.role().word());
        one.put("course", use.course());
        one.put("id", use.id());
        one.put("level", use.level().map(level -> level.word()).orElse(""));
        one.put("title", use.title());
        one.put("file", use.span().file());
        one.put("line", use.span().line());
        uses.add(one);
      }
      Map<String, Object> principle = new LinkedHashMap<>();
      principle.put("id", row.principle().id().value());
      principle.put("says", row.principle().says().plain());
      principle.put("stance", row.principle().stance().word());
      principle.put("source", row.principle().source());
      principle.put("uses", uses);
      principles.add(principle);
    }
    return Json.write(Map.of("principles", principles)) + "\n";
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
      for (Trace.Use use : row.uses()) {
        out.append(
            Csv.line(
                List.of(
                    row.principle().id().value(),
                    row.principle().stance().word(),
                    row.principle().source(),
                    use.kind().word(),
                    use.role().word(),
                    use.course(),
                    use.id(),
                    use.level().map(level -> level.word()).orElse(""),
                    use.title(),
                    use.span().file(),
                    String.valueOf(use.span().line()))));
      }
    }
    return out.toString();
  }
}
