package dev.rebound.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureTextTest {
  @Test
  void namesTheFileAndSaysWhatToDo() {
    List<IOException> failures =
        List.of(
            new NoSuchFileException("site/a"),
            new AccessDeniedException("site/a"),
            new FileAlreadyExistsException("site/a"),
            new FileSystemException("site/a", null, "No space left on device"),
            new FileSystemException("site/a", null, "Input/output error"));
    assertThat(failures.stream().map(FailureText::of))
        .containsExactly(
            "site/a does not exist.",
            "site/a may not be read or written. Look at its rights, and whether another program"
                + " uses it.",
            "site/a is there already. Move it away, then try again.",
            "site/a: No space left on device. The disk is full: free some space, then try again.",
            "site/a: Input/output error. Look at the disk and at the file's rights, then try"
                + " again.");
  }
}
