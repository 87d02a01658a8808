package dev.rebound.publish.print;

import java.util.List;
import java.util.Optional;

/**
 * How large the type of a set is: 1 is the largest, as {@code print/cards.css} knows them; the last
 * two are one size of type, with rows set wide and close. All fronts share one size and all backs
 * another, because a set should look like one.
 *
 * @param fronts of the fronts
 * @param backs of the backs; on a sheet to fold, of the panels
 * @param brand how far the brand's name is shortened, from 0
 */
record Sizes(int fronts, int backs, int brand) {
  static final int SMALLEST = 4;

  static final Sizes LARGEST = new Sizes(1, 1, 0);

  /** One step down for every side that overflows; nothing when no step is left that would help. */
  Optional<Sizes> smallerFor(List<Overflow> overflows) {
    Sizes smaller = this;
    for (String side : overflows.stream().map(over -> over.face().side()).distinct().toList()) {
      smaller =
          switch (side) {
            case "front" -> new Sizes(Math.min(fronts + 1, SMALLEST), smaller.backs, smaller.brand);
            case "back", "panel" ->
                new Sizes(smaller.fronts, Math.min(backs + 1, SMALLEST), smaller.brand);
            case "imprint" ->
                new Sizes(
                    smaller.fronts,
                    smaller.backs,
                    Math.min(brand + 1, CardSheets.BRAND_LENGTHS.size()));
            default -> smaller;
          };
    }
    return Optional.of(smaller).filter(sizes -> !sizes.equals(this));
  }
}
