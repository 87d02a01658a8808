package dev.rebound.source;

import java.util.Comparator;

/**
 * A part of an author's file. It shows as editors name the place where it begins: {@code
 * content/glossary.yaml:14:9}.
 *
 * @param file path from the workspace's root, with {@code /}
 * @param line 1-based; 0 when the finding is about the file as a whole
 * @param column 1-based, in UTF-16 code units as editors count; 0 with line 0
 * @param endLine the line of the first character behind it
 * @param endColumn the column of that character; it and the line are those of the start where only
 *     a place is known
 */
public record SourceSpan(String file, int line, int column, int endLine, int endColumn)
    implements Comparable<SourceSpan> {
  private static final Comparator<SourceSpan> BY_START =
      Comparator.comparing(SourceSpan::file)
          .thenComparingInt(SourceSpan::line)
          .thenComparingInt(SourceSpan::column);

  /** A place without an extent. */
  public SourceSpan(String file, int line, int column) {
    this(file, line, column, line, column);
  }

  /** The file as a whole: missing, unreadable, too large. */
  public static SourceSpan wholeFile(String file) {
    return new SourceSpan(file, 0, 0);
  }

  /** From the start of this to the end of another. */
  public SourceSpan to(SourceSpan last) {
    return new SourceSpan(file, line, column, last.endLine, last.endColumn);
  }

  /**
   * A part of a text that stands here. Where the text does not stand here character for character
   * (it has escapes, or several lines), that is the whole.
   *
   * @param from the part's first character
   * @param to the character behind it
   * @param length the length of the text
   */
  public SourceSpan part(int from, int to, int length) {
    return endLine == line && endColumn - column == length
        ? new SourceSpan(file, line, column + from, line, column + to)
        : this;
  }

  /** Whether it has an extent. */
  public boolean hasEnd() {
    return endLine > line || endColumn > column;
  }

  /** By file and start: where two begin at the same place, neither comes first. */
  @Override
  public int compareTo(SourceSpan other) {
    return BY_START.compare(this, other);
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
