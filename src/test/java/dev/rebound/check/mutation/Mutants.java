package dev.rebound.check.mutation;

import dev.rebound.Courses;
import dev.rebound.app.Catalog;
import dev.rebound.check.CheckContext;
import dev.rebound.check.Checker;
import dev.rebound.course.Content;
import dev.rebound.load.ContentLoader;
import dev.rebound.load.ContentLoader.Reading;
import dev.rebound.load.ContentParts;
import dev.rebound.source.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks mutants of one course, in a copy of it that is mended after each: as an author's change is
 * checked, with what is known of the files that did not change.
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

  private final ContentLoader loader = new ContentLoader(Catalog.questionTypes());
  private final Workspace course;
  private final Path copy;
  private final Reading good;
  private final CheckContext before;

  /**
   * @param copy an empty folder to write in
   */
  Mutants(Workspace course, Path copy) {
    this.course = course;
    this.copy = copy;
    for (Path file : Courses.files(course.folder())) {
      Path target = copy.resolve("content").resolve(course.folder().relativize(file).toString());
      try {
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
    good = read(ContentParts.NONE);
    before = new CheckContext(good.content());
  }

  private Reading read(ContentParts former) {
    try {
      return loader.read(copy.resolve("content"), "content", former);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  List<Finding> untouched() {
    return CHECKER.check(before, false).report().findings();
  }

  /** What the checker finds in a mutant. */
  List<Finding> findings(Mutant mutant) {
    boolean offCards =
        mutant.files().keySet().stream().allMatch(name -> OFF_CARDS.matcher(name).matches());
    mutant.files().forEach((name, text) -> put(name, text.map(Mutant.Text::changed)));
    Content content = read(good.parts()).content();
    mutant
        .files()
        .keySet()
        .forEach(name -> put(name, Optional.ofNullable(course.files().get(name))));
    return (offCards ? WITHOUT_CARDS : CHECKER)
        .check(new CheckContext(content, before), false)
        .report()
        .findings();
  }

  /** Nothing for a file that is gone. */
  private void put(String name, Optional<String> text) {
    Path file = copy.resolve(name);
    try {
      if (text.isPresent()) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text.get());
      } else {
        Files.delete(file);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
