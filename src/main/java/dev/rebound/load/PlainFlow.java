package dev.rebound.load;

import dev.rebound.source.Located;
import dev.rebound.source.Raw;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The flow style of plain YAML, on one line or more: {@code "quoted"}, {@code [agree, four-steps]},
 * {@code { from: 0, to: 10 }}, and JSON where it stands for itself. Quotes close on their line.
 */
final class PlainFlow {
  private final YamlLines lines;

  /** The next character. */
  private int on;

  /**
   * @param start where the first quote or bracket stands in the line
   */
  PlainFlow(YamlLines lines, int start) {
    this.lines = lines;
    this.on = start;
  }

  /** Behind the value, in the line where it closed. */
  int end() {
    return on;
  }

  /**
   * The next value.
   *
   * @throws PlainYaml.Declined when the library must read it
   */
  Raw value(int depth) {
    if (depth > PlainYaml.MAX_DEPTH) {
      throw new PlainYaml.Declined();
    }
    return switch (peek()) {
      case '"', '\'' -> quoted(peek());
      case '[' -> sequence(depth);
      case '{' -> mapping(depth);
      default -> plain();
    };
  }

  private char peek() {
    if (on >= lines.end) {
      throw new PlainYaml.Declined();
    }
    return lines.charAt(on);
  }

  /** Over blanks and line ends. A comment is met by whoever looks next. */
  private void skip() {
    on = lines.skipBlanks(on);
    while (on == lines.end && lines.nextLine()) {
      on = lines.at;
    }
  }

  /** {@code "\""} and {@code "\\"} are all it knows of one kind, {@code ''} of the other. */
  private Raw.Scalar quoted(char quote) {
    char escape = quote == '"' ? '\\' : '\'';
    int start = on + 1;
    int copied = start;
    @Nullable StringBuilder unescaped = null;
    on = start;
    for (char c = peek(); c != quote || (escape == quote && follows(quote)); c = peek()) {
      if (c == escape) {
        if (!follows(quote) && !follows(escape)) {
          throw new PlainYaml.Declined();
        }
        unescaped = unescaped == null ? new StringBuilder() : unescaped;
        lines.copy(copied, on, unescaped);
        copied = ++on;
      }
      on++;
    }
    if (unescaped != null) {
      lines.copy(copied, on, unescaped);
    }
    on++;
    return lines.quoted(start, on - 1, unescaped);
  }

  private boolean follows(char c) {
    return on + 1 < lines.end && lines.charAt(on + 1) == c;
  }

  private Raw.Scalar plain() {
    int start = on;
    if (lines.isIndicator(start)) {
      throw new PlainYaml.Declined();
    }
    while (on < lines.end && ",]}".indexOf(lines.charAt(on)) < 0) {
      if ("[{:#?".indexOf(lines.charAt(on)) >= 0) {
        throw new PlainYaml.Declined();
      }
      on++;
    }
    return lines.plain(lines.span(start), start, lines.cutBlanks(on));
  }

  private Raw.Sequence sequence(int depth) {
    SourceSpan span = lines.span(on);
    List<Raw> items = new ArrayList<>();
    if (opens(']')) {
      do {
        items.add(value(depth + 1));
      } while (goesOn(']'));
    }
    return new Raw.Sequence(span, List.copyOf(items));
  }

  private Raw.Mapping mapping(int depth) {
    SourceSpan span = lines.span(on);
    List<Raw.Entry> entries = new ArrayList<>();
    if (opens('}')) {
      do {
        peek();
        int colon = lines.colon(on);
        if (colon < 0) {
          throw new PlainYaml.Declined();
        }
        Located<String> key = lines.key(on, colon);
        if (PlainYaml.has(entries, key.value())) {
          throw new PlainYaml.Declined();
        }
        on = colon + 1;
        skip();
        entries.add(new Raw.Entry(key, value(depth + 1)));
      } while (goesOn('}'));
    }
    return new Raw.Mapping(span, List.copyOf(entries));
  }

  /** Past the bracket that opens; past the one that closes where nothing stands between them. */
  private boolean opens(char close) {
    on++;
    skip();
    if (peek() == close) {
      on++;
      return false;
    }
    return true;
  }

  /** Past a comma, or past the bracket that closes. */
  private boolean goesOn(char close) {
    skip();
    char c = peek();
    if (c != ',' && c != close) {
      throw new PlainYaml.Declined();
    }
    on++;
    if (c == ',') {
      skip();
    }
    return c == ',';
  }
}
