package dev.rebound.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** {@code rebound new workspace}: what it makes is whole, and it takes nobody's place. */
class NewWorkspaceTest {
  @TempDir private Path temp = Path.of("");

  private static String rebound(int code, String... arguments) {
    StringWriter out = new StringWriter();
    try (PrintWriter to = new PrintWriter(out)) {
      assertThat(Main.run(to, to, arguments)).as("%s", out).isEqualTo(code);
    }
    return out.toString();
  }

  @Test
  void aCourseMadeInItIsClean() throws IOException {
    Path own = temp.resolve("own");
    rebound(Main.CLEAN, "new", "workspace", own.toString());
    String content = own.resolve("content").toString();
    rebound(Main.CLEAN, "new", "course", "--content", content, "first-steps");
    assertThat(rebound(Main.CLEAN, "validate", "--strict", "--content", content))
        .contains("nothing wrong");
    assertThat(own.resolve(".gitignore")).content().contains("/site/");
    for (Path file : Courses.files(own.resolve(".vscode"))) {
      // JSON is YAML, too.
      Object read = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
      assertThat(read).as("%s", file).isNotNull();
    }
    String settings = Files.readString(own.resolve(".vscode/settings.json"));
    assertThat(settings.lines().filter(it -> it.contains(".schema.json")))
        .allSatisfy(
            it -> assertThat(own.resolve(it.replaceFirst("^.*?\"(.*?)\".*", "$1"))).exists());
  }

  @Test
  void whatIsThereStays() throws IOException {
    Path settings = Files.createDirectories(temp.resolve(".vscode")).resolve("settings.json");
    Files.writeString(settings, "{}");
    assertThat(rebound(Main.WRONG_USAGE, "new", "workspace", temp.toString()))
        .contains("settings.json is there already. Nothing was written");
    assertThat(Courses.files(temp)).containsExactly(settings);
  }
}
