package dev.rebound.inspect;

import dev.rebound.source.Finding;
import dev.rebound.source.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What may stand where in a manifest, one line an element:
 *
 * <pre>{@code
 * file = metadata? ; @href!
 * }</pre>
 *
 * children in their order ({@code ?} at most one, {@code *} any number, {@code +} at least one,
 * {@code |} in any order) or {@code #} for a text, then the attributes ({@code !} required).
 * Elements of other namespaces come last, and their attributes may stand anywhere.
 *
 * <p>The XML Schemas themselves are not shipped: the terms of IMS ask whoever distributes them to
 * register. The tests hold this grammar against them.
 */
final class Grammar {
  /**
   * @param names alternatives at this place
   */
  private record Part(Set<String> names, int least, int most) {}

  private record Shape(
      List<Part> parts, boolean text, Set<String> attributes, Set<String> required) {}

  private final String namespace;
  private final Map<String, Shape> shapes;

  Grammar(String namespace, String lines) {
    this.namespace = namespace;
    Map<String, Shape> found = new HashMap<>();
    for (String line : lines.strip().lines().toList()) {
      String[] sides = line.strip().split("\\s*=\\s*", 2);
      String[] halves = sides[1].split("\\s*;\\s*", 2);
      List<Part> parts = new ArrayList<>();
      boolean text = halves[0].equals("#");
      for (String word : text ? List.<String>of() : words(halves[0])) {
        char last = word.charAt(word.length() - 1);
        String names = "?*+".indexOf(last) < 0 ? word : word.substring(0, word.length() - 1);
        parts.add(
            new Part(
                new TreeSet<>(List.of(names.split("\\|"))),
                last == '?' || last == '*' ? 0 : 1,
                last == '*' || last == '+' ? Integer.MAX_VALUE : 1));
      }
      Set<String> attributes = new TreeSet<>();
      Set<String> required = new TreeSet<>();
      for (String word : words(halves.length > 1 ? halves[1] : "")) {
        String name = word.replaceAll("^@|!$", "");
        attributes.add(name);
        if (word.endsWith("!")) {
          required.add(name);
        }
      }
      found.put(sides[0], new Shape(parts, text, attributes, required));
    }
    shapes = Map.copyOf(found);
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
  }

  /** Finds what is missing, unknown or out of order in an element and all in it. */
  void check(Element root, List<Finding> found) {
    for (Element element : root.deep()) {
      Shape shape = element.namespace().equals(namespace) ? shapes.get(element.name()) : null;
      if (shape != null) {
        attributes(element, shape, found);
        children(element, shape, found);
        if (!shape.text() && !element.text().isEmpty()) {
          found.add(
              PackageRule.MANIFEST_STRUCTURE.at(
                  element.span(),
                  "<" + element.name() + "> holds \"" + Values.cut(element.text()) + "\".",
                  "No text may stand there."));
        }
      }
    }
  }

  private static void attributes(Element element, Shape shape, List<Finding> found) {
    for (String required : shape.required()) {
      if (element.attribute(required).orElse("").isBlank()) {
        found.add(
            PackageRule.MANIFEST_STRUCTURE.at(
                element.span(), "<" + element.name() + "> has no " + required + ".", ""));
      }
    }
    for (String name : element.attributes().keySet()) {
      if (!name.startsWith("{") && !shape.attributes().contains(name)) {
        found.add(
            PackageRule.MANIFEST_STRUCTURE.at(
                element.span(),
                "<" + element.name() + "> knows no attribute \"" + name + "\".",
                shape.attributes().isEmpty() ? "" : Nearest.hint(name, shape.attributes())));
      }
    }
  }

  private void children(Element element, Shape shape, List<Finding> found) {
    List<Element> own =
        element.children().stream().filter(c -> c.namespace().equals(namespace)).toList();
    int last = own.isEmpty() ? -1 : element.children().indexOf(own.get(own.size() - 1));
    for (Element foreign : element.children().subList(0, last + 1)) {
      if (!foreign.namespace().equals(namespace)) {
        found.add(
            PackageRule.MANIFEST_STRUCTURE.at(
                foreign.span(),
                "<" + foreign.name() + "> stands before <" + own.get(own.size() - 1).name() + ">.",
                "What is of another namespace comes last in <" + element.name() + ">."));
        break;
      }
    }
    Set<String> known = new TreeSet<>();
    shape.parts().forEach(part -> known.addAll(part.names()));
    int at = 0;
    for (Part part : shape.parts()) {
      int count = 0;
      while (at < own.size() && part.names().contains(own.get(at).name()) && count < part.most()) {
        count++;
        at++;
      }
      if (count < part.least()) {
        boolean later = own.stream().anyMatch(c -> part.names().contains(c.name()));
        found.add(
            PackageRule.MANIFEST_STRUCTURE.at(
                element.span(),
                "<"
                    + element.name()
                    + "> "
                    + (later ? "has <" : "has no <")
                    + String.join("> or <", part.names())
                    + (later ? "> at the wrong place." : ">."),
                ""));
      }
    }
    // One message for a list out of order is enough.
    if (at < own.size()) {
      Element odd = own.get(at);
      found.add(
          PackageRule.MANIFEST_STRUCTURE.at(
              odd.span(),
              "<" + odd.name() + "> may not stand here in <" + element.name() + ">.",
              known.contains(odd.name())
                  ? "The order is: " + order(shape) + "."
                  : known.isEmpty() ? "" : "What may: " + order(shape) + "."));
    }
  }

  private static String order(Shape shape) {
    return String.join(
        ", ", shape.parts().stream().map(part -> String.join(" or ", part.names())).toList());
  }
}
