package dev.rebound.serve;

import dev.rebound.load.EditableFile;
import dev.rebound.source.Portable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files that may be changed from the browser: text of the content itself, never behind a link,
 * and new ones only where the content has such files. What was done to them can be undone.
 */
final class EditedFiles {
  private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";

  /** Where a form may make a file. */
  private static final Pattern NEW =
      Pattern.compile(
          "/((?<course>courses/"
              + ID
              + ")/(lessons/(?=.*md$)|cards/(?=.*md$)|quizzes/(?=.*yaml$))"
              + "|(dialogues|sources)/(?=.*md$)|principles/(?=.*yaml$))(?<id>"
              + ID
              + ")[.](md|yaml)");

  /**
   * What becomes of a file.
   *
   * @param before what it must hold until then; nothing where it must not be there
   */
  record Change(Path file, Optional<byte[]> before, byte[] after) {
    boolean isStill(Optional<byte[]> wanted) throws IOException {
      return wanted.isEmpty()
          ? Files.notExists(file, LinkOption.NOFOLLOW_LINKS)
          : Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
              && Arrays.equals(Files.readAllBytes(file), wanted.get());
    }
  }

  private final Workspace workspace;
  private final Deque<List<Change>> done = new ArrayDeque<>();

  EditedFiles(Workspace workspace) {
    this.workspace = workspace;
  }

  EditableFile read(String name) throws IOException {
    return EditableFile.of(name, Files.readAllBytes(path(name)))
        .orElseThrow(() -> new Refusal(422, name + " is not UTF-8."));
  }

  /** A text file of the content itself: not behind a link, not outside. */
  Path path(String name) throws IOException {
    Path path = workspace.file(name).normalize();
    boolean ours =
        name.startsWith(workspace.name() + "/")
            && name.matches(".*[.](md|yaml)")
            && path.startsWith(workspace.content())
            && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
            && path.toRealPath().equals(path);
    if (!ours) {
      throw new Refusal(404, "There is no such text file in " + workspace.name() + "/.");
    }
    return path;
  }

  boolean isThere(String name) {
    return Files.exists(workspace.file(name), LinkOption.NOFOLLOW_LINKS);
  }

  /** A file that is not there yet, in a folder where the content has such files. */
  Path fresh(String name) throws IOException {
    Matcher parts = NEW.matcher(name.substring(Math.min(name.length(), workspace.name().length())));
    if (!name.startsWith(workspace.name() + "/")
        || !parts.matches()
        || Portable.flaw(parts.group("id")).isPresent()) {
      throw new Refusal(
          422, "An id is lower-case letters, digits and single hyphens: agree-with-value.");
    }
    Path path = workspace.file(name).normalize();
    if (isThere(name)) {
      throw new Refusal(409, "There is already a file " + name + ". Choose another id.");
    }
    Path above = path.getParent();
    while (above != null && Files.notExists(above, LinkOption.NOFOLLOW_LINKS)) {
      above = above.getParent();
    }
    boolean course =
        parts.group("course") == null
            || Files.exists(workspace.file(name).resolve("../../course.yaml").normalize());
    if (!course
        || above == null
        || !above.startsWith(workspace.content())
        || !above.toRealPath().equals(above)) {
      throw new Refusal(404, "There is no such folder in " + workspace.name() + "/.");
    }
    return path;
  }

  /** Makes all of these changes, or none where a file is not as it was. */
  synchronized void change(List<Change> changes) throws IOException {
    for (Change change : changes) {
      if (!change.isStill(change.before)) {
        throw moved();
      }
    }
    List<Change> real =
        changes.stream()
            .filter(it -> !it.before.map(was -> Arrays.equals(was, it.after)).orElse(false))
            .toList();
    for (Change change : real) {
      if (change.before.isPresent()) {
        AtomicFile.write(change.file, change.after);
      } else {
        Files.createDirectories(change.file.getParent());
        AtomicFile.create(change.file, change.after);
      }
    }
    if (!real.isEmpty()) {
      done.push(real);
    }
  }

  /**
   * Takes back what was changed last, unless somebody has changed it since.
   *
   * @return the file, as findings call it
   */
  synchronized String undo() throws IOException {
    List<Change> last = done.peek();
    if (last == null) {
      throw new Refusal(404, "Nothing was changed from here yet.");
    }
    for (Change change : last) {
      if (!change.isStill(Optional.of(change.after))) {
        throw new Refusal(
            409, named(change) + " has been changed elsewhere since; it stays as it is.");
      }
    }
    for (Change change : last) {
      if (change.before.isPresent()) {
        AtomicFile.write(change.file, change.before.get());
      } else {
        Files.delete(change.file);
      }
    }
    done.pop();
    return named(last.get(last.size() - 1));
  }

  private String named(Change change) {
    return workspace.named(change.file).orElse("");
  }

  static Refusal moved() {
    return new Refusal(409, "");
  }
}
