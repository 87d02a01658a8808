package dev.rebound.publish.output;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Puts a staged output in the place of the last one. */
record Replacement(
    Path folder, WorkFolder work, FolderContents contents, Collection<String> coming, Disk disk) {

  /** Returns what could not be removed afterwards. */
  List<Path> run() throws IOException {
    if (!Disk.exists(folder)) {
      disk.move(work.fresh(), folder);
      return new Trash(folder, work, disk).empty();
    }
    if (!contents.foreign().isEmpty() || isWhereWeAre() || work.root().startsWith(folder)) {
      return fileByFile();
    }
    if (contents.readme()) {
      disk.link(folder.resolve(ArtefactPaths.README), work.fresh().resolve(ArtefactPaths.README));
    }
    Disk.copyRights(folder, work.fresh());
    try {
      disk.move(folder, work.former());
    } catch (IOException immovable) {
      // A disk is mounted there, or another program has a file open: its files may still move.
      return byJournal(moved());
    }
    try {
      disk.move(work.fresh(), folder);
    } catch (IOException failure) {
      putBack(failure);
      throw failure;
    }
    try {
      disk.move(work.former(), work.trash());
    } catch (IOException left) {
      return List.of(work.root());
    }
    return new Trash(folder, work, disk).empty();
  }

  /** A shell whose folder is taken away from under it sees neither the old one nor the new. */
  private boolean isWhereWeAre() throws IOException {
    Path here = Path.of("");
    return Files.exists(here) && here.toRealPath().startsWith(folder);
  }

  private void putBack(IOException failure) throws Stuck {
    try {
      disk.move(work.former(), folder);
    } catch (IOException again) {
      failure.addSuppressed(again);
      throw new Stuck(
          "The last output could not be put back: it is in "
              + work.former()
              + ", and the next build puts it back.",
          failure);
    }
  }

  private List<Path> fileByFile() throws IOException {
    try {
      return byJournal(work);
    } catch (AtomicMoveNotSupportedException mounted) {
      // Part of a disk can be mounted a second time: nothing but a move tells that it is apart.
      return byJournal(moved());
    }
  }

  private List<Path> byJournal(WorkFolder staged) throws IOException {
    try {
      ReplaceJournal.plan(folder, staged, contents.ours(), coming).replace(disk);
    } catch (Stuck stuck) {
      throw stuck;
    } catch (IOException failure) {
      if (!staged.equals(work)) {
        staged.tryToRemove(disk);
      }
      throw failure;
    }
    return new Trash(folder, staged, disk).empty();
  }

  /** The staged output once more in the folder itself, from where it can be moved. */
  private WorkFolder moved() throws IOException {
    WorkFolder inside = WorkFolder.create(Workplace.inside(folder), disk);
    try {
      for (String path : coming) {
        Path target = inside.fresh().resolve(path);
        disk.createFolders(Objects.requireNonNull(target.getParent()));
        Path staged = work.fresh().resolve(path);
        disk.write(target, out -> Files.copy(staged, out));
      }
    } catch (IOException failure) {
      inside.tryToRemove(disk);
      throw failure;
    }
    work.tryToRemove(disk);
    return inside;
  }
}
