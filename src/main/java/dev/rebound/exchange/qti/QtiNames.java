package dev.rebound.exchange.qti;

import dev.rebound.exchange.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * QTI 3.0 says {@code <qti-base-value base-type="float">} where 2.x says {@code <baseValue
 * baseType="float">}. Here the names of 2.x are used throughout.
 */
final class QtiNames {
  private static final Pattern HUMP = Pattern.compile("([A-Z])");
  private static final Pattern HYPHEN = Pattern.compile("-([a-z])");

  /** What 3.0 wraps flowing content in. */
  private static final String WRAPPER = "contentBody";

  private QtiNames() {}

  static String kebab(String camel) {
    return HUMP.matcher(camel).replaceAll(m -> "-" + m.group(1).toLowerCase(Locale.ROOT));
  }

  static String camel(String kebab) {
    return HYPHEN.matcher(kebab).replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT));
  }

  /** An element by the names of 2.x, whichever it was written in. */
  static XmlElement old(XmlElement element) {
    List<XmlElement> children = new ArrayList<>();
    for (XmlElement child : element.children()) {
      XmlElement old = old(child);
      if (old.is(WRAPPER)) {
        children.addAll(old.children());
      } else {
        children.add(old);
      }
    }
    boolean ours = element.name().startsWith("qti-");
    String name = ours ? camel(element.name().substring("qti-".length())) : element.name();
    Map<String, String> attributes = new LinkedHashMap<>();
    element
        .attributes()
        .forEach(
            (key, value) ->
                attributes.put(ours && !key.startsWith("data-") ? camel(key) : key, value));
    return new XmlElement(name, attributes, children, element.text(), element.span());
  }
}
