package dev.rebound.publish.print;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How large each face's type is: 1 is the largest, as {@code print/cards.css} knows them. Fronts
 * share one size, because a set should look like one; each back has its own, because what stands
 * below its lines differs.
 */
record Sizes(int fronts, Map<String, Integer> backs) {
  private static final int SMALLEST = 3;

  static final Sizes LARGEST = new Sizes(1, Map.of());

  static Sizes smallest(List<String> cards) {
    Map<String, Integer> all = new HashMap<>();
    cards.forEach(card -> all.put(card, SMALLEST));
    return new Sizes(SMALLEST, Map.copyOf(all));
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
