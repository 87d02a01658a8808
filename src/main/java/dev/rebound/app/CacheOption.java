package dev.rebound.app;

import dev.rebound.publish.KeptResults;
import dev.rebound.publish.output.ResultFolder;
import dev.rebound.source.Sha256;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
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
    CodeSource source = CacheOption.class.getProtectionDomain().getCodeSource();
    if (none || parent == null || source == null) {
      return KeptResults.NONE;
    }
    try {
      Path tool = Path.of(source.getLocation().toURI());
      // Only a tool in one file is known by a digest; its list of libraries is in that file.
      return Files.isRegularFile(tool)
          ? new ResultFolder(
              parent.resolve(NAME), Runtime.version() + "\n" + Sha256.of(Files.readAllBytes(tool)))
          : KeptResults.NONE;
    } catch (URISyntaxException elsewhere) {
      return KeptResults.NONE;
    }
  }
}
