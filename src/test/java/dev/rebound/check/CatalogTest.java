package dev.rebound.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.app.Catalog;
import dev.rebound.question.QuestionType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names what is missing of a rule or a question type: one name stands for class, page and test. */
class CatalogTest {
  private static final Path PAGES = Path.of("docs/rules");
  private static final Path CASES = Courses.ROOT.resolve("rules");

  /** Where rules live: most beside each other, those about an output where it is made. */
  private static final List<String> PACKAGES =
      List.of("check.rules", "publish", "publish.print", "publish.page");

  private final Set<String> rules =
      Catalog.rules().stream().map(Rule::id).collect(Collectors.toSet());

  @Test
  void everyRuleHasItsPageAndCases() throws IOException {
    List<String> missing = new ArrayList<>();
    for (String rule : rules) {
      Path page = PAGES.resolve(rule + ".md");
      if (!Files.exists(page)) {
        missing.add(page.toString());
        continue;
      }
      List<String> lines = Files.readAllLines(page);
      if (!lines.get(0).equals("# " + rule)) {
        missing.add(page + ": the title \"# " + rule + "\"");
      }
      for (String part :
          List.of("## What it finds", "## Why", "## Bad", "## Good", "## What to do")) {
        if (!lines.contains(part)) {
          missing.add(page + ": \"" + part + "\"");
        }
      }
      int bad = lines.indexOf("## Bad");
      int good = lines.indexOf("## Good");
      if (bad < 0
          || good < bad
          || lines.subList(bad, good).stream().noneMatch(l -> l.contains("[" + rule + "]"))) {
        missing.add(page + ": the finding of its bad example, with [" + rule + "]");
      }
      List<String> cases =
          Courses.folders(CASES.resolve(rule)).stream()
              .map(path -> path.getFileName().toString())
              .toList();
      if (cases.stream().noneMatch(name -> name.startsWith("good"))) {
        missing.add(CASES.resolve(rule) + ": a case good-…");
      }
      if (cases.stream().allMatch(name -> name.startsWith("good"))) {
        missing.add(CASES.resolve(rule) + ": a case that finds something");
      }
    }
    assertThat(missing).isEmpty();
  }

  /** The page shows a finding as the tool prints it, so a changed message must change the page. */
  @Test
  void everyPageShowsAMessageThatIsStillGiven() throws IOException {
    List<String> outdated = new ArrayList<>();
    for (String rule : rules) {
      String given = "";
      for (Path one : Courses.folders(CASES.resolve(rule))) {
        given += Files.readString(one.resolve("expected.txt"));
      }
      List<String> shapes = given.lines().filter(CatalogTest::isFinding).toList();
      Path page = PAGES.resolve(rule + ".md");
      for (String line : Files.exists(page) ? Files.readAllLines(page) : List.<String>of()) {
        if (isFinding(line)
            && shapes.stream().noneMatch(shape -> shape(shape).equals(shape(line)))) {
          outdated.add(page + ": " + line);
        }
      }
    }
    assertThat(outdated).isEmpty();
  }

  private static boolean isFinding(String line) {
    return line.matches(".*: (error|warning|note): .*");
  }

  /** A message without its place, names and numbers. */
  private static String shape(String finding) {
    return finding
        .replaceAll("^.*?: (?=(error|warning|note): )", "")
        .replaceAll("\"[^\"]*\"", "\"\"")
        .replaceAll("<.*", "<>")
        .replaceAll("`[^`]*`", "``")
        .replaceAll("\\d+(\\.\\d+)?", "0");
  }

  @Test
  void nothingStandsThereWithoutARule() throws IOException {
    assertThat(names(PAGES, ".md")).as("pages of no rule").isSubsetOf(rules);
    assertThat(Courses.folders(CASES).stream().map(p -> p.getFileName().toString()))
        .as("cases of no rule")
        .isSubsetOf(rules);
    Set<String> classes = new TreeSet<>();
    for (String place : PACKAGES) {
      Path sources = Path.of("src/main/java/dev/rebound/" + place.replace('.', '/'));
      names(sources, ".java").stream()
          .filter(name -> isRule("dev.rebound." + place + "." + name))
          .forEach(classes::add);
    }
    assertThat(classes).as("rule classes and Catalog.rules()").isEqualTo(rules);
  }

  @Test
  void everyQuestionTypeHasItsTemplateAndPlayerModule() {
    List<String> missing = new ArrayList<>();
    for (QuestionType type : Catalog.questionTypes()) {
      for (String file :
          List.of(
              "templates/site/question/" + type.name() + ".ftlh",
              "templates/print/question/" + type.name() + ".ftlh",
              "src/main/player/types/" + type.name() + ".js")) {
        if (!Files.exists(Path.of(file))) {
          missing.add(file);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyQuestionTypeIsInTheSchemaAndTheDocumentation() throws IOException {
    String schema = Files.readString(Path.of("src/main/resources/schemas/quiz.schema.json"));
    String docs = Files.readString(Path.of("docs/reference.md"));
    List<String> missing = new ArrayList<>();
    List<String> known = new ArrayList<>();
    Matcher constant = Pattern.compile("\"const\": \"([a-z-]+)\"").matcher(schema);
    while (constant.find()) {
      known.add(constant.group(1));
    }
    for (QuestionType type : Catalog.questionTypes()) {
      if (!docs.contains("type: " + type.name())) {
        missing.add("docs/reference.md: type: " + type.name());
      }
    }
    assertThat(missing).isEmpty();
    assertThat(known).isEqualTo(Catalog.questionTypes().stream().map(QuestionType::name).toList());
  }

  private static boolean isRule(String name) {
    try {
      Class<?> type = Class.forName(name);
      return Rule.class.isAssignableFrom(type)
          && !java.lang.reflect.Modifier.isAbstract(type.getModifiers());
    } catch (ClassNotFoundException | NoClassDefFoundError noClass) {
      return false;
    }
  }

  private static Set<String> names(Path folder, String ending) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Set.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found
          .map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .map(name -> name.substring(0, name.length() - ending.length()))
          .collect(Collectors.toSet());
    }
  }
}
