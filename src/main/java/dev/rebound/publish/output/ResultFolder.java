package dev.rebound.publish.output;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.rebound.publish.KeptResults;
import dev.rebound.source.Sha256;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/**
 * {@code .rebound-cache/}: a file a result, its name the digest of what went in and its first 64
 * characters that of what follows. Whatever cannot be read or written is as if it were not there. A
 * folder of this name that is not ours is left alone.
 *
 * <p>Marked as the <a href="https://bford.info/cachedir/">Cache Directory Tagging Specification</a>
 * wants it, so that backups leave it out; and Git ignores it.
 */
public final class ResultFolder implements KeptResults {
  /** How much is kept, in bytes; of more, what was longest unused goes. */
  static final long MOST = 256L << 20;

  private static final String TAG = "CACHEDIR.TAG";
  private static final String SIGNATURE =
      """
      Signature: 8a477f597d28d172789f06886806bc55
      # Results that Rebound keeps. It may be deleted at any time.
      """;
  private static final Pattern RESULT = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern BEGUN = Pattern.compile("[0-9a-f]{64}\\.[-0-9a-f]{36}");
  private static final int DIGEST = 64;

  private final Path folder;
  private final String build;
  private final long most;
  private final AtomicBoolean trimmed = new AtomicBoolean();

  /**
   * @param folder where; it is made when there is something to keep
   * @param build what tells this build of the tool from others
   */
  public ResultFolder(Path folder, String build) {
    this(folder, build, MOST);
  }

  ResultFolder(Path folder, String build, long most) {
    this.folder = folder;
    this.build = build;
    this.most = most;
  }

  @Override
  public Optional<byte[]> find(String key) {
    Path file = file(key);
    try {
      if (!isOurs() || !Disk.isFile(file)) {
        return Optional.empty();
      }
      byte[] bytes = Files.readAllBytes(file);
      byte[] result = Arrays.copyOfRange(bytes, Math.min(DIGEST, bytes.length), bytes.length);
      if (!Arrays.equals(
          Arrays.copyOf(bytes, Math.min(DIGEST, bytes.length)),
          Sha256.of(result).getBytes(US_ASCII))) {
        return Optional.empty();
      }
      touch(file);
      return Optional.of(result);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  @Override
  public void keep(String key, byte[] result) {
    if (!trimmed.getAndSet(true)) {
      trim();
    }
    Path file = file(key);
    Path begun = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
    try {
      if (!prepare()) {
        return;
      }
      try {
        Files.write(
            begun,
            Sha256.of(result).getBytes(US_ASCII),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE);
        Files.write(begun, result, StandardOpenOption.APPEND);
        Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(begun);
      }
    } catch (IOException unwritable) {
      // It is made anew the next time.
    }
  }

  /** Removes what is too much, once a run: what this one adds, the next removes. */
  private void trim() {
    try {
      if (isOurs()) {
        removeOldest(results());
      }
    } catch (IOException unwritable) {
      // The next run tries again.
    }
  }

  private record Result(Path file, long size, FileTime used) {}

  /** Also removes what a killed run had begun to write. */
  private List<Result> results() throws IOException {
    List<Result> results = new ArrayList<>();
    FileTime anHourAgo = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        boolean begun = BEGUN.matcher(name).matches();
        if ((!begun && !RESULT.matcher(name).matches()) || !Disk.isFile(file)) {
          continue;
        }
        try {
          Result result = new Result(file, Files.size(file), Files.getLastModifiedTime(file));
          if (!begun) {
            results.add(result);
          } else if (result.used.compareTo(anHourAgo) < 0) {
            Files.delete(file);
          }
        } catch (NoSuchFileException gone) {
          // Another run was quicker.
        }
      }
    } catch (DirectoryIteratorException failure) {
      throw failure.getCause();
    }
    return results;
  }

  private void removeOldest(List<Result> results) throws IOException {
    long size = results.stream().mapToLong(Result::size).sum();
    results.sort(Comparator.comparing(Result::used).thenComparing(Result::file));
    for (Result oldest : results) {
      if (size <= most) {
        return;
      }
      Files.deleteIfExists(oldest.file);
      size -= oldest.size;
    }
  }

  private Path file(String key) {
    return folder.resolve(Sha256.of(build + "\n" + key));
  }

  private boolean isOurs() throws IOException {
    Path tag = folder.resolve(TAG);
    return Disk.isFolder(folder)
        && Disk.isFile(tag)
        && Files.size(tag) == SIGNATURE.length()
        && Files.readString(tag).equals(SIGNATURE);
  }

  private boolean prepare() throws IOException {
    if (Disk.exists(folder)) {
      return isOurs();
    }
    Path made = folder.resolveSibling(folder.getFileName() + "." + UUID.randomUUID());
    Files.createDirectory(made);
    Files.writeString(made.resolve(".gitignore"), "*\n");
    Files.writeString(made.resolve(TAG), SIGNATURE);
    try {
      Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (IOException another) {
      Files.deleteIfExists(made.resolve(".gitignore"));
      Files.deleteIfExists(made.resolve(TAG));
      Files.deleteIfExists(made);
      return isOurs();
    }
  }

  private static void touch(Path file) {
    try {
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      }
    } catch (IOException readOnly) {
      // Then it is only a little older than it should be.
    }
  }
}
