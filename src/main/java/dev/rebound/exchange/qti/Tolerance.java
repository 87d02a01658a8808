package dev.rebound.exchange.qti;

import dev.rebound.exchange.Values;
import dev.rebound.exchange.XmlElement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where {@code equal} with a tolerance turns from false to true, and back. */
final class Tolerance {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Tolerance() {}

  static List<String> ends(XmlElement equal, Map<String, Declaration> declared) {
    String[] tolerance = equal.attribute("tolerance").split("\\s+", -1);
    Optional<BigDecimal> below = Values.number(tolerance[0]).map(BigDecimal::new);
    if (below.isEmpty()) {
      return List.of();
    }
    BigDecimal above =
        tolerance.length > 1
            ? Values.number(tolerance[1]).map(BigDecimal::new).orElse(below.get())
            : below.get();
    boolean relative = equal.attribute("toleranceMode").equals("relative");
    List<String> ends = new ArrayList<>();
    for (XmlElement operand : equal.children()) {
      List<String> values = List.of();
      if (operand.is("baseValue")) {
        values = List.of(operand.text());
      } else if (operand.is("correct")) {
        Declaration declaration = declared.get(operand.attribute("identifier"));
        values = declaration == null ? List.of() : declaration.correct();
      }
      for (String value : values) {
        Values.number(value)
            .map(BigDecimal::new)
            .ifPresent(
                it -> {
                  ends.addAll(ends(it, below.get(), above, relative));
                });
      }
    }
    return ends;
  }

  static List<String> ends(
      BigDecimal middle, BigDecimal below, BigDecimal above, boolean relative) {
    BigDecimal less = relative ? middle.multiply(below).divide(HUNDRED) : below;
    BigDecimal more = relative ? middle.multiply(above).divide(HUNDRED) : above;
    return List.of(Values.plain(middle.subtract(less)), Values.plain(middle.add(more)));
  }
}
