package dev.rebound.source;

/** Plain text as it stands in XML and HTML. */
public final class XmlText {
  private XmlText() {}

  /** Adds a text as it stands between tags and in double quotes. */
  public static void escape(String plain, StringBuilder out) {
    int done = 0;
    for (int i = 0; i < plain.length(); i++) {
      String entity =
          switch (plain.charAt(i)) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            default -> "";
          };
      if (!entity.isEmpty()) {
        out.append(plain.substring(done, i)).append(entity);
        done = i + 1;
      }
    }
    // Runs, and most often all of it at once: to add it by characters takes several times as long.
    out.append(done == 0 ? plain : plain.substring(done));
  }
}
