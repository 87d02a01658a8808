package dev.rebound.publish.page;

import dev.rebound.Courses;
import dev.rebound.app.Catalog;
import dev.rebound.check.CheckedContent;
import dev.rebound.check.Unchecked;
import dev.rebound.course.Content;
import dev.rebound.load.ContentLoader;
import dev.rebound.load.WordsReader;
import dev.rebound.publish.Artefact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A tiny course, {@code src/test/courses/screen/}, that has one of everything a screen can show.
 */
public final class Sample {
  private Sample() {}

  /** Where it lies. */
  public static final Path FOLDER = Path.of("src/test/courses/screen/content");

  public static Content content() {
    return content(FOLDER);
  }

  /** Another of the tiny courses. */
  public static Content content(String course) {
    return content(Path.of("src/test/courses", course, "content"));
  }

  /** What is read of a changed copy of it. */
  public static Content content(Path folder) {
    try {
      return new ContentLoader(Catalog.questionTypes()).load(folder, "content");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public static CheckedContent checked() {
    return Unchecked.content(content());
  }

  /** A course with a question of every type in a lesson and in a quiz, {@code types/}. */
  public static CheckedContent everyType() {
    return Unchecked.content(content(Path.of("src/test/courses/types/content")));
  }

  /** The same course, launched by its modules. One of them asks nothing. */
  public static CheckedContent perModule() {
    return perModule("screen");
  }

  /** Another of the tiny courses, launched by its modules. */
  public static CheckedContent perModule(String name) {
    Path folder = Path.of("src/test/courses", name, "content");
    Path copy = Courses.target("per-module").resolve(name);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = copy.resolve(folder.relativize(file));
        Files.createDirectories(to.getParent());
        Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
      }
      Path course = copy.resolve("courses/tea/course.yaml");
      Files.writeString(
          course,
          Files.readString(course)
                  .replace(
                      "[pot, clock]\n    quiz: pot",
                      "[clock]\n  - id: brew\n    title: Brew\n    lessons: [pot]\n    quiz: pot")
              + "packaging: module\n");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return Unchecked.content(content(copy));
  }

  public static Templates templates() {
    return new Templates(Optional.empty());
  }

  /** The English interface. */
  public static UiMessages words() {
    String file = "words/en.yaml";
    return UiMessages.always(
        WordsReader.read(
            file,
            templates().text(file),
            problem -> {
              throw new AssertionError(problem);
            }));
  }

  /** Writes artefacts below a folder. */
  public static void write(List<Artefact> artefacts, Path folder) {
    try {
      for (Artefact artefact : artefacts) {
        Path file = folder.resolve(artefact.path());
        Files.createDirectories(file.getParent());
        Files.write(file, artefact.bytes());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
