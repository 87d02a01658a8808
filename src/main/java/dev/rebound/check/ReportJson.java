package dev.rebound.check;

import dev.rebound.source.Finding;
import dev.rebound.source.Json;
import dev.rebound.source.Severity;
import dev.rebound.source.SourceSpan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A report for programs: {@code
 * {"tool","version","findings":[…],"guesser":[…],"wordings":[…],"summary":{…}}}.
 */
public final class ReportJson {
  private record Root(
      String tool,
      String version,
      List<Line> findings,
      List<Guessed> guesser,
      List<Worded> wordings,
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

  private record Worded(Guessed score, List<String> words, List<String> items) {}

  private ReportJson() {}

  /**
   * @param version the tool's
   */
  public static String of(Report report, String version) {
    Map<String, Long> summary = new LinkedHashMap<>();
    for (Severity severity : Severity.values()) {
      summary.put(severity.word() + "s", report.count(severity));
    }
    List<Guessed> guesser = report.guesser().stream().map(ReportJson::guessed).toList();
    List<Worded> wordings =
        report.wordings().stream()
            .map(it -> new Worded(guessed(it.figure()), it.words(), it.items()))
            .toList();
    return Json.write(
            new Root(
                "rebound",
                version,
                report.findings().stream().map(ReportJson::line).toList(),
                guesser,
                wordings,
                summary))
        + "\n";
  }

  private static Guessed guessed(GuesserScore.Figure figure) {
    return new Guessed(
        figure.name(),
        figure.questions(),
        figure.points(),
        figure.chance(),
        List.of(figure.low(), figure.high()));
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
