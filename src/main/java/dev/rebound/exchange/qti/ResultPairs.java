package dev.rebound.exchange.qti;

import dev.rebound.exchange.XmlElement;
import dev.rebound.exchange.qti.Interaction.Choice;
import dev.rebound.exchange.qti.Interaction.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several lists to choose from, each for a left side: what QTI 1.2 has for matching. */
final class ResultPairs {
  private final Conditions conditions;
  private final String response;
  private final List<Choice> lefts = new ArrayList<>();

  /** The right sides by what they say, for each list has identifiers of its own. */
  private final Map<String, Choice> rights = new LinkedHashMap<>();

  /** For each list, its identifier of a right side. */
  private final Map<String, Map<String, String>> idents = new LinkedHashMap<>();

  private final Map<String, String> lists = new LinkedHashMap<>();

  ResultPairs(List<XmlElement> responses, Conditions conditions, String response) {
    this.conditions = conditions;
    this.response = response;
    for (XmlElement it : responses) {
      String left = "l" + (lefts.size() + 1);
      lefts.add(new Choice(left, Material.html(it, other -> "")));
      lists.put(left, it.attribute("ident"));
      List<Choice> labels = new ArrayList<>();
      ResultItem.labels(it, labels);
      Map<String, String> own = new LinkedHashMap<>();
      for (Choice label : labels) {
        Choice right =
            rights.computeIfAbsent(
                label.html(), html -> new Choice("r" + (rights.size() + 1), html));
        own.putIfAbsent(right.id(), label.id());
      }
      idents.put(left, own);
    }
  }

  Interaction interaction() {
    List<Choice> said =
        rights.values().stream().filter(it -> !Material.words(it.html()).isEmpty()).toList();
    return new Interaction(Kind.MATCH, response, "", "", true, true, lefts, said);
  }

  Scorer scorer() {
    List<String> suggested = new ArrayList<>();
    lists.forEach(
        (left, list) ->
            conditions.suggestions(list).stream()
                .findFirst()
                .ifPresent(
                    values ->
                        idents
                            .getOrDefault(left, Map.of())
                            .forEach(
                                (right, ident) -> {
                                  if (values.contains(ident)) {
                                    suggested.add(left + " " + right);
                                  }
                                })));
    return new Through(
        conditions,
        this::translated,
        conditions.texts(),
        Map.of(response, suggested.isEmpty() ? List.of() : List.of(suggested)));
  }

  private Map<String, List<String>> translated(Map<String, List<String>> given) {
    Map<String, List<String>> each = new LinkedHashMap<>();
    for (String pair : given.getOrDefault(response, List.of())) {
      String[] sides = pair.split(" ", 2);
      String ident = idents.getOrDefault(sides[0], Map.of()).get(sides[sides.length - 1]);
      if (ident != null) {
        each.put(lists.getOrDefault(sides[0], ""), List.of(ident));
      }
    }
    return each;
  }
}
