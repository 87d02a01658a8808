package dev.rebound.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rebound new course}, from an empty folder to a built site, and what it refuses. */
class NewCourseTest {
  @TempDir private Path temp;

  private String rebound(int code, String... arguments) {
    StringWriter out = new StringWriter();
    try (PrintWriter to = new PrintWriter(out)) {
      assertThat(Main.run(to, to, arguments)).as("%s", out).isEqualTo(code);
    }
    return out.toString();
  }

  private String make(int code, Path content, String... arguments) {
    Stream<String> all =
        Stream.concat(
            Stream.of("new", "course", "--content", content.toString()), Stream.of(arguments));
    return rebound(code, all.toArray(String[]::new));
  }

  @Test
  void anEmptyFolderBecomesACourseThatBuilds() throws IOException {
    Path content = temp.resolve("work/content");
    Path site = temp.resolve("site");
    assertThat(make(Main.CLEAN, content, "cold-drinks"))
        .contains("Wrote " + content.resolve("rebound.yaml"))
        .contains("Wrote " + content.resolve("courses/cold-drinks/lessons/one-idea.md"));
    String name = content.toString();
    assertThat(rebound(Main.CLEAN, "validate", "--strict", "--content", name))
        .contains(": nothing wrong.");
    rebound(Main.CLEAN, "build", "--content", name, "--out", site.toString());
    assertThat(Files.readString(site.resolve("cold-drinks/index.html"))).contains("Cold drinks");
    assertThat(site.resolve("cold-drinks/one-idea.html")).exists();
    assertThat(site.resolve("cold-drinks/downloads/cold-drinks-scorm12.zip")).exists();
    assertThat(site.resolve("cold-drinks/downloads/cold-drinks-cards-a4.pdf")).exists();
    // Their first lines name the schemas that this build has written.
    for (Path file : Courses.files(content)) {
      String first = Files.readAllLines(file).get(0);
      if (first.contains("$schema=")) {
        String schema = first.substring(first.indexOf('=') + 1);
        assertThat(file.resolveSibling(schema).normalize())
            .isEqualTo(temp.resolve("work/site/schemas").resolve(Path.of(schema).getFileName()));
        assertThat(site.resolve("schemas").resolve(Path.of(schema).getFileName())).exists();
      }
    }
  }

  @Test
  void itStandsBesideOthersAndKeepsTheirSettings() throws IOException {
    Path content = Courses.lay(temp.resolve("harbour"), Courses.BASE).resolve("content");
    String settings = Files.readString(content.resolve("rebound.yaml"));
    make(Main.CLEAN, content, "tea", "--title", "Tea: \"a\" # {{id}} — é");
    make(Main.CLEAN, content, "coffee");
    assertThat(Files.readString(content.resolve("rebound.yaml"))).isEqualTo(settings);
    assertThat(Courses.load(temp.resolve("harbour")).courses())
        .extracting(course -> course.title().value())
        .contains("Tea: “a” # {{id}} — é", "Coffee");
    assertThat(rebound(Main.CLEAN, "validate", "--strict", "--content", content.toString()))
        .contains(": nothing wrong.");
  }

  @Test
  void whatIsThereStaysAndNothingIsWritten() throws IOException {
    Path content = Courses.lay(temp.resolve("harbour"), Courses.BASE).resolve("content");
    assertRefused(Main.WRONG_USAGE, content, "harbour", "harbour is there already.");
    assertRefused(Main.WRONG_USAGE, content, "night-watch", "sources/night-watch.md are there");
    Files.createDirectory(content.resolve("courses/begun"));
    assertRefused(Main.WRONG_USAGE, content, "begun", "begun is there already.");
    // A principle of that name in a file of another.
    Path principles = content.resolve("principles/night-watch.yaml");
    Files.writeString(
        principles, Files.readString(principles).replace("id: log-first", "id: tea-say-why"));
    assertRefused(Main.CONTENT_HAS_ERRORS, content, "tea", "[DuplicateId]");
  }

  @Test
  void idsAndTitlesAreHeldAgainstTheRules() throws IOException {
    Path content = temp.resolve("content");
    assertRefused(Main.WRONG_USAGE, content, "Früh & Spät", "Nearest: fruh-spat.");
    assertRefused(Main.WRONG_USAGE, content, "../tea", "Nearest: tea.");
    assertRefused(Main.WRONG_USAGE, content, "☕", "single hyphens.");
    assertRefused(Main.CONTENT_HAS_ERRORS, content, "trace", "[OutputPath]");
    assertRefused(Main.CONTENT_HAS_ERRORS, content, "x".repeat(250), "[IdentifierTooLong]");
    assertThat(make(Main.WRONG_USAGE, content, "tea", "--title", "two\nlines"))
        .contains("one line");
    assertThat(make(Main.WRONG_USAGE, content, "tea", "--title", " ")).contains("one line");
    assertThat(make(Main.CONTENT_HAS_ERRORS, content, "tea", "--title", "☕"))
        .contains("[MissingGlyph]");
    assertThat(content).doesNotExist();
  }

  @Test
  void aloneItSaysWhatItMakes() {
    assertThat(rebound(Main.CLEAN, "new")).contains("course", "a lesson, a quiz");
    assertThat(rebound(Main.WRONG_USAGE, "new", "corse", "tea")).contains("course");
    assertThat(rebound(Main.WRONG_USAGE, "new", "course")).contains("ID");
  }

  private void assertRefused(int code, Path content, String id, String why) throws IOException {
    List<Path> before = Courses.files(content);
    assertThat(make(code, content, id)).contains(why);
    assertThat(Courses.files(content)).isEqualTo(before);
  }
}
