package dev.rebound.app;

import dev.rebound.course.SourceText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Texts of sources, which live outside {@code content/} and are only ever read. */
final class SourceFiles {
  private static final long MAX_BYTES = 8L << 20;

  private SourceFiles() {}

  static SourceText read(Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new IOException(file + " is larger than " + (MAX_BYTES >> 20) + " MiB.");
    }
    try {
      return SourceText.of(Files.readString(file));
    } catch (CharacterCodingException broken) {
      throw new IOException(file + " is not UTF-8 text.", broken);
    }
  }

  /** The texts in a folder ({@code .txt} and {@code .md}), by their names without the ending. */
  static Map<String, SourceText> all(Path folder) throws IOException {
    Map<String, SourceText> texts = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String name = file.getFileName().toString();
      if (name.endsWith(".txt") || name.endsWith(".md")) {
        texts.putIfAbsent(name.substring(0, name.lastIndexOf('.')), read(file));
      }
    }
    return texts;
  }
}
