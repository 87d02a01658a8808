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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether the checker would notice: the sample course, and the tiny one of the rule tests, broken
 * in every way of {@link Operator#all()} at every place. Each run tries a fixed sample of each way,
 * {@code ./check all} a larger one; {@code -Drebound.mutants=40} tries forty of each, and {@code
 * -Drebound.refresh=true} writes docs/proof.md.
 */
@Tag("slow")
class MutationTest {
  private static final Path PROOF = Path.of("docs/proof.md");

  /**
   * How many of each way are tried in each course. All are some sixty thousand, and take hours.
   *
   * @param more also in a course whose way another course has a place for
   */
  private record Share(int tiny, int sample, boolean more) {
    /**
     * Enough that a rule which stops working shows. The check of the sample takes twenty times as
     * long: there one is tried, and only where the tiny course has no place for it.
     */
    static final Share EACH_RUN = new Share(3, 1, false);

    static Share larger() {
      int most = Integer.getInteger("rebound.mutants", 3);
      return new Share(most, most, true);
    }

    int of(int course, int tried) {
      return course == 0 ? tiny : more || tried == 0 ? sample : 0;
    }
  }

  private static final String INTRODUCTION =
      """
      # What the checker catches

      A tool that proves a course must be proved itself. So the sample course, and the tiny course of the rule tests, are broken
      in every way listed here, at many of the places where it can be done, one at a time; and each time the checker must say so.
      Both courses have no finding as they stand. No mutant has ever made the tool crash: that alone fails the test.

      - *Caught*: among the findings is the named rule, at the very line (for whole files: in the file).
      - *Noticed*: something is found, but not that.
      - *Missed*: nothing is found. Where that can happen, the reason stands below the table.

      *Mutants* is how many places there are, *tried* how many of them the rates are of, chosen by a fixed seed.
      `mvn -q -B test -Dtest=MutationTest -Drebound.mutants=40 -Drebound.refresh=true` writes this page. `./check` tries three of every way in the
      tiny course, and one in the sample where the tiny one has no place for it; `./check all` three in each; `-Drebound.mutants` says how many
      otherwise.
      """;

  /** What stands in the page from here on is written by hand. */
  private static final String BY_HAND = "\n## What feedback speaks of\n";

  private static final String HEAD =
      """

      ## %s

      | what is broken | caught by | mutants | tried | caught | noticed | missed |
      |---|---|---|---|---|---|---|
      """;

  private static final List<Workspace> COURSES =
      List.of(Workspace.read(Courses.BASE.resolve("content")), Workspace.read(Path.of("content")));

  private static final List<Operator.Group> WAYS = Operator.all();

  @TempDir private Path temp;

  /** What became of the mutants of one operator. */
  private record Score(Operator operator, int there, int mutants, int caught, int noticed) {
    String row() {
      return String.format(
          Locale.ROOT,
          "| %s | %s | %,d | %,d | %s | %s | %s |%n",
          operator.name(),
          operator.rules().equals("any") ? "any rule" : operator.rules(),
          there,
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

  @TestFactory
  Stream<DynamicTest> mutants() throws IOException {
    return mutants(Integer.getInteger("rebound.mutants") == null ? Share.EACH_RUN : Share.larger());
  }

  @TestFactory
  @Tag("long")
  @DisabledIfSystemProperty(named = "rebound.mutants", matches = ".*")
  Stream<DynamicTest> moreMutants() throws IOException {
    return mutants(Share.larger());
  }

  private Stream<DynamicTest> mutants(Share share) throws IOException {
    List<Mutants> courses = new ArrayList<>();
    for (Workspace course : COURSES) {
      Path folder = Files.createDirectories(temp.resolve("course-" + courses.size()));
      Mutants mutants = new Mutants(course, folder);
      assertThat(mutants.untouched()).as("%s", course.folder()).isEmpty();
      courses.add(mutants);
    }
    List<Score> scores = new ArrayList<>();
    List<DynamicTest> tests = new ArrayList<>();
    for (Operator.Group group : WAYS) {
      for (Operator operator : group.operators()) {
        tests.add(
            DynamicTest.dynamicTest(
                operator.name(), () -> scores.add(score(operator, courses, share))));
      }
    }
    tests.add(DynamicTest.dynamicTest("docs/proof.md", () -> proof(scores)));
    return tests.stream();
  }

  private static Score score(Operator operator, List<Mutants> courses, Share share) {
    int caught = 0;
    int noticed = 0;
    int there = 0;
    int tried = 0;
    List<String> survivors = new ArrayList<>();
    for (int i = 0; i < courses.size(); i++) {
      int most = share.of(i, tried);
      if (most == 0) {
        continue;
      }
      List<Mutant> mutants = new ArrayList<>(operator.mutants().apply(COURSES.get(i)).toList());
      there += mutants.size();
      Collections.shuffle(mutants, new Random(operator.name().hashCode()));
      for (Mutant mutant : mutants.subList(0, Math.min(most, mutants.size()))) {
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
    return new Score(operator, there, tried, caught, noticed);
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
    return findings.stream().anyMatch(wanted::is);
  }

  private static void proof(List<Score> scores) throws IOException {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    for (Operator.Group group : WAYS) {
      page.append(HEAD.formatted(group.title()));
      List<Score> rows =
          scores.stream().filter(score -> group.operators().contains(score.operator())).toList();
      assertThat(rows)
          .as("every operator of \"%s\" ran", group.title())
          .hasSameSizeAs(group.operators());
      rows.forEach(score -> page.append(score.row()));
      for (Score score : rows) {
        if (!score.operator().isSure()) {
          page.append("\n*%s*: %s%n".formatted(score.operator().name(), score.operator().limit()));
        }
      }
    }
    String before = Files.readString(PROOF);
    int byHand = before.indexOf(BY_HAND);
    page.append(byHand < 0 ? "" : before.substring(byHand));
    if (Courses.refreshing()) {
      Courses.expect(PROOF, page.toString());
    } else {
      // A sample says which ways there are and that the sure ones are sure, not how many mutants.
      assertThat(withoutFigures(page.toString()))
          .as("docs/proof.md is written by -Dtest=MutationTest -Drebound.refresh=true")
          .isEqualTo(withoutFigures(Files.readString(PROOF)));
    }
  }

  /** "100 %" stays: a way that was sure must be so still. Rates below are of many mutants only. */
  private static String withoutFigures(String page) {
    StringBuilder out = new StringBuilder();
    for (String line : page.split("\n", -1)) {
      boolean sure = line.endsWith("| 100 % |  |  |");
      out.append(line.replaceFirst("\\| [\\d,]+ \\| [\\d,]+ \\|.*", sure ? "| 100 %" : "|"))
          .append('\n');
    }
    // What can miss some may catch the whole of a sample.
    return out.toString()
        .lines()
        .map(line -> isOfLimited(line) ? line.replace("| 100 %", "|") : line)
        .collect(Collectors.joining("\n"));
  }

  private static boolean isOfLimited(String line) {
    return WAYS.stream()
        .flatMap(group -> group.operators().stream())
        .anyMatch(operator -> !operator.isSure() && line.startsWith("| " + operator.name() + " |"));
  }
}
