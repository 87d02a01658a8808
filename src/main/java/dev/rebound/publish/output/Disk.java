package dev.rebound.publish.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Everything that changes the disk, one step a method: a test makes each step fail, or be the last.
 */
class Disk {
  /** What a file is to hold. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  static boolean isFile(Path path) {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  void createFolder(Path folder) throws IOException {
    Files.createDirectory(folder);
  }

  /** Writes a file that is not there yet. */
  void write(Path file, Content content) throws IOException {
    try (OutputStream out =
        new BufferedOutputStream(
            Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
      content.writeTo(out);
    } catch (FileSystemException named) {
      throw named;
    } catch (IOException nameless) {
      // A full disk is noticed by a stream, which does not know its file.
      throw new FileSystemException(file.toString(), null, nameless.getMessage());
    }
  }

  /** Atomic: there is no moment when neither or half of it is there. */
  void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  void delete(Path path) throws IOException {
    Files.delete(path);
  }

  /** The same file under a second name, or a copy where the file system knows no links. */
  void link(Path file, Path second) throws IOException {
    try {
      Files.createLink(second, file);
    } catch (IOException | UnsupportedOperationException unable) {
      Files.copy(file, second, StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  void createFolders(Path folder) throws IOException {
    if (!isFolder(folder)) {
      Path parent = folder.getParent();
      if (parent != null) {
        createFolders(parent);
      }
      createFolder(folder);
    }
  }

  /** Gives a folder the owner and rights of another, as far as the system lets us. */
  static void copyRights(Path from, Path to) {
    for (String attribute : List.of("unix:gid", "unix:uid", "unix:mode")) {
      try {
        Files.setAttribute(to, attribute, Files.getAttribute(from, attribute));
      } catch (IOException | UnsupportedOperationException | IllegalArgumentException unable) {
        // A folder with the usual rights is still a good one.
      }
    }
  }
}
