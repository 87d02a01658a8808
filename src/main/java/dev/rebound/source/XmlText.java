package dev.rebound.source;

/** Plain text as it stands in XML and HTML. */
public final class XmlText {
  private XmlText() {}

  /** Adds a text as it stands between tags and in double quotes. */
  public static void escape(String plain, StringBuilder out) {
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
}
