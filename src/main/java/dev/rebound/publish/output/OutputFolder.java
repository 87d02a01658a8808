package dev.rebound.publish.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rebound.check.CheckedContent;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.Publisher;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The only writer. Artefacts are made side by side, each into a file of its own beside the folder,
 * which then takes the place of the last output: whoever looks sees the old one whole or the new
 * one whole. Where the folder holds something that no build made, or cannot be moved, its files are
 * replaced one by one, by a journal. A build that fails leaves the last output; what a killed one
 * left, the next puts right.
 */
public final class OutputFolder {
  private final Path folder;
  private final Disk disk;

  public OutputFolder(Path folder) {
    this(folder, new Disk());
  }

  OutputFolder(Path folder, Disk disk) {
    this.folder = folder.toAbsolutePath().normalize();
    this.disk = disk;
  }

  /** Looks at each file as it was written, before the output takes its place; on any thread. */
  public interface Inspection {
    /**
     * @param path of the artefact
     * @throws RuntimeException when nothing must be published
     */
    void inspect(String path, Path file) throws IOException;
  }

  /**
   * @param made what this build made: by its path, the CRC-32C of its bytes
   * @param kept what no build made and is still there; a README goes without saying
   * @param left a working folder that could not be removed whole
   */
  public record Outcome(SortedMap<String, Long> made, List<String> kept, List<Path> left) {}

  /**
   * Refuses a folder in which something would be in the way, whatever a marker says.
   *
   * @param inputs what is read, by the name a message gives it: apart from the folder, both ways
   * @param places what must not lie in the folder
   */
  public void requireApart(Map<String, Path> inputs, Map<String, Path> places) throws IOException {
    Path real = real(folder);
    if (real.getFileName() == null) {
      throw new Refused(folder + " is a whole disk; name a folder in it.");
    }
    for (Map.Entry<String, Path> input : inputs.entrySet()) {
      Path other = real(input.getValue().toAbsolutePath().normalize());
      if (real.startsWith(other)) {
        throw new Refused(folder + " lies in " + input.getKey() + "; name a folder outside of it.");
      }
      requireOutside(real, input.getKey(), other);
    }
    for (Map.Entry<String, Path> place : places.entrySet()) {
      requireOutside(real, place.getKey(), real(place.getValue().toAbsolutePath().normalize()));
    }
  }

  private void requireOutside(Path real, String name, Path other) throws Refused {
    if (other.startsWith(real)) {
      throw new Refused(folder + " holds " + name + "; name another folder for the output.");
    }
  }

  /**
   * Puts right what a killed build left, if it left anything.
   *
   * @return whether the last output was put back
   */
  public boolean recover() throws IOException {
    Path place = place();
    if (leftovers(place).isEmpty()) {
      return false;
    }
    try (OutputLock lock = OutputLock.take(Workplace.forLock(place).lock(), disk).orElse(null)) {
      // Held by another build: what it has there is no left-over.
      return lock != null && new Recovery(place, disk).run(leftovers(place));
    }
  }

  /**
   * What a build would leave there as it is, when the folder holds these files to the byte, and no
   * other that a build made.
   *
   * @param made {@link Outcome#made} of a build of the same
   */
  public Optional<Outcome> holding(SortedMap<String, Long> made) throws IOException {
    Path place = place();
    TreeSet<String> expected = new TreeSet<>(made.keySet());
    expected.add(OutputMarker.NAME);
    FolderContents contents = FolderContents.list(place, expected);
    if (!contents.ours().equals(List.copyOf(expected))) {
      return Optional.empty();
    }
    AtomicBoolean same = new AtomicBoolean(true);
    SideBySide.run(
        List.copyOf(made.entrySet()),
        file -> {
          if (same.get() && check(resolve(place, file.getKey())) != file.getValue()) {
            same.set(false);
          }
        });
    return same.get()
        ? Optional.of(new Outcome(made, contents.foreign(), List.of()))
        : Optional.empty();
  }

  private static long check(Path file) throws IOException {
    CRC32C check = new CRC32C();
    check.update(Files.readAllBytes(file));
    return check.getValue();
  }

  /**
   * Replaces what builds made there with exactly what these publishers make of the content.
   *
   * @throws Refused when something there is not ours and in the way; nothing has been touched
   * @throws IOException when it cannot be written; the last output is still there
   */
  public Outcome replace(CheckedContent content, List<Publisher> publishers, Inspection inspection)
      throws IOException {
    return replace(
        publishers.stream().flatMap(publisher -> publisher.artefacts(content).stream()).toList(),
        inspection);
  }

  Outcome replace(List<Artefact> artefacts, Inspection inspection) throws IOException {
    SortedSet<String> paths = ArtefactPaths.sorted(artefacts);
    Path place = place();
    Deque<Path> parents = new ArrayDeque<>();
    boolean written = false;
    try {
      createParents(place.getParent(), parents);
      OutputLock lock =
          OutputLock.take(Workplace.forLock(place).lock(), disk)
              .orElseThrow(
                  () ->
                      new Refused(
                          "Another build is writing " + folder + "; wait for it, then try again."));
      try {
        new Recovery(place, disk).run(leftovers(place));
        Outcome outcome = replace(place, paths, work -> stage(artefacts, paths, inspection, work));
        written = true;
        return outcome;
      } finally {
        lock.close();
      }
    } finally {
      while (!written && !parents.isEmpty()) {
        remove(parents.pop());
      }
    }
  }

  /** Makes all files, and says what is in them. */
  private interface Stage {
    SortedMap<String, Long> fill(WorkFolder work) throws IOException;
  }

  private Outcome replace(Path place, SortedSet<String> paths, Stage stage) throws IOException {
    TreeSet<String> coming = new TreeSet<>(paths);
    coming.add(OutputMarker.NAME);
    FolderContents.of(place, coming);
    WorkFolder work = WorkFolder.create(Workplace.forStaging(place), disk);
    try {
      SortedMap<String, Long> made = stage.fill(work);
      // Staging takes a while: somebody may have put something there.
      FolderContents contents = FolderContents.of(place, coming);
      Replacement replacement = new Replacement(place, work, contents, coming, disk);
      return new Outcome(made, contents.foreign(), replacement.run());
    } catch (Stuck stuck) {
      throw stuck;
    } catch (IOException | RuntimeException failure) {
      work.tryToRemove(disk);
      throw failure;
    }
  }

  private SortedMap<String, Long> stage(
      List<Artefact> artefacts, SortedSet<String> paths, Inspection inspection, WorkFolder work)
      throws IOException {
    for (String path : paths) {
      disk.createFolders(Objects.requireNonNull(resolve(work.fresh(), path).getParent()));
    }
    SortedMap<String, Long> made = new ConcurrentSkipListMap<>();
    SideBySide.Task<Artefact> write =
        artefact -> {
          Path file = resolve(work.fresh(), artefact.path());
          CRC32C check = new CRC32C();
          disk.write(
              file,
              out ->
                  artefact.writeTo(
                      new CheckedOutputStream(out, check), part -> made.get(part.path())));
          made.put(artefact.path(), check.getValue());
          inspection.inspect(artefact.path(), file);
        };
    Map<Boolean, List<Artefact>> summaries =
        artefacts.stream().collect(Collectors.partitioningBy(it -> !it.parts().isEmpty()));
    SideBySide.run(summaries.getOrDefault(false, List.of()), write);
    SideBySide.run(summaries.getOrDefault(true, List.of()), write);
    String marker = OutputMarker.text(paths);
    disk.write(work.fresh().resolve(OutputMarker.NAME), out -> out.write(marker.getBytes(UTF_8)));
    return made;
  }

  private static Path resolve(Path folder, String path) throws FileSystemException {
    try {
      return folder.resolve(path);
    } catch (InvalidPathException unfit) {
      throw new FileSystemException(path, null, "this system has no such file names");
    }
  }

  /** The folder by a path whose parents are no links. */
  private Path place() throws IOException {
    Path parent = folder.getParent();
    if (parent == null) {
      throw new Refused(folder + " is a whole disk; name a folder in it.");
    }
    return real(parent).resolve(Objects.requireNonNull(folder.getFileName()));
  }

  /** A path with its links followed as far as it exists. */
  private static Path real(Path path) throws IOException {
    Path parent = path.getParent();
    if (Files.exists(path) || parent == null) {
      return path.toRealPath();
    }
    return real(parent).resolve(Objects.requireNonNull(path.getFileName()));
  }

  private static List<WorkFolder> leftovers(Path place) throws IOException {
    List<WorkFolder> left = new ArrayList<>();
    if (Disk.isFolder(Objects.requireNonNull(place.getParent()))) {
      left.addAll(WorkFolder.leftIn(Workplace.beside(place)));
    }
    if (Disk.isFolder(place)) {
      left.addAll(WorkFolder.leftIn(Workplace.inside(place)));
    }
    return left;
  }

  private void createParents(@Nullable Path parent, Deque<Path> made) throws IOException {
    if (parent != null && !Files.isDirectory(parent)) {
      if (Files.exists(parent)) {
        throw new Refused(parent + " is a file; name a folder.");
      }
      createParents(parent.getParent(), made);
      disk.createFolder(parent);
      made.push(parent);
    }
  }

  private void remove(Path emptyFolder) {
    try {
      disk.delete(emptyFolder);
    } catch (IOException inUse) {
      // Somebody else needs it by now.
    }
  }
}
