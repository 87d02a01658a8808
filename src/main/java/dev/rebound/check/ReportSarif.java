package dev.rebound.check;

import dev.rebound.source.Finding;
import dev.rebound.source.Json;
import dev.rebound.source.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report for code hosts: one run of a SARIF 2.1.0 log. */
public final class ReportSarif {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private ReportSarif() {}

  /**
   * @param version the tool's
   * @param pages each rule's page, by its id, in the order of the rules
   */
  public static String of(Report report, String version, Map<String, String> pages) {
    List<String> rules = new ArrayList<>(pages.keySet());
    Map<String, Integer> seen = new HashMap<>();
    List<Object> results = new ArrayList<>();
    for (Finding finding : report.findings()) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("ruleId", finding.rule());
      if (rules.contains(finding.rule())) {
        result.put("ruleIndex", rules.indexOf(finding.rule()));
      }
      result.put("level", finding.severity().word());
      String text = finding.message() + (finding.hint().isEmpty() ? "" : "\n" + finding.hint());
      result.put("message", text(escaped(text)));
      result.put("locations", List.of(Map.of("physicalLocation", location(finding))));
      result.put("partialFingerprints", Map.of("finding/v1", fingerprint(finding, seen)));
      results.add(result);
    }
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", "rebound");
    driver.put("version", version);
    driver.put(
        "rules", pages.entrySet().stream().map(p -> rule(p.getKey(), p.getValue())).toList());
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", driver));
    run.put("columnKind", "utf16CodeUnits");
    run.put(
        "originalUriBaseIds",
        Map.of("%SRCROOT%", Map.of("description", text("The folder the tool was started in."))));
    run.put("results", results);
    Map<String, Object> log = new LinkedHashMap<>();
    log.put("$schema", SCHEMA);
    log.put("version", "2.1.0");
    log.put("runs", List.of(run));
    return Json.write(log) + "\n";
  }

  private static Map<String, Object> rule(String id, String page) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("id", id);
    rule.put("shortDescription", text(escaped(firstSentence(page))));
    Map<String, Object> help = new LinkedHashMap<>();
    help.put("text", escaped(page));
    help.put("markdown", escaped(page));
    rule.put("help", help);
    return rule;
  }

  /** The paragraph under the title. */
  private static String firstSentence(String page) {
    String[] parts = page.strip().split("\\n\\s*\\n", 3);
    return parts[parts.length > 1 ? 1 : 0].replaceAll("\\s+", " ").strip();
  }

  private static Map<String, Object> location(Finding finding) {
    Map<String, Object> location = new LinkedHashMap<>();
    location.put("artifactLocation", artifact(finding.span().file()));
    if (finding.span().line() > 0) {
      Map<String, Object> region = new LinkedHashMap<>();
      region.put("startLine", finding.span().line());
      region.put("startColumn", finding.span().column());
      if (finding.span().hasEnd()) {
        region.put("endLine", finding.span().endLine());
        region.put("endColumn", finding.span().endColumn());
      }
      location.put("region", region);
    }
    return location;
  }

  private static Map<String, Object> artifact(String file) {
    Map<String, Object> artifact = new LinkedHashMap<>();
    if (file.startsWith("/") || file.matches("[A-Za-z]:/.*")) {
      // Only a path below the root can be relative to it.
      artifact.put("uri", "file://" + (file.startsWith("/") ? "" : "/") + encoded(file));
    } else {
      artifact.put("uri", encoded(file));
      artifact.put("uriBaseId", "%SRCROOT%");
    }
    return artifact;
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

  private static Map<String, Object> text(String text) {
    return Map.of("text", text);
  }
}
