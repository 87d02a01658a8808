package dev.rebound.exchange.qti;

import dev.rebound.exchange.Values;
import dev.rebound.exchange.XmlElement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Response processing of QTI 2.x and 3.0: the templates, and what exporters write out. */
final class ResponseProcessing implements Scorer {
  private static final String SCORE = "SCORE";
  private static final String RESPONSE = "RESPONSE";

  private final Map<String, Declaration> declared = new LinkedHashMap<>();
  private final Set<String> outcomes = new LinkedHashSet<>();
  private final Expressions expressions;
  private final List<XmlElement> rules;
  private final String template;
  private final List<Feedback> feedback;
  private final Set<String> constants = new LinkedHashSet<>();
  private final Set<String> texts = new LinkedHashSet<>();
  private final List<Range> ranges = new ArrayList<>();
  private final String score;

  /** Whether its processing sets a score at all; some exporters leave that to what is declared. */
  private final boolean scores;

  /**
   * A text that depends on an outcome.
   *
   * @param shown whether it is shown, and not hidden, when the outcome has its identifier
   */
  record Feedback(String outcome, String id, boolean shown, String html) {}

  private static final class Exit extends Exception {
    private static final long serialVersionUID = 1;

    Exit() {
      super("", null, false, false);
    }
  }

  ResponseProcessing(XmlElement item, List<Feedback> feedback) {
    this.feedback = feedback;
    item.children("responseDeclaration").map(Declaration::of).forEach(it -> add(it, false));
    item.children("outcomeDeclaration").map(Declaration::of).forEach(it -> add(it, true));
    this.expressions = new Expressions(declared);
    Optional<XmlElement> processing = item.child("responseProcessing");
    this.rules = processing.map(XmlElement::children).orElse(List.of());
    this.template = processing.map(ResponseProcessing::template).orElse("");
    for (Declaration it : declared.values()) {
      if (!outcomes.contains(it.id())) {
        constants.addAll(it.correct());
        it.mapping().ifPresent(mapping -> constants.addAll(mapping.entries().keySet()));
      }
    }
    texts.addAll(constants);
    Set<String> set = new LinkedHashSet<>();
    rules.forEach(it -> collect(it, set));
    this.score = scoreOf(set);
    this.scores = !template.isEmpty() || set.contains(score);
  }

  private void add(Declaration it, boolean outcome) {
    declared.putIfAbsent(it.id(), it);
    if (outcome) {
      outcomes.add(it.id());
    }
  }

  /** {@code …/rptemplates/match_correct.xml} is {@code match_correct}. */
  private static String template(XmlElement processing) {
    String address = processing.attribute("template");
    String name = address.substring(address.lastIndexOf('/') + 1).replace(".xml", "");
    return name.equals("CC2_match_basic") || name.equals("CC2_match") ? "match_correct" : name;
  }

  private void collect(XmlElement it, Set<String> set) {
    if (it.is("responseIf") || it.is("responseElseIf")) {
      range(elements(it)).ifPresent(ranges::add);
    }
    if (it.is("baseValue") && !it.text().isBlank()) {
      String value = Declaration.value(it.text(), it.attribute("baseType"));
      constants.add(value);
      if (it.attribute("baseType").equals("string")) {
        texts.add(value);
      }
    }
    if (it.is("equal")) {
      String[] tolerance = it.attribute("tolerance").split("\\s+", -1);
      constants.addAll(List.of(tolerance));
      constants.addAll(Tolerance.ends(it, declared));
    }
    if (it.is("setOutcomeValue")) {
      set.add(it.attribute("identifier"));
    }
    it.children().forEach(child -> collect(child, set));
  }

  /** {@code <and><gte>…</gte><lte>…</lte></and>}, and what is said then. */
  private Optional<Range> range(List<XmlElement> branch) {
    if (branch.isEmpty() || !branch.get(0).is("and")) {
      return Optional.empty();
    }
    Optional<BigDecimal> from = bound(branch.get(0), "gte");
    Optional<BigDecimal> to = bound(branch.get(0), "lte");
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    Set<String> says = new LinkedHashSet<>();
    branch.forEach(it -> identifiers(it, says));
    String html =
        feedback.stream()
            .filter(it -> it.shown() && says.contains(it.id()))
            .map(Feedback::html)
            .findFirst()
            .orElse("");
    return Optional.of(new Range(from.get(), to.get(), html));
  }

  private static Optional<BigDecimal> bound(XmlElement and, String name) {
    return and.child(name)
        .flatMap(it -> it.child("baseValue"))
        .flatMap(it -> Values.number(it.text()))
        .map(BigDecimal::new);
  }

  private static void identifiers(XmlElement it, Set<String> found) {
    if (it.is("baseValue") && it.attribute("baseType").equals("identifier")) {
      found.add(it.text().strip());
    }
    it.children().forEach(child -> identifiers(child, found));
  }

  /** SCORE, or the only number that is set. */
  private String scoreOf(Set<String> set) {
    List<String> numbers =
        set.stream()
            .filter(it -> declared.containsKey(it) && outcomes.contains(it))
            .filter(
                it -> declared.values().stream().anyMatch(d -> d.id().equals(it) && d.isNumber()))
            .toList();
    return set.contains(SCORE) || numbers.size() != 1 ? SCORE : numbers.get(0);
  }

  boolean isComputed() {
    return !template.isEmpty() || !rules.isEmpty();
  }

  @Override
  public Optional<Result> score(Map<String, List<String>> responses) {
    if (!scores) {
      return Optional.empty();
    }
    Map<String, List<String>> given = new LinkedHashMap<>();
    declared.keySet().stream()
        .filter(it -> !outcomes.contains(it))
        .forEach(it -> given.put(it, List.of()));
    given.putAll(responses);
    expressions.begin(given);
    try {
      if (template.isEmpty()) {
        run(rules);
      } else {
        template();
      }
      List<String> result = expressions.value(score);
      if (result.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(new Result(Double.parseDouble(result.get(0)), said()));
    } catch (Expressions.NotComputed | NumberFormatException other) {
      return Optional.empty();
    }
  }

  private void template() throws Expressions.NotComputed {
    Declaration response = declared.get(RESPONSE);
    if (response == null) {
      throw new Expressions.NotComputed(RESPONSE);
    }
    List<String> given = expressions.value(RESPONSE);
    if (template.equals("match_correct")) {
      boolean right =
          !given.isEmpty()
              && Expressions.same(
                  given, response.correct(), response.cardinality().equals("ordered"));
      expressions.set(SCORE, List.of(right ? "1" : "0"));
    } else if (template.equals("map_response") || template.equals("CC2_map_response")) {
      Declaration.Mapping mapping =
          response.mapping().orElseThrow(() -> new Expressions.NotComputed("mapping"));
      double sum = given.stream().distinct().mapToDouble(mapping::of).sum();
      double bounded = Math.max(mapping.least(), Math.min(mapping.most(), sum));
      expressions.set(SCORE, List.of(String.valueOf(given.isEmpty() ? 0 : bounded)));
    } else {
      throw new Expressions.NotComputed(template);
    }
  }

  private void run(List<XmlElement> steps) throws Expressions.NotComputed {
    try {
      all(steps);
    } catch (Exit done) {
      // What was set before counts.
    }
  }

  private void all(List<XmlElement> steps) throws Expressions.NotComputed, Exit {
    for (XmlElement step : steps) {
      switch (step.name()) {
        case "responseCondition" -> condition(step);
        case "responseProcessingFragment" -> all(step.children());
        case "setOutcomeValue" -> {
          for (XmlElement expression : elements(step)) {
            expressions.set(step.attribute("identifier"), expressions.evaluate(expression));
          }
        }
        case "exitResponse" -> throw new Exit();
        case XmlElement.TEXT, XmlElement.COMMENT -> {}
        default -> throw new Expressions.NotComputed(step.name());
      }
    }
  }

  private void condition(XmlElement condition) throws Expressions.NotComputed, Exit {
    for (XmlElement branch : elements(condition)) {
      List<XmlElement> inside = elements(branch);
      if (branch.is("responseElse")) {
        all(inside);
        return;
      }
      if (inside.isEmpty()) {
        throw new Expressions.NotComputed(branch.name());
      }
      if (expressions.isTrue(inside.get(0))) {
        all(inside.subList(1, inside.size()));
        return;
      }
    }
  }

  private static List<XmlElement> elements(XmlElement parent) {
    return parent.children().stream()
        .filter(it -> !it.is(XmlElement.TEXT) && !it.is(XmlElement.COMMENT))
        .toList();
  }

  private List<Said> said() {
    List<Said> said = new ArrayList<>();
    for (Feedback it : feedback) {
      if (expressions.value(it.outcome()).contains(it.id()) == it.shown()) {
        said.add(new Said(it.id(), it.html()));
      }
    }
    return said;
  }

  @Override
  public Set<String> constants() {
    return constants;
  }

  @Override
  public Set<String> texts() {
    return texts;
  }

  @Override
  public List<List<String>> suggestions(String response) {
    Declaration declaration = declared.get(response);
    if (declaration == null) {
      return List.of();
    }
    List<List<String>> suggestions = new ArrayList<>();
    if (!declaration.correct().isEmpty()) {
      suggestions.add(declaration.correct());
    }
    declaration
        .mapping()
        .map(
            it ->
                it.entries().entrySet().stream()
                    .filter(entry -> entry.getValue() > 0)
                    .map(Map.Entry::getKey)
                    .toList())
        .filter(it -> !it.isEmpty())
        .ifPresent(suggestions::add);
    return suggestions;
  }

  @Override
  public List<Range> ranges() {
    return ranges;
  }

  @Override
  public boolean caseCounts() {
    boolean mapped =
        declared.values().stream()
            .anyMatch(it -> it.mapping().filter(m -> m.caseCounts()).isPresent());
    boolean any = declared.values().stream().anyMatch(it -> it.mapping().isPresent());
    return any ? mapped : rules.stream().noneMatch(ResponseProcessing::foldsCase);
  }

  private static boolean foldsCase(XmlElement it) {
    return (it.is("stringMatch") && it.attribute("caseSensitive").equals("false"))
        || it.children().stream().anyMatch(ResponseProcessing::foldsCase);
  }
}
