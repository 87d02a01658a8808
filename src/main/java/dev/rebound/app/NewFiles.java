package dev.rebound.app;

import dev.rebound.source.Portable;
import dev.rebound.source.Slug;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** New files of a course: all of them or none, never over what is there, never outside. */
final class NewFiles {
  private static final int LONGEST = 60;

  private NewFiles() {}

  /** The id that was asked for, or one from a file's name. */
  static String id(@Nullable String wanted, Path file, CourseFolders folders) {
    String name = String.valueOf(file.getFileName());
    String base = name.replaceFirst("(\\.(gift|aiken))?\\.[A-Za-z0-9]{1,5}$", "");
    String near = Slug.id(wanted == null ? base : wanted, LONGEST);
    if (wanted == null) {
      return near.isEmpty() ? "imported" : near;
    }
    if (!Slug.isId(wanted) || Portable.flaw(wanted).isPresent()) {
      throw folders.wrong(
          "\""
              + wanted
              + "\" cannot be an id: use lower-case letters, digits and single hyphens."
              + (near.isEmpty() ? "" : " Nearest: " + near + "."));
    }
    return wanted;
  }

  /** Refuses an id that a quiz or lesson has, and names one that is free. */
  static void refuseTaken(String id, Path course, CourseFolders folders) {
    if (!taken(id, course)) {
      return;
    }
    int next = 2;
    while (taken(id + "-" + next, course)) {
      next++;
    }
    throw folders.wrong(
        "\""
            + id
            + "\" is there already. Nothing was written; the next free one is --id "
            + id
            + "-"
            + next
            + ".");
  }

  private static boolean taken(String id, Path course) {
    for (String path : List.of("quizzes/" + id + ".yaml", "lessons/" + id + ".md")) {
      if (Files.exists(course.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
        return true;
      }
    }
    return false;
  }

  /** {@code late-trains} is "Late trains". */
  static String title(String id) {
    return id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1).replace('-', ' ');
  }

  /**
   * Writes them in this order, or takes back what it wrote. A picture that is there already with
   * the same bytes is left.
   *
   * @param root what no file may leave, whatever links say
   */
  static void write(Path root, Map<Path, byte[]> files) throws IOException {
    Deque<Path> made = new ArrayDeque<>();
    boolean whole = false;
    try {
      for (Map.Entry<Path, byte[]> file : files.entrySet()) {
        Path path = file.getKey();
        Path parent = Objects.requireNonNull(path.toAbsolutePath().getParent());
        folder(parent, made);
        if (!parent.toRealPath().startsWith(root.toRealPath())) {
          throw new IOException(path + " would leave " + root + ": its folder is a link.");
        }
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
          if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
              && Arrays.equals(Files.readAllBytes(path), file.getValue())) {
            continue;
          }
          throw new FileAlreadyExistsException(path.toString());
        }
        Files.write(path, new byte[0], StandardOpenOption.CREATE_NEW);
        made.push(path);
        TextFile.write(path, file.getValue());
      }
      whole = true;
    } finally {
      while (!whole && !made.isEmpty()) {
        Files.deleteIfExists(made.pop());
      }
    }
  }

  private static void folder(@Nullable Path folder, Deque<Path> made) throws IOException {
    if (folder != null && !Files.isDirectory(folder)) {
      folder(folder.getParent(), made);
      made.push(Files.createDirectory(folder));
    }
  }
}
