package dev.rebound.publish.print;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/** Lengths as style sheets write them. */
final class Lengths {
  private Lengths() {}

  /** Thousandths of a millimetre are enough, and look the same everywhere. */
  static String mm(double length) {
    return Objects.requireNonNull(
        BigDecimal.valueOf(length)
            .setScale(3, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString());
  }
}
