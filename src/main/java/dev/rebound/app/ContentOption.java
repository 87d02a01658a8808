package dev.rebound.app;

import dev.rebound.course.Content;
import dev.rebound.load.ContentLoader;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --content}, the same for every command. */
final class ContentOption {
  @Option(
      names = "--content",
      paramLabel = "DIR",
      defaultValue = "content",
      description = "The words (default: ${DEFAULT-VALUE}).")
  Path folder = Path.of("content");

  /** Findings name files as the user named the folder, so that an editor can open them. */
  String name() {
    String name = folder.normalize().toString().replace('\\', '/');
    return name.isEmpty() ? "." : name;
  }

  Content load() throws IOException {
    return new ContentLoader(Catalog.questionTypes()).load(folder, name());
  }
}
