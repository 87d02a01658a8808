package dev.rebound.app;

import dev.rebound.publish.KeptResults;
import dev.rebound.publish.output.ResultFolder;
import dev.rebound.source.Checksum;
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
    Optional<Path> tool = tool();
    return tool.isEmpty()
        ? KeptResults.NONE
        : new ResultFolder(
            parent.resolve(NAME), Runtime.version() + "\n" + Checksum.of(tool.get()));
  }

  /**
   * The tool's jar, where its list of libraries is, too: it tells one build of the tool from
   * another. One that runs from a folder of classes has none.
   */
  static Optional<Path> tool() {
    CodeSource source = CacheOption.class.getProtectionDomain().getCodeSource();
    try {
      Path tool = source == null ? null : Path.of(source.getLocation().toURI());
      return tool != null && Files.isRegularFile(tool) ? Optional.of(tool) : Optional.empty();
    } catch (URISyntaxException elsewhere) {
      return Optional.empty();
    }
  }
}
