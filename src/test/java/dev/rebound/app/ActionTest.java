package dev.rebound.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script behind {@code action.yml}, run as on a runner, and what the action says of it. */
@Tag("slow")
class ActionTest {
  @TempDir private Path scratch;
  private Path workspace;
  private Path outputs;

  @BeforeEach
  void aWorkspaceAndTheToolOfThisTest() throws Exception {
    Path tool = scratch.resolve("tool");
    Path script = tool.resolve("src/main/action/run");
    Files.createDirectories(script.getParent());
    Files.copy(Path.of("src/main/action/run"), script);
    executable(script);
    String launcher =
        "#!/usr/bin/env bash\nexec '%s/bin/java' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '%s' dev.rebound.app.Main \"$@\"\n"
            .formatted(System.getProperty("java.home"), System.getProperty("java.class.path"));
    executable(Files.writeString(tool.resolve("rebound"), launcher));
    workspace = Files.createDirectories(scratch.resolve("workspace"));
    outputs = scratch.resolve("outputs");
    assertThat(run(tool.resolve("rebound"), Map.of(), "new", "course", "late-parcel")).isZero();
  }

  @Test
  void aValidWorkspaceIsBuiltCourseByCourse() throws Exception {
    assertThat(run(script(), Map.of(), "validate")).isZero();
    assertThat(outputs).content().isEqualTo("valid=true\ncourses=[\"late-parcel\"]\n");
    assertThat(workspace.resolve("rebound.sarif")).content().contains("\"version\":\"2.1.0\"");

    assertThat(
            run(script(), Map.of("REBOUND_COURSE", "late-parcel", "REBOUND_OUT", "out"), "build"))
        .isZero();
    assertThat(workspace.resolve("out/late-parcel/index.html")).isNotEmptyFile();
  }

  @Test
  void findingsAreSentBeforeTheyFail() throws Exception {
    Path lesson;
    try (var files = Files.walk(workspace.resolve("content/courses"))) {
      lesson = files.filter(it -> it.toString().endsWith(".md")).sorted().findFirst().orElseThrow();
    }
    Files.writeString(lesson, Files.readString(lesson) + "\n[nothing](principle:no-such-one)\n");

    assertThat(run(script(), Map.of(), "validate")).isZero();
    assertThat(outputs).content().startsWith("valid=false\n");
    assertThat(workspace.resolve("rebound.sarif")).content().contains("no-such-one");
  }

  @Test
  void aMissingFolderFailsAtOnce() throws Exception {
    assertThat(run(script(), Map.of("REBOUND_CONTENT", "nowhere"), "validate")).isGreaterThan(1);
    assertThat(run(script(), Map.of(), "publish")).isEqualTo(2);
  }

  @Test
  void theActionGivesTheScriptWhatItReads() throws IOException {
    String action = Files.readString(Path.of("action.yml"));
    String script = Files.readString(Path.of("src/main/action/run"));
    assertThat(all("REBOUND_[A-Z]+", action)).isEqualTo(all("REBOUND_[A-Z]+", script));
    assertThat(all("(?<=inputs\\.)\\w+", action))
        .isEqualTo(all("(?m)(?<=^  )\\w+(?=:\n    description: .*\n    default)", action));
    assertThat(all("(?<=action/run\" )\\w+", action)).containsExactly("build", "validate");
  }

  private Path script() {
    return scratch.resolve("tool/src/main/action/run");
  }

  private int run(Path program, Map<String, String> settings, String... arguments)
      throws Exception {
    ProcessBuilder process = new ProcessBuilder(program.toString());
    for (String argument : arguments) {
      process.command().add(argument);
    }
    process
        .directory(workspace.toFile())
        .redirectErrorStream(true)
        .redirectOutput(scratch.resolve("log").toFile());
    process.environment().putAll(settings);
    process.environment().put("GITHUB_OUTPUT", outputs.toString());
    Process running = process.start();
    assertThat(running.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return running.exitValue();
  }

  private static Set<String> all(String pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
