package dev.rebound.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.source.Problem;
import dev.rebound.source.Raw;
import dev.rebound.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The reader of plain YAML against the library, on every document of the sample and of the test
 * courses, good and bad, and on documents made of them by chance: it declines, or the two agree on
 * every value and every place.
 */
class PlainYamlTest {
  /** What YAML gives a meaning to, and what it does not. */
  private static final List<String> FRAGMENTS =
      List.of(
          "#",
          " #",
          "# ",
          ":",
          ": ",
          " : ",
          "-",
          "- ",
          "--- ",
          "---\n",
          "...\n",
          "?",
          "? ",
          "|",
          "|-\n",
          "|+\n",
          ">\n",
          ">-\n",
          "|2\n",
          "\"",
          "'",
          "''",
          "\\",
          "\\\"",
          "\\n",
          "[",
          "]",
          "{",
          "}",
          ",",
          ", ",
          "[a, b]",
          "{ a: 1 }",
          "[]",
          "{}",
          "&a ",
          "*a",
          "!",
          "!!str ",
          "%",
          "@",
          "`",
          "~",
          "null",
          "true",
          "0x1F",
          "-1",
          "1.5",
          " ",
          "  ",
          "    ",
          "\n",
          "\n\n",
          "\n  ",
          "\n    ",
          "\n- ",
          "\n  - ",
          "\t",
          "\u00a0",
          "\u2028",
          "\ufeff",
          "é",
          "“",
          "😀",
          "\u0007",
          "key: ",
          "key:\n",
          "a: b\n",
          "<",
          "=",
          "\"a\": ",
          "? a\n: b\n",
          "- - a\n");

  @Test
  void whatTheSampleAndTheTestCoursesHoldIsReadAlike() {
    documents().forEach(PlainYamlTest::agrees);
  }

  @Test
  void theSampleIsPlain() {
    List<String> documents = documents(Path.of("content"));
    long plain =
        documents.stream()
            .filter(text -> PlainYaml.read(file(text), 0, text.length()).isPresent())
            .count();
    assertThat(plain)
        .isGreaterThan(documents.size() * 95L / 100)
        .isLessThanOrEqualTo(documents.size());
  }

  @Test
  void documentsMadeByChanceAreReadAlike() {
    List<String> documents = documents().filter(text -> text.length() < 4_000).toList();
    Random random = new Random(42);
    int plain = 0;
    int tries = Integer.getInteger("rebound.tries", 20_000);
    for (int i = 0; i < tries; i++) {
      String text = documents.get(random.nextInt(documents.size()));
      for (int changes = random.nextInt(3); changes >= 0; changes--) {
        text = changed(text, documents, random);
      }
      plain += agrees(text) ? 1 : 0;
    }
    assertThat(plain).as("documents that both read").isGreaterThan(tries / 10);
  }

  private static String changed(String text, List<String> others, Random random) {
    int at = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), at + 1 + random.nextInt(8));
    return switch (random.nextInt(6)) {
      case 0 -> text.substring(0, at) + text.substring(end);
      case 1 -> text.substring(0, end) + text.substring(at);
      case 2 -> {
        String other = others.get(random.nextInt(others.size()));
        int from = lineStart(other, random.nextInt(other.length() + 1));
        yield text.substring(0, lineStart(text, at)) + other.substring(from);
      }
      case 3 -> {
        int start = lineStart(text, at);
        int next = text.indexOf('\n', start);
        yield text.substring(0, start) + (next < 0 ? "" : text.substring(next + 1));
      }
      default ->
          text.substring(0, at)
              + FRAGMENTS.get(random.nextInt(FRAGMENTS.size()))
              + text.substring(at);
    };
  }

  private static int lineStart(String text, int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Whether the plain reader read it; then the library must have read the same. */
  private static boolean agrees(String text) {
    SourceFile file = file(text);
    int length = file.text().length();
    Optional<Raw> plain = PlainYaml.read(file, 0, length);
    if (plain.isPresent()) {
      List<Problem> problems = new ArrayList<>();
      assertThat(plain).as(text).isEqualTo(YamlReader.readAny(file, 0, length, problems::add));
      assertThat(problems).as(text).isEmpty();
    }
    return plain.isPresent();
  }

  private static SourceFile file(String text) {
    return new SourceFile("in.yaml", text);
  }

  private static Stream<String> documents() {
    return Stream.of("content", "src/test/courses", "templates/words")
        .map(Path::of)
        .flatMap(folder -> documents(folder).stream());
  }

  /** The YAML of a folder's files: whole ones, and what stands before Markdown. */
  private static List<String> documents(Path folder) {
    List<String> documents = new ArrayList<>();
    for (Path path : Courses.files(folder)) {
      String name = path.toString();
      if (name.endsWith(".yaml") || name.endsWith(".lock")) {
        documents.add(text(path));
      } else if (name.endsWith(".md")) {
        String text = text(path);
        int end = text.startsWith("---\n") ? text.indexOf("\n---", 3) : -1;
        if (end >= 4) {
          documents.add(text.substring(4, end + 1));
        }
      }
    }
    return documents;
  }

  private static String text(Path path) {
    try {
      return new String(Files.readAllBytes(path), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
