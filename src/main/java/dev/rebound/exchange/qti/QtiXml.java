package dev.rebound.exchange.qti;

import dev.rebound.source.XmlText;

/** Writes QTI by the names of 2.x, or as 3.0 spells them. */
final class QtiXml {
  private final boolean three;
  private final StringBuilder out = new StringBuilder();

  QtiXml(boolean three) {
    this.three = three;
  }

  /**
   * @param attributes name and value, by turns
   */
  QtiXml open(String name, String... attributes) {
    return tag(name, ">", attributes);
  }

  QtiXml empty(String name, String... attributes) {
    return tag(name, "/>", attributes);
  }

  QtiXml close(String name) {
    out.append("</").append(spelled(name)).append('>');
    return this;
  }

  QtiXml element(String name, String text, String... attributes) {
    return open(name, attributes).text(text).close(name);
  }

  QtiXml text(String text) {
    XmlText.escape(text, out);
    return this;
  }

  QtiXml raw(String xml) {
    out.append(xml);
    return this;
  }

  QtiXml line() {
    out.append('\n');
    return this;
  }

  /** A comment, in which two hyphens may not stand together. */
  QtiXml comment(String text) {
    out.append("<!-- ").append(text.replaceAll("-(?=-)", "-\\\\")).append(" -->\n");
    return this;
  }

  /** 3.0 wraps what flows. */
  QtiXml flow(String html) {
    return three ? raw("<qti-content-body>" + html + "</qti-content-body>") : raw(html);
  }

  private QtiXml tag(String name, String end, String... attributes) {
    out.append('<').append(spelled(name));
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(three ? QtiNames.kebab(attributes[i]) : attributes[i]).append("=\"");
      XmlText.escape(attributes[i + 1], out);
      out.append('"');
    }
    out.append(end);
    return this;
  }

  private String spelled(String name) {
    return three ? "qti-" + QtiNames.kebab(name) : name;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
