package dev.rebound.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code rebound.cmd} does what {@code ./rebound} does: both are read, for one system runs one. */
class LaunchersTest {
  private final String unix = read("rebound");
  private final String windows = read("rebound.cmd");

  @Test
  void theSameOptionsOfTheJvm() {
    // Only Unix keeps an archive of classes, a folder for temporary files and knows a terminal.
    assertThat(all("-X[X\\w]*:[^\\s\")]+", windows))
        .isNotEmpty()
        .isEqualTo(
            without(
                all("-X[X\\w]*:[^\\s\")]+", unix), "SharedArchiveFile", "ArchiveClassesAtExit"));
    assertThat(all("-Dfile[^\\s\")]+", windows))
        .isEqualTo(all("-Dfile[^\\s\")]+", unix))
        .hasSize(1);
  }

  @Test
  void theSameBuildOfTheTool() {
    assertThat(all("mvn -[^)\n]*? package", windows))
        .isEqualTo(all("mvn -[^)\n]*? package", unix))
        .hasSize(1);
    assertThat(all("(?:src|docs)[/\\\\]\\w+", windows.replace('\\', '/')))
        .isEqualTo(all("(?:src|docs)/\\w+", unix))
        .hasSize(2);
    for (String source : Set.of("pom.xml", "templates", "runtime")) {
      assertThat(windows).contains(source);
      assertThat(unix).contains(source);
    }
  }

  @Test
  void theSameWords() {
    String said = "(?m)(?:rebound: |Building )[A-Za-z][^\"\n]+?(?=\" |\" >| 1>&2)";
    assertThat(all(said, windows.replace("^", "").replace("...", "…")))
        .isEqualTo(all(said, unix))
        .hasSize(5);
  }

  @Test
  void theSameExitCodeWhereItCannotStart() {
    assertThat(all("exit /b \\d", windows)).containsExactly("exit /b 3");
    assertThat(all("exit \\d", unix)).containsExactly("exit 3");
  }

  private static Set<String> without(Set<String> all, String... parts) {
    Set<String> left = new TreeSet<>(all);
    for (String part : parts) {
      left.removeIf(one -> one.contains(part));
    }
    return left;
  }

  private static Set<String> all(String pattern, String text) {
    Set<String> found = new TreeSet<>();
    Pattern.compile(pattern).matcher(text).results().map(MatchResult::group).forEach(found::add);
    return found;
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file)).replace("\r", "");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
