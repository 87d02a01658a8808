package dev.rebound.exchange;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/**
 * Scores items as the specifications of QTI 2.1 and 1.2 say, from the XML alone and without a class
 * of the tool. It knows the elements that we write and no other.
 */
final class QtiSecondReader {
  private final Element item;
  private final Map<String, List<String>> responses;
  private final Map<String, List<String>> outcomes = new TreeMap<>();

  private QtiSecondReader(Element item, Map<String, List<String>> responses) {
    this.item = item;
    this.responses = responses;
  }

  static Element parse(byte[] xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)).getDocumentElement();
  }

  static List<Element> below(Element in, String name) {
    var found = in.getElementsByTagNameNS("*", name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  private static List<Element> children(Element in) {
    var found = in.getChildNodes();
    return IntStream.range(0, found.getLength())
        .mapToObj(found::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .toList();
  }

  // --- QTI 2.1 ---------------------------------------------------------------------------------

  /** The score of a response to an item, from 0 to 1. */
  static double scoreOfItem(Element item, List<String> response) {
    QtiSecondReader reader = new QtiSecondReader(item, Map.of("RESPONSE", response));
    Element processing = below(item, "responseProcessing").get(0);
    String template = processing.getAttribute("template");
    if (template.endsWith("/match_correct")) {
      return reader.isMatch(response, reader.correct()) ? 1 : 0;
    } else if (template.endsWith("/map_response")) {
      return reader.mapped();
    }
    reader.run(children(processing));
    return number(reader.outcomes.getOrDefault("SCORE", List.of("0")));
  }

  private Element declaration() {
    return below(item, "responseDeclaration").get(0);
  }

  private List<String> correct() {
    return below(below(declaration(), "correctResponse").get(0), "value").stream()
        .map(Element::getTextContent)
        .toList();
  }

  private boolean isMatch(List<String> one, List<String> other) {
    boolean ordered = declaration().getAttribute("cardinality").equals("ordered");
    return ordered
        ? one.equals(other)
        : one.stream().sorted().toList().equals(other.stream().sorted().toList());
  }

  private double mapped() {
    Element mapping = below(declaration(), "mapping").get(0);
    double sum = 0;
    for (String given : responses.getOrDefault("RESPONSE", List.of())) {
      sum +=
          below(mapping, "mapEntry").stream()
              .filter(it -> isKey(it, given))
              .mapToDouble(it -> Double.parseDouble(it.getAttribute("mappedValue")))
              .findFirst()
              .orElse(Double.parseDouble(mapping.getAttribute("defaultValue")));
    }
    double least = Double.parseDouble(mapping.getAttribute("lowerBound"));
    return Math.max(least, Math.min(sum, Double.parseDouble(mapping.getAttribute("upperBound"))));
  }

  private static boolean isKey(Element entry, String given) {
    String key = entry.getAttribute("mapKey");
    return entry.getAttribute("caseSensitive").equals("false")
        ? key.equalsIgnoreCase(given)
        : key.equals(given);
  }

  private void run(List<Element> rules) {
    for (Element rule : rules) {
      if (rule.getLocalName().equals("setOutcomeValue")) {
        outcomes.put(rule.getAttribute("identifier"), value(children(rule).get(0)));
      } else {
        for (Element branch : children(rule)) {
          List<Element> inside = children(branch);
          boolean last = branch.getLocalName().equals("responseElse");
          if (last || isTrue(value(inside.get(0)))) {
            run(last ? inside : inside.subList(1, inside.size()));
            break;
          }
        }
      }
    }
  }

  private List<String> value(Element it) {
    List<Element> inside = children(it);
    return switch (it.getLocalName()) {
      case "variable" -> variable(it.getAttribute("identifier"));
      case "correct" -> correct();
      case "baseValue" -> List.of(it.getTextContent());
      case "null" -> List.of();
      case "multiple" -> inside.stream().flatMap(one -> value(one).stream()).toList();
      case "index" -> {
        List<String> all = value(inside.get(0));
        int n = Integer.parseInt(it.getAttribute("n"));
        yield n <= all.size() ? List.of(all.get(n - 1)) : List.of();
      }
      case "sum" ->
          List.of(String.valueOf(inside.stream().mapToDouble(one -> number(value(one))).sum()));
      case "divide" -> List.of(String.valueOf(first(inside) / second(inside)));
      case "mapResponse" -> List.of(String.valueOf(mapped()));
      default -> List.of(String.valueOf(holds(it, inside)));
    };
  }

  private boolean holds(Element it, List<Element> inside) {
    return switch (it.getLocalName()) {
      case "match" -> isMatch(value(inside.get(0)), value(inside.get(1)));
      case "isNull" -> value(inside.get(0)).isEmpty();
      case "not" -> !isTrue(value(inside.get(0)));
      case "and" -> inside.stream().allMatch(one -> isTrue(value(one)));
      case "gte" -> first(inside) >= second(inside);
      case "lte" -> first(inside) <= second(inside);
      case "stringMatch" ->
          value(inside.get(0)).get(0).equalsIgnoreCase(value(inside.get(1)).get(0));
      default -> throw new IllegalArgumentException(it.getLocalName());
    };
  }

  private List<String> variable(String id) {
    List<String> response = responses.get(id);
    if (response != null) {
      return response;
    }
    return outcomes.getOrDefault(id, id.equals("SCORE") ? List.of("0") : List.of());
  }

  private double first(List<Element> inside) {
    return number(value(inside.get(0)));
  }

  private double second(List<Element> inside) {
    return number(value(inside.get(1)));
  }

  private static double number(List<String> value) {
    return value.isEmpty() ? Double.NaN : Double.parseDouble(value.get(0));
  }

  private static boolean isTrue(List<String> value) {
    return value.equals(List.of("true"));
  }

  // --- QTI 1.2 ---------------------------------------------------------------------------------

  /** The score of responses to an item, by their idents, from 0 to 1. */
  static double scoreOfResults(Element item, Map<String, List<String>> responses) {
    QtiSecondReader reader = new QtiSecondReader(item, responses);
    double score = 0;
    for (Element condition : below(item, "respcondition")) {
      if (!reader.any(children(below(condition, "conditionvar").get(0)))) {
        continue;
      }
      for (Element set : below(condition, "setvar")) {
        double value = Double.parseDouble(set.getTextContent());
        score =
            switch (set.getAttribute("action")) {
              case "Add" -> score + value;
              case "Subtract" -> score - value;
              default -> value;
            };
      }
      if (!condition.getAttribute("continue").equals("Yes")) {
        break;
      }
    }
    return Math.max(0, Math.min(100, score)) / 100;
  }

  /** Tests beside each other are alternatives. */
  private boolean any(List<Element> tests) {
    return tests.stream().anyMatch(this::is);
  }

  private boolean is(Element test) {
    List<Element> inside = children(test);
    List<String> given =
        responses.getOrDefault(test.getAttribute("respident"), new ArrayList<>()).stream()
            .map(it -> it.toLowerCase(Locale.ROOT))
            .toList();
    String wanted = test.getTextContent().toLowerCase(Locale.ROOT);
    return switch (test.getLocalName()) {
      case "and" -> inside.stream().allMatch(this::is);
      case "or" -> any(inside);
      case "not" -> inside.stream().noneMatch(this::is);
      case "other" -> true;
      case "varequal" -> given.contains(wanted);
      case "vargte" -> given.stream().anyMatch(it -> compare(it, wanted) >= 0);
      case "varlte" -> given.stream().anyMatch(it -> compare(it, wanted) <= 0);
      default -> throw new IllegalArgumentException(test.getLocalName());
    };
  }

  private static int compare(String given, String wanted) {
    return Double.compare(Double.parseDouble(given), Double.parseDouble(wanted));
  }
}
