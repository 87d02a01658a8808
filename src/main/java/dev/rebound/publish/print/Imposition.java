package dev.rebound.publish.print;

import dev.rebound.course.Printing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which face lies where. The cards are laid out in order, place by place, each as often as there
 * are sets, and begin again from the first until the last sheet is full: a manager who prints one
 * sheet gets a whole set and no empty places, and four cards on eight places make two sets.
 */
record Imposition(List<Sheet> sheets) {

  /**
   * One sheet of paper.
   *
   * @param backs of the cards at the same places; none where the sheet is printed on one side
   */
  record Sheet(List<Face> fronts, List<Face> backs) {}

  /**
   * One side of a card.
   *
   * @param card an index into the set
   * @param again whether the same face stands before it
   */
  record Face(int card, boolean back, boolean again) {}

  /**
   * @param cards how many the set has
   * @param places how many a sheet holds
   */
  static Imposition of(int cards, int places, Printing printing) {
    int faces = printing.oneSided() ? 2 : 1;
    int due = cards * printing.sets() * faces;
    Set<Face> seen = new HashSet<>();
    List<Sheet> sheets = new ArrayList<>();
    for (int from = 0; from < due; from += places) {
      List<Face> fronts = new ArrayList<>();
      List<Face> backs = new ArrayList<>();
      for (int at = from; at < from + places; at++) {
        int card = at / faces / printing.sets() % cards;
        fronts.add(face(card, printing.oneSided() && at % 2 == 1, seen));
        if (!printing.oneSided()) {
          backs.add(face(card, true, seen));
        }
      }
      sheets.add(new Sheet(List.copyOf(fronts), List.copyOf(backs)));
    }
    return new Imposition(List.copyOf(sheets));
  }

  private static Face face(int card, boolean back, Set<Face> seen) {
    return new Face(card, back, !seen.add(new Face(card, back, false)));
  }
}
