package dev.rebound.load;

import dev.rebound.source.Block;
import dev.rebound.source.Problems;
import dev.rebound.source.Raw;
import dev.rebound.source.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * A Markdown file with YAML front matter between two lines of {@code ---}.
 *
 * @param matter the front matter, checked against its schema; empty when it is missing or broken
 * @param hasMatter whether the front matter could be read
 * @param isRead whether the body could be read; what it lacks is not said of one that could not
 */
record MarkdownFile(
    SourceFile file, Raw.Mapping matter, List<Block> body, boolean hasMatter, boolean isRead) {
  /** Whether both parts could be read. */
  boolean isWhole() {
    return hasMatter && isRead;
  }

  private static MarkdownFile of(
      SourceFile file,
      Optional<Raw.Mapping> matter,
      int from,
      Typography typography,
      Problems problems) {
    Optional<List<Block>> body = MarkdownReader.blocks(file, from, typography, problems);
    return new MarkdownFile(
        file,
        matter.orElseGet(() -> new Raw.Mapping(file.at(0), List.of())),
        body.orElse(List.of()),
        matter.isPresent(),
        body.isPresent());
  }

  /** Reads a file whose front matter has the schema of {@code kind}. */
  static MarkdownFile read(SourceFile file, String kind, Typography typography, Problems problems) {
    String text = file.text();
    Raw.Mapping none = new Raw.Mapping(file.at(0), List.of());
    int end = text.startsWith("---\n") ? text.indexOf("\n---", 3) : -1;
    int bodyStart = end < 0 ? -1 : text.indexOf('\n', end + 1);
    boolean closed =
        end >= 0 && text.substring(end + 4, bodyStart < 0 ? text.length() : bodyStart).isBlank();
    if (!closed) {
      problems.syntax(
          file.at(0),
          text.startsWith("---\n")
              ? "the front matter is not closed."
              : "there is no front matter.",
          "The file starts with a line of ---, then `key: value` lines, then a line of ---.");
      // What was to be front matter is not body: that would be reported a second time.
      int blank = text.startsWith("---\n") ? text.indexOf("\n\n") : 0;
      int bodyFrom = blank < 0 ? text.length() : blank;
      return of(file, Optional.empty(), bodyFrom, typography, problems);
    }
    Optional<Raw> raw = end < 4 ? Optional.of(none) : YamlReader.read(file, 4, end + 1, problems);
    raw.ifPresent(value -> Schema.of(kind).check(value, "the front matter", problems));
    Optional<Raw.Mapping> matter =
        raw.filter(Raw.Mapping.class::isInstance).map(Raw.Mapping.class::cast);
    int from = bodyStart < 0 ? text.length() : bodyStart + 1;
    return of(file, matter.map(typography::titles), from, typography, problems);
  }
}
