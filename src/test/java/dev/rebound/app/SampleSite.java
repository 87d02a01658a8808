package dev.rebound.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What {@code rebound build} makes of the sample course: built once a run, by the first that asks,
 * for the tests of all JVMs.
 */
public final class SampleSite {
  /** In the build folder, so that a person can look at what a test complains of. */
  private static final Path FOLDER = Path.of("target/sample-site");

  /** Which run it was built in. */
  private static final Path RUN = Path.of("target/sample-site.run");

  private static final Path LOCK = Path.of("target/sample-site.lock");

  private static final Path SHEET = Courses.target("sample-sign-off.pdf");

  private SampleSite() {}

  private static final class Once {
    static final Path BUILT = builtInThisRun();
  }

  private static final class Sheet {
    static final Path WRITTEN = run(SHEET, "review", "--sheet", SHEET.toString());
  }

  private static Path builtInThisRun() {
    String run = System.getProperty("rebound.run", "");
    // A file of its own: whoever closes a file that is locked, its reader too, lets go of the lock.
    try (FileChannel channel =
            FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock whoever = channel.lock()) {
      if (run.isEmpty() || !Files.exists(RUN) || !Files.readString(RUN).equals(run)) {
        build(FOLDER);
        Files.writeString(RUN, run);
      }
      assertThat(whoever.isValid()).isTrue();
      return FOLDER;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  public static Path folder() {
    return Once.BUILT;
  }

  /** Its PDFs, by name. */
  public static List<Path> pdfs() {
    return Courses.files(folder()).stream().filter(f -> f.toString().endsWith(".pdf")).toList();
  }

  /** What {@code rebound review --sheet} writes of it. */
  public static Path signOffSheet() {
    return Sheet.WRITTEN;
  }

  public static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Another build of it, into this folder. */
  static Path build(Path out) {
    return run(out, "build", "--out", out.toString());
  }

  private static Path run(Path written, String... arguments) {
    StringWriter err = new StringWriter();
    int code = Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err), arguments);
    assertThat(code).as(err.toString()).isZero();
    return written;
  }
}
