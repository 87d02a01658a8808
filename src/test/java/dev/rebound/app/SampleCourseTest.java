package dev.rebound.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.check.Checker;
import dev.rebound.check.ReportText;
import dev.rebound.load.ContentLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample course as its author and its reader meet it. */
@Tag("slow")
class SampleCourseTest {
  private static final Path CONTENT = Path.of("content");

  @TempDir private Path dir = Path.of("");

  @Test
  void hasNothingWrong() throws IOException {
    assertThat(findings(CONTENT)).isEmpty();
  }

  /** In a JVM of its own: each puts what has no order into another. */
  @Test
  void buildsTheSameBytesInAnyTimeZoneAndLanguage() throws Exception {
    Map<String, String> first = tree(SampleSite.folder());
    Path again = dir.resolve("again");
    Process build =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.timezone=Pacific/Apia",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "build",
                "--out",
                again.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(build.waitFor()).as(said).isZero();
    assertThat(tree(again)).isEqualTo(first);
    assertThat(first.keySet())
        .contains(
            "index.html",
            "service-recovery/index.html",
            "service-recovery/agree.html",
            "service-recovery/quiz-agree.html",
            "service-recovery/credits.html",
            "service-recovery/quiz-assessment.html",
            // Its packages carry the final's answers.
            "private/service-recovery-scorm12.zip",
            "first-day/downloads/first-day-scorm12.zip",
            "service-recovery/downloads/service-recovery-cards-a4.pdf",
            "service-recovery/downloads/service-recovery-cards-letter.pdf");
  }

  @Test
  void aCourseWithErrorsLeavesTheLastSite() throws IOException {
    Path site = dir.resolve("site");
    Path content = Courses.lay(dir, Courses.BASE).resolve("content");
    StringWriter err = new StringWriter();
    assertThat(build(content, site, err)).as(err.toString()).isZero();
    Map<String, String> before = tree(site);
    Files.writeString(content.resolve("glossary.yaml"), "terms: [");
    assertThat(build(content, site, err)).isEqualTo(1);
    assertThat(err.toString()).contains("glossary.yaml:", "[SyntaxError]", "Nothing was published");
    assertThat(tree(site)).isEqualTo(before);
  }

  private static int build(Path content, Path site, StringWriter err) {
    return Main.run(
        new PrintWriter(new StringWriter()),
        new PrintWriter(err),
        "build",
        "--content",
        content.toString(),
        "--out",
        site.toString());
  }

  private static String findings(Path content) throws IOException {
    return ReportText.of(
        new Checker(Catalog.rules())
            .check(new ContentLoader(Catalog.questionTypes()).load(content, "content"), false)
            .report());
  }

  private static Map<String, String> tree(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path path : walk.filter(Files::isRegularFile).toList()) {
        files.put(
            root.relativize(path).toString().replace('\\', '/'),
            java.util.Arrays.hashCode(Files.readAllBytes(path)) + " " + Files.size(path));
      }
    }
    return files;
  }
}
