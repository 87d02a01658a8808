package dev.rebound.publish.print;

import dev.rebound.course.Card;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Principle;
import dev.rebound.course.Principle.Stance;
import dev.rebound.course.Settings;
import dev.rebound.course.Source;
import dev.rebound.publish.page.Credit;
import dev.rebound.publish.page.Fills;
import dev.rebound.publish.page.Html;
import dev.rebound.publish.page.HtmlRenderer;
import dev.rebound.publish.page.RenderContext;
import dev.rebound.source.Block;
import dev.rebound.source.Fields.Inlined;
import dev.rebound.source.Inline;
import dev.rebound.source.Located;
import dev.rebound.source.Markup;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the template {@code print/cards.ftlh} is given, with lengths as text in mm. */
final class CardSheets {
  /** How many letters of a brand's name are kept where all of it has no room in a card's foot. */
  static final List<Integer> BRAND_LENGTHS = List.of(64, 48, 36, 26, 18, 12, 6);

  /** The length of crop marks, and how far they keep from the trimmed edge, beyond any bleed. */
  static final double MARK = 4;

  private static final double MARK_GAP = 1;

  /** As thin as a line can be and still be seen. */
  static final double HAIR = .1;

  // The style sheet's: how high the bands are, and how far text keeps from the trimmed edge.
  private static final double FRONT_BAND = 15;
  private static final double FRONT_FOOT = 4;
  private static final double BACK_BAND = 10;
  private static final double SIDE = 4.5;
  private static final double NUMBER = 12.3;
  private static final double EMBLEM = 8.6;

  /** A code of 15 mm is read by every phone; white around it is the card's. */
  private static final double CODE = 16;

  private static final double SAFE = 3.4;
  private static final double LOGO = 5;

  private static final double SLUG_INSET = 21;

  /** What a side lies on, drawn once for each tone. */
  private static final List<String> SIDES = List.of("front", "back");

  /** What belongs to no module is as dark as any of them. */
  private static final String NEUTRAL = "#3b4541";

  private CardSheets() {}

  /**
   * The pocket cards of a course.
   *
   * @param course its title
   * @param cut whether crop marks say where to cut
   * @param oneSided whether each back lies beside its front
   * @param sets how often each card is printed
   * @param heading the level of a card's heading
   * @param imprint whose cards these are, as long as the foot of a front has room for it
   * @param margins what stands around the cards, a page each
   * @param grounds what faces lie on, each drawn once
   * @param tones the colours of the modules that the cards belong to
   */
  @Fills("print/cards.ftlh")
  record Sheet(
      @Inlined PaperFrame frame,
      String course,
      Geometry stock,
      boolean cut,
      boolean oneSided,
      int sets,
      List<Face> cards,
      int heading,
      String imprint,
      List<Margin> margins,
      List<Ground> grounds,
      List<Tone> tones) {}

  /**
   * What faces of one side and one module lie on.
   *
   * @param side {@code front} or {@code back}
   * @param tone the number of the module; 0 of none, -1 of sources
   */
  record Ground(String side, int tone, PaperFrame.Ink ink) {}

  /**
   * A module's colours.
   *
   * @param number of the module; 0 of none
   */
  record Tone(int number, PaperFrame.Ink ink) {}

  /**
   * A card.
   *
   * @param id empty for a card that names the sources of all others
   * @param tone the number of the module that it belongs to; 0 of none, -1 for a card of sources
   * @param frontSize the size of type of the front: the rest of a class's name
   * @param backSize the same of the back
   * @param subtitle empty where the author gives none
   * @param contested what studies say against its contested principles
   * @param credits the sources of its principles, where no other card of the set names them
   * @param address what its QR code says; empty where it has none
   */
  record Face(
      String id,
      int number,
      int tone,
      int frontSize,
      int backSize,
      String title,
      String subtitle,
      Html front,
      Html back,
      List<Html> contested,
      List<String> credits,
      String address) {
    Face withoutCredits() {
      return new Face(
          id, number, tone, frontSize, backSize, title, subtitle, front, back, contested, List.of(),
          address);
    }
  }

  /**
   * What stands around the cards on a sheet.
   *
   * @param which {@code front} or {@code back}
   * @param titled whether it is the first
   */
  record Margin(String which, boolean titled) {}

  /** Lengths of a stock, in millimetres. */
  record Geometry(
      String name,
      boolean margins,
      String pageWidth,
      String pageHeight,
      String cardWidth,
      String cardHeight,
      String bleed,
      String bleedHigh,
      String faceWidth,
      String faceHeight,
      String inner,
      String titles,
      String codeLeft,
      String codeTop,
      String mainByCode,
      String emblemLeft,
      String logoLeft,
      String logoTop,
      String frontRest,
      String frontMain,
      String backRest,
      String slugX,
      String slugWidth,
      String head,
      String foot) {}

  static Sheet sheet(PaperFrame frame, Content content, Course course, Stock stock, Sizes sizes) {
    return sheet(
        frame,
        content,
        course,
        stock,
        sizes,
        margins(content, stock, course),
        grounds(content, course));
  }

  /** What must be laid out to see whether the cards fit. */
  static Sheet facesOnly(
      PaperFrame frame, Content content, Course course, Stock stock, Sizes sizes) {
    return sheet(frame, content, course, stock, sizes, List.of(), List.of());
  }

  private static Sheet sheet(
      PaperFrame frame,
      Content content,
      Course course,
      Stock stock,
      Sizes sizes,
      List<Margin> margins,
      List<Ground> grounds) {
    List<Card> cards = course.cardsInOrder();
    List<Face> faces = new ArrayList<>();
    for (int i = 0; i < cards.size(); i++) {
      faces.add(face(content, course, cards.get(i), i + 1, sizes));
    }
    if (cards.size() > 1) {
      faces.replaceAll(Face::withoutCredits);
      faces.addAll(Colophon.faces(frame, content, course, sizes));
    }
    return new Sheet(
        frame,
        course.title().value(),
        geometry(stock, content.settings().site().isPresent()),
        stock.cropMarks(),
        course.printing().oneSided(),
        course.printing().sets(),
        faces,
        stock.hasMargins() ? 2 : 1,
        shortened(whose(content.settings()), sizes.brand()),
        margins,
        grounds,
        inks(content, course));
  }

  /** The first module that has cards gets the accent itself. */
  private static List<Tone> inks(Content content, Course course) {
    List<Integer> tones = tones(content, course).distinct().sorted().toList();
    String accent = content.settings().accent().value();
    List<Tone> inks = new ArrayList<>();
    for (int tone : tones) {
      inks.add(new Tone(tone, PaperFrame.Ink.ofModule(accent, inks.size() + 1)));
    }
    if (Colophon.cards(content, course) > 0) {
      inks.add(new Tone(Colophon.TONE, PaperFrame.Ink.of(NEUTRAL)));
    }
    return inks;
  }

  private static Stream<Integer> tones(Content content, Course course) {
    return course.cardsInOrder().stream()
        .map(card -> LessonAddress.module(course, principles(content, card)));
  }

  /** How many cards a set has, those of its sources, too. */
  static int count(Content content, Course course) {
    return course.cardsInOrder().size() + Colophon.cards(content, course);
  }

  private static List<Ground> grounds(Content content, Course course) {
    return inks(content, course).stream()
        .flatMap(tone -> SIDES.stream().map(side -> new Ground(side, tone.number(), tone.ink())))
        .toList();
  }

  /** The shop's name where it has said it. */
  private static String whose(Settings settings) {
    Located<String> shop = settings.fields().get("shop");
    return shop == null ? settings.brandName().value() : shop.value();
  }

  /** A brand's name, as long as there is room for it. */
  private static String shortened(String brand, int steps) {
    if (steps == 0) {
      return brand;
    }
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    letters.setText(brand);
    int end = letters.next(BRAND_LENGTHS.get(steps - 1));
    return end == BreakIterator.DONE || end >= brand.length()
        ? brand
        : brand.substring(0, end).strip() + "…";
  }

  static Face face(Content content, Course course, Card card, int number, Sizes sizes) {
    List<Principle> principles = principles(content, card);
    RenderContext around = Pictures.of(content, course);
    return new Face(
        card.id().value(),
        number,
        LessonAddress.module(course, principles),
        sizes.fronts(),
        sizes.backs(),
        card.title().value(),
        card.subtitle().map(Located::value).orElse(""),
        side(card.front(), around),
        side(card.back(), around),
        principles.stream()
            .filter(principle -> principle.stance() == Stance.CONTESTED)
            .flatMap(principle -> principle.evidence().stream())
            .map(evidence -> HtmlRenderer.run(evidence.inlines(), around))
            .toList(),
        credits(content, principles),
        LessonAddress.of(content.settings(), course, principles).orElse(""));
  }

  /**
   * A side's text. The cells of a table's row stand one below the other: as columns each would have
   * half a card's width, and readers that know no tags would take two cards for one table.
   */
  private static Html side(List<Block> blocks, RenderContext around) {
    return new Html(
        blocks.stream()
            .map(
                block ->
                    block instanceof Block.Table table
                        ? pairs(table, around)
                        : HtmlRenderer.body(List.of(block), around).html().text())
            .collect(Collectors.joining()));
  }

  private static String pairs(Block.Table table, RenderContext around) {
    return table.rows().stream()
        .map(row -> "<div class=\"pair\">" + cells(row, around) + "</div>\n")
        .collect(
            Collectors.joining(
                "",
                "<div class=\"pairs\"><div class=\"heads\">"
                    + cells(table.head(), around)
                    + "</div>\n",
                "</div>\n"));
  }

  private static String cells(List<List<Inline>> row, RenderContext around) {
    return row.stream()
        .filter(cell -> !Markup.plain(cell).isBlank())
        .map(cell -> "<p>" + HtmlRenderer.run(cell, around) + "</p>")
        .collect(Collectors.joining());
  }

  /** The principles a card's lines map to, each once, in reading order. */
  static List<Principle> principles(Content content, Card card) {
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

  /** What is printed around the cards: of the first front, of the backs, of any further front. */
  private static List<Margin> margins(Content content, Stock stock, Course course) {
    if (!stock.hasMargins()) {
      return List.of();
    }
    List<Margin> margins = new ArrayList<>();
    margins.add(new Margin("front", true));
    if (!course.printing().oneSided()) {
      margins.add(new Margin("back", false));
    }
    if (imposition(content, stock, course).sheets().size() > 1) {
      margins.add(new Margin("front", false));
    }
    return margins;
  }

  /**
   * The page that a card's front is on, from 1.
   *
   * @param card its place among the course's cards
   */
  static int page(Content content, Course course, Stock stock, int card) {
    int page = 1;
    for (Imposition.Sheet sheet : imposition(content, stock, course).sheets()) {
      if (sheet.fronts().stream().anyMatch(it -> it.card() == card)) {
        return page;
      }
      page += sheet.backs().isEmpty() ? 1 : 2;
    }
    return 1;
  }

  private static Imposition imposition(Content content, Stock stock, Course course) {
    return Imposition.of(count(content, course), stock.places(), course.printing());
  }

  /** How the sheets are put together from what the template makes: margins, grounds, faces. */
  static List<Sheets.Side> sides(Content content, Course course, Stock stock) {
    List<Integer> tones =
        Stream.concat(
                tones(content, course),
                Stream.generate(() -> Colophon.TONE).limit(Colophon.cards(content, course)))
            .toList();
    List<Ground> grounds = grounds(content, course);
    List<Sheets.Mark> marks = stock.cropMarks() ? marks(stock) : List.of();
    List<Margin> margins = margins(content, stock, course);
    List<Sheets.Side> sides = new ArrayList<>();
    for (Imposition.Sheet sheet : imposition(content, stock, course).sheets()) {
      for (boolean reverse : new boolean[] {false, true}) {
        List<Imposition.Face> faces = reverse ? sheet.backs() : sheet.fronts();
        if (faces.isEmpty()) {
          continue;
        }
        Optional<Sheets.Laid> around =
            around(margins, new Margin(reverse ? "back" : "front", sides.isEmpty()), stock);
        List<Sheets.Laid> laid = new ArrayList<>();
        for (int i = 0; i < faces.size(); i++) {
          Imposition.Face face = faces.get(i);
          Stock.Place at = reverse ? stock.back(i) : stock.front(i);
          int ground = ground(grounds, face.back() ? "back" : "front", tones.get(face.card()));
          laid.add(
              new Sheets.Laid(
                  margins.size() + grounds.size() + 2 * face.card() + (face.back() ? 1 : 0),
                  Optional.of(margins.size() + ground),
                  at.x() - stock.bleed().width(),
                  at.y() - stock.bleed().height(),
                  stock.card().width() + 2 * stock.bleed().width(),
                  stock.card().height() + 2 * stock.bleed().height(),
                  face.again()));
        }
        sides.add(
            new Sheets.Side(
                stock.page().width(), stock.page().height(), around, laid, marks, trimmed(stock)));
      }
    }
    return sides;
  }

  private static Optional<Sheets.Laid> around(List<Margin> margins, Margin which, Stock stock) {
    return Optional.of(margins.indexOf(which))
        .filter(piece -> piece >= 0)
        .map(
            piece ->
                new Sheets.Laid(
                    piece,
                    Optional.empty(),
                    0,
                    0,
                    stock.page().width(),
                    stock.page().height(),
                    !which.titled()));
  }

  private static int ground(List<Ground> grounds, String side, int tone) {
    return IntStream.range(0, grounds.size())
        .filter(i -> grounds.get(i).side().equals(side) && grounds.get(i).tone() == tone)
        .findFirst()
        .orElseThrow();
  }

  /** The cards as a printer cuts them, all together. */
  private static Sheets.Trim trimmed(Stock stock) {
    return new Sheets.Trim(
        stock.grid().x(),
        stock.grid().y(),
        (stock.grid().columns() - 1) * stock.grid().pitchX() + stock.card().width(),
        stock.bottom() - stock.grid().y(),
        stock.bleed());
  }

  /**
   * @param coded whether there may be codes
   */
  private static Geometry geometry(Stock stock, boolean coded) {
    double scale = stock.scale();
    double width = stock.card().width() / scale;
    double height = stock.card().height() / scale;
    double slug = Math.min(stock.grid().x(), SLUG_INSET);
    return new Geometry(
        stock.name(),
        stock.hasMargins(),
        Lengths.mm(stock.page().width()),
        Lengths.mm(stock.page().height()),
        Lengths.mm(width),
        Lengths.mm(height),
        Lengths.mm(stock.bleed().width()),
        Lengths.mm(stock.bleed().height()),
        Lengths.mm(width + 2 * stock.bleed().width()),
        Lengths.mm(height + 2 * stock.bleed().height()),
        Lengths.mm(width - 2 * SIDE),
        Lengths.mm(width - 2 * SIDE - NUMBER - EMBLEM - 1.5),
        Lengths.mm(width - SAFE - CODE),
        Lengths.mm(height - SAFE - CODE),
        Lengths.mm(width - 2 * SIDE - CODE - 1),
        Lengths.mm(width - SIDE - EMBLEM + 1),
        Lengths.mm(width - SIDE - LOGO - (coded ? CODE : 0)),
        Lengths.mm(height - SAFE - LOGO),
        Lengths.mm(height - FRONT_BAND - SAFE),
        Lengths.mm(height - FRONT_BAND - SAFE - FRONT_FOOT),
        Lengths.mm(height - BACK_BAND - SAFE),
        Lengths.mm(slug),
        Lengths.mm(stock.page().width() - 2 * slug),
        Lengths.mm(Math.min(8, stock.grid().y() - stock.bleed().height() - 6.5)),
        Lengths.mm(
            stock.bottom()
                + (stock.cropMarks() ? stock.bleed().height() + 3 * MARK_GAP + MARK : 1.5)));
  }

  /** Crop marks stand outside the grid only: between cards they would lie in the bleed. */
  private static List<Sheets.Mark> marks(Stock stock) {
    double away = stock.bleed().width() + MARK_GAP;
    double left = stock.grid().x() - away - MARK;
    double right = stock.page().width() - left - MARK;
    double above = stock.grid().y() - away - MARK;
    double below = stock.bottom() + away;
    List<Sheets.Mark> marks = new ArrayList<>();
    for (int column = 0; column < stock.grid().columns(); column++) {
      double start = stock.grid().x() + column * stock.grid().pitchX();
      for (double x : new double[] {start, start + stock.card().width()}) {
        marks.add(mark("down", x, above));
        marks.add(mark("down", x, below));
      }
    }
    for (int row = 0; row < stock.grid().rows(); row++) {
      double start = stock.grid().y() + row * stock.grid().pitchY();
      for (double y : new double[] {start, start + stock.card().height()}) {
        marks.add(mark("across", left, y));
        marks.add(mark("across", right, y));
      }
    }
    return marks;
  }

  /** A hairline whose middle, not its edge, lies on the cut. */
  private static Sheets.Mark mark(String direction, double x, double y) {
    return direction.equals("down")
        ? new Sheets.Mark(x - HAIR / 2, y, HAIR, MARK)
        : new Sheets.Mark(x, y - HAIR / 2, MARK, HAIR);
  }
}
