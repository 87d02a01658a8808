package dev.rebound.publish.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.app.Catalog;
import dev.rebound.check.Checker;
import dev.rebound.check.Report;
import dev.rebound.check.ReportJson;
import dev.rebound.check.ReportSarif;
import dev.rebound.check.ReportText;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.page.Sample;
import dev.rebound.source.Severity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Terminal, JSON, SARIF and trace page count the same findings of a real run. */
class TraceReportTest {
  @TempDir private Path temp;

  @Test
  void allCountTheSame() {
    Path workspace =
        Courses.lay(temp.resolve("harbour"), Courses.ROOT.resolve("rules/OrphanFile/not-named"));
    Checker.Verdict verdict = new Checker(Catalog.rules()).check(Courses.load(workspace), false);
    Report report = verdict.report();
    assertThat(report.count(Severity.WARNING)).isPositive();
    SitePublisher site = new SitePublisher(Sample.templates(), Sample.words(), Map.of(), List.of());
    String page =
        site.artefacts(verdict.content().orElseThrow()).stream()
            .filter(artefact -> artefact.path().equals("trace.html"))
            .map(Artefact::bytes)
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .findFirst()
            .orElseThrow();

    Map<String, Integer> wanted = new TreeMap<>();
    report.findings().forEach(f -> wanted.merge(f.severity().word(), 1, Integer::sum));
    assertThat(counted("data-severity=\"(\\w+)\"", page)).isEqualTo(wanted);
    assertThat(counted("(?m)^\\S.*?: (error|warning|note): ", ReportText.of(report)))
        .isEqualTo(wanted);
    assertThat(counted("\"severity\": ?\"(\\w+)\"", ReportJson.of(report, "1"))).isEqualTo(wanted);
    Map<String, String> pages = new TreeMap<>();
    Catalog.rules().forEach(rule -> pages.put(rule.id(), "# " + rule.id() + "\n\nHolds.\n"));
    String results = ReportSarif.of(report, "1", pages);
    assertThat(counted("\"level\": ?\"(\\w+)\"", results.substring(results.indexOf("\"results\""))))
        .isEqualTo(wanted);
    report
        .findings()
        .forEach(finding -> assertThat(page).contains(finding.rule(), finding.span().toString()));
  }

  private static Map<String, Integer> counted(String pattern, String text) {
    Map<String, Integer> counted = new TreeMap<>();
    Matcher found = Pattern.compile(pattern).matcher(text);
    while (found.find()) {
      counted.merge(found.group(1), 1, Integer::sum);
    }
    return counted;
  }
}
