package dev.rebound.publish.output;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A disk whose steps are counted. From a certain one on it does nothing any more, as when the
 * process is killed; or one fails, or all from one on.
 */
final class FailingDisk extends Disk {
  /** What happens at the chosen step. */
  enum Way {
    /** Nothing is done from then on: what the program still tries after a kill does not count. */
    KILLED,
    /** This step fails, and what follows works. */
    FAILS_ONCE,
    /** The disk is gone. */
    FAILS_FROM_THEN_ON
  }

  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final Way way;
  private final OptionalInt chosen;
  private final Optional<Path> mountedAt;
  private final AtomicInteger steps = new AtomicInteger();

  FailingDisk(Way way, OptionalInt chosen, Optional<Path> mountedAt) {
    this.way = way;
    this.chosen = chosen;
    this.mountedAt = mountedAt;
  }

  int steps() {
    return steps.get();
  }

  private boolean isDue(Path path) throws IOException {
    int step = steps.getAndIncrement();
    if (chosen.isEmpty() || step < chosen.getAsInt()) {
      return false;
    }
    if (way == Way.KILLED && step > chosen.getAsInt()) {
      throw new Killed();
    }
    if (way == Way.FAILS_ONCE && step > chosen.getAsInt()) {
      return false;
    }
    if (way == Way.FAILS_FROM_THEN_ON && step > chosen.getAsInt()) {
      throw new FileSystemException(path.toString(), null, "Input/output error");
    }
    return true;
  }

  private void stop(Path path) throws IOException {
    if (way == Way.KILLED) {
      throw new Killed();
    }
    throw new FileSystemException(path.toString(), null, "Input/output error");
  }

  @Override
  void createFolder(Path folder) throws IOException {
    if (isDue(folder)) {
      stop(folder);
    }
    super.createFolder(folder);
  }

  @Override
  void write(Path file, Content content) throws IOException {
    if (isDue(file)) {
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      content.writeTo(whole);
      super.write(file, out -> out.write(whole.toByteArray(), 0, whole.size() / 2));
      stop(file);
    }
    super.write(file, content);
  }

  @Override
  void move(Path from, Path to) throws IOException {
    if (isDue(from)) {
      stop(from);
    }
    if (mountedAt.isPresent()) {
      Path mount = mountedAt.get();
      if (from.equals(mount)) {
        throw new FileSystemException(from.toString(), to.toString(), "Device or resource busy");
      }
      if (from.startsWith(mount) != to.startsWith(mount)) {
        throw new AtomicMoveNotSupportedException(
            from.toString(), to.toString(), "Invalid cross-device link");
      }
    }
    super.move(from, to);
  }

  @Override
  void delete(Path path) throws IOException {
    if (isDue(path)) {
      stop(path);
    }
    super.delete(path);
  }

  @Override
  void link(Path file, Path second) throws IOException {
    if (isDue(file)) {
      stop(file);
    }
    super.link(file, second);
  }
}
