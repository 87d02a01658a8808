package dev.rebound.source;

/** The spaces between words. */
public final class Spaces {
  private Spaces() {}

  /** A text in one line: every run of spaces, tabs and ends of lines is one space. */
  public static String collapsed(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      if (isSpace(text.charAt(i))) {
        int start = i;
        while (i + 1 < text.length() && isSpace(text.charAt(i + 1))) {
          i++;
        }
        if (i > start || text.charAt(i) != ' ') {
          out.append(text.substring(done, start)).append(' ');
          done = i + 1;
        }
      }
    }
    return done == 0 ? text : out.append(text.substring(done)).toString();
  }

  /** What {@code \s} is to a regular expression. */
  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
