package dev.rebound.publish.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What a build needs while it writes. What is in it says how far a killed one came:
 *
 * <pre>{@code
 * owner      our line, without which the folder is not ours
 * new/       the output, as it is made
 * former/    the last output, between two moves
 * journal    while files are replaced one by one
 * replaced/  the last output's files meanwhile
 * trash/     what may go
 * }</pre>
 */
record WorkFolder(Path root) {
  private static final String OWNER = "owner";
  private static final String LINE =
      "Rebound works in this folder. When a build was killed, the next one puts right what is"
          + " here.\n";

  Path fresh() {
    return root.resolve("new");
  }

  Path former() {
    return root.resolve("former");
  }

  Path journal() {
    return root.resolve("journal");
  }

  Path replaced() {
    return root.resolve("replaced");
  }

  Path trash() {
    return root.resolve("trash");
  }

  /** Makes one by the first name that is free. */
  static WorkFolder create(Workplace place, Disk disk) throws IOException {
    for (Path name : place.names()) {
      if (!Disk.exists(name)) {
        disk.createFolder(name);
        WorkFolder work = new WorkFolder(name);
        try {
          disk.write(name.resolve(OWNER), out -> out.write(bytes()));
          disk.createFolder(work.fresh());
          return work;
        } catch (IOException failure) {
          work.tryToRemove(disk);
          throw failure;
        }
      }
    }
    throw new Refused(
        place.in()
            + " has no free name for a working folder; remove "
            + place.names().get(0)
            + ".");
  }

  /** Those that killed builds left. */
  static List<WorkFolder> leftIn(Workplace place) throws IOException {
    List<WorkFolder> left = new ArrayList<>();
    for (Path name : place.names()) {
      if (isOne(name)) {
        left.add(new WorkFolder(name));
      }
    }
    return left;
  }

  /** Ours has our line in it, or, when it had just been made, nothing at all. */
  static boolean isOne(Path folder) throws IOException {
    String name = String.valueOf(folder.getFileName());
    if (!name.matches("(\\..+)?\\.rebound-work(-\\d)?") || !Disk.isFolder(folder)) {
      return false;
    }
    Path owner = folder.resolve(OWNER);
    List<Path> entries = entries(folder);
    if (entries.isEmpty()) {
      return true;
    }
    if (!Disk.isFile(owner) || Files.size(owner) > bytes().length) {
      return false;
    }
    byte[] found = Files.readAllBytes(owner);
    // Killed while it was written: nothing else was made by then.
    boolean begun = entries.size() == 1 && LINE.startsWith(new String(found, UTF_8));
    return begun || Arrays.equals(found, bytes());
  }

  /** Removes it, its mark last, so that what a kill leaves of it is still known as ours. */
  void remove(Disk disk) throws IOException {
    if (Disk.exists(journal()) || Disk.exists(former())) {
      throw new IOException(root + " still holds the last output.");
    }
    for (Path entry : entries(root)) {
      if (!entry.equals(root.resolve(OWNER))) {
        removeAll(entry, disk);
      }
    }
    if (Disk.exists(root.resolve(OWNER))) {
      disk.delete(root.resolve(OWNER));
    }
    disk.delete(root);
  }

  /** Whether it is gone. What is not, the next build removes. */
  boolean tryToRemove(Disk disk) {
    try {
      remove(disk);
      return true;
    } catch (IOException leftForTheNext) {
      return false;
    }
  }

  /** Leaves it to the user: without our mark no build will touch it. */
  void disown(Disk disk) throws IOException {
    disk.delete(root.resolve(OWNER));
  }

  private static void removeAll(Path path, Disk disk) throws IOException {
    if (Disk.isFolder(path)) {
      // What says which files are ours goes last.
      List<Path> entries = entries(path);
      entries.sort(Comparator.comparing(entry -> entry.endsWith(OutputMarker.NAME)));
      for (Path entry : entries) {
        removeAll(entry, disk);
      }
    }
    disk.delete(path);
  }

  private static List<Path> entries(Path folder) throws IOException {
    List<Path> all = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(all::add);
    } catch (DirectoryIteratorException failure) {
      throw failure.getCause();
    }
    return all;
  }

  private static byte[] bytes() {
    return LINE.getBytes(UTF_8);
  }
}
