package dev.rebound.publish.print;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How large each face's type is: 1 is the largest, as {@code print/cards.css} knows them; the last
 * two are one size of type, with rows set wide and close. Fronts share one size, because a set
 * should look like one; each back has its own, because what stands below its lines differs.
 */
record Sizes(int fronts, Map<String, Integer> backs) {
  static final int SMALLEST = 4;

  static final Sizes LARGEST = new Sizes(1, Map.of());

  /** One size for all. */
  static Sizes all(int size, List<String> cards) {
    Map<String, Integer> backs = new HashMap<>();
    cards.forEach(card -> backs.put(card, size));
    return new Sizes(size, Map.copyOf(backs));
  }

  Sizes withFronts(int size) {
    return new Sizes(size, backs);
  }

  Sizes withBack(String card, int size) {
    Map<String, Integer> others = new HashMap<>(backs);
    others.put(card, size);
    return new Sizes(fronts, Map.copyOf(others));
  }

  int back(String card) {
    return backs.getOrDefault(card, 1);
  }

  /** One step down for every face that overflows; nothing when one of them has no step left. */
  Optional<Sizes> smallerFor(List<Overflow> overflows) {
    int smallerFronts = fronts;
    Map<String, Integer> smallerBacks = new HashMap<>(backs);
    for (Overflow.Face face : overflows.stream().map(Overflow::face).distinct().toList()) {
      if (face.side().equals("front")) {
        smallerFronts = fronts + 1;
      } else {
        smallerBacks.put(face.card(), back(face.card()) + 1);
      }
    }
    List<Integer> all = new ArrayList<>(smallerBacks.values());
    all.add(smallerFronts);
    return all.stream().allMatch(size -> size <= SMALLEST)
        ? Optional.of(new Sizes(smallerFronts, Map.copyOf(smallerBacks)))
        : Optional.empty();
  }

  /** Whether a face is as small as it gets. */
  boolean isSmallest(Overflow.Face face) {
    return (face.side().equals("front") ? fronts : back(face.card())) == SMALLEST;
  }
}
