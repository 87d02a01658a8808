package dev.rebound.publish.output;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Undoes what killed builds left half done. Without a journal and without the last output in it, a
 * working folder holds only what may go.
 */
record Recovery(Path folder, Disk disk) {
  /** Says whether the last output was put back. */
  boolean run(List<WorkFolder> leftovers) throws IOException {
    boolean restored = false;
    for (WorkFolder work : leftovers) {
      if (Disk.isFile(work.journal())) {
        ReplaceJournal.read(folder, work).undo(disk);
        restored = true;
      } else if (Disk.isFolder(work.former())) {
        restored |= restoreFormer(work);
      }
      new Trash(folder, work, disk).empty();
    }
    return restored;
  }

  private boolean restoreFormer(WorkFolder work) throws IOException {
    boolean replaced = !Disk.exists(work.fresh()) && Disk.exists(folder);
    if (replaced) {
      disk.move(work.former(), work.trash());
      return false;
    }
    if (Disk.isFolder(folder) && isEmpty(folder)) {
      disk.delete(folder);
    }
    if (Disk.exists(folder)) {
      throw new Refused(
          "A killed build set the last output aside in "
              + work.former()
              + ", and since then somebody made "
              + folder
              + ". Move one of them away.");
    }
    disk.move(work.former(), folder);
    return true;
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      return !entries.iterator().hasNext();
    }
  }
}
