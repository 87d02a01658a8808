package dev.rebound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.app.Catalog;
import dev.rebound.check.Checker;
import dev.rebound.check.Report;
import dev.rebound.check.pilot.PilotAnswers;
import dev.rebound.check.quotation.LockFile;
import dev.rebound.check.quotation.SourceLocker;
import dev.rebound.check.quotation.SourcesAtHand;
import dev.rebound.course.Content;
import dev.rebound.course.Source;
import dev.rebound.course.SourceLock;
import dev.rebound.course.SourceText;
import dev.rebound.load.ContentLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The tiny whole courses of {@code src/test/courses}: a clean one, {@code base}, and cases that
 * replace some of its files. See the README there.
 */
public final class Courses {
  public static final Path ROOT = Path.of("src/test/courses");
  public static final Path BASE = ROOT.resolve("base");

  /** The key of every lock here; without it, a lock that is made anew would get another. */
  private static final String BASE_SALT = "c473710cbc965abb904bba25c1494a1b";

  private Courses() {}

  /** The folders in a folder, by name. */
  public static List<Path> folders(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found.filter(Files::isDirectory).sorted().toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The files below a folder, by name. */
  public static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * A workspace of the clean course with a case's files in place of its own; what the case's {@code
   * without.txt} names is left out.
   */
  public static Path lay(Path workspace, Path overlay) {
    try {
      copy(BASE.resolve("content"), workspace.resolve("content"));
      copy(overlay.resolve("content"), workspace.resolve("content"));
      Path without = overlay.resolve("without.txt");
      if (Files.exists(without)) {
        for (String name : Files.readAllLines(without)) {
          Files.delete(workspace.resolve(name));
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return workspace;
  }

  /** All files below a folder. */
  public static void copy(Path from, Path to) throws IOException {
    for (Path file : files(from)) {
      Path target = to.resolve(from.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  public static Content load(Path workspace) {
    try {
      return new ContentLoader(Catalog.questionTypes())
          .load(workspace.resolve("content"), "content");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** What {@code rebound validate} finds there. */
  public static Report report(Path workspace) {
    return new Checker(Catalog.rules()).check(load(workspace), false).report();
  }

  /** What {@code rebound validate --sources} finds there, when there is such a folder. */
  public static Report report(Path workspace, Path sources) {
    Content content = load(workspace);
    if (Files.isDirectory(sources)) {
      Map<String, SourceText> texts = new TreeMap<>();
      for (Path file : files(sources)) {
        texts.put(file.getFileName().toString().replace(".txt", ""), text(file));
      }
      content = SourcesAtHand.with(content, texts);
    }
    PilotAnswers pilot = PilotAnswers.read(content, answers(sources.resolveSibling("pilot")));
    return new Checker(Catalog.rules(it -> pilot)).check(content, false).report();
  }

  /** The files of answers in a folder, when there is such a folder. */
  private static List<PilotAnswers.File> answers(Path folder) {
    List<PilotAnswers.File> answers = new ArrayList<>();
    for (Path file : Files.isDirectory(folder) ? files(folder) : List.<Path>of()) {
      try {
        answers.add(new PilotAnswers.File("pilot/" + file.getFileName(), Files.readString(file)));
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
    return answers;
  }

  /** The text of a source. */
  public static SourceText text(Path file) {
    try {
      return SourceText.of(Files.readString(file));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Where tests leave what people may want to look at. The tests run in more than one JVM. */
  public static Path target(String name) {
    try {
      Path folder = Path.of("target", "tests-" + System.getProperty("rebound.fork", "1"));
      return Files.createDirectories(folder).resolve(name);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Whether expected files are to be rewritten: {@code -Drebound.refresh=true}. */
  public static boolean refreshing() {
    return Boolean.getBoolean("rebound.refresh");
  }

  /** Holds {@code actual} against a committed file, or writes it there when refreshing. */
  public static void expect(Path expected, String actual) {
    try {
      if (refreshing()) {
        Files.writeString(expected, actual);
      } else {
        assertThat(actual).as("%s", expected).isEqualTo(Files.readString(expected));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The lock that {@code rebound source add} would write for a workspace's record of the text. */
  public static String lock(Path workspace) {
    try {
      String text = Files.readString(BASE.resolve("source.txt"));
      Source source = load(workspace).source("night-watch").orElseThrow();
      String salt = source.lock().map(SourceLock::salt).orElse(BASE_SALT);
      SourceLocker.Result result = SourceLocker.lock(source, SourceText.of(text), salt);
      assertThat(result.lock()).as("%s", result.excerpts()).isPresent();
      return LockFile.of(result.lock().get());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
