package dev.rebound.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.check.Checker;
import dev.rebound.check.Report;
import dev.rebound.check.ReportText;
import dev.rebound.check.Unchecked;
import dev.rebound.course.Content;
import dev.rebound.inspect.Inspector;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.Destination;
import dev.rebound.publish.KeptResults;
import dev.rebound.publish.output.OutputFolder;
import dev.rebound.publish.page.Pages;
import dev.rebound.source.Finding;
import dev.rebound.source.Severity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code validate} passes, {@code build} builds: a tiny course is changed in odd ways, and
 * whatever is found without an error is published, every output of it. Normally a fixed handful is
 * tried; {@code -Drebound.hunt=FROM-TO} tries the seeds of a range.
 */
@Tag("slow")
class ValidBuildsTest {
  /** What the tiny courses have against them from the start; nothing that a build depends on. */
  private static final Set<String> KNOWN = Set.of("QuoteNotInSource", "CreditMissing");

  /** Seeds from 0 on; two of these print, too. */
  private static final int EACH_RUN = 12;

  @TempDir private Path temp;

  @TestFactory
  Stream<DynamicTest> seeds() {
    return tests(chosen());
  }

  @TestFactory
  @Tag("long")
  Stream<DynamicTest> moreSeeds() {
    return tests(IntStream.range(EACH_RUN, 96));
  }

  private Stream<DynamicTest> tests(IntStream seeds) {
    return seeds.mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> holds(seed)));
  }

  private static IntStream chosen() {
    String hunt = System.getProperty("rebound.hunt", "");
    if (hunt.isEmpty()) {
      return IntStream.range(0, EACH_RUN);
    }
    String[] ends = hunt.split("-", 2);
    return IntStream.range(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
  }

  private void holds(int seed) throws IOException {
    OddCourse course = OddCourse.of(seed);
    Path workspace = temp.resolve("w" + seed);
    try {
      course.write(workspace);
    } catch (IOException | IllegalArgumentException unwritable) {
      return;
    }
    try {
      Content content = Courses.load(workspace);
      Report report = new Checker(Catalog.rules()).check(content, false).report();
      assertThat(ReportText.of(report)).doesNotContain("Exception");
      List<Finding> errors =
          report.findings().stream()
              .filter(it -> it.severity() == Severity.ERROR && !KNOWN.contains(it.rule()))
              .toList();
      if (System.getProperty("rebound.hunt") != null) {
        System.out.println("seed " + seed + (errors.isEmpty() ? " valid " : " found ") + course);
      }
      if (errors.isEmpty()) {
        publish(content, workspace, seed);
      }
    } catch (Exception | AssertionError | StackOverflowError broken) {
      if (System.getProperty("rebound.hunt") != null) {
        System.out.println("BROKEN seed " + seed + " " + course);
        broken.printStackTrace(System.out);
      }
      throw new AssertionError("seed " + seed + ": " + course, broken);
    }
  }

  private static void publish(Content content, Path workspace, int seed) throws IOException {
    Set<String> outputs = new HashSet<>(Catalog.OUTPUTS);
    if (seed % 8 != 0) {
      outputs.remove("print");
    }
    TemplatesOption looks = new TemplatesOption();
    Path site = workspace.resolve("site");
    List<Artefact> artefacts = new ArrayList<>();
    for (String path :
        new OutputFolder(site)
            .replace(
                Unchecked.content(content),
                Catalog.publishers(
                    outputs, looks.templates(), looks.words(), Map.of(), KeptResults.NONE),
                (path, file) -> {})
            .made()
            .keySet()) {
      artefacts.add(Artefact.of(path, Files.readAllBytes(site.resolve(path))));
    }
    Set<String> announced =
        Catalog.destinations().stream()
            .flatMap(publisher -> publisher.apply(content).stream())
            .map(Destination::path)
            .collect(Collectors.toSet());
    assertThat(artefacts)
        .extracting(Artefact::path)
        .allMatch(path -> announced.contains(path) || path.startsWith("assets/"));
    assertThat(Pages.wrongIds(artefacts)).isEmpty();
    for (Artefact artefact : artefacts) {
      if (artefact.path().endsWith(".zip")) {
        List<Finding> found =
            Inspector.inspect(artefact.path(), new ByteArrayInputStream(artefact.bytes())).stream()
                .filter(it -> it.severity() != Severity.NOTE)
                .toList();
        assertThat(found).as(artefact.path()).isEmpty();
      } else if (artefact.path().endsWith(".pdf")) {
        assertThat(new String(artefact.bytes(), 0, 5, StandardCharsets.ISO_8859_1))
            .isEqualTo("%PDF-");
      } else if (artefact.path().matches(".*\\.(html|csv|json|js|txt)")
          && !artefact.path().startsWith("assets/lunr")) {
        String text = new String(artefact.bytes(), StandardCharsets.UTF_8);
        assertThat(forbidden(text)).as(artefact.path()).isEmpty();
      }
    }
  }

  /** Characters that no page, table or script may have. */
  private static String forbidden(String text) {
    StringBuilder found = new StringBuilder();
    text.codePoints()
        .filter(
            c ->
                (c < 0x20 && c != '\n' && c != '\t' && c != '\r')
                    || (c >= 0x7F && c < 0xA0)
                    || (c >= 0xD800 && c < 0xE000)
                    || (c & 0xFFFE) == 0xFFFE
                    || (c >= 0xFDD0 && c < 0xFDF0)
                    || c == 0xFFFD
                    || c == 0x202D
                    || c == 0x202E)
        .distinct()
        .limit(5)
        .forEach(c -> found.append(String.format("U+%04X ", c)));
    return found.toString();
  }
}
