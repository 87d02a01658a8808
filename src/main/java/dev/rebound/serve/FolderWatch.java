package dev.rebound.serve;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells which files below some folders have changed, once each of them is whole: an editor that
 * empties a file and writes it, or puts another in its place, makes one change.
 */
final class FolderWatch implements Closeable {
  /** How long a file must stay as it is to count as written. */
  private static final long QUIET_MS = 2;

  /** How long a file that is empty or gone may yet come back. */
  private static final long RETURN_MS = 80;

  /** How long a stream of changes may hold up what has changed already. */
  private static final long LONGEST_MS = 400;

  /** Where the system cannot tell of changes, the folders are looked through this often. */
  private static final long POLL_MS = 250;

  /** What a file looks like from outside. */
  private record Stamp(long size, long modified, @Nullable Object key) {
    static final Stamp NONE = new Stamp(-1, 0, null);

    static Stamp of(Path file) {
      try {
        BasicFileAttributes it = Files.readAttributes(file, BasicFileAttributes.class);
        return it.isRegularFile()
            ? new Stamp(it.size(), it.lastModifiedTime().to(TimeUnit.NANOSECONDS), it.fileKey())
            : NONE;
      } catch (IOException gone) {
        return NONE;
      }
    }

    boolean isThere() {
      return size > 0;
    }
  }

  private final List<Path> roots;
  private final WatchService service;
  private final Map<WatchKey, Path> folders = new HashMap<>();
  private final Map<Path, Stamp> polled = new HashMap<>();
  private final boolean polls;

  /**
   * @param roots folders, which need not be there yet
   */
  FolderWatch(List<Path> roots) throws IOException {
    this.roots = List.copyOf(roots);
    service = roots.get(0).getFileSystem().newWatchService();
    // On macOS the JDK's own service looks through the folders every ten seconds.
    polls = service.getClass().getSimpleName().startsWith("Polling");
    for (Path root : roots) {
      register(root, new HashSet<>());
    }
    if (polls) {
      scan();
    }
  }

  /** Waits for changes and gives their paths. */
  Set<Path> take() throws InterruptedException, IOException {
    Set<Path> changed = new HashSet<>();
    try {
      while (changed.isEmpty()) {
        if (polls) {
          Thread.sleep(POLL_MS);
          changed.addAll(scan());
        } else {
          // Templates may come later: their folder is not there to be watched.
          @Nullable WatchKey key = service.poll(2, TimeUnit.SECONDS);
          if (key == null) {
            missing(changed);
          } else {
            collect(key, changed);
          }
        }
      }
      settle(changed);
    } catch (ClosedWatchServiceException closed) {
      throw new InterruptedException();
    }
    return changed;
  }

  private void missing(Set<Path> changed) throws IOException {
    for (Path root : roots) {
      if (!folders.containsValue(root) && Files.isDirectory(root)) {
        register(root, changed);
      }
    }
  }

  /** Waits until what has changed changes no more. */
  private void settle(Set<Path> changed) throws InterruptedException, IOException {
    long start = System.nanoTime();
    Map<Path, Stamp> before = stamps(changed);
    while (true) {
      Thread.sleep(QUIET_MS);
      boolean more = false;
      for (@Nullable WatchKey key = service.poll(); key != null; key = service.poll()) {
        more |= collect(key, changed);
      }
      Map<Path, Stamp> now = stamps(changed);
      long passed = (System.nanoTime() - start) / 1_000_000;
      boolean whole = now.values().stream().allMatch(Stamp::isThere);
      boolean still = !more && now.equals(before);
      if ((still && (whole || passed > RETURN_MS)) || passed > LONGEST_MS) {
        return;
      }
      before = now;
    }
  }

  private static Map<Path, Stamp> stamps(Set<Path> files) {
    Map<Path, Stamp> stamps = new HashMap<>();
    for (Path file : files) {
      stamps.put(file, Files.isDirectory(file) ? new Stamp(1, 0, null) : Stamp.of(file));
    }
    return stamps;
  }

  /** Whether the key told of anything. */
  private boolean collect(WatchKey key, Set<Path> changed) throws IOException {
    @Nullable Path folder = folders.get(key);
    boolean any = false;
    for (WatchEvent<?> event : key.pollEvents()) {
      any = true;
      if (event.kind() == OVERFLOW || folder == null) {
        for (Path root : roots) {
          register(root, changed);
        }
      } else {
        Path path = folder.resolve((Path) event.context());
        changed.add(path);
        if (event.kind() == ENTRY_CREATE && Files.isDirectory(path)) {
          register(path, changed);
        }
      }
    }
    if (!key.reset()) {
      folders.remove(key);
    }
    return any;
  }

  /** Watches a folder and those in it, and adds the files that are there. */
  private void register(Path root, Set<Path> found) throws IOException {
    walk(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (!polls) {
              // Before its files are listed: what comes meanwhile is told of.
              folders.put(
                  folder.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE), folder);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            found.add(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void walk(Path root, FileVisitor<Path> visitor) throws IOException {
    try {
      if (Files.isDirectory(root)) {
        Files.walkFileTree(root, visitor);
      }
    } catch (java.nio.file.NoSuchFileException | java.nio.file.NotDirectoryException gone) {
      // A folder that goes while it is walked; its own folder tells of that.
    }
  }

  /** What is other than at the last look. */
  private Set<Path> scan() throws IOException {
    Set<Path> all = new HashSet<>();
    for (Path root : roots) {
      register(root, all);
    }
    Set<Path> changed = new HashSet<>();
    all.addAll(polled.keySet());
    for (Path file : all) {
      Stamp now = Stamp.of(file);
      @Nullable Stamp before = now.equals(Stamp.NONE) ? polled.remove(file) : polled.put(file, now);
      if (!now.equals(before == null ? Stamp.NONE : before)) {
        changed.add(file);
      }
    }
    return changed;
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
