package dev.rebound.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.source.Finding;
import dev.rebound.source.Severity;
import dev.rebound.source.SourceSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** One report in three formats: each says the same. */
class ReportFormatsTest {
  private static final Report REPORT =
      new Report(
          List.of(
              finding(
                  "B", Severity.ERROR, "content/quizzes/a b ü.yaml", 14, 9, "an {odd} \"one\"."),
              finding(
                  "B", Severity.ERROR, "content/quizzes/a b ü.yaml", 15, 9, "an {odd} \"one\"."),
              finding("A", Severity.WARNING, "content/lessons/x.md", 0, 0, "nothing reads this."),
              finding("A", Severity.NOTE, "content/lessons/y.md", 1, 1, "one: error: two\nlines.")),
          List.of(new GuesserScore.Figure("harbour", 40, 10.3, 11.3, 5.9, 16.5)));

  private static final Map<String, String> PAGES = new LinkedHashMap<>();

  static {
    PAGES.put("A", "# A\n\nThe first\nsentence.\n\nMore, `{ a: b }`.\n");
    PAGES.put("B", "# B\n\nAnother.\n");
  }

  private static Finding finding(
      String rule, Severity severity, String file, int line, int column, String message) {
    return new Finding(rule, severity, new SourceSpan(file, line, column), message, "Do this.");
  }

  @Test
  void allCountTheSame() {
    Map<String, Long> wanted = new TreeMap<>();
    for (Severity severity : Severity.values()) {
      wanted.put(severity.word(), REPORT.count(severity));
    }
    Map<String, Long> text = new TreeMap<>();
    Matcher line =
        Pattern.compile("(?m)^\\S.*?: (error|warning|note): ").matcher(ReportText.of(REPORT));
    while (line.find()) {
      text.merge(line.group(1), 1L, Long::sum);
    }
    assertThat(text).isEqualTo(wanted);
    assertThat(counted(list(at(json(ReportJson.of(REPORT, "1")), "findings")), "severity"))
        .isEqualTo(wanted);
    assertThat(counted(results(REPORT), "level")).isEqualTo(wanted);
  }

  @Test
  void textAndJsonGiveTheGuessersScoreAlike() {
    assertThat(ReportText.guesser(REPORT))
        .isEqualTo(
            "A guesser who has not seen harbour: 10.3 of 40 (chance 11.3; 95 % interval 5.9 to 16.5).\n");
    assertThat(list(at(json(ReportJson.of(REPORT, "1")), "guesser")))
        .isEqualTo(
            List.of(
                Map.of(
                    "course",
                    "harbour",
                    "questions",
                    40,
                    "points",
                    10.3,
                    "chance",
                    11.3,
                    "interval",
                    List.of(5.9, 16.5))));
  }

  @Test
  void sarifNamesPlacesBelowTheRoot() {
    Object first = list(at(results(REPORT).get(2), "locations")).get(0);
    Object place = at(first, "physicalLocation");
    assertThat(at(at(place, "artifactLocation"), "uri"))
        .isEqualTo("content/quizzes/a%20b%20%C3%BC.yaml");
    assertThat(at(at(place, "artifactLocation"), "uriBaseId")).isEqualTo("%SRCROOT%");
    assertThat(at(place, "region")).isEqualTo(Map.of("startLine", 14, "startColumn", 9));
    Object whole = at(list(at(results(REPORT).get(0), "locations")).get(0), "physicalLocation");
    assertThat(((Map<?, ?>) whole).containsKey("region")).isFalse();
  }

  @Test
  void sarifDescribesTheRules() {
    Object run = list(at(json(ReportSarif.of(REPORT, "1", PAGES)), "runs")).get(0);
    List<?> rules = list(at(at(at(run, "tool"), "driver"), "rules"));
    assertThat(at(rules.get(0), "id")).isEqualTo("A");
    assertThat(at(at(rules.get(0), "shortDescription"), "text")).isEqualTo("The first sentence.");
    assertThat(at(at(rules.get(0), "help"), "text").toString()).contains("{{ a: b }}");
    for (Object result : results(REPORT)) {
      int index = (Integer) at(result, "ruleIndex");
      assertThat(at(rules.get(index), "id")).isEqualTo(at(result, "ruleId"));
    }
    assertThat(at(at(results(REPORT).get(2), "message"), "text"))
        .isEqualTo("an {{odd}} \"one\".\nDo this.");
  }

  @Test
  void fingerprintsAreDistinctAndStayWhenAFindingMoves() {
    Set<Object> all = new HashSet<>();
    results(REPORT).forEach(result -> all.add(at(result, "partialFingerprints")));
    assertThat(all).hasSize(4);
    Finding here = finding("A", Severity.ERROR, "content/x.md", 3, 1, "so.");
    Finding moved = finding("A", Severity.ERROR, "content/x.md", 30, 5, "so.");
    assertThat(at(results(new Report(List.of(here), List.of())).get(0), "partialFingerprints"))
        .isEqualTo(
            at(results(new Report(List.of(moved), List.of())).get(0), "partialFingerprints"));
  }

  @Test
  void theProblemMatcherReadsWhatValidatePrints() throws IOException {
    Object matcher = json(Files.readString(Path.of("docs/problem-matcher.json")));
    Object pattern = list(at(list(at(matcher, "problemMatcher")).get(0), "pattern")).get(0);
    Pattern regexp = Pattern.compile(at(pattern, "regexp").toString());
    int read = 0;
    for (Path rule : Courses.folders(Courses.ROOT.resolve("rules"))) {
      for (Path one : Courses.folders(rule)) {
        for (String line : Files.readAllLines(one.resolve("expected.txt"))) {
          Matcher found = regexp.matcher(line);
          boolean isFinding = !line.startsWith("    ") && !line.contains(": note: ");
          assertThat(found.matches()).as(line).isEqualTo(isFinding);
          if (isFinding) {
            read++;
            assertThat(found.group((Integer) at(pattern, "file"))).matches("(content|pilot)(/.*)?");
            assertThat(found.group((Integer) at(pattern, "severity"))).matches("error|warning");
            assertThat(found.group((Integer) at(pattern, "message"))).isNotBlank();
          }
        }
      }
    }
    assertThat(read).isGreaterThan(100);
    Matcher whole = regexp.matcher("content/x.md: error: is empty.");
    assertThat(whole.matches()).isTrue();
    assertThat(whole.group((Integer) at(pattern, "file"))).isEqualTo("content/x.md");
  }

  @Test
  void endsStandInEveryFormatForPrograms() throws IOException {
    SourceSpan span = new SourceSpan("content/x.md", 3, 5, 4, 2);
    Finding finding = new Finding("A", Severity.ERROR, span, "so.", "Do\nthis.");
    Report report = new Report(List.of(finding), List.of());
    Object one = list(at(json(ReportJson.of(report, "1")), "findings")).get(0);
    assertThat(
            List.of(at(one, "line"), at(one, "column"), at(one, "endLine"), at(one, "endColumn")))
        .isEqualTo(List.of(3, 5, 4, 2));
    Object place = at(list(at(results(report).get(0), "locations")).get(0), "physicalLocation");
    assertThat(at(at(place, "region"), "endLine")).isEqualTo(4);
    assertThat(at(at(place, "region"), "endColumn")).isEqualTo(2);
    String[] lines = ReportText.forEditors(report).split("\n", -1);
    assertThat(lines[0]).isEqualTo("content/x.md:3:5-4:2: error: so. Do\\nthis. [A]");
    assertThat(ReportText.forEditors(REPORT)).contains("content/quizzes/a b ü.yaml:14:9: error: ");

    Object task =
        list(at(json(Files.readString(Path.of("docs/vscode-tasks.json"))), "tasks")).get(0);
    Object pattern = at(at(task, "problemMatcher"), "pattern");
    Matcher found = Pattern.compile(at(pattern, "regexp").toString()).matcher(lines[0]);
    assertThat(found.matches()).isTrue();
    assertThat(
            List.of("file", "line", "column", "endLine", "endColumn", "severity").stream()
                .map(key -> found.group((Integer) at(pattern, key))))
        .containsExactly("content/x.md", "3", "5", "4", "2", "error");
  }

  private static List<?> results(Report report) {
    return list(at(list(at(json(ReportSarif.of(report, "1", PAGES)), "runs")).get(0), "results"));
  }

  private static Map<String, Long> counted(List<?> all, String key) {
    Map<String, Long> counted = new TreeMap<>();
    all.forEach(one -> counted.merge(at(one, key).toString(), 1L, Long::sum));
    return counted;
  }

  private static Object json(String text) {
    return Objects.requireNonNull(new Load(LoadSettings.builder().build()).loadFromString(text));
  }

  private static Object at(Object map, String key) {
    return Objects.requireNonNull(((Map<?, ?>) map).get(key), key);
  }

  private static List<?> list(Object value) {
    return (List<?>) value;
  }
}
