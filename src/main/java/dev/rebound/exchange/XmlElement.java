package dev.rebound.exchange;

import dev.rebound.source.SourceSpan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of foreign XML with what is in it.
 *
 * @param name without its namespace; {@link #COMMENT} for a comment
 * @param text its own characters, joined
 */
public record XmlElement(
    String name,
    Map<String, String> attributes,
    List<XmlElement> children,
    String text,
    SourceSpan span) {
  public static final String COMMENT = "#comment";

  /** Characters between elements, where their order matters. */
  public static final String TEXT = "#text";

  static XmlElement text(String text, SourceSpan span) {
    return new XmlElement(TEXT, Map.of(), List.of(), text, span);
  }

  public boolean is(String wanted) {
    return name.equals(wanted);
  }

  public Optional<XmlElement> child(String wanted) {
    return children(wanted).findFirst();
  }

  public Stream<XmlElement> children(String wanted) {
    return children.stream().filter(it -> it.name().equals(wanted));
  }

  /** The text of a child, stripped; empty where there is none. */
  public String value(String child) {
    return child(child).map(it -> it.text().strip()).orElse("");
  }

  /** An attribute, stripped; empty where there is none. */
  public String attribute(String wanted) {
    return attributes.getOrDefault(wanted, "").strip();
  }
}
