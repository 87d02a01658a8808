package dev.rebound.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The only writer. Artefacts go into a sibling folder, which then takes the place of the last
 * output: whoever looks sees the old one whole or the new one whole, also after a crash in between.
 */
public final class OutputFolder {
  /** By this a folder says that a build made it and may be replaced. */
  static final String MARKER = ".rebound";

  private static final String README = "README.md";
  private static final byte[] MARK =
      "A build of Rebound made this folder; the next one replaces it.\n"
          .getBytes(StandardCharsets.UTF_8);

  private final Path folder;
  private final Path fresh;
  private final Path former;

  public OutputFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    String name = String.valueOf(this.folder.getFileName());
    this.fresh = this.folder.resolveSibling("." + name + ".new");
    this.former = this.folder.resolveSibling("." + name + ".old");
  }

  /** Says why the folder cannot be written; nothing has been touched. */
  public static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  /**
   * Replaces what is there with exactly these artefacts, keeping the README.
   *
   * @throws Refused when the folder holds something that no build of ours made
   * @throws IOException when it cannot be written; the last output is still there
   */
  public void replace(Collection<Artefact> artefacts) throws IOException {
    recover();
    refuseForeign();
    TreeMap<String, Artefact> sorted = new TreeMap<>();
    Set<String> folded = new HashSet<>();
    for (Artefact artefact : artefacts) {
      requireInside(artefact.path());
      // Two names that differ in case are one file on Windows and macOS.
      if (!folded.add(artefact.path().toLowerCase(Locale.ROOT))) {
        throw new IllegalStateException("two artefacts at " + artefact.path());
      }
      sorted.put(artefact.path(), artefact);
    }
    delete(fresh);
    Files.createDirectories(fresh);
    Set<Path> made = new HashSet<>(List.of(fresh));
    for (Artefact artefact : sorted.values()) {
      Path target = fresh.resolve(artefact.path());
      Path parent = target.getParent();
      if (parent != null && made.add(parent)) {
        Files.createDirectories(parent);
      }
      Files.write(target, artefact.bytes());
    }
    Files.write(fresh.resolve(MARKER), MARK);
    if (Files.isRegularFile(folder.resolve(README))) {
      Files.copy(folder.resolve(README), fresh.resolve(README));
    }
    if (Files.exists(folder)) {
      Files.move(folder, former, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    delete(former);
  }

  /** A build that was killed between the two moves left the last output under its former name. */
  private void recover() throws IOException {
    if (Files.exists(former)) {
      if (Files.exists(folder)) {
        delete(former);
      } else {
        Files.move(former, folder, StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  private void refuseForeign() throws IOException {
    if (Files.isSymbolicLink(folder)) {
      throw new Refused(folder + " is a symbolic link; name the folder itself.");
    }
    if (!Files.exists(folder) || Files.exists(folder.resolve(MARKER))) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new Refused(folder + " is a file; name a folder.");
    }
    try (Stream<Path> entries = Files.list(folder)) {
      boolean foreign =
          entries.anyMatch(path -> !String.valueOf(path.getFileName()).equals(README));
      if (foreign) {
        throw new Refused(
            folder + " holds files that no build made; name another folder, or empty this one.");
      }
    }
  }

  private static void requireInside(String path) {
    boolean safe =
        !path.startsWith("/")
            && !path.contains("\\")
            && !path.contains(":")
            && Stream.of(path.split("/", -1))
                .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
    if (!safe) {
      throw new IllegalStateException("an artefact cannot be written to " + path);
    }
  }

  private static void delete(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<Path>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path dir, @org.jspecify.annotations.Nullable IOException failed) throws IOException {
            if (failed != null) {
              throw failed;
            }
            Files.delete(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
