package dev.rebound.publish.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets one build at a time write to a folder. The operating system holds the lock and lets it go
 * when the process ends, however it ends; the file is only what it is held on.
 */
final class OutputLock implements Closeable {
  private static final String LINE = "A build of Rebound is writing here: process ";

  /** Behind the text: on Windows nobody else could read bytes that are locked. */
  private static final long LOCKED_BYTE = 1 << 20;

  private final Path file;
  private final FileChannel channel;
  private final Disk disk;

  private OutputLock(Path file, FileChannel channel, Disk disk) {
    this.file = file;
    this.channel = channel;
    this.disk = disk;
  }

  /**
   * @return nothing when another build holds it
   * @throws Refused when there is a file by that name which is not ours
   */
  static Optional<OutputLock> take(Path file, Disk disk) throws IOException {
    while (true) {
      if (Disk.exists(file) && !isOne(file)) {
        throw new Refused(
            file + " was not made by a build, and is where this one would put its lock. Move it.");
      }
      Optional<Object> before = identity(file);
      FileChannel channel =
          FileChannel.open(
              file,
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              LinkOption.NOFOLLOW_LINKS);
      boolean held = false;
      try {
        if (lock(channel) == null) {
          return Optional.empty();
        }
        held = isStillThere(file, channel, before);
        if (held) {
          return Optional.of(new OutputLock(file, channel, disk));
        }
      } finally {
        if (!held) {
          channel.close();
        }
      }
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException inThisProcess) {
      return null;
    }
  }

  /**
   * A build that ended meanwhile has removed the file: then we hold one that has no name. Where
   * files have an identity, it says so. To read the file would let go of the lock: POSIX drops all
   * locks of a process on a file when it closes any of its descriptors.
   *
   * @param before the identity of the file before it was opened
   */
  private static boolean isStillThere(Path file, FileChannel channel, Optional<Object> before)
      throws IOException {
    String text = LINE + ProcessHandle.current().pid() + ", " + System.nanoTime() + "\n";
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)), 0);
    Optional<Object> now = identity(file);
    try {
      return now.isPresent() ? now.equals(before) : Files.readString(file).equals(text);
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  /**
   * What tells a file from others; nothing where it is not there, or the system has no such thing.
   */
  private static Optional<Object> identity(Path file) throws IOException {
    try {
      return Optional.ofNullable(
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
              .fileKey());
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  /** Whether a file is a lock of ours: one that was killed before it wrote its line is empty. */
  static boolean isOne(Path file) throws IOException {
    if (!String.valueOf(file.getFileName()).endsWith(".rebound-lock") || !Disk.isFile(file)) {
      return false;
    }
    long size = Files.size(file);
    return size == 0
        || (size < 200 && new String(Files.readAllBytes(file), UTF_8).startsWith(LINE));
  }

  /** Removes the file while it is still held, so that nobody can hold it in between. */
  @Override
  public void close() throws IOException {
    try {
      disk.delete(file);
    } catch (IOException left) {
      // An unlocked file keeps nobody out.
    } finally {
      channel.close();
    }
  }
}
