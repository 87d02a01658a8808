package dev.rebound.check;

import dev.rebound.source.Fields.Named;
import dev.rebound.source.Finding;
import dev.rebound.source.Json;
import dev.rebound.source.Sha256;
import dev.rebound.source.SourceSpan;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A report for code hosts: one run of a SARIF 2.1.0 log. */
public final class ReportSarif {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private record Log(@Named("$schema") String schema, String version, List<Run> runs) {}

  private record Run(
      Tool tool, String columnKind, Map<String, Root> originalUriBaseIds, List<Result> results) {}

  private record Tool(Driver driver) {}

  private record Driver(String name, String version, List<RulePage> rules) {}

  private record RulePage(String id, Text shortDescription, Help help) {}

  private record Help(String text, String markdown) {}

  private record Root(Text description) {}

  private record Text(String text) {}

  private record Result(
      String ruleId,
      Optional<Integer> ruleIndex,
      String level,
      Text message,
      List<Location> locations,
      Map<String, String> partialFingerprints) {}

  private record Location(Place physicalLocation) {}

  private record Place(Artifact artifactLocation, Optional<Region> region) {}

  private record Artifact(String uri, Optional<String> uriBaseId) {}

  private record Region(
      int startLine, int startColumn, Optional<Integer> endLine, Optional<Integer> endColumn) {}

  private ReportSarif() {}

  /**
   * @param version the tool's
   * @param pages each rule's page, by its id, in the order of the rules
   */
  public static String of(Report report, String version, Map<String, String> pages) {
    List<String> rules = List.copyOf(pages.keySet());
    Map<String, Integer> seen = new HashMap<>();
    Driver driver =
        new Driver(
            "rebound",
            version,
            pages.entrySet().stream().map(p -> rule(p.getKey(), p.getValue())).toList());
    Root started = new Root(new Text("The folder the tool was started in."));
    Run run =
        new Run(
            new Tool(driver),
            "utf16CodeUnits",
            Map.of("%SRCROOT%", started),
            report.findings().stream().map(finding -> result(finding, rules, seen)).toList());
    return Json.write(new Log(SCHEMA, "2.1.0", List.of(run))) + "\n";
  }

  private static Result result(Finding finding, List<String> rules, Map<String, Integer> seen) {
    int rule = rules.indexOf(finding.rule());
    String text = finding.message() + (finding.hint().isEmpty() ? "" : "\n" + finding.hint());
    return new Result(
        finding.rule(),
        rule < 0 ? Optional.empty() : Optional.of(rule),
        finding.severity().word(),
        new Text(escaped(text)),
        List.of(new Location(place(finding.span()))),
        Map.of("finding/v1", fingerprint(finding, seen)));
  }

  private static RulePage rule(String id, String page) {
    return new RulePage(
        id, new Text(escaped(firstSentence(page))), new Help(escaped(page), escaped(page)));
  }

  /** The paragraph under the title. */
  private static String firstSentence(String page) {
    String[] parts = page.strip().split("\\n\\s*\\n", 3);
    return parts[parts.length > 1 ? 1 : 0].replaceAll("\\s+", " ").strip();
  }

  private static Place place(SourceSpan span) {
    boolean ends = span.hasEnd();
    return new Place(
        artifact(span.file()),
        span.line() > 0
            ? Optional.of(
                new Region(
                    span.line(),
                    span.column(),
                    ends ? Optional.of(span.endLine()) : Optional.empty(),
                    ends ? Optional.of(span.endColumn()) : Optional.empty()))
            : Optional.empty());
  }

  private static Artifact artifact(String file) {
    // Only a path below the root can be relative to it.
    return file.startsWith("/") || file.matches("[A-Za-z]:/.*")
        ? new Artifact(
            "file://" + (file.startsWith("/") ? "" : "/") + encoded(file), Optional.empty())
        : new Artifact(encoded(file), Optional.of("%SRCROOT%"));
  }

  /** RFC 3986: what is neither unreserved nor a slash is written as its UTF-8 bytes. */
  private static String encoded(String path) {
    StringBuilder out = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "-._~/".indexOf(c) >= 0;
      out.append(plain ? String.valueOf(c) : "%" + HexFormat.of().withUpperCase().toHexDigits(b));
    }
    return out.toString();
  }

  /**
   * The same for a finding that only moved: its line is not part of it. Equal findings of a file
   * are counted.
   */
  private static String fingerprint(Finding finding, Map<String, Integer> seen) {
    String what = finding.rule() + "\n" + finding.span().file() + "\n" + finding.message();
    int count = seen.merge(what, 1, Integer::sum);
    return Sha256.of(what + "\n" + count).substring(0, 32);
  }

  /** SARIF 2.1.0, 3.11.5: braces mark placeholders; a brace itself is doubled. */
  private static String escaped(String text) {
    return text.replace("{", "{{").replace("}", "}}");
  }
}
