package dev.rebound.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.app.Catalog;
import dev.rebound.check.rules.FeedbackOffPrinciple;
import dev.rebound.load.ContentLoader;
import dev.rebound.source.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The mistake that no id check can see: an answer that maps to a principle which exists and is the
 * wrong one. Each mapping of the sample course is moved to a random other principle that some
 * answer names in the same role, several times over. docs/rules/FeedbackOffPrinciple.md gives the
 * share that is noticed.
 */
@Tag("slow")
class RepointedMappingTest {
  private static final Path CONTENT = Path.of("content");
  private static final Pattern MAPPING = Pattern.compile("(applies|breaks): ([a-z0-9-]+)");
  private static final int ROUNDS = 20;

  @TempDir private Path dir = Path.of("");

  @Test
  void theSampleCourseIsNotSuspected() throws IOException {
    assertThat(findings(CONTENT)).isEmpty();
  }

  @Test
  void mostRepointedMappingsAreNoticed() throws IOException {
    Path copy = dir.resolve("content");
    copyTree(copy);
    Map<Path, String> banks = banks(copy);
    Map<String, Set<String>> named = new TreeMap<>();
    banks
        .values()
        .forEach(
            text ->
                MAPPING
                    .matcher(text)
                    .results()
                    .forEach(
                        m ->
                            named
                                .computeIfAbsent(m.group(1), r -> new TreeSet<>())
                                .add(m.group(2))));
    int moved = 0;
    int noticed = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      for (Map.Entry<Path, String> bank : banks.entrySet()) {
        Matcher mapping = MAPPING.matcher(bank.getValue());
        Files.writeString(
            bank.getKey(),
            mapping.replaceAll(
                m ->
                    m.group(1)
                        + ": "
                        + other(
                            named.getOrDefault(m.group(1), new TreeSet<>()), m.group(2), random)));
        moved += (int) MAPPING.matcher(bank.getValue()).results().count();
      }
      noticed += findings(copy).size();
    }
    assertThat(moved).isGreaterThan(ROUNDS * 150);
    assertThat(noticed / (double) moved).as("the share noticed").isGreaterThan(.93);
  }

  private static String other(Set<String> principles, String named, Random random) {
    List<String> others = new ArrayList<>(principles);
    others.remove(named);
    return others.get(random.nextInt(others.size()));
  }

  private static List<Finding> findings(Path content) throws IOException {
    Findings found = new Findings(new FeedbackOffPrinciple());
    new FeedbackOffPrinciple()
        .check(
            new CheckContext(new ContentLoader(Catalog.questionTypes()).load(content, "content")),
            found);
    return found.all();
  }

  private static Map<Path, String> banks(Path content) throws IOException {
    Map<Path, String> banks = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(content)) {
      for (Path path :
          walk.filter(p -> p.toString().matches(".*[/\\\\]quizzes[/\\\\][^/\\\\]*[.]yaml"))
              .toList()) {
        banks.put(path, Files.readString(path));
      }
    }
    return banks;
  }

  private static void copyTree(Path to) throws IOException {
    try (Stream<Path> walk = Files.walk(CONTENT)) {
      for (Path path : walk.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(CONTENT.relativize(path).toString());
        Files.createDirectories(target.getParent());
        Files.copy(path, target);
      }
    }
  }
}
