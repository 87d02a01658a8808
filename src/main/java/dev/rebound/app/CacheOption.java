package dev.rebound.app;

import dev.rebound.publish.KeptResults;
import dev.rebound.publish.output.ResultFolder;
import dev.rebound.source.Sha256;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --no-cache}. What is slow to lay out is kept in {@code .rebound-cache/}. */
final class CacheOption {
  private static final String NAME = ".rebound-cache";

  @Option(
      names = "--no-cache",
      description = "Lay everything out anew, and keep nothing in " + NAME + "/.")
  private boolean none;

  /** What is kept beside a content folder. */
  KeptResults beside(Path content) throws IOException {
    Path parent = content.toAbsolutePath().normalize().getParent();
    if (none || parent == null) {
      return KeptResults.NONE;
    }
    return tool()
        .<KeptResults>map(
            digest -> new ResultFolder(parent.resolve(NAME), Runtime.version() + "\n" + digest))
        .orElse(KeptResults.NONE);
  }

  /**
   * Which build of the tool this is: SHA-256 of its jar, where its list of libraries is. One that
   * runs from a folder of classes has none.
   */
  static Optional<String> tool() throws IOException {
    CodeSource source = CacheOption.class.getProtectionDomain().getCodeSource();
    try {
      Path tool = source == null ? null : Path.of(source.getLocation().toURI());
      return tool != null && Files.isRegularFile(tool)
          ? Optional.of(Sha256.of(Files.readAllBytes(tool)))
          : Optional.empty();
    } catch (URISyntaxException elsewhere) {
      return Optional.empty();
    }
  }
}
