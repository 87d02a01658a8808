package dev.rebound.load;

import dev.rebound.source.Raw;
import dev.rebound.source.ScalarStyle;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A text of an author where it stands: some Markdown, or what a YAML scalar says. Changed, it keeps
 * its quotes, its indent and its line breaks as far as they still fit.
 */
public final class EditableText {
  private final EditableFile file;
  private final SourceSpan span;
  private final Optional<Raw.Scalar> scalar;
  private final String text;

  private EditableText(EditableFile file, SourceSpan span, Optional<Raw.Scalar> scalar) {
    this.file = file;
    this.span = span;
    this.scalar = scalar;
    this.text =
        scalar
            .filter(it -> !isBlock(it.style()))
            .map(Raw.Scalar::text)
            .orElseGet(() -> String.join("\n", lines()));
  }

  /** What stands in a file there; nothing where no text is. */
  public static Optional<EditableText> at(EditableFile file, SourceSpan span) {
    if (!file.has(span)) {
      return Optional.empty();
    }
    if (!file.isYaml() && file.start(span) > file.matterEnd()) {
      return Optional.of(new EditableText(file, span, Optional.empty()));
    }
    return scalars(file).stream()
        .filter(it -> it.span().equals(span))
        .findFirst()
        .map(it -> new EditableText(file, span, Optional.of(it)));
  }

  /** As an author would write it, without the quotes and indents that the file needs. */
  public String text() {
    return text;
  }

  /** The file with another text there; nothing where the file cannot say it. */
  public Optional<EditableFile> with(String other) {
    String wanted = other.replace("\r\n", "\n").replace('\r', '\n');
    if (wanted.equals(text)) {
      return Optional.of(file);
    }
    if (scalar.isEmpty()) {
      return Optional.of(markdown(wanted));
    }
    return candidates(scalar.get(), wanted)
        .filter(it -> says(it, scalar.get(), wanted))
        .findFirst();
  }

  // --- Markdown, and the lines of YAML's | and > ---------------------------------------------

  private static boolean isBlock(ScalarStyle style) {
    return style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
  }

  private boolean inBlock() {
    return scalar.isPresent();
  }

  /** Where the first line of its text begins: in YAML, behind the {@code |}. */
  private int from() {
    int start = file.start(span);
    return inBlock() ? file.file().text().indexOf('\n', start) + 1 : start;
  }

  private int to() {
    String all = file.file().text();
    int end = file.end(span);
    while (end > from() && all.charAt(end - 1) == '\n') {
      end--;
    }
    return end;
  }

  private List<String> rawLines() {
    return List.of(file.file().text().substring(from(), to()).split("\n", -1));
  }

  /** What stands before each line but is not said: an indent, the signs of a quotation. */
  private String margin() {
    if (inBlock()) {
      String first = rawLines().stream().filter(it -> !it.isBlank()).findFirst().orElse("  ");
      return first.substring(0, first.length() - first.stripLeading().length());
    }
    String all = file.file().text();
    int line = all.lastIndexOf('\n', from() - 1) + 1;
    return all.substring(line, from()).replaceAll("[^>\\s]", " ");
  }

  private List<String> lines() {
    List<String> raw = rawLines();
    String margin = margin();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < raw.size(); i++) {
      lines.add(i == 0 && !inBlock() ? raw.get(0) : withoutMargin(raw.get(i), margin));
    }
    return lines;
  }

  private static String withoutMargin(String line, String margin) {
    if (line.startsWith(margin)) {
      return line.substring(margin.length());
    }
    // A continuation line may be indented less.
    int blanks = line.length() - line.stripLeading().length();
    return line.substring(Math.min(blanks, margin.length()));
  }

  private EditableFile markdown(String wanted) {
    List<String> raw = rawLines();
    List<String> before = lines();
    List<String> after = List.of((isCell() ? cell(wanted) : wanted).split("\n", -1));
    String margin = margin();
    int same = 0;
    while (same < Math.min(before.size(), after.size())
        && before.get(same).equals(after.get(same))) {
      same++;
    }
    List<String> out = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      int fromEnd = before.size() - (after.size() - i);
      boolean last = i >= same && fromEnd >= same && isSameTail(before, after, i, fromEnd);
      out.add(
          i < same
              ? raw.get(i)
              : last
                  ? raw.get(fromEnd)
                  : i == 0 && !inBlock() ? after.get(0) : (margin + after.get(i)).stripTrailing());
    }
    return file.replaced(from(), to(), String.join("\n", out));
  }

  private static boolean isSameTail(List<String> before, List<String> after, int i, int j) {
    return before.subList(j, before.size()).equals(after.subList(i, after.size())) && j > 0;
  }

  /** Whether it is a cell of a table, which has one line and no bar of its own. */
  private boolean isCell() {
    String all = file.file().text();
    int line = all.lastIndexOf('\n', from() - 1) + 1;
    return !inBlock()
        && span.line() == span.endLine()
        && all.substring(line, from()).strip().startsWith("|");
  }

  private static String cell(String text) {
    return text.replace('\n', ' ').replaceAll("(?<!\\\\)\\|", "\\\\|");
  }

  // --- YAML ------------------------------------------------------------------------------------

  /** Ways to write it, the one that leaves most as it is first. */
  private Stream<EditableFile> candidates(Raw.Scalar old, String wanted) {
    if (isBlock(old.style())) {
      return Stream.of(markdown(wanted));
    }
    int start = file.start(span);
    int end = file.end(span);
    int quote = old.style() == ScalarStyle.PLAIN ? 0 : 1;
    return Stream.of(
        middle(old, wanted),
        file.replaced(start, end, escaped(wanted, old.style())),
        file.replaced(
            start - quote, end + quote, '"' + escaped(wanted, ScalarStyle.DOUBLE_QUOTED) + '"'));
  }

  /** Replaces what differs alone, so that line breaks before and after it stay. */
  private EditableFile middle(Raw.Scalar old, String wanted) {
    String now = old.text();
    int most = Math.min(now.length(), wanted.length());
    int head = 0;
    while (head < most && now.charAt(head) == wanted.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < most - head
        && now.charAt(now.length() - 1 - tail) == wanted.charAt(wanted.length() - 1 - tail)) {
      tail++;
    }
    Extent extent = Extent.of(file.file(), old);
    int from = head == 0 ? file.start(span) : file.end(extent.of(head - 1, head));
    int to =
        tail == 0
            ? file.end(span)
            : file.start(extent.of(now.length() - tail, now.length() - tail + 1));
    return file.replaced(
        Math.min(from, to),
        Math.max(from, to),
        escaped(wanted.substring(head, wanted.length() - tail), old.style()));
  }

  static String escaped(String text, ScalarStyle style) {
    return switch (style) {
      case SINGLE_QUOTED -> text.replace("'", "''");
      case DOUBLE_QUOTED ->
          text.replace("\\", "\\\\")
              .replace("\"", "\\\"")
              .replace("\n", "\\n")
              .replace("\t", "\\t");
      default -> text;
    };
  }

  /** Whether a file says that, and else what it said before. */
  private boolean says(EditableFile changed, Raw.Scalar old, String wanted) {
    List<Raw.Scalar> before = scalars(file);
    List<Raw.Scalar> after = scalars(changed);
    if (after.size() != before.size()) {
      return false;
    }
    for (int i = 0; i < before.size(); i++) {
      Raw.Scalar was = before.get(i);
      Raw.Scalar is = after.get(i);
      boolean it = was.equals(old);
      boolean good =
          it
              ? isBlock(old.style())
                  || (is.text().equals(wanted) && is.type() == Raw.ScalarType.TEXT)
              : is.text().equals(was.text()) && is.type() == was.type();
      if (!good) {
        return false;
      }
    }
    return true;
  }

  /** Keys and values in file order. */
  private static List<Raw.Scalar> scalars(EditableFile file) {
    List<Raw.Scalar> all = new ArrayList<>();
    file.yaml().ifPresent(raw -> collect(raw, all));
    return all;
  }

  private static void collect(Raw raw, List<Raw.Scalar> all) {
    if (raw instanceof Raw.Scalar scalar) {
      all.add(scalar);
    } else if (raw instanceof Raw.Sequence list) {
      list.items().forEach(it -> collect(it, all));
    } else if (raw instanceof Raw.Mapping mapping) {
      for (Raw.Entry entry : mapping.entries()) {
        all.add(
            new Raw.Scalar(
                entry.key().span(), entry.key().value(), Raw.ScalarType.TEXT, entry.key().style()));
        collect(entry.value(), all);
      }
    }
  }
}
