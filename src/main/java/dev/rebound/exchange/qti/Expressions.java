package dev.rebound.exchange.qti;

import dev.rebound.exchange.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Evaluates the expressions of response processing. A value is a list of texts, and the empty list
 * is null; what is not in here is refused, not guessed.
 *
 * @see <a href="https://www.imsglobal.org/question/qtiv2p1/imsqti_infov2p1.html">QTI 2.1, 11
 *     Expressions</a>
 */
final class Expressions {
  /** Of one item, for all responses that are tried. */
  private static final int MOST_STEPS = 3_000_000;

  private static final List<String> NULL = List.of();
  private static final List<String> TRUE = List.of("true");
  private static final List<String> FALSE = List.of("false");
  private static final double CLOSE = 1e-9;

  private final Map<String, Declaration> declared;
  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private int steps;

  /** Something that is not computed here. */
  static final class NotComputed extends Exception {
    private static final long serialVersionUID = 1;

    NotComputed(String what) {
      super(what, null, false, false);
    }
  }

  Expressions(Map<String, Declaration> declared) {
    this.declared = declared;
  }

  /** Begins anew: each variable has what it begins with, and these are given. */
  void begin(Map<String, List<String>> given) {
    values.clear();
    values.put("numAttempts", List.of("1"));
    values.put("completionStatus", List.of("unknown"));
    for (Declaration it : declared.values()) {
      boolean number = it.isNumber() && it.cardinality().equals("single") && it.correct().isEmpty();
      values.put(it.id(), it.initial().isEmpty() && number ? List.of("0") : it.initial());
    }
    values.putAll(given);
  }

  void set(String variable, List<String> value) {
    values.put(variable, value);
  }

  List<String> value(String variable) {
    return values.getOrDefault(variable, NULL);
  }

  boolean isTrue(XmlElement expression) throws NotComputed {
    return evaluate(expression).equals(TRUE);
  }

  List<String> evaluate(XmlElement it) throws NotComputed {
    if (++steps > MOST_STEPS) {
      throw new NotComputed("too much");
    }
    String id = it.attribute("identifier");
    switch (it.name()) {
      case "baseValue" -> {
        String value = Declaration.value(it.text(), it.attribute("baseType"));
        return value.isEmpty() ? NULL : List.of(value);
      }
      case "variable" -> {
        if (!values.containsKey(id)) {
          throw new NotComputed(id);
        }
        return value(id);
      }
      case "correct" -> {
        return declaration(id).correct();
      }
      case "default" -> {
        return declaration(id).initial();
      }
      case "mapResponse" -> {
        return List.of(mapped(declaration(id)));
      }
      case "null" -> {
        return NULL;
      }
      default -> {
        return operator(it, operands(it));
      }
    }
  }

  private Declaration declaration(String id) throws NotComputed {
    Declaration found = declared.get(id);
    if (found == null) {
      throw new NotComputed(id);
    }
    return found;
  }

  private String mapped(Declaration it) throws NotComputed {
    Declaration.Mapping mapping = it.mapping().orElseThrow(() -> new NotComputed("mapping"));
    double sum = 0;
    for (String value : value(it.id()).stream().distinct().toList()) {
      sum += mapping.of(value);
    }
    return String.valueOf(Math.max(mapping.least(), Math.min(mapping.most(), sum)));
  }

  private List<List<String>> operands(XmlElement it) throws NotComputed {
    List<List<String>> operands = new ArrayList<>();
    for (XmlElement child : it.children()) {
      if (!child.is(XmlElement.TEXT) && !child.is(XmlElement.COMMENT)) {
        operands.add(evaluate(child));
      }
    }
    return operands;
  }

  private List<String> operator(XmlElement it, List<List<String>> of) throws NotComputed {
    switch (it.name()) {
      case "multiple", "ordered" -> {
        return of.stream().flatMap(List::stream).toList();
      }
      case "and" -> {
        return truth(of.stream().allMatch(TRUE::equals));
      }
      case "or" -> {
        return truth(of.stream().anyMatch(TRUE::equals));
      }
      default -> {}
    }
    if (of.isEmpty()) {
      throw new NotComputed(it.name());
    }
    List<String> first = of.get(0);
    if (of.size() == 1) {
      return ofOne(it, first);
    }
    List<String> second = of.get(1);
    boolean none = first.isEmpty() || second.isEmpty();
    return switch (it.name()) {
      case "match" -> none ? FALSE : truth(same(first, second, ordered(it)));
      case "stringMatch" -> none ? FALSE : truth(stringMatch(it, text(first), text(second)));
      case "equal" -> none ? FALSE : truth(equal(it, number(first), number(second)));
      case "member" -> none ? FALSE : truth(second.contains(first.get(0)));
      case "contains" -> none ? FALSE : truth(first.containsAll(second));
      case "delete" -> second.stream().filter(value -> !first.contains(value)).toList();
      case "gt" -> none ? FALSE : truth(number(first) > number(second));
      case "gte" -> none ? FALSE : truth(number(first) >= number(second) - CLOSE);
      case "lt" -> none ? FALSE : truth(number(first) < number(second));
      case "lte" -> none ? FALSE : truth(number(first) <= number(second) + CLOSE);
      case "sum", "product", "min", "max" -> arithmetic(it.name(), of);
      case "subtract" -> none ? NULL : number(number(first) - number(second));
      case "divide" -> none || number(second) == 0 ? NULL : number(number(first) / number(second));
      default -> throw new NotComputed(it.name());
    };
  }

  private List<String> ofOne(XmlElement it, List<String> of) throws NotComputed {
    return switch (it.name()) {
      case "isNull" -> truth(of.isEmpty());
      case "not" -> truth(!of.equals(TRUE));
      case "containerSize" -> number(of.size());
      case "index" -> {
        String n = it.attribute("n");
        int at = n.matches("\\d{1,4}") ? Integer.parseInt(n) : 0;
        if (at == 0) {
          throw new NotComputed("index");
        }
        yield at <= of.size() ? List.of(of.get(at - 1)) : NULL;
      }
      case "round" -> of.isEmpty() ? NULL : number(Math.floor(number(of) + 0.5));
      case "truncate" -> of.isEmpty() ? NULL : number((double) (long) number(of));
      case "integerToFloat" -> of;
      case "sum", "product", "min", "max" -> arithmetic(it.name(), List.of(of));
      default -> throw new NotComputed(it.name());
    };
  }

  private static List<String> arithmetic(String name, List<List<String>> of) throws NotComputed {
    double result = 0;
    boolean first = true;
    for (List<String> operand : of) {
      for (String text : operand) {
        double one = number(List.of(text));
        result =
            first
                ? one
                : switch (name) {
                  case "sum" -> result + one;
                  case "product" -> result * one;
                  case "min" -> Math.min(result, one);
                  default -> Math.max(result, one);
                };
        first = false;
      }
      if (operand.isEmpty()) {
        return NULL;
      }
    }
    return number(result);
  }

  /** Whether the order counts: it does when one of two is ordered. */
  private boolean ordered(XmlElement match) {
    return match.children().stream()
        .anyMatch(
            it ->
                it.is("ordered")
                    || (declared.containsKey(it.attribute("identifier"))
                        && declared
                            .getOrDefault(it.attribute("identifier"), Declaration.of(it))
                            .cardinality()
                            .equals("ordered")
                        && !it.is("mapResponse")));
  }

  static boolean same(List<String> one, List<String> other, boolean ordered) {
    if (one.size() != other.size()) {
      return false;
    }
    List<String> left = ordered ? one : one.stream().sorted().toList();
    List<String> right = ordered ? other : other.stream().sorted().toList();
    for (int i = 0; i < left.size(); i++) {
      if (!left.get(i).equals(right.get(i)) && !sameNumber(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameNumber(String one, String other) {
    try {
      return Math.abs(Double.parseDouble(one) - Double.parseDouble(other)) <= CLOSE;
    } catch (NumberFormatException text) {
      return false;
    }
  }

  private static boolean stringMatch(XmlElement it, String one, String other) {
    boolean caseCounts = !it.attribute("caseSensitive").equals("false");
    boolean part = it.attribute("substring").equals("true");
    String left = caseCounts ? one : one.toLowerCase(java.util.Locale.ROOT);
    String right = caseCounts ? other : other.toLowerCase(java.util.Locale.ROOT);
    return part ? left.contains(right) : left.equals(right);
  }

  private static boolean equal(XmlElement it, double one, double other) throws NotComputed {
    String mode = it.attribute("toleranceMode");
    if (mode.isEmpty() || mode.equals("exact")) {
      return Math.abs(one - other) <= CLOSE;
    }
    String[] tolerance = it.attribute("tolerance").split("\\s+", -1);
    double below = number(List.of(tolerance[0]));
    double above = tolerance.length > 1 ? number(List.of(tolerance[1])) : below;
    boolean relative = mode.equals("relative");
    // Of "equal", the first is the reference.
    double least = relative ? one * (1 - below / 100) : one - below;
    double most = relative ? one * (1 + above / 100) : one + above;
    return other >= Math.min(least, most) - CLOSE && other <= Math.max(least, most) + CLOSE;
  }

  private static String text(List<String> value) {
    return value.get(0);
  }

  private static double number(List<String> value) throws NotComputed {
    try {
      return Double.parseDouble(value.get(0));
    } catch (NumberFormatException none) {
      throw new NotComputed("number");
    }
  }

  private static List<String> number(double value) {
    return List.of(String.valueOf(value));
  }

  private static List<String> truth(boolean is) {
    return is ? TRUE : FALSE;
  }
}
