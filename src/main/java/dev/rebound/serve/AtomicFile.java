package dev.rebound.serve;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import org.jspecify.annotations.Nullable;

/** Writes a file so that whoever reads it sees the old or the new, and never a part. */
final class AtomicFile {
  private AtomicFile() {}

  /** One that must not be there yet. */
  static void create(Path file, byte[] bytes) throws IOException {
    write(file, bytes, false);
  }

  static void write(Path file, byte[] bytes) throws IOException {
    write(file, bytes, true);
  }

  private static void write(Path file, byte[] bytes, boolean replaces) throws IOException {
    // Beside it, on the same disk; hidden, so that nothing takes it for content.
    Path fresh = Files.createTempFile(file.resolveSibling(".").normalize(), ".rebound-", ".tmp");
    try {
      Files.write(fresh, bytes);
      if (!replaces) {
        // Fails where somebody else has made it meanwhile, and has the rights that a new file has.
        Files.createFile(file);
      }
      rights(file, fresh);
      try {
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException unusual) {
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** The new file may be read by whoever may read the old one. */
  private static void rights(Path from, Path to) {
    try {
      @Nullable PosixFileAttributeView old =
          Files.getFileAttributeView(from, PosixFileAttributeView.class);
      if (old != null) {
        Files.setPosixFilePermissions(to, old.readAttributes().permissions());
      }
    } catch (FileSystemException refused) {
      // It keeps the rights that a new file has.
    } catch (IOException refused) {
      // The same.
    }
  }
}
