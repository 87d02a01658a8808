package dev.rebound.load;

import dev.rebound.source.Located;
import dev.rebound.source.Raw;
import dev.rebound.source.SourceFile;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * YAML as nearly every author writes it, read in one pass over its lines:
 *
 * <pre>{@code
 * options:
 *   - text: "Say sorry, once"
 *     correct: true
 *   - text: Explain the rule
 *     lessons: [agree, four-steps]
 * }</pre>
 *
 * <p>It knows block mappings and lists, texts on one line or going on below, quotes that close on
 * their line, {@code |} and {@code >}, and brackets. Of all else, and of whatever is not valid, it
 * says nothing: it declines the whole document, and {@link YamlReader} asks the library, which has
 * the messages. What it does read is what the library reads, place by place; PlainYamlTest holds
 * the two against each other.
 */
final class PlainYaml {
  /** How deep brackets, lists and mappings may nest here; content needs seven. */
  static final int MAX_DEPTH = 16;

  /** From so many keys on a set looks for a second one of the same name. */
  private static final int MANY_KEYS = 16;

  private final YamlLines lines;

  private PlainYaml(YamlLines lines) {
    this.lines = lines;
  }

  /**
   * The document between two offsets of a file.
   *
   * @param from the start of a line
   * @return nothing when the library must read it
   */
  static Optional<Raw> read(SourceFile file, int from, int to) {
    YamlLines lines = new YamlLines(file, from, to);
    if (lines.hasRareCharacters()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new PlainYaml(lines).document());
    } catch (Declined rare) {
      return Optional.empty();
    }
  }

  private Raw document() {
    lines.next();
    if (lines.indent == 0) {
      boolean flow = lines.charAt(lines.at) == '{' || lines.charAt(lines.at) == '[';
      Raw root = flow ? flow(lines.at, 0) : nested(0, 0);
      if (lines.indent < 0) {
        return root;
      }
    }
    throw new Declined();
  }

  /** The list or mapping that begins in this line, with {@code column} blanks before it. */
  private Raw nested(int column, int depth) {
    if (depth > MAX_DEPTH) {
      throw new Declined();
    }
    return isItem() ? sequence(column, depth) : mapping(column, depth);
  }

  private boolean isItem() {
    int at = lines.at;
    return lines.charAt(at) == '-' && (at + 1 == lines.end || lines.charAt(at + 1) == ' ');
  }

  private Raw.Sequence sequence(int column, int depth) {
    SourceSpan span = lines.span(lines.at);
    List<Raw> items = new ArrayList<>();
    do {
      lines.at = lines.skipBlanks(lines.at + 1);
      if (lines.at == lines.end) {
        lines.next();
        if (lines.indent <= column) {
          throw new Declined();
        }
        items.add(nested(lines.indent, depth + 1));
      } else if (isItem() || lines.colon(lines.at) >= 0) {
        items.add(nested(lines.column(lines.at), depth + 1));
      } else {
        items.add(value(lines.at, column, depth + 1));
      }
    } while (lines.indent == column && isItem());
    refuseDeeper(column);
    return new Raw.Sequence(span, List.copyOf(items));
  }

  private Raw.Mapping mapping(int column, int depth) {
    SourceSpan span = lines.span(lines.at);
    List<Raw.Entry> entries = new ArrayList<>();
    Set<String> keys = Set.of();
    do {
      int colon = lines.colon(lines.at);
      if (colon < 0) {
        throw new Declined();
      }
      Located<String> key = lines.key(lines.at, colon);
      if (entries.size() == MANY_KEYS) {
        keys = new HashSet<>();
        for (Raw.Entry entry : entries) {
          keys.add(entry.key().value());
        }
      }
      if (entries.size() < MANY_KEYS ? has(entries, key.value()) : !keys.add(key.value())) {
        throw new Declined();
      }
      int start = lines.skipBlanks(colon + 1);
      if (start < lines.end && lines.charAt(start) != '#') {
        entries.add(new Raw.Entry(key, value(start, column, depth + 1)));
        continue;
      }
      lines.next();
      if (lines.indent < column || (lines.indent == column && !isItem())) {
        throw new Declined();
      }
      entries.add(new Raw.Entry(key, nested(lines.indent, depth + 1)));
    } while (lines.indent == column);
    refuseDeeper(column);
    return new Raw.Mapping(span, List.copyOf(entries));
  }

  static boolean has(List<Raw.Entry> entries, String key) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).key().value().equals(key)) {
        return true;
      }
    }
    return false;
  }

  /** After a value only a line of its own level or of one further out can follow. */
  private void refuseDeeper(int column) {
    if (lines.indent > column) {
      throw new Declined();
    }
  }

  /**
   * The value that begins in this line, and on to the next.
   *
   * @param parent the column that what continues the value must stand right of
   */
  private Raw value(int start, int parent, int depth) {
    return switch (lines.charAt(start)) {
      case '|', '>' -> block(start, parent);
      case '"', '\'', '[', '{' -> flow(start, depth);
      default -> plain(start, parent);
    };
  }

  private Raw flow(int start, int depth) {
    PlainFlow flow = new PlainFlow(lines, start);
    Raw value = flow.value(depth);
    int end = lines.skipBlanks(flow.end());
    // A comment needs a blank before it.
    if (end < lines.end && (lines.charAt(end) != '#' || end == flow.end())) {
      throw new Declined();
    }
    lines.next();
    return value;
  }

  /** {@code text without quotes}, on one line or more. */
  private Raw.Scalar plain(int start, int parent) {
    if (lines.isIndicator(start)) {
      throw new Declined();
    }
    SourceSpan span = lines.span(start);
    int end = plainEnd(start);
    int blankLines = 0;
    StringBuilder folded = null;
    while (lines.nextLine()) {
      if (lines.at == lines.end) {
        blankLines++;
        continue;
      }
      char first = lines.charAt(lines.at);
      if (lines.indent <= parent || first == '#') {
        break;
      }
      if (first == '-' || first == '?' || first == ':') {
        throw new Declined();
      }
      if (folded == null) {
        folded = new StringBuilder();
        lines.copy(start, end, folded);
      }
      fold(folded, blankLines);
      end = plainEnd(lines.at);
      lines.copy(lines.at, end, folded);
      blankLines = 0;
    }
    endOfText();
    return folded == null ? lines.plain(span, start, end) : folded(span, folded);
  }

  /** The line after a text is the next to read, unless it is a comment. */
  private void endOfText() {
    if (lines.indent >= 0 && lines.isBlankOrComment()) {
      lines.next();
    }
  }

  private static void fold(StringBuilder folded, int blankLines) {
    if (blankLines == 0) {
      folded.append(' ');
    }
    folded.append("\n".repeat(blankLines));
  }

  private static Raw.Scalar folded(SourceSpan span, StringBuilder folded) {
    return new Raw.Scalar(span, folded.toString(), Raw.ScalarType.TEXT, false);
  }

  /** Where the line's text without quotes ends. */
  private int plainEnd(int start) {
    for (int i = start; i < lines.end; i++) {
      char c = lines.charAt(i);
      if ((c == ':' && (i + 1 == lines.end || lines.charAt(i + 1) == ' '))
          || (c == '#' && lines.charAt(i - 1) == ' ')) {
        throw new Declined();
      }
    }
    return lines.cutBlanks(lines.end);
  }

  /** {@code |} or {@code >}, with or without {@code -}. */
  private Raw.Scalar block(int start, int parent) {
    SourceSpan span = lines.span(start);
    boolean literal = lines.charAt(start) == '|';
    boolean strip = start + 1 < lines.end && lines.charAt(start + 1) == '-';
    if (start + (strip ? 2 : 1) != lines.end
        || !lines.nextLine()
        || lines.indent <= parent
        || lines.at == lines.end) {
      throw new Declined();
    }
    int column = lines.indent;
    StringBuilder value = new StringBuilder();
    int blankLines = 0;
    do {
      if (lines.at == lines.end) {
        if (lines.indent > column) {
          throw new Declined();
        }
        blankLines++;
        continue;
      }
      if (lines.indent < column) {
        break;
      }
      if (lines.indent > column && !literal) {
        throw new Declined();
      }
      if (value.length() > 0) {
        fold(value, literal ? blankLines + 1 : blankLines);
      }
      blankLines = 0;
      lines.copy(lines.at - (lines.indent - column), lines.end, value);
    } while (lines.nextLine());
    // Whether a text ends with its line's end is the library's to say where there is none.
    if (lines.indent < 0 && !lines.endsWithLine()) {
      throw new Declined();
    }
    if (!strip) {
      value.append('\n');
    }
    endOfText();
    return folded(span, value);
  }

  /** This document is the library's. */
  static final class Declined extends RuntimeException {
    private static final long serialVersionUID = 1;

    Declined() {
      super("", null, false, false);
    }
  }
}
