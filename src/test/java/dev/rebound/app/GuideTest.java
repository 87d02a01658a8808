package dev.rebound.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide, followed to the letter: its files are written, its commands print what it shows. */
class GuideTest {
  private static final Pattern FILE =
      Pattern.compile("(?s)<!-- file: (\\S+) -->\n(```|~~~)\\w*\n(.*?)\n\\2\n");

  @TempDir private Path temp;
  private String guide = "";

  @BeforeEach
  void begin() throws IOException {
    guide = Files.readString(Path.of("docs/authoring.md"));
  }

  @Test
  void leadsFromAnEmptyFolderToAPublishedCourse() throws IOException {
    shown(run(0, "new", "course", "late-ferry", "--title", "The late ferry"));
    deleteTheExample();
    Matcher file = FILE.matcher(guide);
    while (file.find()) {
      Path target = temp.resolve(file.group(1));
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.group(3) + "\n");
    }
    shown(run(0, "source", "add", temp.resolve("board.txt").toString(), "--id", "board"));

    shown(findings(run(1, "validate")));
    mend(temp.resolve("content/courses/late-ferry/quizzes/late.yaml"));
    assertThat(run(0, "validate")).endsWith("content: nothing wrong.\n");

    shown(run(0, "trace", "principle:time-first"));
    shown(run(0, "build", "--no-cache", "--out", temp.resolve("site").toString()));
    assertThat(temp.resolve("site/index.html")).exists();
  }

  private void shown(String printed) {
    assertThat(guide).contains("\n```\n" + printed.stripTrailing() + "\n```\n");
  }

  /** Without the guesser's line and the summary, which come after the findings. */
  private static String findings(String printed) {
    return printed.substring(0, printed.indexOf("A guesser"));
  }

  private void mend(Path file) throws IOException {
    Matcher lines = Pattern.compile("(?s)<!-- mend: .*?```yaml\n(.*?\n)(.*?\n)```").matcher(guide);
    assertThat(lines.find()).isTrue();
    String text = Files.readString(file);
    assertThat(text).contains(lines.group(1));
    Files.writeString(file, text.replace(lines.group(1), lines.group(1) + lines.group(2)));
  }

  private void deleteTheExample() throws IOException {
    try (Stream<Path> files = Files.walk(temp.resolve("content"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith("rebound.yaml") && !file.endsWith("course.yaml")) {
          Files.delete(file);
        }
      }
    }
  }

  private String run(int code, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--content", temp.resolve("content").toString()));
    StringWriter out = new StringWriter();
    PrintWriter to = new PrintWriter(out);
    assertThat(Main.run(to, to, all.toArray(String[]::new))).as("%s", out).isEqualTo(code);
    return out.toString().replace(temp + "/", "");
  }
}
