package dev.rebound.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.app.Catalog;
import dev.rebound.load.ContentLoader;
import dev.rebound.source.Finding;
import dev.rebound.source.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Items by people who have not seen the rules, laid into the sample course: which wrong ones are
 * noticed, which right ones flagged. src/test/fresh/README.md says how they are written; what they
 * come to stands in docs/proof.md.
 */
class FreshItemsTest {
  private static final Path FRESH = Path.of("src/test/fresh");
  private static final Path PROOF = Path.of("docs/proof.md");
  private static final Path COURSE = Path.of("courses/service-recovery");

  private static final String TITLE = "\n## Fresh items\n";
  private static final String NEXT = "\n## Certain, likely, and what only people can see\n";

  /** What an author of fresh items need not write. */
  private static final List<String> FORGIVEN =
      List.of("FeedbackMissing", "PrincipleNotTaught", "OrphanFile");

  @TempDir private Path temp;

  /**
   * @param by the rules that noticed one of the wrong ones, and how many
   */
  private record Count(
      String author, boolean seen, int right, int flagged, int wrong, int noticed, String by) {
    String row() {
      return String.format(
          Locale.ROOT,
          "| %s | %s | %d | %d | %d | %d | %s |%n",
          author,
          seen ? "yes" : "no",
          right,
          flagged,
          wrong,
          noticed,
          by);
    }
  }

  @Test
  void whatTheyComeToStandsInTheProof() throws IOException {
    StringBuilder section = new StringBuilder();
    List<Path> files =
        Courses.files(FRESH).stream().filter(it -> it.toString().endsWith(".yaml")).toList();
    if (!files.isEmpty()) {
      section.append(TITLE);
      section.append(
          """

          Items by authors who have read the sample course and none of its rules ([their format](../src/test/fresh/README.md)). *Right* are those whose key, with its
          principle, is what the course teaches; a finding there is a false alarm. `mvn test -Dtest=FreshItemsTest -Drebound.refresh=true` counts anew.

          | author | rules changed with these in view | right | flagged | wrong | noticed | by |
          |---|---|---|---|---|---|---|
          """);
      for (Path file : files) {
        section.append(count(Files.readString(file)).row());
      }
    }
    String page = Files.readString(PROOF);
    int end = page.indexOf(NEXT);
    int start = page.contains(TITLE) ? page.indexOf(TITLE) : end;
    Courses.expect(PROOF, page.substring(0, start) + section + page.substring(end));
  }

  /** Of two plain items, the one whose key says what its principle says to avoid. */
  @Test
  void anItemThatContradictsItselfIsNoticed() throws IOException {
    Count count =
        count(
            """
            author: Nobody
            items:
              - stem: Which words open the answer to a guest who is cross about the bill?
                principle: agree-with-value
                truth: wrong
                options:
                  - { text: PHRASE, correct: true }
                  - { text: The bill has been looked at twice by two people. }
                  - { text: There is a form for bills on our page. }
            """
                .replace("PHRASE", Json.write(avoided("agree-with-value")).strip()));
    assertThat(count.wrong()).isEqualTo(1);
    assertThat(count.noticed()).isEqualTo(1);
    assertThat(count.by()).contains("AnswerContradictsPrinciple 1");
  }

  private static String avoided(String principle) throws IOException {
    return new ContentLoader(Catalog.questionTypes())
        .load(Path.of("content"), "content").principles().stream()
            .filter(it -> it.id().value().equals(principle))
            .flatMap(it -> it.avoid().stream())
            .map(it -> it.plain())
            .filter(it -> it.split(" ").length > 2)
            .findFirst()
            .orElseThrow();
  }

  @SuppressWarnings("unchecked") // What YAML holds is what its README says.
  private Count count(String yaml) throws IOException {
    Map<String, Object> file =
        (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
    List<Map<String, Object>> items =
        (List<Map<String, Object>>) file.getOrDefault("items", List.of());
    StringBuilder bank = new StringBuilder("title: Fresh\nquestions:\n");
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      starts.add(lines(bank));
      question(i, items.get(i), bank);
    }
    starts.add(lines(bank));
    Map<Integer, List<String>> rules = new HashMap<>();
    for (Finding finding : findings(bank.toString())) {
      for (int i = 0; i < items.size(); i++) {
        if (finding.span().line() >= starts.get(i) && finding.span().line() < starts.get(i + 1)) {
          rules.computeIfAbsent(i, it -> new ArrayList<>()).add(finding.rule());
        }
      }
    }
    int right = 0;
    int flagged = 0;
    int noticed = 0;
    Map<String, Integer> by = new TreeMap<>();
    for (int i = 0; i < items.size(); i++) {
      boolean found = rules.containsKey(i);
      if ("right".equals(items.get(i).get("truth"))) {
        right++;
        flagged += found ? 1 : 0;
      } else {
        assertThat(items.get(i).get("truth")).isEqualTo("wrong");
        noticed += found ? 1 : 0;
        rules.getOrDefault(i, List.of()).stream()
            .distinct()
            .forEach(rule -> by.merge(rule, 1, Integer::sum));
      }
    }
    return new Count(
        String.valueOf(file.get("author")),
        Boolean.TRUE.equals(file.get("seen")),
        right,
        flagged,
        items.size() - right,
        noticed,
        by.entrySet().stream()
            .map(it -> it.getKey() + " " + it.getValue())
            .collect(Collectors.joining(", ")));
  }

  private static int lines(StringBuilder text) {
    return 1 + (int) text.chars().filter(c -> c == '\n').count();
  }

  @SuppressWarnings("unchecked") // What YAML holds is what its README says.
  private static void question(int number, Map<String, Object> item, StringBuilder out) {
    Object principle = item.get("principle");
    out.append("  - id: fresh-")
        .append(number + 1)
        .append("\n    type: choice\n    level: apply\n");
    out.append("    stem: ")
        .append(quoted(item.getOrDefault("stem", "")))
        .append("\n    options:\n");
    for (Map<String, Object> option :
        (List<Map<String, Object>>) item.getOrDefault("options", List.of())) {
      boolean key = Boolean.TRUE.equals(option.get("correct"));
      out.append("      - text: ").append(quoted(option.getOrDefault("text", ""))).append('\n');
      out.append(key ? "        correct: true\n        applies: " : "        breaks: ");
      out.append(option.getOrDefault(key ? "applies" : "breaks", principle)).append('\n');
      if (option.containsKey("feedback")) {
        out.append("        feedback: ").append(quoted(option.get("feedback"))).append('\n');
      }
    }
  }

  private static String quoted(Object text) {
    return Json.write(String.valueOf(text)).strip();
  }

  private List<Finding> findings(String bank) throws IOException {
    Path folder = temp.resolve("content");
    for (Path file : Courses.files(Path.of("content"))) {
      Path target = folder.resolve(Path.of("content").relativize(file).toString());
      if (!Files.exists(target)) {
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    Files.writeString(folder.resolve(COURSE).resolve("quizzes/fresh.yaml"), bank);
    List<Rule> rules =
        Catalog.rules().stream()
            .filter(rule -> rule.output().isEmpty() && !FORGIVEN.contains(rule.id()))
            .toList();
    return new Checker(rules)
            .check(new ContentLoader(Catalog.questionTypes()).load(folder, "content"), false)
            .report()
            .findings()
            .stream()
            .filter(it -> it.span().file().endsWith("/quizzes/fresh.yaml"))
            .toList();
  }
}
