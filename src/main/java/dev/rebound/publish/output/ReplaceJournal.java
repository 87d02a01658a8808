package dev.rebound.publish.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Replaces files one by one in a folder that cannot be swapped, because something in it is not
 * ours, or because it is where a disk is mounted. What is to be done is written down first; until
 * the journal is deleted, everything can be undone, and whatever was killed is.
 *
 * <pre>{@code
 * - old.html       moves from the folder into replaced/
 * / lessons        is a folder that was not there
 * + lessons/a.html moves from new/ into the folder
 * }</pre>
 */
record ReplaceJournal(
    Path folder, WorkFolder work, List<String> out, List<String> made, List<String> in) {

  static ReplaceJournal plan(
      Path folder, WorkFolder work, Collection<String> ours, Collection<String> coming) {
    List<String> made = new ArrayList<>();
    for (String parent : parents(coming)) {
      if (!Disk.isFolder(folder.resolve(parent))) {
        made.add(parent);
      }
    }
    return new ReplaceJournal(folder, work, List.copyOf(ours), made, List.copyOf(coming));
  }

  static ReplaceJournal read(Path folder, WorkFolder work) throws IOException {
    List<String> out = new ArrayList<>();
    List<String> made = new ArrayList<>();
    List<String> in = new ArrayList<>();
    for (String line : Files.readAllLines(work.journal())) {
      List<String> list =
          line.startsWith("- ")
              ? out
              : line.startsWith("/ ") ? made : line.startsWith("+ ") ? in : null;
      if (list == null || !isBelow(line.substring(2))) {
        throw new Refused(
            work.journal()
                + " is damaged. The last output's files are in "
                + work.replaced()
                + ".");
      }
      list.add(line.substring(2));
    }
    return new ReplaceJournal(folder, work, out, made, in);
  }

  private static boolean isBelow(String path) {
    return !path.isEmpty() && !List.of(path.split("/", -1)).contains("..");
  }

  /**
   * @throws IOException after which the folder is as it was
   * @throws Stuck after which it is not, but the next build makes it so
   */
  void replace(Disk disk) throws IOException {
    Path unfinished = work.root().resolve("journal.new");
    disk.write(unfinished, stream -> stream.write(text().getBytes(UTF_8)));
    disk.move(unfinished, work.journal());
    try {
      apply(disk);
      disk.delete(work.journal());
    } catch (IOException failure) {
      try {
        undo(disk);
      } catch (IOException again) {
        failure.addSuppressed(again);
        throw new Stuck(
            "The last output could not be put back whole: its files are in "
                + work.replaced()
                + ", and the next build puts them back.",
            failure);
      }
      throw failure;
    }
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    out.forEach(path -> text.append("- ").append(path).append('\n'));
    made.forEach(path -> text.append("/ ").append(path).append('\n'));
    in.forEach(path -> text.append("+ ").append(path).append('\n'));
    return text.toString();
  }

  private void apply(Disk disk) throws IOException {
    for (String path : out) {
      Path kept = work.replaced().resolve(path);
      disk.createFolders(folderOf(kept));
      disk.move(folder.resolve(path), kept);
    }
    Set<String> empty = parents(out);
    empty.removeAll(parents(in));
    for (String parent : empty) {
      deleteWhereEmpty(folder.resolve(parent), disk);
    }
    for (String path : in) {
      Path target = folder.resolve(path);
      disk.createFolders(folderOf(target));
      if (Disk.exists(target)) {
        throw new FileAlreadyExistsException(target.toString());
      }
      disk.move(work.fresh().resolve(path), target);
    }
  }

  /** Goes back, from wherever it was left. What is done already is not done again. */
  void undo(Disk disk) throws IOException {
    for (String path : in) {
      Path staged = work.fresh().resolve(path);
      if (!Disk.exists(staged) && Disk.exists(folder.resolve(path))) {
        disk.move(folder.resolve(path), staged);
      }
    }
    for (String folderMade : sortedDeepestFirst(made)) {
      deleteWhereEmpty(folder.resolve(folderMade), disk);
    }
    for (String path : out) {
      Path kept = work.replaced().resolve(path);
      if (Disk.exists(kept)) {
        Path target = folder.resolve(path);
        if (Disk.exists(target)) {
          throw new Refused(
              target
                  + " is in the way: a killed build moved a file of the last output from there to "
                  + kept
                  + ". Move yours, then build again.");
        }
        disk.createFolders(folderOf(target));
        disk.move(kept, target);
      }
    }
    disk.delete(work.journal());
  }

  private static void deleteWhereEmpty(Path folder, Disk disk) throws IOException {
    if (Disk.isFolder(folder)) {
      try {
        disk.delete(folder);
      } catch (DirectoryNotEmptyException foreign) {
        // Something of the user's is in it.
      }
    }
  }

  /** The folders of files, the deepest first. */
  private static Set<String> parents(Collection<String> paths) {
    Set<String> parents = sortedDeepestFirst(List.of());
    for (String path : paths) {
      for (String up = ArtefactPaths.parent(path);
          !up.isEmpty() && parents.add(up);
          up = ArtefactPaths.parent(up)) {}
    }
    return parents;
  }

  private static Set<String> sortedDeepestFirst(Collection<String> folders) {
    Set<String> sorted = new TreeSet<>(Comparator.reverseOrder());
    sorted.addAll(folders);
    return sorted;
  }

  private static Path folderOf(Path file) {
    return Objects.requireNonNull(file.getParent());
  }
}
