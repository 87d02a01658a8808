package dev.rebound.check.mutation;

import dev.rebound.Courses;
import dev.rebound.app.Catalog;
import dev.rebound.check.Checker;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.CourseFiles;
import dev.rebound.course.CoursePlan;
import dev.rebound.load.ContentLoader;
import dev.rebound.source.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Checks mutants of one course. Most change one file, so only that file is read again, in a folder
 * of its own, and put in the place of the good one; a test holds that this finds the same as
 * reading everything.
 */
final class Mutants {
  private static final Checker CHECKER = new Checker(Catalog.rules());

  /** Setting each card takes longer than all else, and is the same while these alone change. */
  private static final Checker WITHOUT_CARDS =
      new Checker(
          Catalog.rules().stream().filter(rule -> !rule.id().equals("CardOverflow")).toList());

  private static final Pattern OFF_CARDS =
      Pattern.compile(
          "content/(sources|dialogues|courses/[^/]+/(lessons|quizzes|scenarios|aids|facilitator))/.*");

  private final Workspace course;
  private final Content good;
  private final Path temp;
  private int count;

  /**
   * @param temp an empty folder to write in
   */
  Mutants(Workspace course, Path temp) {
    this.course = course;
    this.temp = temp;
    this.good = load(course.folder());
  }

  private static Content load(Path folder) {
    try {
      return new ContentLoader(Catalog.questionTypes()).load(folder, "content");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  List<Finding> untouched() {
    return CHECKER.check(good, false).report().findings();
  }

  /** What the checker finds in a mutant. */
  List<Finding> findings(Mutant mutant) {
    boolean offCards =
        mutant.files().keySet().stream().allMatch(name -> OFF_CARDS.matcher(name).matches());
    return (offCards ? WITHOUT_CARDS : CHECKER)
        .check(spliced(mutant).orElseGet(() -> whole(mutant)), false)
        .report()
        .findings();
  }

  /** The same, every file read. */
  List<Finding> findingsReadWhole(Mutant mutant) {
    return CHECKER.check(whole(mutant), false).report().findings();
  }

  private Content whole(Mutant mutant) {
    Path copy = temp.resolve("whole-" + count++);
    for (Path file : Courses.files(course.folder())) {
      String name = "content/" + course.folder().relativize(file).toString().replace('\\', '/');
      if (!mutant.files().containsKey(name)) {
        try {
          Path target = copy.resolve(name);
          Files.createDirectories(target.getParent());
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
          throw new UncheckedIOException(broken);
        }
      }
    }
    mutant
        .files()
        .forEach((name, text) -> text.ifPresent(words -> write(copy.resolve(name), words)));
    Content content = load(copy.resolve("content"));
    delete(copy);
    return content;
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Nothing where more than one file changed, or one that all others depend on. */
  private Optional<Content> spliced(Mutant mutant) {
    Map.Entry<String, Optional<String>> only = mutant.files().entrySet().iterator().next();
    String name = only.getKey();
    if (mutant.files().size() > 1
        || only.getValue().isEmpty()
        || name.endsWith("/rebound.yaml")
        || name.endsWith("/course.yaml")) {
      return Optional.empty();
    }
    Path folder = temp.resolve("part-" + count++);
    write(folder.resolve("content/rebound.yaml"), course.text("content/rebound.yaml"));
    String courseFile = name.replaceFirst("^(content/courses/[^/]+/).*", "$1course.yaml");
    if (!courseFile.equals(name)) {
      write(folder.resolve(courseFile), course.text(courseFile));
    }
    String pair = name.contains("/sources/") ? other(name) : name;
    if (course.files().containsKey(pair)) {
      write(folder.resolve(pair), course.text(pair));
    }
    write(folder.resolve(name), only.getValue().get());
    Content part = load(folder.resolve("content"));
    delete(folder);
    return Optional.of(put(part, pair, name));
  }

  /** A source's record for its lock, and the other way round. */
  private static String other(String name) {
    return name.endsWith(".lock") ? name.replace(".lock", ".md") : name.replace(".md", ".lock");
  }

  private Content put(Content part, String pair, String name) {
    return new Content(
        good.settings(),
        replaced(good.sources(), part.sources(), s -> s.id().span().file(), List.of(name, pair)),
        replaced(good.principles(), part.principles(), p -> p.id().span().file(), List.of(name)),
        replaced(good.dialogues(), part.dialogues(), d -> d.id().span().file(), List.of(name)),
        name.endsWith("/glossary.yaml") ? part.terms() : good.terms(),
        good.courses().stream()
            .map(
                one ->
                    name.startsWith(one.folder() + "/")
                        ? put(one, part.courses().get(0), name)
                        : one)
            .toList(),
        good.reviews(),
        part.problems());
  }

  private static Course put(Course good, Course part, String name) {
    List<String> file = List.of(name);
    return new Course(
        new CoursePlan(
            good.id(),
            good.folder(),
            good.title(),
            good.language(),
            good.audience(),
            good.passMark(),
            good.modules(),
            good.finalQuiz(),
            good.cards(),
            good.stocks(),
            good.printed(),
            good.perModule(),
            good.confidence()),
        new CourseFiles(
            replaced(good.lessonFiles(), part.lessonFiles(), l -> l.id().span().file(), file),
            replaced(good.bankFiles(), part.bankFiles(), b -> b.id().span().file(), file),
            replaced(good.cardFiles(), part.cardFiles(), c -> c.id().span().file(), file),
            replaced(good.scenarioFiles(), part.scenarioFiles(), s -> s.id().span().file(), file),
            replaced(good.aidFiles(), part.aidFiles(), a -> a.id().span().file(), file),
            replaced(
                good.facilitatorFiles(), part.facilitatorFiles(), n -> n.id().span().file(), file),
            good.imageFiles()));
  }

  /** The good ones with those of some files in the place of what stood there. */
  private static <T> List<T> replaced(
      List<T> good, List<T> part, Function<T, String> fileOf, List<String> files) {
    List<T> all = new ArrayList<>();
    boolean put = false;
    for (T one : good) {
      if (!files.contains(fileOf.apply(one))) {
        all.add(one);
      } else if (!put) {
        all.addAll(part);
        put = true;
      }
    }
    return all;
  }
}
