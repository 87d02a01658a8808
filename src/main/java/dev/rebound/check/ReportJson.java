package dev.rebound.check;

import dev.rebound.source.Finding;
import dev.rebound.source.Json;
import dev.rebound.source.Severity;
import dev.rebound.source.SourceSpan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report for programs: {@code {"tool","version","findings":[…],"guesser":[…],"summary":{…}}}. */
public final class ReportJson {
  private record Root(
      String tool,
      String version,
      List<Line> findings,
      List<Guessed> guesser,
      Map<String, Long> summary) {}

  private record Line(
      String rule,
      String severity,
      String file,
      int line,
      int column,
      int endLine,
      int endColumn,
      String message,
      String hint) {}

  private record Guessed(
      String course, int questions, double points, double chance, List<Double> interval) {}

  private ReportJson() {}

  /**
   * @param version the tool's
   */
  public static String of(Report report, String version) {
    Map<String, Long> summary = new LinkedHashMap<>();
    for (Severity severity : Severity.values()) {
      summary.put(severity.word() + "s", report.count(severity));
    }
    List<Guessed> guesser =
        report.guesser().stream()
            .map(
                it ->
                    new Guessed(
                        it.name(),
                        it.questions(),
                        it.points(),
                        it.chance(),
                        List.of(it.low(), it.high())))
            .toList();
    return Json.write(
            new Root(
                "rebound",
                version,
                report.findings().stream().map(ReportJson::line).toList(),
                guesser,
                summary))
        + "\n";
  }

  private static Line line(Finding finding) {
    SourceSpan span = finding.span();
    return new Line(
        finding.rule(),
        finding.severity().word(),
        span.file(),
        span.line(),
        span.column(),
        span.endLine(),
        span.endColumn(),
        finding.message(),
        finding.hint());
  }
}
