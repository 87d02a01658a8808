package dev.rebound.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/** What went wrong with a file: its name, what happened, and what to do. */
final class FailureText {
  private FailureText() {}

  static String of(IOException failure) {
    if (failure instanceof NoSuchFileException missing) {
      return missing.getFile() + " does not exist.";
    }
    if (failure instanceof AccessDeniedException denied) {
      return denied.getFile()
          + " may not be read or written. Look at its rights, and whether another program uses it.";
    }
    if (failure instanceof FileAlreadyExistsException present) {
      return present.getFile() + " is there already. Move it away, then try again.";
    }
    if (failure instanceof DirectoryNotEmptyException full) {
      return full.getFile() + " is not empty. Move what is in it, then try again.";
    }
    if (failure instanceof NotDirectoryException file) {
      return file.getFile() + " is a file where a folder should be.";
    }
    if (failure instanceof FileSystemLoopException circle) {
      return circle.getFile() + " is a link that leads in a circle.";
    }
    if (failure instanceof FileSystemException disk) {
      String reason = String.valueOf(disk.getReason());
      return disk.getFile() + ": " + reason + "." + advice(reason.toLowerCase(Locale.ROOT));
    }
    return String.valueOf(failure.getMessage());
  }

  /** By the words of the C library and of Windows. */
  private static String advice(String reason) {
    if (reason.contains("no space") || reason.contains("not enough space")) {
      return " The disk is full: free some space, then try again.";
    }
    if (reason.contains("quota")) {
      return " Free some of your space, then try again.";
    }
    if (reason.contains("read-only")) {
      return " Name a folder on a disk that can be written to.";
    }
    if (reason.contains("name too long")) {
      return " Name a folder with a shorter path.";
    }
    if (reason.contains("used by another process") || reason.contains("busy")) {
      return " Close the program that uses it, then try again.";
    }
    return " Look at the disk and at the file's rights, then try again.";
  }
}
