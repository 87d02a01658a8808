package dev.rebound.publish.page;

import dev.rebound.source.XmlText;

/**
 * A finished fragment of HTML: templates print it as it stands, while every plain text is escaped.
 *
 * @param text well-formed and safe
 */
public record Html(String text) {
  /** Text as it stands between tags and in quoted attributes. */
  public static String escape(String plain) {
    StringBuilder out = new StringBuilder(plain.length() + 16);
    XmlText.escape(plain, out);
    return out.toString();
  }

  @Override
  public String toString() {
    return text;
  }
}
