package dev.rebound.publish.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Clears a working folder when the output is in its place. */
record Trash(Path folder, WorkFolder work, Disk disk) {
  /** Returns what stays, for a message. */
  List<Path> empty() {
    try {
      List<Path> late = late();
      if (!late.isEmpty()) {
        work.disown(disk);
        return late;
      }
      work.remove(disk);
      return List.of();
    } catch (IOException failure) {
      // The output is whole; the next build tries again.
      return List.of(work.root());
    }
  }

  /** What somebody put into the last output as it was replaced moves to the new one. */
  private List<Path> late() throws IOException {
    List<Path> occupied = new ArrayList<>();
    for (String path : FolderContents.list(work.trash(), List.of()).foreign()) {
      Path from = work.trash().resolve(path);
      Path to = folder.resolve(path);
      if (Disk.exists(to)) {
        occupied.add(from);
      } else {
        disk.createFolders(Objects.requireNonNull(to.getParent()));
        disk.move(from, to);
      }
    }
    return occupied;
  }
}
