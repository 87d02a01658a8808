package dev.rebound.publish.print;

import java.util.ArrayList;
import java.util.List;

/**
 * Which card lies where. The set is laid out in order, place by place, and begins again from its
 * first card until the last sheet is full: a manager who prints one sheet gets a whole set and no
 * empty places, and four cards on eight places make two sets.
 */
record Imposition(List<Sheet> sheets) {

  /**
   * One sheet of paper, both sides.
   *
   * @param cards which card lies at each place, as an index into the set
   * @param first how many cards of the sheet are printed for the first time; the others are copies
   */
  record Sheet(List<Integer> cards, int first) {}

  /**
   * @param cards how many the set has
   * @param places how many a sheet holds
   */
  static Imposition of(int cards, int places) {
    List<Sheet> sheets = new ArrayList<>();
    for (int from = 0; from < cards; from += places) {
      List<Integer> on = new ArrayList<>();
      for (int place = 0; place < places; place++) {
        on.add((from + place) % cards);
      }
      sheets.add(new Sheet(List.copyOf(on), Math.min(places, cards - from)));
    }
    return new Imposition(List.copyOf(sheets));
  }
}
