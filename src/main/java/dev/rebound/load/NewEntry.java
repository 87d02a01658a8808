package dev.rebound.load;

import dev.rebound.source.Raw;
import dev.rebound.source.ScalarStyle;
import dev.rebound.source.SourceFile;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something new in the content, as a form gives it: what it says comes as JSON, which every YAML
 * reader reads, and is written as an author would.
 *
 * <pre>{@code
 * - id: warm-pot
 *   says: Warm the pot first.
 * }</pre>
 */
public final class NewEntry {
  /** What YAML takes for text in any place, without quotes. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "\\p{L}[\\p{L}\\p{N}.;!?()/’“”–…-]*( [\\p{L}\\p{N}(“][\\p{L}\\p{N}.;!?()/’“”–…-]*)*");

  private static final Pattern NO_TEXT = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n");

  private final Raw value;

  private NewEntry(Raw value) {
    this.value = value;
  }

  /**
   * @param json an object
   */
  public static Optional<NewEntry> of(String json) {
    List<Object> wrong = new ArrayList<>();
    return YamlReader.read(new SourceFile("entry", json), wrong::add)
        .filter(it -> wrong.isEmpty() && it instanceof Raw.Mapping)
        .map(NewEntry::new);
  }

  /** As a file of its own, or the front matter of one. */
  public String text() {
    return String.join("\n", lines(value)) + "\n";
  }

  /**
   * The file with this behind the last of what stands under a key: of a list as one more item, of a
   * mapping as more of its pairs.
   */
  public Optional<EditableFile> in(EditableFile file, String key) {
    Optional<Raw> under =
        file.yaml()
            .filter(Raw.Mapping.class::isInstance)
            .flatMap(it -> ((Raw.Mapping) it).get(key));
    if (under.isEmpty()) {
      return Optional.empty();
    }
    SourceFile text = file.file();
    Optional<SourceSpan> first = first(under.get());
    // In braces or brackets a line begins with what they are in.
    if (first.isEmpty()) {
      return Optional.empty();
    }
    String line = line(text, first.get().line());
    int indent = line.length() - line.stripLeading().length();
    boolean list = under.get() instanceof Raw.Sequence;
    if (list != line.stripLeading().startsWith("- ")
        || (!list && first.get().column() != indent + 1)) {
      return Optional.empty();
    }
    int last = first.get().line();
    for (int at = last + 1; at <= text.lines(); at++) {
      String next = line(text, at);
      boolean deeper = next.length() - next.stripLeading().length() > indent;
      boolean sibling =
          next.startsWith(" ".repeat(indent) + (list ? "- " : ""))
              && (list || (!next.isBlank() && !next.startsWith("#")));
      if (next.isBlank()) {
        continue;
      }
      if (!deeper && (!sibling || (indent == 0 && !list))) {
        break;
      }
      last = at;
    }
    List<String> lines = list ? item(lines(value)) : lines(value);
    String added =
        lines.stream()
            .map(it -> it.isEmpty() ? "" : " ".repeat(indent) + it)
            .reduce("", (a, b) -> a + "\n" + b);
    boolean spaced = last > 2 && blankBetween(text, indent, first.get().line(), last);
    int end = text.lineEnd(last);
    return Optional.of(file.replaced(end, end, (spaced ? "\n" : "") + added));
  }

  /** Whether what stands there already is parted by empty lines. */
  private static boolean blankBetween(SourceFile text, int indent, int from, int to) {
    for (int at = from + 1; at <= to; at++) {
      String line = line(text, at);
      if (line.isBlank() && at < to && line(text, at + 1).matches(" {" + indent + "}\\S.*")) {
        return true;
      }
    }
    return false;
  }

  private static String line(SourceFile text, int line) {
    return text.text().substring(text.offset(line, 1), text.lineEnd(line));
  }

  private static Optional<SourceSpan> first(Raw under) {
    if (under instanceof Raw.Sequence list) {
      return list.items().stream().findFirst().map(Raw::span);
    }
    return under instanceof Raw.Mapping mapping
        ? mapping.entries().stream().findFirst().map(it -> it.key().span())
        : Optional.empty();
  }

  private static List<String> item(List<String> lines) {
    List<String> item = new ArrayList<>();
    lines.forEach(it -> item.add((item.isEmpty() ? "- " : "  ") + it));
    return item;
  }

  private static List<String> lines(Raw raw) {
    List<String> lines = new ArrayList<>();
    if (raw instanceof Raw.Mapping mapping) {
      for (Raw.Entry entry : mapping.entries()) {
        List<String> inner = lines(entry.value());
        String key = scalar(entry.key().value(), true) + ":";
        if (entry.value() instanceof Raw.Scalar || isShort(entry.value())) {
          lines.add(key + " " + String.join("", inner));
        } else {
          lines.add(key);
          inner.forEach(it -> lines.add("  " + it));
        }
      }
    } else if (raw instanceof Raw.Sequence list && isShort(list)) {
      lines.add(
          "["
              + String.join(", ", list.items().stream().map(it -> lines(it).get(0)).toList())
              + "]");
    } else if (raw instanceof Raw.Sequence list) {
      list.items().forEach(it -> lines.addAll(item(lines(it))));
    } else if (raw instanceof Raw.Scalar scalar) {
      lines.add(scalar(scalar.text(), scalar.type() == Raw.ScalarType.TEXT));
    }
    return lines;
  }

  /** A list of single texts. */
  private static boolean isShort(Raw raw) {
    return raw instanceof Raw.Sequence list
        && list.items().stream().allMatch(Raw.Scalar.class::isInstance);
  }

  private static String scalar(String text, boolean isText) {
    boolean plain = PLAIN.matcher(text).matches() && !NO_TEXT.matcher(text).matches();
    return !isText || plain
        ? text
        : '"' + EditableText.escaped(text, ScalarStyle.DOUBLE_QUOTED) + '"';
  }
}
