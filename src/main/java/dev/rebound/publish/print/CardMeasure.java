package dev.rebound.publish.print;

import dev.rebound.course.Card;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Principle;
import dev.rebound.source.Block;
import dev.rebound.source.Inline;
import dev.rebound.source.Located;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whether a card's face holds its text in a size of type, found by measuring words instead of
 * laying them out. It breaks lines as the engine does and has the lengths of {@code
 * print/cards.css} in the engine's dots, so that it is right to the dot. Where it cannot tell (bold
 * words in a line, a picture, a letter that Source Sans lacks, a word wider than its column) it
 * says so. {@code CardOverflowTest} holds it to the engine.
 *
 * <pre>{@code
 * front  band      title, subtitle     back  band  title
 *        rest      list                      rest  table
 *                  imprint                         notes of what studies say, credits
 * }</pre>
 */
final class CardMeasure {
  /** What is known of a face in a size. */
  enum Room {
    FITS,
    RUNS_OVER,
    UNSURE
  }

  private static final double DOTS_AN_INCH = 1920;

  /** What may overflow unseen, see {@link Inspection}. */
  private static final int ROUNDING = 4;

  // Size by size, as the style sheet has them.
  private static final double[] TITLE = {14.5, 13, 11.5, 11.5};
  private static final double[] LINE = {13.5, 12, 10.5, 10.5};
  private static final double[] LINE_PADDING = {1.3, 1.3, 1.3, .9};
  private static final double[] CELL = {10, 9, 8, 8};
  private static final double[] CELL_PADDING = {1.1, .85, 1.1, .5};

  /** A table's head with its two signs, in dots, as it comes out. */
  private static final int[] HEAD = {410, 410, 410, 332};

  private static final double HEAD_SIGN = 5;

  /** By how much of its size the faces' tallest letter is higher than a title's line. */
  private static final double TALLER = .194;

  private static final double FOOT = 6.6;

  /** More than most letters of other faces need, in thousandths. */
  private static final int OTHER = 750;

  private final Content content;
  private final Course course;
  private final Map<String, String> words;
  private final double width;
  private final double height;
  private final boolean bleeds;
  private final String imprint;

  CardMeasure(Content content, Course course, Map<String, String> words, Stock stock) {
    this.content = content;
    this.course = course;
    this.words = words;
    width = stock.cardWidth() / stock.scale();
    height = stock.cardHeight() / stock.scale();
    bleeds = stock.bleed() > 0;
    imprint = imprintInOneLine();
  }

  /**
   * Whose card it is, in the one line there is room for. The names give way, the longer first; the
   * version and the edition never do, for they tell which card is the latest.
   */
  String imprint() {
    return imprint;
  }

  private String imprintInOneLine() {
    List<String> brand = Clusters.of(content.settings().brandName().value());
    List<String> title = Clusters.of(course.title().value());
    int ofBrand = brand.size();
    int ofTitle = title.size();
    while (true) {
      String line =
          String.join(
              " · ",
              shortened(brand, ofBrand),
              shortened(title, ofTitle),
              word("version", content.settings().version().value()),
              word("edition", content.settings().edition().value()));
      boolean fits = new Text().lines(Advances.REGULAR, line, FOOT, dots(inner())) == 1;
      if (fits || (ofBrand == 1 && ofTitle == 1)) {
        return line;
      }
      if (ofBrand > ofTitle) {
        ofBrand--;
      } else {
        ofTitle--;
      }
    }
  }

  private static String shortened(List<String> name, int letters) {
    String kept = String.join("", name.subList(0, letters));
    return letters == name.size() ? kept : kept.strip() + "…";
  }

  /** Both faces in the smallest type. */
  boolean certainlyFits(Card card) {
    return front(card, Sizes.SMALLEST) == Room.FITS && back(card, Sizes.SMALLEST) == Room.FITS;
  }

  /** The largest sizes that are not certain to be too large. */
  Sizes largest(List<Card> cards) {
    Sizes sizes = Sizes.LARGEST;
    for (Card card : cards) {
      while (sizes.fronts() < Sizes.SMALLEST && front(card, sizes.fronts()) == Room.RUNS_OVER) {
        sizes = sizes.withFronts(sizes.fronts() + 1);
      }
      String id = card.id().value();
      while (sizes.back(id) < Sizes.SMALLEST && back(card, sizes.back(id)) == Room.RUNS_OVER) {
        sizes = sizes.withBack(id, sizes.back(id) + 1);
      }
    }
    return sizes;
  }

  Room front(Card card, int size) {
    Text text = new Text();
    int title =
        text.lines(Advances.BOLD, card.title().value(), TITLE[size - 1], titles(card))
            * leading(TITLE[size - 1], 1.1);
    int subtitle =
        text.lines(
                Advances.REGULAR, card.subtitle().map(Located::value).orElse(""), 9, titles(card))
            * leading(9, 1.1);
    int list = 0;
    for (Block block : card.front()) {
      if (block instanceof Block.ItemList items) {
        for (List<Block> item : items.items()) {
          list +=
              2 * dots(LINE_PADDING[size - 1])
                  + text.item(item, LINE[size - 1], dots(inner()) - dots(CardSheets.NUMBER))
                      * leading(LINE[size - 1], 1.1);
        }
      } else {
        text.unsure();
      }
    }
    int foot = text.lines(Advances.REGULAR, imprint, FOOT, dots(inner())) * leading(FOOT, 1.08);
    double rest = height - CardSheets.FRONT_BAND - CardSheets.SAFE;
    text.mustHold(dots(CardSheets.FRONT_BAND), title + subtitle + lowered(TITLE[size - 1]));
    text.mustHold(dots(rest), Math.max(list, dots(rest - CardSheets.FRONT_FOOT)) + foot);
    return text.room();
  }

  Room back(Card card, int size) {
    Text text = new Text();
    int title =
        text.lines(Advances.SEMI_BOLD, card.title().value(), 11, titles(card)) * leading(11, 1.1);
    int table = 0;
    for (Block block : card.back()) {
      if (block instanceof Block.Table two && two.head().size() == 2 && card.back().size() == 1) {
        table = table(two, size, text);
      } else {
        text.unsure();
      }
    }
    List<Principle> principles = CardSheets.principles(content, card);
    int foot = 0;
    for (Principle principle : principles) {
      if (principle.stance() == Principle.Stance.CONTESTED && principle.evidence().isPresent()) {
        List<Inline> note = principle.evidence().get().inlines();
        text.requireSimple(note);
        foot +=
            text.lines(
                    List.of(
                        new Piece(Advances.BOLD, word("stance-contested", "") + ":"),
                        new Piece(Advances.REGULAR, " " + plain(note))),
                    FOOT,
                    dots(inner()))
                * leading(FOOT, 1.08);
        foot += dots(.6);
      }
    }
    List<String> credits = CardSheets.credits(content, principles);
    if (!credits.isEmpty()) {
      foot +=
          text.lines(
                  Advances.REGULAR,
                  word("print-based-on", String.join("; ", credits)),
                  FOOT,
                  dots(inner()))
              * leading(FOOT, 1.08);
    }
    text.mustHold(dots(CardSheets.BACK_BAND), title + lowered(11));
    text.mustHold(dots(height - CardSheets.BACK_BAND - CardSheets.SAFE), table + foot);
    return text.room();
  }

  private int table(Block.Table table, int size, Text text) {
    int first = (int) (dots(inner()) * .58);
    int[] columns = {first - 2 * dots(1.5), dots(inner()) - first - 2 * dots(1.5)};
    for (int i = 0; i < 2; i++) {
      text.requireSimple(table.head().get(i));
      int signed = columns[i] - dots(HEAD_SIGN);
      if (text.lines(Advances.BOLD, plain(table.head().get(i)), 8.5, signed) > 1) {
        text.unsure();
      }
    }
    int border = dots(.25);
    int all = dots(.6) + HEAD[size - 1] + dots(1) - border / 2;
    for (List<List<Inline>> row : table.rows()) {
      int lines = 1;
      for (int i = 0; i < 2; i++) {
        text.requireSimple(row.get(i));
        lines =
            Math.max(
                lines,
                text.lines(
                    i == 0 ? Advances.SEMI_BOLD : Advances.REGULAR,
                    plain(row.get(i)),
                    CELL[size - 1],
                    columns[i]));
      }
      all += lines * leading(CELL[size - 1], 1.12) + 2 * dots(CELL_PADDING[size - 1]) + border;
    }
    return all;
  }

  private double inner() {
    return width - 2 * CardSheets.SIDE;
  }

  private int titles(Card card) {
    List<Principle> principles = CardSheets.principles(content, card);
    return LessonAddress.of(content.settings(), course, principles).isPresent()
        ? dots(
            inner() + CardSheets.SIDE - CardSheets.NUMBER - CardSheets.SAFE - CardSheets.CODE - 2)
        : dots(inner() - CardSheets.NUMBER);
  }

  /** Where a face begins with its page, the engine keeps its first line's tallest letters on it. */
  private int lowered(double size) {
    return bleeds ? 0 : (int) Math.round(dotsOfType(size) * TALLER);
  }

  private String word(String key, String value) {
    return String.valueOf(words.get(key)).replace("{0}", value);
  }

  /** A run of one face in a line. */
  private record Piece(Advances face, String text) {}

  /** The texts of one face of a card: how high they are, and whether that is certain. */
  private static final class Text {
    private final LineBreaks breaks = new LineBreaks();
    private boolean certain = true;
    private boolean over;

    void unsure() {
      certain = false;
    }

    void requireSimple(List<Inline> run) {
      certain &=
          run.stream().allMatch(i -> i instanceof Inline.Text || i instanceof Inline.Mapping);
    }

    void mustHold(int room, int needed) {
      over |= needed > room + ROUNDING;
    }

    Room room() {
      return !certain ? Room.UNSURE : over ? Room.RUNS_OVER : Room.FITS;
    }

    /** A list's item: one paragraph. */
    int item(List<Block> item, double size, int width) {
      if (item.size() != 1 || !(item.get(0) instanceof Block.Paragraph paragraph)) {
        unsure();
        return 0;
      }
      requireSimple(paragraph.content());
      return lines(Advances.SEMI_BOLD, plain(paragraph.content()).strip(), size, width);
    }

    int lines(Advances face, String text, double size, int width) {
      return lines(
          List.of(new Piece(face, text.stripLeading().replaceAll("\\s+", " "))), size, width);
    }

    /** How many lines the engine makes: it rounds each word up, with the blank after it. */
    int lines(List<Piece> pieces, double size, int width) {
      int lines = pieces.get(0).text().isEmpty() ? 0 : 1;
      int used = 0;
      for (Piece piece : pieces) {
        breaks.setText(piece.text());
        int from = 0;
        for (int to = breaks.next(); to > 0; to = breaks.next()) {
          int word = width(piece.face(), piece.text().substring(from, to), size);
          certain &= word <= width;
          if (used + word > width) {
            lines++;
            used = 0;
          }
          used += word;
          from = to;
        }
      }
      return lines;
    }

    private int width(Advances face, String word, double size) {
      int sum = 0;
      for (int i = 0; i < word.length(); i++) {
        int advance = face.thousandths(word.charAt(i));
        certain &= advance >= 0 && word.charAt(i) != '\u00AD';
        sum += advance >= 0 || Clusters.isMark(word.charAt(i)) ? Math.max(advance, 0) : OTHER;
      }
      return (int) Math.ceil(sum / 1000f * dotsOfType(size) - .01);
    }
  }

  /** What is left of a blank before a mapping takes part in breaking lines. */
  private static String plain(List<Inline> run) {
    return run.stream()
        .map(inline -> inline instanceof Inline.Text text ? text.text() : "")
        .collect(Collectors.joining());
  }

  /** The engine rounds a size of type, then the height of its lines. */
  private static int leading(double size, double lineHeight) {
    return (int) Math.round(dotsOfType(size) * lineHeight);
  }

  private static long dotsOfType(double size) {
    return Math.round(size * DOTS_AN_INCH / 72);
  }

  private static int dots(double millimetres) {
    return (int) Math.round(millimetres * DOTS_AN_INCH / 25.4);
  }
}
