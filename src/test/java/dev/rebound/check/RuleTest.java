package dev.rebound.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.app.Catalog;
import dev.rebound.source.Finding;
import dev.rebound.source.SourceSpan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every rule against tiny whole courses: {@code rules/<Rule>/<case>/} laid over {@code base} finds
 * exactly what its {@code expected.txt} says. A line that ends in {@code # <- Rule} (in Markdown:
 * {@code <!-- <- Rule -->}) is where that rule must point, and in YAML the only such place.
 */
class RuleTest {
  private static final Pattern MARK = Pattern.compile("(?:#|<!--) <- (\\w+)");

  @TempDir private Path temp;

  @TestFactory
  Stream<DynamicTest> cases() {
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(DynamicTest.dynamicTest("base is clean", () -> lockedAndFound(Courses.BASE, "base")));
    for (Rule rule : Catalog.rules()) {
      for (Path one : Courses.folders(Courses.ROOT.resolve("rules/" + rule.id()))) {
        String name = rule.id() + "/" + one.getFileName();
        tests.add(DynamicTest.dynamicTest(name, () -> check(one, name, rule.id())));
      }
    }
    return tests.stream();
  }

  private void check(Path one, String name, String rule) throws IOException {
    List<Finding> findings = lockedAndFound(one, name);
    if (one.getFileName().toString().startsWith("good")) {
      assertThat(findings).isEmpty();
    } else {
      assertThat(findings).extracting(Finding::rule).contains(rule);
    }
    for (Path file : Courses.files(one.resolve("content"))) {
      if (file.toString().matches(".*\\.(png|webp)")) {
        continue;
      }
      marks(one.relativize(file).toString().replace('\\', '/'), file, rule, findings);
    }
  }

  private List<Finding> lockedAndFound(Path one, String name) throws IOException {
    Path workspace = Courses.lay(temp.resolve(name), one);
    // A case with a lock of its own is one whose record was locked as it stands.
    Path lock = Path.of("content/sources/night-watch.lock");
    if (Files.exists(one.resolve(lock)) || (one.equals(Courses.BASE) && Courses.refreshing())) {
      Courses.expect(one.resolve(lock), Courses.lock(workspace));
      Files.copy(
          one.resolve(lock),
          workspace.resolve(lock),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    Report report = Courses.report(workspace, one.resolve("sources"));
    if (one.equals(Courses.BASE)) {
      assertThat(ReportText.of(report)).isEmpty();
    } else {
      Courses.expect(one.resolve("expected.txt"), ReportText.of(report));
    }
    return report.findings();
  }

  private static void marks(String name, Path file, String rule, List<Finding> findings)
      throws IOException {
    TreeSet<String> marked = new TreeSet<>();
    int line = 0;
    // Marks are ASCII, and some files are no text.
    for (String text : Files.readString(file, StandardCharsets.ISO_8859_1).split("\n", -1)) {
      line++;
      Matcher mark = MARK.matcher(text);
      while (mark.find()) {
        // A text below > or | has no room for a mark: it stands in the line that opens the text.
        int at = text.substring(0, mark.start()).matches(".*: [>|]\\s*") ? line + 1 : line;
        marked.add(mark.group(1) + " " + name + ":" + at);
      }
    }
    TreeSet<String> found = new TreeSet<>();
    for (Finding finding : findings) {
      SourceSpan at = finding.span();
      if (at.file().equals(name) && at.line() > 0) {
        found.add(finding.rule() + " " + name + ":" + at.line());
      }
    }
    assertThat(found).as("lines marked in %s", file).containsAll(marked);
    if (name.endsWith(".yaml")) {
      found.removeIf(one -> !one.startsWith(rule + " "));
      assertThat(marked).as("lines of %s where %s points", file, rule).containsAll(found);
    }
  }
}
