package dev.rebound.exchange.qti;

import dev.rebound.exchange.Values;
import dev.rebound.exchange.XmlElement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Response processing of QTI 1.2: conditions, one after the other, each of which may change the
 * score, say something, and be the last that is looked at.
 */
final class Conditions implements Scorer {
  private static final String SCORE = "SCORE";
  private static final Set<String> OPERATORS =
      Set.of("varequal", "vargt", "vargte", "varlt", "varlte", "varsubstring");
  private static final double CLOSE = 1e-9;
  private static final int MOST_STEPS = 2_000_000;

  private final List<XmlElement> conditions = new ArrayList<>();
  private final Map<String, XmlElement> variables = new LinkedHashMap<>();
  private final Map<String, String> feedback;

  /** The responses whose parts have an order. */
  private final Set<String> ordered;

  /** Whether nothing says which condition is the last: then all are looked at that add up. */
  private final boolean adding;

  private final String score;
  private int steps;

  private static final class NotComputed extends Exception {
    private static final long serialVersionUID = 1;

    NotComputed(String what) {
      super(what, null, false, false);
    }
  }

  /**
   * @param feedback HTML, by its identifier
   */
  Conditions(XmlElement item, Map<String, String> feedback, Set<String> ordered) {
    this.feedback = feedback;
    this.ordered = ordered;
    item.children("resprocessing")
        .forEach(
            it -> {
              it.children("respcondition").forEach(conditions::add);
              it.child("outcomes")
                  .ifPresent(
                      outcomes ->
                          outcomes
                              .children("decvar")
                              .forEach(one -> variables.putIfAbsent(variable(one), one)));
            });
    List<XmlElement> sets = conditions.stream().flatMap(it -> it.children("setvar")).toList();
    Set<String> set = new LinkedHashSet<>();
    sets.forEach(it -> set.add(variable(it)));
    this.score = set.isEmpty() || set.contains(SCORE) ? SCORE : set.iterator().next();
    this.adding =
        conditions.stream().noneMatch(it -> it.attributes().containsKey("continue"))
            && sets.stream().anyMatch(it -> it.attribute("action").equalsIgnoreCase("Add"));
  }

  private static String variable(XmlElement it) {
    String name = it.attribute("varname") + it.attribute("variablename");
    return name.isEmpty() ? SCORE : name;
  }

  @Override
  public Optional<Result> score(Map<String, List<String>> responses) {
    Map<String, Double> values = new LinkedHashMap<>();
    Set<String> said = new LinkedHashSet<>();
    boolean met = false;
    try {
      for (XmlElement condition : conditions) {
        XmlElement asks = condition.child("conditionvar").orElse(condition);
        if (!all(asks, responses, met)) {
          continue;
        }
        met = true;
        for (XmlElement set : condition.children("setvar").toList()) {
          values.merge(variable(set), number(set), (old, by) -> changed(set, old, by));
        }
        condition.children("displayfeedback").forEach(it -> said.add(it.attribute("linkrefid")));
        if (!adding && !condition.attribute("continue").equalsIgnoreCase("yes")) {
          break;
        }
      }
    } catch (NotComputed other) {
      return Optional.empty();
    }
    return Optional.of(
        new Result(
            bounded(values.getOrDefault(score, 0.0)),
            said.stream()
                .filter(feedback::containsKey)
                .map(it -> new Said(it, feedback.getOrDefault(it, "")))
                .toList()));
  }

  private double bounded(double value) {
    XmlElement declared = variables.get(score);
    if (declared == null) {
      return value;
    }
    Optional<Double> least = Values.number(declared.attribute("minvalue")).map(Double::valueOf);
    return Math.max(value, least.orElse(value));
  }

  private static double changed(XmlElement set, double old, double by) {
    return switch (set.attribute("action").toLowerCase(Locale.ROOT)) {
      case "add" -> old + by;
      case "subtract" -> old + by;
      case "multiply" -> old * by;
      default -> by;
    };
  }

  /** What is subtracted is a negative number. */
  private static double number(XmlElement set) throws NotComputed {
    String text = set.text().strip();
    if (text.toLowerCase(Locale.ROOT).endsWith(".max")) {
      return 100;
    }
    double value =
        Values.number(text).map(Double::valueOf).orElseThrow(() -> new NotComputed(text));
    return set.attribute("action").equalsIgnoreCase("subtract") ? -value : value;
  }

  private boolean all(XmlElement asks, Map<String, List<String>> given, boolean met)
      throws NotComputed {
    List<XmlElement> inside = elements(asks);
    steps += inside.size();
    Set<String> about = new LinkedHashSet<>();
    inside.forEach(it -> about.add(it.attribute("respident")));
    boolean equals = inside.size() > 1 && inside.stream().allMatch(it -> it.is("varequal"));
    if (equals && about.size() == 1) {
      String response = about.iterator().next();
      List<String> value = given.getOrDefault(response, List.of());
      List<String> wanted = inside.stream().map(it -> it.text().strip()).toList();
      if (ordered.contains(response)) {
        return value.equals(wanted);
      }
      // One response cannot be two things: exporters write alternatives so.
      return value.size() == 1
          ? wanted.stream().anyMatch(it -> isSame(value.get(0), it))
          : value.containsAll(wanted);
    }
    for (XmlElement one : inside) {
      if (!is(one, given, met)) {
        return false;
      }
    }
    return !inside.isEmpty();
  }

  private boolean is(XmlElement it, Map<String, List<String>> given, boolean met)
      throws NotComputed {
    if (++steps > MOST_STEPS) {
      throw new NotComputed("too much");
    }
    if (OPERATORS.contains(it.name())) {
      return compares(it, given.getOrDefault(it.attribute("respident"), List.of()));
    }
    switch (it.name()) {
      case "other" -> {
        return !adding || !met;
      }
      case "unanswered" -> {
        return given.getOrDefault(it.attribute("respident"), List.of()).isEmpty();
      }
      case "not" -> {
        return !and(it, given, met);
      }
      case "and" -> {
        return and(it, given, met);
      }
      case "or" -> {
        for (XmlElement one : elements(it)) {
          if (is(one, given, met)) {
            return true;
          }
        }
        return false;
      }
      default -> throw new NotComputed(it.name());
    }
  }

  private boolean and(XmlElement it, Map<String, List<String>> given, boolean met)
      throws NotComputed {
    for (XmlElement one : elements(it)) {
      if (!is(one, given, met)) {
        return false;
      }
    }
    return true;
  }

  private static boolean compares(XmlElement it, List<String> value) {
    String wanted = it.text().strip();
    if (it.is("varequal")) {
      String index = it.attribute("index");
      if (index.matches("\\d{1,4}")) {
        int at = Integer.parseInt(index);
        return at >= 1 && at <= value.size() && isSame(value.get(at - 1), wanted);
      }
      boolean exact = it.attribute("case").equalsIgnoreCase("yes");
      return value.stream().anyMatch(one -> exact ? one.equals(wanted) : isSame(one, wanted));
    }
    if (it.is("varsubstring")) {
      return value.stream()
          .anyMatch(one -> one.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT)));
    }
    Optional<Double> bound = Values.number(wanted).map(Double::valueOf);
    Optional<Double> number =
        value.size() == 1 ? Values.number(value.get(0)).map(Double::valueOf) : Optional.empty();
    if (bound.isEmpty() || number.isEmpty()) {
      return false;
    }
    return switch (it.name()) {
      case "vargt" -> number.get() > bound.get();
      case "vargte" -> number.get() >= bound.get() - CLOSE;
      case "varlt" -> number.get() < bound.get();
      default -> number.get() <= bound.get() + CLOSE;
    };
  }

  private static boolean isSame(String one, String other) {
    if (one.equalsIgnoreCase(other)) {
      return true;
    }
    Optional<BigDecimal> left = Values.number(one).map(BigDecimal::new);
    Optional<BigDecimal> right = Values.number(other).map(BigDecimal::new);
    return left.isPresent() && right.isPresent() && left.get().compareTo(right.get()) == 0;
  }

  private static List<XmlElement> elements(XmlElement parent) {
    return parent.children().stream()
        .filter(it -> !it.is(XmlElement.TEXT) && !it.is(XmlElement.COMMENT))
        .toList();
  }

  @Override
  public Set<String> constants() {
    Set<String> constants = new LinkedHashSet<>();
    conditions.forEach(it -> collect(it, OPERATORS, "", true, constants));
    return constants;
  }

  @Override
  public Set<String> texts() {
    Set<String> texts = new LinkedHashSet<>();
    conditions.forEach(it -> collect(it, Set.of("varequal", "varsubstring"), "", true, texts));
    return texts;
  }

  /**
   * @param response whose values are wanted; empty for all
   * @param negated whether those behind a {@code not} are wanted, too
   */
  private static void collect(
      XmlElement it, Set<String> names, String response, boolean negated, Set<String> found) {
    boolean about = response.isEmpty() || it.attribute("respident").equals(response);
    if (names.contains(it.name()) && about && !it.text().isBlank()) {
      found.add(it.text().strip());
    }
    for (XmlElement child : it.children()) {
      if (negated || !child.is("not")) {
        collect(child, names, response, negated, found);
      }
    }
  }

  @Override
  public List<List<String>> suggestions(String response) {
    List<List<String>> suggestions = new ArrayList<>();
    Set<String> added = new LinkedHashSet<>();
    for (XmlElement condition : conditions) {
      boolean scores =
          condition.children("setvar").anyMatch(it -> !it.text().strip().matches("-.*|0*(\\.0*)?"));
      if (scores) {
        Set<String> values = new LinkedHashSet<>();
        collect(condition, Set.of("varequal"), response, false, values);
        added.addAll(values);
        if (!values.isEmpty()) {
          suggestions.add(List.copyOf(values));
        }
      }
    }
    if (suggestions.size() > 1) {
      suggestions.add(List.copyOf(added));
    }
    return suggestions;
  }

  @Override
  public List<Range> ranges() {
    List<Range> ranges = new ArrayList<>();
    for (XmlElement condition : conditions) {
      Set<String> from = new LinkedHashSet<>();
      Set<String> to = new LinkedHashSet<>();
      collect(condition, Set.of("vargte"), "", false, from);
      collect(condition, Set.of("varlte"), "", false, to);
      if (from.size() == 1 && to.size() == 1) {
        String html =
            condition
                .children("displayfeedback")
                .map(it -> feedback.getOrDefault(it.attribute("linkrefid"), ""))
                .findFirst()
                .orElse("");
        Optional<BigDecimal> least = Values.number(from.iterator().next()).map(BigDecimal::new);
        Optional<BigDecimal> most = Values.number(to.iterator().next()).map(BigDecimal::new);
        if (least.isPresent() && most.isPresent()) {
          ranges.add(new Range(least.get(), most.get(), html));
        }
      }
    }
    return ranges;
  }

  @Override
  public boolean caseCounts() {
    return conditions.stream().anyMatch(Conditions::caseCounts);
  }

  private static boolean caseCounts(XmlElement it) {
    return (it.is("varequal") && it.attribute("case").equalsIgnoreCase("yes"))
        || it.children().stream().anyMatch(Conditions::caseCounts);
  }

  boolean isAbout(String response) {
    Set<String> found = new LinkedHashSet<>();
    conditions.forEach(it -> collect(it, OPERATORS, response, true, found));
    return !found.isEmpty();
  }
}
