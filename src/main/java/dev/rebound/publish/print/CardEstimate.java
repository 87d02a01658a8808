package dev.rebound.publish.print;

import dev.rebound.course.Card;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Principle;
import dev.rebound.course.Settings;
import dev.rebound.publish.page.Templates;
import dev.rebound.source.Block;
import dev.rebound.source.Inline;
import dev.rebound.source.Located;
import dev.rebound.source.Markup;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which cards are not certain to fit in the smallest size of type, without a PDF engine: on stocks,
 * as {@link CardMeasure} says; on sheets to fold, by measuring words with the widest of the printed
 * face's advance widths. Where it cannot tell, or the looks are not ours, it is not certain. {@code
 * CardOverflowTest} holds it to the engine.
 */
final class CardEstimate {
  /** Where an estimate stops being sure. */
  private static final double CERTAIN = .93;

  private static final double POINT = 25.4 / 72;

  static final List<String> LOOKS =
      List.of("print/cards.ftlh", "print/cards.css", "print/fold.ftlh", "print/fold.css");

  /** All that Source Sans is printed in. */
  private static final List<Advances> FACES =
      List.of(
          Advances.REGULAR,
          Advances.SEMI_BOLD,
          Advances.BOLD,
          Advances.read("Italic"),
          Advances.read("SemiBoldItalic"),
          Advances.read("BoldItalic"));

  /** Of any other face; ligatures of three words' length are no letters. */
  private static final int OTHER = 1300;

  private CardEstimate() {}

  /**
   * @param overrides the workspace's own templates
   */
  static List<Card> uncertain(
      Content content,
      Course course,
      String name,
      Map<String, String> words,
      Optional<Path> overrides) {
    List<Card> cards = course.cardsInOrder();
    if (LOOKS.stream().anyMatch(file -> Templates.isOverridden(overrides, file))) {
      return cards;
    }
    Optional<Stock> stock = Stock.named(name);
    if (stock.isPresent()) {
      CardMeasure measure = new CardMeasure(content, course, words, stock.get());
      return cards.stream().filter(card -> !measure.certainlyFits(card)).toList();
    }
    Fold fold = Fold.named(name).orElseThrow();
    Stock.Paper paper = Stock.Paper.named(content.settings().page().value());
    double width = paper.height / fold.columns - 14;
    double height = paper.width / fold.rows - 14;
    return cards.stream()
        .filter(
            card ->
                !coverFits(content, course, fold, width, height)
                    || !panelFits(content, card, width, height))
        .toList();
  }

  /** print/fold.css, size-4 of a booklet; a panel folded in three has room for more. */
  private static boolean panelFits(Content content, Card card, double width, double height) {
    double scale = height > 150 ? 1.4 : 1;
    double titles = width - 12.5;
    double code = content.settings().site().isPresent() ? 12 : 0;
    double all =
        2.1
            + Math.max(
                10,
                lines(card.title().value(), 12.5 * scale, titles) * mm(12.5 * scale * 1.05)
                    + lines(card.subtitle().map(Located::value).orElse(""), 8.5 * scale, titles)
                        * mm(10 * scale))
            + 3.6 * (scale > 1 ? 4 : 1)
            + list(card.front(), 9 * (scale > 1 ? 1.17 : 1), 1.12, 1.2 * scale, width - 7)
            + 5.5 * scale
            + table(card.back(), 8 * (scale > 1 ? 1.1 : 1), .9 * scale, width, .54, 3)
            + Math.max(code, foot(content, card, 6.8, width - 14));
    return all < height * CERTAIN;
  }

  /** The last panel, where there is one, has only the publisher and the rights from authors. */
  private static boolean coverFits(
      Content content, Course course, Fold fold, double width, double height) {
    Settings settings = content.settings();
    String rights = settings.rights().value();
    double end = lines(settings.publisher().value() + " · " + rights, 7.5, width) * mm(7.5 * 1.2);
    if (fold.hasEnd && end > height * .4) {
      return false;
    }
    double large = fold.hasEnd ? 25 : 32;
    double all = (fold.hasEnd ? 45 : 80) + lines(course.title().value(), large, width) * mm(large);
    all += Math.max(0, lines(settings.brandName().value(), 9, width) - 1) * mm(9 * 1.2);
    all += Math.max(0, lines(rights, 6.8, width) - 1) * mm(6.8 * 1.15);
    for (Card card : course.cardsInOrder()) {
      all +=
          lines(card.title().value(), fold.hasEnd ? 10 : 13, width - 6) * (fold.hasEnd ? 5.2 : 7.5);
    }
    return all < height * CERTAIN;
  }

  /** A flat list of short paragraphs; anything else is not ours to judge. */
  private static double list(
      List<Block> blocks, double size, double leading, double padding, double width) {
    double height = 0;
    for (Block block : blocks) {
      if (!(block instanceof Block.ItemList list)) {
        return Double.POSITIVE_INFINITY;
      }
      for (List<Block> item : list.items()) {
        if (item.size() != 1 || !(item.get(0) instanceof Block.Paragraph paragraph)) {
          return Double.POSITIVE_INFINITY;
        }
        height += lines(paragraph.content(), size, width) * mm(size * leading) + padding;
      }
    }
    return height;
  }

  /** One table of two columns, without its head. */
  private static double table(
      List<Block> blocks, double size, double padding, double width, double first, double sides) {
    double height = 0;
    for (Block block : blocks) {
      if (!(block instanceof Block.Table table) || table.head().size() != 2 || blocks.size() != 1) {
        return Double.POSITIVE_INFINITY;
      }
      for (List<List<Inline>> row : table.rows()) {
        double left = lines(row.get(0), size, width * first - sides);
        double right = lines(row.get(1), size, width * (1 - first) - sides);
        height += Math.max(left, right) * mm(size * 1.14) + padding + .3;
      }
    }
    return height;
  }

  private static double foot(Content content, Card card, double size, double width) {
    List<Principle> principles = CardSheets.principles(content, card);
    double height = 0;
    for (Principle principle : principles) {
      if (principle.stance() == Principle.Stance.CONTESTED && principle.evidence().isPresent()) {
        height +=
            lines("Contested or so: " + principle.evidence().get().plain(), size, width)
                    * mm(size * 1.15)
                + .6;
      }
    }
    String credits = String.join("; ", CardSheets.credits(content, principles));
    return height + lines("Rests on what was said by " + credits, size, width) * mm(size * 1.15);
  }

  private static double lines(List<Inline> run, double size, double width) {
    boolean simple =
        run.stream().noneMatch(i -> i instanceof Inline.Image || i instanceof Inline.Break);
    return simple ? lines(Markup.plain(run), size, width) : Double.POSITIVE_INFINITY;
  }

  /** The same where a word wider than the column is broken. */
  static double brokenLines(String text, double size, double width) {
    double all = text.codePoints().mapToDouble(CardEstimate::advance).sum();
    return Math.min(lines(text, size, width), 2 * Math.ceil(all / (width / POINT / size * 1000)));
  }

  /** How many lines a greedy setter needs; endlessly many where a word is wider than the column. */
  private static double lines(String text, double size, double width) {
    double room = width / POINT / size * 1000;
    double used = 0;
    int lines = text.isBlank() ? 0 : 1;
    for (String word : text.strip().split("\\s+", -1)) {
      double wide = word.codePoints().mapToDouble(CardEstimate::advance).sum();
      if (wide > room) {
        return Double.POSITIVE_INFINITY;
      }
      if (used > 0 && used + advance(' ') + wide > room) {
        lines++;
        used = wide;
      } else {
        used += (used > 0 ? advance(' ') : 0) + wide;
      }
    }
    return lines;
  }

  /** In thousandths of the size. */
  static int advance(int point) {
    int widest = FACES.stream().mapToInt(face -> face.thousandths(point)).max().orElseThrow();
    return widest < 0 ? OTHER : widest;
  }

  private static double mm(double points) {
    return points * POINT;
  }
}
