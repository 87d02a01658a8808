package dev.rebound.app;

import dev.rebound.load.WordsReader;
import dev.rebound.publish.page.PageWords;
import dev.rebound.publish.page.Templates;
import dev.rebound.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --templates DIR}, the looks to build with and to measure cards with. */
final class LooksOption {
  @Option(
      names = "--templates",
      paramLabel = "DIR",
      defaultValue = "templates",
      description =
          "Looks that override the built-in ones, file by file (default: ${DEFAULT-VALUE}).")
  private Path folder = Path.of("templates");

  private @Nullable Templates templates;

  /** The workspace's own templates, where it has any. */
  Optional<Path> overrides() {
    return Optional.of(folder).filter(Files::isDirectory);
  }

  /** Made when first asked for: to validate most content, none are needed. */
  synchronized Templates templates() {
    Templates made = templates == null ? new Templates(overrides()) : templates;
    templates = made;
    return made;
  }

  PageWords words() {
    Map<String, Map<String, String>> words = new ConcurrentHashMap<>();
    return new PageWords(language -> words.computeIfAbsent(language, l -> words(templates(), l)));
  }

  /** The words of a language, or of its primary tag ({@code en} for {@code en-GB}). */
  private static Map<String, String> words(Templates looks, String language) {
    String primary = language.split("-", 2)[0];
    String file = "words/" + primary + ".yaml";
    List<Problem> problems = new ArrayList<>();
    Map<String, String> words =
        WordsReader.read("templates/" + file, looks.text(file), problems::add);
    if (!problems.isEmpty()) {
      Problem first = problems.get(0);
      throw new java.io.UncheckedIOException(
          new IOException(first.span() + ": " + first.message() + " " + first.hint()));
    }
    return words;
  }
}
