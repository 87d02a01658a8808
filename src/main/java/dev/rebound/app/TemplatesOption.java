package dev.rebound.app;

import dev.rebound.publish.page.Templates;
import dev.rebound.publish.page.UiMessages;
import dev.rebound.source.Problem;
import dev.rebound.source.SourceSpan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --templates DIR}, the looks to build with and to measure cards with. */
final class TemplatesOption {
  @Option(
      names = "--templates",
      paramLabel = "DIR",
      defaultValue = "templates",
      description =
          "Looks that override the built-in ones, file by file (default: ${DEFAULT-VALUE}).")
  private Path folder = Path.of("templates");

  /** As if the command line had named that folder. */
  static TemplatesOption in(Path folder) {
    TemplatesOption looks = new TemplatesOption();
    looks.folder = folder;
    return looks;
  }

  /** Where the workspace's own templates are, or would be. */
  Path folder() {
    return folder;
  }

  private @Nullable Templates templates;
  private @Nullable UiMessages words;

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

  /** The interface words; no template is read before one of them is asked for. */
  UiMessages words() {
    return new UiMessages(language -> interfaceWords().of(language));
  }

  /** What is wrong with the words of a language; ours are whole, and not read for that. */
  List<Problem> wordProblems(String language, SourceSpan named) {
    boolean own = Files.exists(folder.resolve("words").resolve(language + ".yaml"));
    return own || !List.of("de", "en", "es", "fr").contains(language)
        ? Interface.problems(templates(), language, named)
        : List.of();
  }

  private synchronized UiMessages interfaceWords() {
    UiMessages made = words == null ? Interface.words(templates()) : words;
    words = made;
    return made;
  }
}
