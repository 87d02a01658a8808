package dev.rebound.source;

import java.util.Arrays;

/**
 * One text file of an author, decoded, with its line starts, so that an offset becomes a place.
 *
 * <p>A byte order mark is dropped and {@code \r\n} read as {@code \n}; neither moves a line or a
 * column.
 */
public final class SourceFile {
  private final String name;
  private final String text;
  private final int[] lineStarts;

  /**
   * @param name path from the workspace's root, with {@code /}
   * @param decoded the file's text
   */
  public SourceFile(String name, String decoded) {
    this.name = name;
    String body = decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
    this.text = body.indexOf('\r') < 0 ? body : body.replace("\r\n", "\n").replace('\r', '\n');
    int[] starts = new int[16];
    int lines = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (lines == starts.length) {
        starts = Arrays.copyOf(starts, lines * 2);
      }
      starts[lines++] = i + 1;
    }
    this.lineStarts = Arrays.copyOf(starts, lines);
  }

  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  /** The place of the character at {@code offset} of {@link #text()}. */
  public SourceSpan at(int offset) {
    return span(offset, offset);
  }

  /** From one character of {@link #text()} to the one before {@code to}. */
  public SourceSpan span(int from, int to) {
    int line = lineOf(from);
    int last = to <= lineEnd(line) ? line : lineOf(to);
    return new SourceSpan(name, line, column(from, line), last, column(to, last));
  }

  private int lineOf(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private int column(int offset, int line) {
    return offset - lineStarts[line - 1] + 1;
  }

  /** The offset at which a 1-based line ends, without its line end. */
  public int lineEnd(int line) {
    return line < lineStarts.length ? lineStarts[line] - 1 : text.length();
  }

  /** How many lines it has. */
  public int lines() {
    return lineStarts.length;
  }

  /** The offset of a 1-based line and column. */
  public int offset(int line, int column) {
    return lineStarts[line - 1] + column - 1;
  }
}
