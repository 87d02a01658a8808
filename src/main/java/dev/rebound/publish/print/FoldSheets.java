package dev.rebound.publish.print;

import dev.rebound.course.Card;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.publish.page.Fills;
import dev.rebound.source.Fields.Inlined;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the template {@code print/fold.ftlh} is given: panels, each with where it lies in mm. */
final class FoldSheets {
  /** What office printers leave white at the edges, and a finger's breadth to hold it by. */
  private static final double INSET = 7;

  /** What touches a page's lower edge goes over to the next. */
  private static final double WITHIN = .1;

  private FoldSheets() {}

  /**
   * The cards of a course on sheets to fold.
   *
   * @param course its title
   * @param sides the panels of each printed side
   * @param marks where to fold
   */
  @Fills("print/fold.ftlh")
  record Sheet(
      @Inlined PaperFrame frame,
      String course,
      List<List<Panel>> sides,
      Geometry fold,
      List<Mark> marks) {}

  /**
   * A panel of a folded sheet.
   *
   * @param x how far from the left, in millimetres
   * @param y how far from the top
   * @param turned whether it is printed upside down
   * @param order when it is read
   * @param kind {@code cover}, {@code card}, {@code notes} or {@code end}
   * @param card present where {@code kind} is {@code card}
   * @param size the size of its type: the rest of a class's name
   * @param contents the cards of this sheet, where {@code kind} is {@code cover}
   */
  record Panel(
      String x,
      String y,
      boolean turned,
      int order,
      String kind,
      Optional<CardSheets.Face> card,
      int size,
      List<Entry> contents) {}

  /** A card in a cover's list. */
  record Entry(int number, String title) {}

  /**
   * Lengths of a folded sheet, in millimetres.
   *
   * @param hasEnd whether a panel at its end says how to fold it
   */
  record Geometry(
      String name,
      boolean hasEnd,
      String pageWidth,
      String pageHeight,
      String width,
      String height,
      String inset,
      String inner,
      String tall) {}

  /**
   * A line that shows where to fold.
   *
   * @param direction {@code down} or {@code across}
   */
  record Mark(String direction, String x, String y) {}

  static Sheet sheet(PaperFrame frame, Content content, Course course, Fold fold, Sizes sizes) {
    List<Card> cards = course.cardsInOrder();
    Stock.Paper paper = Stock.Paper.named(content.settings().page().value());
    // On its side.
    double pageWidth = paper.height;
    double pageHeight = paper.width;
    double width = pageWidth / fold.columns;
    double height = pageHeight / fold.rows;
    List<List<Panel>> sides = new ArrayList<>();
    for (int from = 0; from < cards.size(); from += fold.cards) {
      List<Card> here = cards.subList(from, Math.min(cards.size(), from + fold.cards));
      int before = from;
      for (int side = 0; side < fold.printedSides(); side++) {
        List<Panel> panels = new ArrayList<>();
        for (Fold.Panel panel : fold.sides(side)) {
          // Page 0 is the cover.
          Optional<Card> card =
              panel.page() > 0
                  ? here.stream().skip(panel.page() - 1L).findFirst()
                  : Optional.empty();
          panels.add(
              new Panel(
                  Lengths.mm(panel.column() * width),
                  Lengths.mm(panel.row() * height),
                  panel.onItsHead(),
                  // Read sheet by sheet, from 1.
                  from / fold.cards * 8 + panel.page() + 1,
                  kind(fold, panel.page(), here.size()),
                  card.map(
                      it -> CardSheets.face(content, course, it, before + panel.page(), sizes)),
                  sizes.backs(),
                  panel.page() == 0 ? contents(here, from + 1) : List.of()));
        }
        sides.add(panels);
      }
    }
    return new Sheet(
        frame,
        course.title().value(),
        sides,
        new Geometry(
            fold.id,
            fold.hasEnd,
            Lengths.mm(pageWidth),
            Lengths.mm(pageHeight),
            Lengths.mm(width),
            Lengths.mm(height),
            Lengths.mm(INSET),
            Lengths.mm(width - 2 * INSET),
            Lengths.mm(height - 2 * INSET)),
        marks(fold, pageWidth, pageHeight));
  }

  private static List<Entry> contents(List<Card> cards, int first) {
    return IntStream.range(0, cards.size())
        .mapToObj(i -> new Entry(first + i, cards.get(i).title().value()))
        .toList();
  }

  private static String kind(Fold fold, int page, int cards) {
    if (page == 0) {
      return "cover";
    }
    if (page <= cards) {
      return "card";
    }
    return fold.hasEnd && page == fold.cards + 1 ? "end" : "notes";
  }

  /** Short lines at the edges where the sheet is folded. */
  private static List<Mark> marks(Fold fold, double pageWidth, double pageHeight) {
    List<Mark> marks = new ArrayList<>();
    for (int column = 1; column < fold.columns; column++) {
      double x = column * pageWidth / fold.columns;
      marks.add(mark("down", x, 0));
      marks.add(mark("down", x, pageHeight - CardSheets.MARK - WITHIN));
    }
    for (int row = 1; row < fold.rows; row++) {
      double y = row * pageHeight / fold.rows;
      marks.add(mark("across", 0, y));
      marks.add(mark("across", pageWidth - CardSheets.MARK, y));
    }
    return marks;
  }

  /** A hairline whose middle, not its edge, lies on the fold. */
  private static Mark mark(String direction, double x, double y) {
    double half = CardSheets.HAIR / 2;
    boolean down = direction.equals("down");
    return new Mark(direction, Lengths.mm(down ? x - half : x), Lengths.mm(down ? y : y - half));
  }
}
