package dev.rebound.inspect;

import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An XML element with its place.
 *
 * @param attributes by local name, or {@code {namespace}name}
 * @param text of its own, stripped
 * @param span its {@code <}
 */
record Element(
    String namespace,
    String name,
    Map<String, String> attributes,
    List<Element> children,
    String text,
    SourceSpan span) {

  Optional<String> attribute(String key) {
    return Optional.ofNullable(attributes.get(key));
  }

  List<Element> all(String childName) {
    return children.stream().filter(c -> c.name.equals(childName)).toList();
  }

  Optional<Element> first(String childName) {
    return children.stream().filter(c -> c.name.equals(childName)).findFirst();
  }

  /** The text of a child, empty when there is none. */
  String textOf(String childName) {
    return first(childName).map(Element::text).orElse("");
  }

  /** Itself and everything in it, in the order of the file. */
  List<Element> deep() {
    List<Element> all = new ArrayList<>();
    all.add(this);
    children.forEach(child -> all.addAll(child.deep()));
    return all;
  }
}
