package dev.rebound.exchange.qti;

import dev.rebound.exchange.XmlElement;
import dev.rebound.source.XmlText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The HTML inside QTI, with something else in the place of what is no HTML. */
final class HtmlOf {
  private static final Set<String> VOID = Set.of("img", "br", "hr");
  private static final Set<String> ATTRIBUTES = Set.of("src", "alt", "href");

  private HtmlOf() {}

  static String inside(XmlElement element) {
    return of(element.children(), it -> Optional.empty());
  }

  /**
   * @param instead what stands for an element; nothing where it stands for itself
   */
  static String of(List<XmlElement> nodes, Function<XmlElement, Optional<String>> instead) {
    StringBuilder out = new StringBuilder();
    append(nodes, instead, out);
    return out.toString();
  }

  private static void append(
      List<XmlElement> nodes, Function<XmlElement, Optional<String>> instead, StringBuilder out) {
    for (XmlElement node : nodes) {
      if (node.is(XmlElement.TEXT)) {
        XmlText.escape(node.text(), out);
      } else if (!node.is(XmlElement.COMMENT)) {
        Optional<String> other = instead.apply(node);
        if (other.isPresent()) {
          out.append(other.get());
        } else {
          element(node, instead, out);
        }
      }
    }
  }

  private static void element(
      XmlElement node, Function<XmlElement, Optional<String>> instead, StringBuilder out) {
    boolean picture =
        node.is("object")
            && (node.attribute("type").startsWith("image/")
                || node.attribute("data")
                    .toLowerCase(Locale.ROOT)
                    .matches(".*\\.(png|jpe?g|svg|webp|gif)"));
    if (picture) {
      out.append("<img src=\"");
      XmlText.escape(node.attribute("data"), out);
      out.append("\" alt=\"");
      XmlText.escape(node.text().strip(), out);
      out.append("\">");
      return;
    }
    out.append('<').append(node.name());
    for (String key : ATTRIBUTES) {
      if (!node.attribute(key).isEmpty()) {
        out.append(' ').append(key).append("=\"");
        XmlText.escape(node.attribute(key), out);
        out.append('"');
      }
    }
    out.append('>');
    if (!VOID.contains(node.name())) {
      append(node.children(), instead, out);
      out.append("</").append(node.name()).append('>');
    }
  }
}
