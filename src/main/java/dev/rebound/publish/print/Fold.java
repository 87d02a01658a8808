package dev.rebound.publish.print;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A sheet that is folded, not cut into cards: the course's paper on its side, divided into panels
 * that are read one after the other.
 */
enum Fold {
  /**
   * Six panels, three a side; the sheet is turned on its short edge, so that the third panel has
   * the fourth at its back.
   */
  Z("z-fold", 3, 1, 5, false) {
    @Override
    List<Panel> sides(int side) {
      return side == 0
          ? List.of(new Panel(0, 0, 0, false), new Panel(1, 1, 0, false), new Panel(2, 2, 0, false))
          : List.of(
              new Panel(3, 0, 0, false), new Panel(4, 1, 0, false), new Panel(5, 2, 0, false));
    }
  },
  /**
   * Eight panels on one side. With a cut along the middle of the sheet, and folded, they follow
   * each other as pages do; the upper row stands on its head.
   */
  BOOKLET("booklet", 4, 2, 6, true) {
    @Override
    List<Panel> sides(int side) {
      return List.of(
          new Panel(5, 0, 1, false),
          new Panel(6, 1, 1, false),
          new Panel(7, 2, 1, false),
          new Panel(0, 3, 1, false),
          new Panel(4, 0, 0, true),
          new Panel(3, 1, 0, true),
          new Panel(2, 2, 0, true),
          new Panel(1, 3, 0, true));
    }
  };

  /** As {@code course.yaml} names it. */
  final String id;

  final int columns;
  final int rows;

  /** How many cards a sheet holds beside its cover. */
  final int cards;

  /** Whether the last panel says how to fold; where not, the cover does. */
  final boolean hasEnd;

  /**
   * @param page when it is read, from 0
   * @param column where it lies
   * @param onItsHead whether it is printed upside down
   */
  record Panel(int page, int column, int row, boolean onItsHead) {}

  Fold(String id, int columns, int rows, int cards, boolean hasEnd) {
    this.id = id;
    this.columns = columns;
    this.rows = rows;
    this.cards = cards;
    this.hasEnd = hasEnd;
  }

  /** The panels of one printed side. */
  abstract List<Panel> sides(int side);

  /** How many sides are printed. */
  int printedSides() {
    return this == Z ? 2 : 1;
  }

  static Optional<Fold> named(String id) {
    return Arrays.stream(values()).filter(fold -> fold.id.equals(id)).findFirst();
  }
}
