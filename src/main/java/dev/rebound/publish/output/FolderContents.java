package dev.rebound.publish.output;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is in an output folder before a build writes to it.
 *
 * @param marked whether a build made the folder
 * @param ours the files that a build made, sorted
 * @param foreign everything else, sorted; a folder in which a build has no business is one entry
 * @param readme whether there is a README, which stays and is expected to
 */
record FolderContents(boolean marked, List<String> ours, List<String> foreign, boolean readme) {
  /**
   * @param coming the paths that the build is about to write
   * @throws Refused when no build made the folder, or something foreign is in the way
   */
  static FolderContents of(Path folder, Collection<String> coming) throws IOException {
    FolderContents contents = list(folder, coming);
    if (!contents.marked && !contents.foreign.isEmpty()) {
      throw new Refused(
          folder
              + " holds files that no build made ("
              + some(contents.foreign)
              + "); name another folder, or empty this one.");
    }
    contents.refuseCollisions(folder, coming);
    return contents;
  }

  /** The same, whatever is there. */
  static FolderContents list(Path folder, Collection<String> coming) throws IOException {
    if (Files.isSymbolicLink(folder)) {
      throw new Refused(folder + " is a symbolic link; name the folder itself.");
    }
    if (!Disk.exists(folder)) {
      return new FolderContents(false, List.of(), List.of(), false);
    }
    if (!Disk.isFolder(folder)) {
      throw new Refused(folder + " is a file; name a folder.");
    }
    Optional<OutputMarker> marker = OutputMarker.read(folder);
    Walk walk = new Walk(folder, marker, coming);
    walk.into(folder, "");
    Collections.sort(walk.ours);
    Collections.sort(walk.foreign);
    return new FolderContents(marker.isPresent(), walk.ours, walk.foreign, walk.readme);
  }

  /** The first few names, for a message. */
  private static String some(List<String> paths) {
    int shown = 5;
    String names =
        String.join(", ", paths.subList(0, Math.min(shown, paths.size())))
            .replaceAll("\\p{Cc}", "?");
    return paths.size() > shown ? names + " and " + (paths.size() - shown) + " more" : names;
  }

  private void refuseCollisions(Path folder, Collection<String> coming) throws Refused {
    TreeMap<String, String> wanted = new TreeMap<>();
    for (String path : coming) {
      for (String up = path; !up.isEmpty(); up = ArtefactPaths.parent(up)) {
        wanted.putIfAbsent(ArtefactPaths.key(up), path);
      }
    }
    for (String path : foreign) {
      boolean isFolder = path.endsWith("/");
      String name = isFolder ? path.substring(0, path.length() - 1) : path;
      String key = ArtefactPaths.key(name);
      String clash = wanted.get(key);
      for (String up = ArtefactPaths.parent(key);
          clash == null && !up.isEmpty();
          up = ArtefactPaths.parent(up)) {
        String above = wanted.get(up);
        clash = above != null && ArtefactPaths.key(above).equals(up) ? above : null;
      }
      if (clash != null) {
        throw new Refused(
            folder.resolve(name)
                + " was not made by a build, and is where this build would write "
                + clash
                + ". Move it away, or name another folder. Nothing was touched.");
      }
    }
  }

  /** Never follows a link, and goes only where a build has something or is about to. */
  private static final class Walk {
    private final Path top;
    private final Optional<OutputMarker> marker;
    private final Set<String> comingFolders = new HashSet<>();
    private final List<String> ours = new ArrayList<>();
    private final List<String> foreign = new ArrayList<>();
    private boolean readme;

    Walk(Path top, Optional<OutputMarker> marker, Collection<String> coming) {
      this.top = top;
      this.marker = marker;
      for (String path : coming) {
        for (String up = ArtefactPaths.parent(path);
            !up.isEmpty() && comingFolders.add(up);
            up = ArtefactPaths.parent(up)) {}
      }
    }

    void into(Path folder, String prefix) throws IOException {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        for (Path entry : entries) {
          take(entry, prefix + entry.getFileName());
        }
      } catch (DirectoryIteratorException failure) {
        throw failure.getCause();
      }
    }

    private void take(Path entry, String name) throws IOException {
      String path = ArtefactPaths.composed(name);
      boolean atTop = folderOf(entry).equals(top);
      if (Disk.isFolder(entry)) {
        boolean known =
            comingFolders.contains(path) || marker.map(m -> m.madeIn(path)).orElse(false);
        if (atTop && WorkFolder.isOne(entry)) {
          return;
        }
        if (known) {
          into(entry, name + "/");
        } else {
          foreign.add(name + "/");
        }
      } else if (Disk.isFile(entry)
          && ArtefactPaths.isInside(name)
          && marker.map(m -> m.made(path)).orElse(false)) {
        ours.add(name);
      } else if (atTop && name.equals(ArtefactPaths.README) && Disk.isFile(entry)) {
        readme = true;
      } else if (!(atTop && OutputLock.isOne(entry))) {
        foreign.add(name);
      }
    }

    private static Path folderOf(Path entry) {
      return Objects.requireNonNull(entry.getParent());
    }
  }
}
