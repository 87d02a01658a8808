package dev.rebound.publish.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Where a build keeps what it needs while it writes, by names that nobody else uses.
 *
 * @param in a folder
 * @param prefix how the names begin
 */
record Workplace(Path in, String prefix) {
  /** Longer names would leave no room for an ending. */
  private static final int LONGEST = 200;

  private static final int MOST = 9;

  /** Beside the output folder: {@code .site.rebound-work}. */
  static Workplace beside(Path folder) {
    String name = String.valueOf(folder.getFileName());
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    String shortened = bytes.length > LONGEST ? UUID.nameUUIDFromBytes(bytes).toString() : name;
    return new Workplace(parent(folder), "." + shortened + ".rebound");
  }

  /** In the output folder itself, where its parent is another disk or may not be written. */
  static Workplace inside(Path folder) {
    return new Workplace(folder, ".rebound");
  }

  /** Where the lock goes. */
  static Workplace forLock(Path folder) throws Refused {
    if (Files.isWritable(parent(folder))) {
      return beside(folder);
    }
    if (Disk.isFolder(folder)) {
      return inside(folder);
    }
    throw new Refused(
        parent(folder) + " may not be written to; look at its rights, or name another folder.");
  }

  /** Where to stage: on the same disk as the folder, so that all can be moved. */
  static Workplace forStaging(Path folder) throws IOException {
    return Disk.isFolder(folder) && !sameDisk(folder, parent(folder))
        ? inside(folder)
        : forLock(folder);
  }

  private static boolean sameDisk(Path one, Path other) {
    try {
      FileStore store = Files.getFileStore(one);
      return store.equals(Files.getFileStore(other));
    } catch (IOException unknown) {
      // Then the first move tells.
      return true;
    }
  }

  Path lock() {
    return in.resolve(prefix + "-lock");
  }

  /** The names that a work folder may have here, in the order in which they are tried. */
  List<Path> names() {
    List<Path> names = new ArrayList<>(List.of(in.resolve(prefix + "-work")));
    for (int i = 2; i <= MOST; i++) {
      names.add(in.resolve(prefix + "-work-" + i));
    }
    return names;
  }

  private static Path parent(Path folder) {
    return Objects.requireNonNull(folder.getParent());
  }
}
