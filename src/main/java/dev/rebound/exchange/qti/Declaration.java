package dev.rebound.exchange.qti;

import dev.rebound.exchange.XmlElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A variable of an item.
 *
 * @param correct empty where none is declared
 * @param mapping empty where there is none
 */
record Declaration(
    String id,
    String cardinality,
    String baseType,
    List<String> correct,
    List<String> initial,
    Optional<Mapping> mapping) {

  /** What each value counts. */
  record Mapping(
      double other, double least, double most, Map<String, Double> entries, boolean caseCounts) {
    double of(String value) {
      Double exact = entries.get(value);
      if (exact != null || caseCounts) {
        return exact == null ? other : exact;
      }
      return entries.entrySet().stream()
          .filter(it -> it.getKey().equalsIgnoreCase(value))
          .map(Map.Entry::getValue)
          .findFirst()
          .orElse(other);
    }
  }

  static Declaration of(XmlElement xml) {
    String type = xml.attribute("baseType");
    return new Declaration(
        xml.attribute("identifier"),
        xml.attribute("cardinality"),
        type,
        values(xml, "correctResponse", type),
        values(xml, "defaultValue", type),
        xml.child("mapping").map(it -> mapping(it, type)));
  }

  boolean isNumber() {
    return baseType.equals("float") || baseType.equals("integer");
  }

  /** {@code a b} is {@code a b}; only a text's blanks are its own. */
  static String value(String written, String type) {
    return type.equals("string") ? written.strip() : written.strip().replaceAll("\\s+", " ");
  }

  private static List<String> values(XmlElement xml, String name, String type) {
    return xml.child(name).stream()
        .flatMap(it -> it.children("value"))
        .map(it -> value(it.text(), type))
        .filter(it -> !it.isEmpty())
        .toList();
  }

  private static Mapping mapping(XmlElement xml, String type) {
    Map<String, Double> entries = new LinkedHashMap<>();
    boolean caseCounts = false;
    for (XmlElement entry : xml.children("mapEntry").toList()) {
      entries.put(value(entry.attribute("mapKey"), type), number(entry, "mappedValue", 0));
      caseCounts |= !entry.attribute("caseSensitive").toLowerCase(Locale.ROOT).equals("false");
    }
    return new Mapping(
        number(xml, "defaultValue", 0),
        number(xml, "lowerBound", Double.NEGATIVE_INFINITY),
        number(xml, "upperBound", Double.POSITIVE_INFINITY),
        entries,
        caseCounts);
  }

  private static double number(XmlElement xml, String attribute, double without) {
    try {
      return xml.attribute(attribute).isEmpty()
          ? without
          : Double.parseDouble(xml.attribute(attribute));
    } catch (NumberFormatException none) {
      return without;
    }
  }
}
