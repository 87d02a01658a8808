package dev.rebound.app;

import dev.rebound.exchange.Format;
import dev.rebound.exchange.Unreadable;
import dev.rebound.exchange.Upload;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --as} and {@code --format}, the same for import and export. */
final class ExchangeOptions {
  /** What {@code --as} takes. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Catalog.formats().stream().map(Format::name).iterator();
    }
  }

  enum Output {
    text,
    json
  }

  @Option(
      names = "--as",
      paramLabel = "FORMAT",
      completionCandidates = Names.class,
      description = "One of ${COMPLETION-CANDIDATES} (default: what the file is).")
  @Nullable String as;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "How to report: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Output output = Output.text;

  boolean json() {
    return output == Output.json;
  }

  /** The format of this name. */
  static Format named(String name, CourseFolders folders) {
    List<String> names = Catalog.formats().stream().map(Format::name).toList();
    return Catalog.formats().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                folders.wrong(
                    "There is no format \""
                        + name
                        + "\". There are: "
                        + String.join(", ", names)
                        + "."));
  }

  /** What was asked for, or else what the file looks like. */
  Format formatOf(Upload upload, CourseFolders folders) throws Unreadable {
    return as == null ? Format.of(upload, Catalog.formats()) : named(as, folders);
  }
}
