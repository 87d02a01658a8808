package dev.rebound.load;

import dev.rebound.source.Problem;
import java.util.Optional;

/**
 * Bounds that keep any parser within milliseconds: a person writing a lesson meets none of them.
 * {@code > > > > …} deeper than {@link #MAX_NESTING} is refused before anything parses it.
 */
final class MarkdownLimits {
  static final int MAX_NESTING = 24;

  private static final String INDENT = " ".repeat(MAX_NESTING * 5);
  static final int MAX_COLUMNS = 64;
  static final int MAX_MARKS = 4_000;
  static final int MAX_LINES = 1_000;

  /** Without a blank line: setting a paragraph in print takes the square of its length. */
  static final int MAX_BLOCK = 100_000;

  /** Of a text in YAML: some rules take the square of a text's length. */
  static final int MAX_TEXT = 10_000;

  /** What {@link #tooMuch} counts anywhere in a line, and the line's end. */
  private static final boolean[] IS_MARK = new boolean[128];

  static {
    for (char mark : "`[]*_<&|\n".toCharArray()) {
      IS_MARK[mark] = true;
    }
  }

  private MarkdownLimits() {}

  static Optional<Problem> tooMuch(String text, Extent extent) {
    int marks = 0;
    int columns = 0;
    int nesting = 0;
    int lines = 0;
    int start = 0;
    boolean blank = true;
    boolean opening = true;
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      if (!opening && c < 128 && !IS_MARK[c]) {
        blank &= c == ' ' || c == '\t';
        continue;
      }
      if (c == '\n') {
        lines = blank ? 0 : lines + 1;
        start = blank ? i : start;
        blank = true;
        if (lines > MAX_LINES || i - start > MAX_BLOCK) {
          return Optional.of(
              new Problem(
                  "SyntaxError",
                  extent.of(i, i + 1),
                  lines > MAX_LINES
                      ? "more than " + MAX_LINES + " lines without a blank one."
                      : "more than " + MAX_BLOCK + " characters without a blank line.",
                  "Split it."));
        }
        opening = true;
        nesting = 0;
        columns = 0;
        continue;
      }
      blank &= c == ' ' || c == '\t';
      if (c == '`' || c == '[' || c == ']' || c == '*' || c == '_' || c == '<' || c == '&') {
        marks++;
      }
      if (c == '|') {
        columns++;
      }
      if (opening && (c == '>' || c == '-' || c == '+' || c == '*')) {
        nesting++;
        if (nesting == MAX_NESTING + 1 && isRule(text, i)) {
          opening = false;
          nesting = 0;
        }
      } else if (opening && isListNumber(text, i)) {
        nesting++;
      } else if (opening && c == ' ' && text.startsWith(INDENT, i)) {
        nesting = MAX_NESTING + 1;
      } else if (c != ' ' && c != '\t' && !(opening && Character.isDigit(c))) {
        opening = false;
      }
      if (marks > MAX_MARKS || columns > MAX_COLUMNS || nesting > MAX_NESTING) {
        String what =
            marks > MAX_MARKS
                ? "more than " + MAX_MARKS + " Markdown marks in one text"
                : columns > MAX_COLUMNS
                    ? "a table of more than " + MAX_COLUMNS + " columns"
                    : "lists or quotes nested deeper than " + MAX_NESTING;
        return Optional.of(
            new Problem("SyntaxError", extent.of(i, i + 1), what + ".", "Split or flatten it."));
      }
    }
    return Optional.empty();
  }

  /** The stop or bracket of {@code 1.} or {@code 1)}. */
  private static boolean isListNumber(String text, int at) {
    return (text.charAt(at) == '.' || text.charAt(at) == ')')
        && at > 0
        && Character.isDigit(text.charAt(at - 1));
  }

  /** A line of dashes or stars only. */
  private static boolean isRule(String text, int at) {
    int start = text.lastIndexOf('\n', at) + 1;
    int newline = text.indexOf('\n', at);
    String line = text.substring(start, newline < 0 ? text.length() : newline).strip();
    return line.chars().allMatch(c -> c == line.charAt(0)) && line.charAt(0) != '>';
  }
}
