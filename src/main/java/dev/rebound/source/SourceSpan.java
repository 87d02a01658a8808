package dev.rebound.source;

import java.util.Comparator;

/**
 * A place in an author's file, as editors show it: {@code content/glossary.yaml:14:9}.
 *
 * @param file path from the workspace's root, with {@code /}
 * @param line 1-based; 0 when the finding is about the file as a whole
 * @param column 1-based, in UTF-16 code units as editors count; 0 with line 0
 */
public record SourceSpan(String file, int line, int column) implements Comparable<SourceSpan> {
  private static final Comparator<SourceSpan> ORDER =
      Comparator.comparing(SourceSpan::file)
          .thenComparingInt(SourceSpan::line)
          .thenComparingInt(SourceSpan::column);

  /** The file as a whole: missing, unreadable, too large. */
  public static SourceSpan wholeFile(String file) {
    return new SourceSpan(file, 0, 0);
  }

  @Override
  public int compareTo(SourceSpan other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
