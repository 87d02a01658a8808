package dev.rebound.publish.print;

import dev.rebound.course.Card;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the template {@code print/fold.ftlh} is given: panels, each with where it lies in mm. */
final class FoldSheets {
  /** What office printers leave white at the edges, and a finger's breadth to hold it by. */
  private static final double INSET = 7;

  private FoldSheets() {}

  static Map<String, Object> data(
      Content content, Course course, List<Card> cards, Fold fold, Sizes sizes) {
    Stock.Paper paper = Stock.Paper.named(content.settings().page().value());
    // On its side.
    double pageWidth = paper.height;
    double pageHeight = paper.width;
    double width = pageWidth / fold.columns;
    double height = pageHeight / fold.rows;
    List<List<Map<String, Object>>> sides = new ArrayList<>();
    for (int from = 0; from < cards.size(); from += fold.cards) {
      List<Card> here = cards.subList(from, Math.min(cards.size(), from + fold.cards));
      for (int side = 0; side < fold.printedSides(); side++) {
        List<Map<String, Object>> panels = new ArrayList<>();
        for (Fold.Panel panel : fold.sides(side)) {
          Map<String, Object> model = new HashMap<>();
          model.put("x", Lengths.mm(panel.column() * width));
          model.put("y", Lengths.mm(panel.row() * height));
          model.put("turned", panel.onItsHead());
          // Read sheet by sheet, from 1.
          model.put("order", from / fold.cards * 8 + panel.page() + 1);
          int card = panel.page() - 1;
          model.put("kind", kind(fold, panel.page(), here.size()));
          if (card >= 0 && card < here.size()) {
            model.put(
                "card", CardSheets.card(content, course, here.get(card), from + card + 1, sizes));
            model.put("size", sizes.back(here.get(card).id().value()));
          }
          panels.add(model);
        }
        sides.add(panels);
      }
    }
    Map<String, Object> data = new HashMap<>();
    data.put("sides", sides);
    data.put(
        "fold",
        Map.of(
            "name", fold.id,
            "hasEnd", fold.hasEnd,
            "pageWidth", Lengths.mm(pageWidth),
            "pageHeight", Lengths.mm(pageHeight),
            "width", Lengths.mm(width),
            "height", Lengths.mm(height),
            "inset", Lengths.mm(INSET),
            "inner", Lengths.mm(width - 2 * INSET),
            "tall", Lengths.mm(height - 2 * INSET)));
    data.put("marks", marks(fold, pageWidth, pageHeight));
    data.put("titles", cards.stream().map(card -> card.title().value()).toList());
    return data;
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
  private static List<Map<String, Object>> marks(Fold fold, double pageWidth, double pageHeight) {
    List<Map<String, Object>> marks = new ArrayList<>();
    for (int column = 1; column < fold.columns; column++) {
      double x = column * pageWidth / fold.columns;
      marks.add(mark("down", x, 0));
      marks.add(mark("down", x, pageHeight - CardSheets.MARK));
    }
    for (int row = 1; row < fold.rows; row++) {
      double y = row * pageHeight / fold.rows;
      marks.add(mark("across", 0, y));
      marks.add(mark("across", pageWidth - CardSheets.MARK, y));
    }
    return marks;
  }

  /** A hairline whose middle, not its edge, lies on the fold. */
  private static Map<String, Object> mark(String direction, double x, double y) {
    double half = CardSheets.HAIR / 2;
    boolean down = direction.equals("down");
    return Map.of(
        "direction",
        direction,
        "x",
        Lengths.mm(down ? x - half : x),
        "y",
        Lengths.mm(down ? y : y - half));
  }
}
