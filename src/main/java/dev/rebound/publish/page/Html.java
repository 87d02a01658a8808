package dev.rebound.publish.page;

/**
 * A finished fragment of HTML: templates print it as it stands, while every plain text is escaped.
 *
 * @param text well-formed and safe
 */
public record Html(String text) {
  /** Text as it stands between tags and in quoted attributes. */
  public static String escape(String plain) {
    StringBuilder out = new StringBuilder(plain.length() + 16);
    escape(plain, out);
    return out.toString();
  }

  static void escape(String plain, StringBuilder out) {
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
