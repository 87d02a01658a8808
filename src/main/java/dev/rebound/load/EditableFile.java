package dev.rebound.load;

import dev.rebound.source.Raw;
import dev.rebound.source.SourceFile;
import dev.rebound.source.SourceSpan;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file of the content that is to be changed in one place and nowhere else: its line ends, its
 * comments and the layout of all the rest stay.
 */
public final class EditableFile {
  private final String raw;
  private final SourceFile file;

  /** Where each character of the file as it is read stands in the file as it is. */
  private final int[] places;

  private EditableFile(String name, String raw) {
    this.raw = raw;
    this.file = new SourceFile(name, raw);
    places = new int[file.text().length() + 1];
    int at = raw.startsWith("\uFEFF") ? 1 : 0;
    for (int i = 0; i < file.text().length(); i++) {
      places[i] = at;
      at += raw.startsWith("\r\n", at) ? 2 : 1;
    }
    places[file.text().length()] = at;
  }

  /**
   * @param name as findings call it
   * @return nothing where it is no text in UTF-8
   */
  public static Optional<EditableFile> of(String name, byte[] bytes) {
    try {
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return Optional.of(new EditableFile(name, text.toString()));
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
  }

  SourceFile file() {
    return file;
  }

  boolean isYaml() {
    return file.name().endsWith(".yaml");
  }

  /** Whether there is such a place. */
  boolean has(SourceSpan span) {
    return span.line() >= 1
        && span.endLine() >= span.line()
        && span.endLine() <= file.lines()
        && span.column() >= 1
        && span.endColumn() >= 1
        && file.offset(span.line(), span.column()) <= file.lineEnd(span.line())
        && file.offset(span.endLine(), span.endColumn()) <= file.lineEnd(span.endLine())
        && start(span) <= end(span);
  }

  int start(SourceSpan span) {
    return file.offset(span.line(), span.column());
  }

  int end(SourceSpan span) {
    return file.offset(span.endLine(), span.endColumn());
  }

  /** The same with other text from one place to another. */
  EditableFile replaced(int from, int to, String text) {
    int lineEnd = raw.indexOf('\n');
    String ends =
        lineEnd > 0 && raw.charAt(lineEnd - 1) == '\r'
            ? "\r\n"
            : lineEnd < 0 && raw.indexOf('\r') >= 0 ? "\r" : "\n";
    return new EditableFile(
        file.name(),
        raw.substring(0, places[from]) + text.replace("\n", ends) + raw.substring(places[to]));
  }

  public byte[] bytes() {
    return raw.getBytes(StandardCharsets.UTF_8);
  }

  /** What YAML says in it: all of it, or the front matter; nothing where that is broken. */
  Optional<Raw> yaml() {
    List<Object> wrong = new ArrayList<>();
    Optional<Raw> read = Optional.empty();
    if (isYaml()) {
      read = YamlReader.read(file, wrong::add);
    } else if (matterEnd() > 4) {
      read = YamlReader.read(file, 4, matterEnd(), wrong::add);
    }
    return wrong.isEmpty() ? read : Optional.empty();
  }

  /** The offset at which the front matter ends; 0 where there is none. */
  int matterEnd() {
    String text = file.text();
    int end = text.startsWith("---\n") ? text.indexOf("\n---", 3) : -1;
    return end < 0 ? 0 : end + 1;
  }
}
