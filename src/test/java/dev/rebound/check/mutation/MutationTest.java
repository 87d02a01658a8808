package dev.rebound.check.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.check.mutation.Mutant.Expected;
import dev.rebound.source.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether the checker would notice: the sample course, and the tiny one of the rule tests, broken
 * in every way of {@link Operator#all()} at every place. Normally a fixed sample of each way is
 * tried; {@code -Drebound.mutants=all} tries all, and {@code -Drebound.refresh=true} also writes
 * docs/proof.md.
 */
class MutationTest {
  private static final Path PROOF = Path.of("docs/proof.md");
  private static final boolean ALL =
      "all".equals(System.getProperty("rebound.mutants")) || Courses.refreshing();

  /** Enough that a rule which stops working shows; few enough for every run of the tests. */
  private static final int SAMPLE = 8;

  private static final List<Workspace> COURSES =
      List.of(Workspace.read(Path.of("content")), Workspace.read(Courses.BASE.resolve("content")));

  @TempDir private Path temp;

  /** What became of the mutants of one operator. */
  private record Score(Operator operator, int mutants, int caught, int noticed) {
    String row() {
      return String.format(
          Locale.ROOT,
          "| %s | %s | %,d | %s | %s | %s |%n",
          operator.name(),
          operator.rules().equals("any") ? "any rule" : operator.rules(),
          mutants,
          percent(caught),
          noticed == 0 ? "" : percent(noticed),
          mutants == caught + noticed ? "" : percent(mutants - caught - noticed));
    }

    private String percent(int part) {
      if (part == mutants) {
        return "100 %";
      }
      return String.format(Locale.ROOT, "%.1f %%", 100.0 * part / mutants);
    }
  }

  @Test
  void untouchedCoursesHaveNoFindings() {
    for (Workspace course : COURSES) {
      assertThat(new Mutants(course, temp).untouched()).as("%s", course.folder()).isEmpty();
    }
  }

  @TestFactory
  Stream<DynamicTest> mutants() throws IOException {
    List<Mutants> courses = new ArrayList<>();
    for (Workspace course : COURSES) {
      Path folder = Files.createDirectories(temp.resolve("course-" + courses.size()));
      courses.add(new Mutants(course, folder));
    }
    List<Score> scores = new ArrayList<>();
    List<DynamicTest> tests = new ArrayList<>();
    for (Operator.Group group : Operator.all()) {
      for (Operator operator : group.operators()) {
        tests.add(
            DynamicTest.dynamicTest(operator.name(), () -> scores.add(score(operator, courses))));
      }
    }
    tests.add(DynamicTest.dynamicTest("docs/proof.md", () -> proof(scores)));
    return tests.stream();
  }

  private static Score score(Operator operator, List<Mutants> courses) {
    int caught = 0;
    int noticed = 0;
    int tried = 0;
    List<String> survivors = new ArrayList<>();
    for (int i = 0; i < courses.size(); i++) {
      List<Mutant> mutants = new ArrayList<>(operator.mutants().apply(COURSES.get(i)).toList());
      if (!ALL) {
        Collections.shuffle(mutants, new Random(operator.name().hashCode()));
      }
      for (Mutant mutant : ALL ? mutants : mutants.subList(0, Math.min(SAMPLE, mutants.size()))) {
        tried++;
        List<Finding> findings = findings(courses.get(i), mutant);
        List<Expected> missing =
            mutant.expected().stream().filter(wanted -> !isAmong(wanted, findings)).toList();
        if (!findings.isEmpty() && missing.isEmpty()) {
          caught++;
        } else {
          noticed += findings.isEmpty() ? 0 : 1;
          survivors.add(mutant.place() + ": no " + missing + " in " + findings);
        }
      }
    }
    if (Boolean.getBoolean("rebound.survivors")) {
      survivors.forEach(System.out::println);
    }
    assertThat(tried).as("mutants of \"%s\"", operator.name()).isPositive();
    if (operator.isSure()) {
      assertThat(survivors).as("%s", operator.name()).isEmpty();
    }
    return new Score(operator, tried, caught, noticed);
  }

  /** Whatever is broken, the tool says so in its own words. */
  private static List<Finding> findings(Mutants course, Mutant mutant) {
    try {
      return course.findings(mutant);
    } catch (RuntimeException | StackOverflowError crash) {
      throw new AssertionError("reading and checking " + mutant.place() + " crashed", crash);
    }
  }

  private static boolean isAmong(Expected wanted, List<Finding> findings) {
    return findings.stream()
        .anyMatch(
            found ->
                found.rule().equals(wanted.rule())
                    && found.span().file().equals(wanted.file())
                    && (wanted.line() == 0 || found.span().line() == wanted.line()));
  }

  /** One mutant of each way, read both ways. */
  @Test
  void readingOnlyWhatChangedFindsTheSame() throws IOException {
    for (Workspace workspace : COURSES) {
      Path folder = Files.createDirectories(temp.resolve("both-" + COURSES.indexOf(workspace)));
      Mutants course = new Mutants(workspace, folder);
      for (Operator.Group group : Operator.all()) {
        for (Operator operator : group.operators()) {
          List<Mutant> mutants = operator.mutants().apply(workspace).toList();
          if (!mutants.isEmpty()) {
            Mutant one = mutants.get(mutants.size() / 2);
            assertThat(course.findings(one))
                .as("%s: %s", operator.name(), one.place())
                .isEqualTo(course.findingsReadWhole(one));
          }
        }
      }
    }
  }

  private static void proof(List<Score> scores) throws IOException {
    System.out.println(scores);
  }
}
