package dev.rebound.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The app image that {@code ./package} makes builds the sample where there is no Java. */
@Tag("long")
class ImageTest {
  private static final long MOST = 110L << 20;

  /** All that the launcher asks of a system besides Java. */
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "cksum",
          "cut",
          "dirname",
          "find",
          "locale",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "env");

  @TempDir private Path scratch;

  @Test
  void buildsTheSampleWithoutJava() throws Exception {
    String made = run(List.of("./package"), Path.of("").toAbsolutePath(), System.getenv("PATH"));
    Path image = Path.of(made.replaceAll("(?s).*Made (\\S+): \\d+ MB\\.\\s*", "$1"));
    assertThat(size(image)).isLessThan(MOST);

    // Elsewhere than it was made, by a link that stands on the path.
    Path moved = scratch.resolve("tools/rebound");
    copy(image, moved);
    Path bin = Files.createDirectories(scratch.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("rebound"), moved.resolve("rebound"));
    for (String tool : TOOLS) {
      linkTo(tool, bin);
    }
    copy(Path.of("content"), scratch.resolve("work/content"));

    String built = run(List.of("rebound", "build"), scratch.resolve("work"), bin.toString());

    assertThat(built).contains("Built site: ");
    assertThat(scratch.resolve("work/site/index.html")).isNotEmptyFile();
  }

  private String run(List<String> command, Path folder, String path) throws Exception {
    Path out = Files.createTempFile(scratch, "out", ".txt");
    ProcessBuilder process = new ProcessBuilder();
    process
        .command(Stream.concat(Stream.of("/usr/bin/env"), command.stream()).toList())
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(out.toFile());
    process.environment().put("PATH", path);
    process.environment().remove("JAVA_HOME");
    Process running = process.start();
    assertThat(running.waitFor(5, TimeUnit.MINUTES)).isTrue();
    String said = Files.readString(out);
    assertThat(running.exitValue()).as(said).isZero();
    return said;
  }

  private static void linkTo(String tool, Path bin) throws IOException {
    for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
      Path found = Path.of(folder, tool);
      if (Files.isExecutable(found)) {
        Files.createSymbolicLink(bin.resolve(tool), found);
        return;
      }
    }
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }
}
