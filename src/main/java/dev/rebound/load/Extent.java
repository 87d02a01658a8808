package dev.rebound.load;

import dev.rebound.source.Raw;
import dev.rebound.source.ScalarStyle;
import dev.rebound.source.SourceFile;
import dev.rebound.source.SourceSpan;

/** Where a part of a text that is read as Markdown stands in its file. */
@FunctionalInterface
interface Extent {
  /** From one character of the text to the one before {@code to}. */
  SourceSpan of(int from, int to);

  /**
   * Of a YAML text. Quotes, escapes, indents and joined lines are not part of the text, so each of
   * its characters is found again in the file.
   */
  static Extent of(SourceFile file, Raw.Scalar scalar) {
    SourceSpan span = scalar.span();
    String text = scalar.text();
    int start = file.offset(span.line(), span.column());
    int end = file.offset(span.endLine(), span.endColumn());
    if (end - start == text.length() && file.text().startsWith(text, start)) {
      return (from, to) -> file.span(start + from, start + to);
    }
    int[] starts = new int[text.length()];
    int[] ends = new int[text.length()];
    if (!align(file.text(), start, end, scalar, starts, ends)) {
      return (from, to) -> span;
    }
    return (from, to) ->
        from == to || from >= text.length()
            ? file.at(from < text.length() ? starts[from] : end)
            : file.span(starts[from], ends[to - 1]);
  }

  /**
   * Finds each character of a text in the file.
   *
   * @return whether all are found
   */
  private static boolean align(
      String raw, int start, int end, Raw.Scalar scalar, int[] starts, int[] ends) {
    String text = scalar.text();
    boolean escapes = scalar.style() == ScalarStyle.DOUBLE_QUOTED;
    boolean doubles = scalar.style() == ScalarStyle.SINGLE_QUOTED;
    boolean block = scalar.style() == ScalarStyle.LITERAL || scalar.style() == ScalarStyle.FOLDED;
    int at = block ? raw.indexOf('\n', start) + 1 : start;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean blank = isBlank(c);
      while (at < end
          && ((!blank && isBlank(raw.charAt(at))) || (escapes && raw.startsWith("\\\n", at)))) {
        at += raw.charAt(at) == '\\' ? 2 : 1;
      }
      if (at >= end) {
        // The line end that a block's last line has.
        starts[i] = end;
        ends[i] = end;
        if (!blank) {
          return false;
        }
        continue;
      }
      starts[i] = at;
      if (escapes && raw.charAt(at) == '\\') {
        at +=
            switch (raw.charAt(at + 1)) {
              case 'x' -> 4;
              case 'u' -> 6;
              case 'U' -> 10;
              default -> 2;
            };
        ends[i] = at;
        if (Character.isHighSurrogate(c) && raw.charAt(starts[i] + 1) == 'U') {
          i++;
          starts[i] = starts[i - 1];
          ends[i] = at;
        }
        continue;
      }
      boolean found = blank ? isBlank(raw.charAt(at)) : raw.charAt(at) == c;
      if (!found) {
        return false;
      }
      at += doubles && c == '\'' ? 2 : 1;
      ends[i] = at;
    }
    return true;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n';
  }
}
