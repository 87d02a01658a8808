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

  private static final double INCH = 25.4;

  private static final List<Stock> ALL =
      List.of(
          plain("a4", Paper.A4),
          plain("letter", Paper.LETTER),
          // The makers' own numbers; where their cards touch, colour that ran over would print on
          // the neighbour.
          perforated("avery-5371", Paper.LETTER, 3.5 * INCH, 2 * INCH, 2, 5, .75 * INCH, .5 * INCH),
          perforated("avery-l7414", Paper.A4, 90, 52, 2, 5, 15, 18.5),
          perforated("avery-c32011-10", Paper.A4, 85, 54, 2, 5, 15, 13.5, 95, 54),
          apart("avery-c32015", Paper.A4, 85, 54, 2, 4, 17, 31.5, 91, 60),
          perforated("avery-5388", Paper.LETTER, 5 * INCH, 3 * INCH, 1, 3, 1.75 * INCH, INCH),
          cardPrinter("cr80"));

  /** The sheets themselves, upright. */
  enum Paper {
    A4(210, 297),
    LETTER(215.9, 279.4);

    final double width;
    final double height;

    Paper(double width, double height) {
      this.width = width;
      this.height = height;
    }

    /** As {@code rebound.yaml} names it. */
    static Paper named(String name) {
      return name.equals("letter") ? LETTER : A4;
    }
  }

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

  /** Whether there is room around the cards for words about them. */
  boolean hasMargins() {
    return y > bleed;
  }

  /** What fits on one stock fits on every other whose cards are as large. */
  Stock firstOfItsSize() {
    return ALL.stream()
        .filter(it -> it.cardWidth == cardWidth && it.cardHeight == cardHeight)
        .findFirst()
        .orElse(this);
  }

  /**
   * How much larger than a bank card a card of this stock is: what is set on it grows with it, so
   * that an index card is not a small card with much white.
   */
  double scale() {
    double wanted = Math.min(cardWidth / ID1_WIDTH, cardHeight / ID1_HEIGHT);
    return wanted < 1.2 ? 1 : wanted;
  }

  /** Plain paper to be cut: two columns of four, in the middle, 4 mm apart. */
  private static Stock plain(String name, Paper paper) {
    double gutter = 4;
    double pitchX = ID1_WIDTH + gutter;
    double pitchY = ID1_HEIGHT + gutter;
    return new Stock(
        name,
        paper.width,
        paper.height,
        ID1_WIDTH,
        ID1_HEIGHT,
        2,
        4,
        (paper.width - pitchX - ID1_WIDTH) / 2,
        (paper.height - 3 * pitchY - ID1_HEIGHT) / 2,
        pitchX,
        pitchY,
        gutter / 2,
        true);
  }

  private static Stock perforated(
      String name,
      Paper paper,
      double width,
      double height,
      int columns,
      int rows,
      double x,
      double y) {
    return perforated(name, paper, width, height, columns, rows, x, y, width, height);
  }

  private static Stock perforated(
      String name,
      Paper paper,
      double width,
      double height,
      int columns,
      int rows,
      double x,
      double y,
      double pitchX,
      double pitchY) {
    return new Stock(
        name,
        paper.width,
        paper.height,
        width,
        height,
        columns,
        rows,
        x,
        y,
        pitchX,
        pitchY,
        0,
        false);
  }

  /** Perforated with room between the cards, so that colour can run over their edges. */
  private static Stock apart(
      String name,
      Paper paper,
      double width,
      double height,
      int columns,
      int rows,
      double x,
      double y,
      double pitchX,
      double pitchY) {
    return new Stock(
        name,
        paper.width,
        paper.height,
        width,
        height,
        columns,
        rows,
        x,
        y,
        pitchX,
        pitchY,
        2,
        false);
  }

  /** One plastic card a page, with the bleed that printers of such cards cut off. */
  private static Stock cardPrinter(String name) {
    double bleed = 3;
    return new Stock(
        name,
        ID1_WIDTH + 2 * bleed,
        ID1_HEIGHT + 2 * bleed,
        ID1_WIDTH,
        ID1_HEIGHT,
        1,
        1,
        bleed,
        bleed,
        ID1_WIDTH,
        ID1_HEIGHT,
        bleed,
        false);
  }
}
