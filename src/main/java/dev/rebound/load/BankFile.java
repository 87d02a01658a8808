package dev.rebound.load;

import dev.rebound.source.Problems;
import dev.rebound.source.Raw;
import dev.rebound.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A quiz bank as it is written, for whoever takes it elsewhere. */
public final class BankFile {
  private BankFile() {}

  /**
   * @param folder the workspace's {@code content/}
   * @param name what findings call it
   * @param below {@code courses/agree/quizzes/agree.yaml}
   * @return nothing when it cannot be read, which is reported; what does not fit its schema is, too
   * @throws IOException when the folder itself cannot be read
   */
  public static Optional<Raw.Mapping> read(
      Path folder, String name, String below, Problems problems) throws IOException {
    ContentFolder content = new ContentFolder(folder, name);
    Path path = content.resolve(below);
    return content
        .bytes(path, problems)
        .flatMap(bytes -> content.text(path, bytes, problems))
        .flatMap(text -> parse(text, problems));
  }

  /** The same of a text. */
  public static Optional<Raw.Mapping> parse(SourceFile text, Problems problems) {
    return YamlReader.read(text, problems)
        .map(
            raw -> {
              Schema.of("quiz").check(raw, "the file", problems);
              return raw;
            })
        .filter(Raw.Mapping.class::isInstance)
        .map(Raw.Mapping.class::cast);
  }
}
