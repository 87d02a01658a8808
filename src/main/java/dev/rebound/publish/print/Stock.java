package dev.rebound.publish.print;

import java.util.List;
import java.util.Optional;

/**
 * What cards are printed on: a page and where the cards lie on it. All lengths are millimetres,
 * from the page's upper left corner.
 *
 * @param x the left edge of the first card, trimmed
 * @param y its upper edge
 * @param pitchX from one column's left edge to the next one's
 * @param pitchY from one row's upper edge to the next one's
 * @param bleed how far colour runs over the trimmed edge, so that an inexact cut leaves no white
 * @param cropMarks whether the sheet needs cutting; die-cut stock does not
 */
public record Stock(
    String name,
    double pageWidth,
    double pageHeight,
    double cardWidth,
    double cardHeight,
    int columns,
    int rows,
    double x,
    double y,
    double pitchX,
    double pitchY,
    double bleed,
    boolean cropMarks) {

  /** ISO/IEC 7810 ID-1, the size of a bank card: it fits every wallet and badge holder. */
  private static final double ID1_WIDTH = 85.60;

  private static final double ID1_HEIGHT = 53.98;

  private static final List<Stock> ALL =
      List.of(
          plain("a4", 210, 297),
          plain("letter", 215.9, 279.4),
          // Avery's sheet: the cards touch, so colour that ran over would print on the neighbour.
          new Stock("avery-l7414", 210, 297, 90, 52, 2, 5, 15, 18.5, 90, 52, 0, false));

  /** Where one card lies: its trimmed upper left corner, in millimetres. */
  public record Place(double x, double y) {}

  /** The stock with this name, when there is one. */
  public static Optional<Stock> named(String name) {
    return ALL.stream().filter(stock -> stock.name.equals(name)).findFirst();
  }

  /** The names a course may use. */
  public static List<String> names() {
    return ALL.stream().map(Stock::name).toList();
  }

  /** How many cards a sheet holds. */
  public int places() {
    return columns * rows;
  }

  /** Where the front of the {@code index}th card lies, row by row. */
  public Place front(int index) {
    int row = index / columns;
    return new Place(x + index % columns * pitchX, y + row * pitchY);
  }

  /** Where its back lies on the sheet's other side, once the sheet is turned on its long edge. */
  public Place back(int index) {
    Place front = front(index);
    return new Place(pageWidth - front.x() - cardWidth, front.y());
  }

  /** The lower edge of the last row. */
  public double bottom() {
    return y + (rows - 1) * pitchY + cardHeight;
  }

  /** Plain paper to be cut: two columns of four, in the middle, 4 mm apart. */
  private static Stock plain(String name, double pageWidth, double pageHeight) {
    double gutter = 4;
    double pitchX = ID1_WIDTH + gutter;
    double pitchY = ID1_HEIGHT + gutter;
    return new Stock(
        name,
        pageWidth,
        pageHeight,
        ID1_WIDTH,
        ID1_HEIGHT,
        2,
        4,
        (pageWidth - pitchX - ID1_WIDTH) / 2,
        (pageHeight - 3 * pitchY - ID1_HEIGHT) / 2,
        pitchX,
        pitchY,
        gutter / 2,
        true);
  }
}
