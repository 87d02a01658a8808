package dev.rebound.publish.print;

import java.util.List;
import java.util.Optional;

/**
 * What cards are printed on: a page and where the cards lie on it. All lengths are millimetres,
 * from the page's upper left corner.
 *
 * @param card trimmed
 * @param bleed how far colour runs over the trimmed edge on either side, and above and below, so
 *     that an inexact cut leaves no white
 * @param cropMarks whether the sheet needs cutting; die-cut stock does not
 */
public record Stock(String name, Size page, Size card, Grid grid, Size bleed, boolean cropMarks) {

  /** ISO/IEC 7810 ID-1, the size of a bank card: it fits every wallet and badge holder. */
  private static final Size ID1 = new Size(85.60, 53.98);

  private static final double INCH = 25.4;

  private static final List<Stock> ALL =
      List.of(
          plain("a4", Paper.A4),
          plain("letter", Paper.LETTER),
          // The makers' own numbers; where their cards touch, colour that ran over would print on
          // the neighbour.
          perforated(
              "avery-5371",
              Paper.LETTER,
              new Size(3.5 * INCH, 2 * INCH),
              new Grid(2, 5, .75 * INCH, .5 * INCH, 3.5 * INCH, 2 * INCH)),
          perforated("avery-l7414", Paper.A4, new Size(90, 52), new Grid(2, 5, 15, 18.5, 90, 52)),
          perforated(
              "avery-c32011-10", Paper.A4, new Size(85, 54), new Grid(2, 5, 15, 13.5, 95, 54)),
          perforated("avery-c32015", Paper.A4, new Size(85, 54), new Grid(2, 4, 17, 31.5, 91, 60)),
          perforated(
              "avery-5388",
              Paper.LETTER,
              new Size(5 * INCH, 3 * INCH),
              new Grid(1, 3, 1.75 * INCH, INCH, 5 * INCH, 3 * INCH)),
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

    Size size() {
      return new Size(width, height);
    }
  }

  /** How wide and how high. */
  public record Size(double width, double height) {}

  /**
   * Where cards lie.
   *
   * @param x the left edge of the first card, trimmed
   * @param y its upper edge
   * @param pitchX from one column's left edge to the next one's
   * @param pitchY from one row's upper edge to the next one's
   */
  public record Grid(int columns, int rows, double x, double y, double pitchX, double pitchY) {}

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
    return grid.columns * grid.rows;
  }

  /** Where the front of the {@code index}th card lies, row by row. */
  public Place front(int index) {
    int row = index / grid.columns;
    return new Place(grid.x + index % grid.columns * grid.pitchX, grid.y + row * grid.pitchY);
  }

  /** Where its back lies on the sheet's other side, once the sheet is turned on its long edge. */
  public Place back(int index) {
    Place front = front(index);
    return new Place(page.width - front.x() - card.width, front.y());
  }

  /** The lower edge of the last row. */
  public double bottom() {
    return grid.y + (grid.rows - 1) * grid.pitchY + card.height;
  }

  /** Whether there is room around the cards for words about them. */
  boolean hasMargins() {
    return grid.y > bleed.height;
  }

  /** What fits on one stock fits on every other whose cards are as large. */
  Stock firstOfItsSize() {
    return ALL.stream().filter(it -> it.card.equals(card)).findFirst().orElse(this);
  }

  /**
   * How much larger than a bank card a card of this stock is: what is set on it grows with it, so
   * that an index card is not a small card with much white.
   */
  double scale() {
    double wanted = Math.min(card.width / ID1.width, card.height / ID1.height);
    return wanted < 1.2 ? 1 : wanted;
  }

  /** Plain paper to be cut: two columns of four, in the middle, 4 mm apart. */
  private static Stock plain(String name, Paper paper) {
    double gutter = 4;
    double pitchX = ID1.width + gutter;
    double pitchY = ID1.height + gutter;
    Grid grid =
        new Grid(
            2,
            4,
            (paper.width - pitchX - ID1.width) / 2,
            (paper.height - 3 * pitchY - ID1.height) / 2,
            pitchX,
            pitchY);
    return new Stock(name, paper.size(), ID1, grid, new Size(gutter / 2, gutter / 2), true);
  }

  /** Cards to be torn out: colour runs over where there is room between them. */
  private static Stock perforated(String name, Paper paper, Size card, Grid grid) {
    Size bleed =
        new Size(
            room(grid.columns, grid.pitchX - card.width),
            room(grid.rows, grid.pitchY - card.height));
    return new Stock(name, paper.size(), card, grid, bleed, false);
  }

  /** As far as colours of two neighbours do not meet, and no further than anybody tears. */
  private static double room(int cards, double between) {
    return cards > 1 && between > 0 ? Math.min(2, between / 2) : 0;
  }

  /** One plastic card a page, with the bleed that printers of such cards cut off. */
  private static Stock cardPrinter(String name) {
    double bleed = 3;
    return new Stock(
        name,
        new Size(ID1.width + 2 * bleed, ID1.height + 2 * bleed),
        ID1,
        new Grid(1, 1, bleed, bleed, ID1.width, ID1.height),
        new Size(bleed, bleed),
        false);
  }
}
