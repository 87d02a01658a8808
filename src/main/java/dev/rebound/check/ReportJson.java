package dev.rebound.check;

import dev.rebound.source.Finding;
import dev.rebound.source.Json;
import dev.rebound.source.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report for programs: {@code {"tool","version","findings":[…],"guesser":[…],"summary":{…}}}. */
public final class ReportJson {
  private ReportJson() {}

  /**
   * @param version the tool's
   */
  public static String of(Report report, String version) {
    List<Object> findings = new ArrayList<>();
    for (Finding finding : report.findings()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("rule", finding.rule());
      one.put("severity", finding.severity().word());
      one.put("file", finding.span().file());
      one.put("line", finding.span().line());
      one.put("column", finding.span().column());
      one.put("endLine", finding.span().endLine());
      one.put("endColumn", finding.span().endColumn());
      one.put("message", finding.message());
      one.put("hint", finding.hint());
      findings.add(one);
    }
    List<Object> guesser = new ArrayList<>();
    for (GuesserScore.Figure figure : report.guesser()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("course", figure.name());
      one.put("questions", figure.questions());
      one.put("points", figure.points());
      one.put("chance", figure.chance());
      one.put("interval", List.of(figure.low(), figure.high()));
      guesser.add(one);
    }
    Map<String, Object> summary = new LinkedHashMap<>();
    for (Severity severity : Severity.values()) {
      summary.put(severity.word() + "s", report.count(severity));
    }
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("tool", "rebound");
    root.put("version", version);
    root.put("findings", findings);
    root.put("guesser", guesser);
    root.put("summary", summary);
    return Json.write(root) + "\n";
  }
}
