package dev.rebound.publish.print;

import dev.rebound.course.Card;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Principle;
import dev.rebound.course.Principle.Stance;
import dev.rebound.course.Source;
import dev.rebound.publish.page.Credit;
import dev.rebound.publish.page.HtmlRenderer;
import dev.rebound.publish.page.Surroundings;
import dev.rebound.source.Block;
import dev.rebound.source.Markup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the template {@code print/cards.ftlh} is given: plain maps, and lengths as text in mm. */
final class CardSheets {
  private static final Surroundings PAPER = new Surroundings() {};

  /** The length of crop marks, and how far they keep from the trimmed edge, beyond any bleed. */
  static final double MARK = 4;

  private static final double MARK_GAP = 1;

  // The style sheet's: how high the bands are, and how far text keeps from the trimmed edge.
  private static final double FRONT_BAND = 14;
  private static final double FRONT_FOOT = 4;
  private static final double BACK_BAND = 9;
  private static final double SIDE = 4.5;
  private static final double NUMBER = 11.6;
  private static final double CODE = 10.6;
  private static final double SAFE = 3.4;

  private static final double SLUG_INSET = 17.4;

  private CardSheets() {}

  static Map<String, Object> data(
      Content content, Course course, List<Card> cards, Stock stock, Sizes sizes) {
    Imposition imposition = Imposition.of(cards.size(), stock.places());
    List<Map<String, Object>> faces = new ArrayList<>();
    for (int i = 0; i < cards.size(); i++) {
      faces.add(card(content, course, cards.get(i), i + 1, sizes));
    }
    Map<String, Object> data = new HashMap<>();
    data.put("stock", geometry(stock));
    data.put("marks", stock.cropMarks() ? marks(stock) : List.of());
    data.put("cards", faces);
    data.put("total", cards.size());
    data.put("heading", stock.hasMargins() ? 2 : 1);
    data.put("sheets", sheets(imposition, stock));
    return data;
  }

  static Map<String, Object> card(
      Content content, Course course, Card card, int number, Sizes sizes) {
    Map<String, Object> face = new HashMap<>();
    face.put("id", card.id().value());
    face.put("number", number);
    face.put("frontSize", sizes.fronts());
    face.put("backSize", sizes.back(card.id().value()));
    face.put("title", card.title().value());
    face.put("subtitle", card.subtitle().orElse(""));
    face.put("front", HtmlRenderer.body(card.front(), PAPER).html());
    face.put("back", HtmlRenderer.body(card.back(), PAPER).html());
    List<Principle> principles = principles(content, card);
    face.put(
        "contested",
        principles.stream()
            .filter(principle -> principle.stance() == Stance.CONTESTED)
            .flatMap(principle -> principle.evidence().stream())
            .map(evidence -> HtmlRenderer.run(evidence.inlines(), PAPER))
            .toList());
    face.put("credits", credits(content, principles));
    face.put("address", LessonAddress.of(content.settings(), course, principles).orElse(""));
    return face;
  }

  /** The principles a card's lines map to, each once, in reading order. */
  private static List<Principle> principles(Content content, Card card) {
    return Stream.of(card.front(), card.back())
        .flatMap(side -> principles(content, side))
        .distinct()
        .toList();
  }

  static Stream<Principle> principles(Content content, List<Block> side) {
    return Markup.references(side).stream()
        .filter(reference -> reference.kind().equals("principle"))
        .flatMap(reference -> content.principle(reference.id()).stream());
  }

  static List<String> credits(Content content, List<Principle> principles) {
    Map<String, String> bySource =
        principles.stream()
            .flatMap(principle -> content.source(principle.source()).stream())
            .collect(
                Collectors.toMap(
                    (Source source) -> source.id().value(),
                    Credit::of,
                    (first, again) -> first,
                    LinkedHashMap::new));
    return List.copyOf(bySource.values());
  }

  private static List<Map<String, Object>> sheets(Imposition imposition, Stock stock) {
    return imposition.sheets().stream()
        .map(
            sheet ->
                Map.<String, Object>of(
                    "fronts", places(sheet, stock, true), "backs", places(sheet, stock, false)))
        .toList();
  }

  private static List<Map<String, Object>> places(
      Imposition.Sheet sheet, Stock stock, boolean front) {
    List<Map<String, Object>> places = new ArrayList<>();
    for (int i = 0; i < sheet.cards().size(); i++) {
      Stock.Place at = front ? stock.front(i) : stock.back(i);
      places.add(
          Map.of(
              "x", Lengths.mm(at.x() - stock.bleed()),
              "y", Lengths.mm(at.y() - stock.bleed()),
              "card", sheet.cards().get(i),
              "copy", i >= sheet.first()));
    }
    return places;
  }

  private static Map<String, Object> geometry(Stock stock) {
    double scale = stock.scale();
    double width = stock.cardWidth() / scale;
    double height = stock.cardHeight() / scale;
    double slug = Math.min(stock.x(), SLUG_INSET);
    return Map.ofEntries(
        Map.entry("name", stock.name()),
        Map.entry("margins", stock.hasMargins()),
        Map.entry("pageWidth", Lengths.mm(stock.pageWidth())),
        Map.entry("pageHeight", Lengths.mm(stock.pageHeight())),
        Map.entry("scale", Lengths.mm(scale)),
        Map.entry("cardWidth", Lengths.mm(width)),
        Map.entry("cardHeight", Lengths.mm(height)),
        Map.entry("bleed", Lengths.mm(stock.bleed())),
        Map.entry("sheetWidth", Lengths.mm(stock.cardWidth() + 2 * stock.bleed())),
        Map.entry("sheetHeight", Lengths.mm(stock.cardHeight() + 2 * stock.bleed())),
        Map.entry("faceWidth", Lengths.mm(width + 2 * stock.bleed())),
        Map.entry("faceHeight", Lengths.mm(height + 2 * stock.bleed())),
        Map.entry("inner", Lengths.mm(width - 2 * SIDE)),
        Map.entry("titles", Lengths.mm(width - 2 * SIDE - NUMBER)),
        Map.entry("codeLeft", Lengths.mm(width - SAFE - CODE)),
        Map.entry("titlesByCode", Lengths.mm(width - SIDE - NUMBER - SAFE - CODE - 2)),
        Map.entry("frontRest", Lengths.mm(height - FRONT_BAND - SAFE)),
        Map.entry("frontMain", Lengths.mm(height - FRONT_BAND - SAFE - FRONT_FOOT)),
        Map.entry("backRest", Lengths.mm(height - BACK_BAND - SAFE)),
        Map.entry("slugX", Lengths.mm(slug)),
        Map.entry("slugWidth", Lengths.mm(stock.pageWidth() - 2 * slug)),
        Map.entry("head", Lengths.mm(Math.min(8, stock.y() - stock.bleed() - 6.5))),
        Map.entry(
            "foot",
            Lengths.mm(
                stock.bottom() + (stock.cropMarks() ? stock.bleed() + 3 * MARK_GAP + MARK : 1.5))));
  }

  /** Crop marks stand outside the grid only: between cards they would lie in the bleed. */
  private static List<Map<String, Object>> marks(Stock stock) {
    double away = stock.bleed() + MARK_GAP;
    double left = stock.x() - away - MARK;
    double right = stock.pageWidth() - left - MARK;
    double above = stock.y() - away - MARK;
    double below = stock.bottom() + away;
    List<Map<String, Object>> marks = new ArrayList<>();
    for (int column = 0; column < stock.columns(); column++) {
      double start = stock.x() + column * stock.pitchX();
      for (double x : new double[] {start, start + stock.cardWidth()}) {
        marks.add(mark("down", x, above));
        marks.add(mark("down", x, below));
      }
    }
    for (int row = 0; row < stock.rows(); row++) {
      double start = stock.y() + row * stock.pitchY();
      for (double y : new double[] {start, start + stock.cardHeight()}) {
        marks.add(mark("across", left, y));
        marks.add(mark("across", right, y));
      }
    }
    return marks;
  }

  /** A hairline whose middle, not its edge, lies on the cut. */
  static Map<String, Object> mark(String direction, double x, double y) {
    double half = .05;
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
