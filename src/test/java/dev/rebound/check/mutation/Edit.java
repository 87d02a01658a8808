package dev.rebound.check.mutation;

/**
 * One change of a text: what stands from {@code start} to {@code end} becomes {@code by}.
 *
 * @param end one past the last character
 */
record Edit(int start, int end, String by) {

  /** The 1-based line of an offset. */
  static int line(String text, int offset) {
    return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  /** The start of the line an offset stands in. */
  static int lineStart(String text, int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** The end of the line an offset stands in, before its line end. */
  static int lineEnd(String text, int offset) {
    int end = text.indexOf('\n', offset);
    return end < 0 ? text.length() : end;
  }
}
