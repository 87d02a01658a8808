package dev.rebound.publish.print;

import dev.rebound.course.Card;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.publish.page.PageWords;
import dev.rebound.publish.page.Templates;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A course's cards on one kind of sheet, in the largest type in which every face holds its text. It
 * may be asked from several threads at once; one printer prints one content.
 */
final class CardPrinter {
  private final Templates templates;
  private final PageWords words;

  /** By course and size of card: what fits on one stock fits on every other of that size. */
  private final Map<List<Object>, Sizes> fitting = new ConcurrentHashMap<>();

  CardPrinter(Templates templates, PageWords words) {
    this.templates = templates;
    this.words = words;
  }

  /** Every name {@code print: { stocks: […] }} may use. */
  static List<String> names() {
    List<String> names = new ArrayList<>(Stock.names());
    for (Fold fold : Fold.values()) {
      names.add(fold.id);
    }
    return List.copyOf(names);
  }

  /**
   * How the cards come out.
   *
   * @param overflows what no size of type makes fit; then there are no {@code bytes}
   */
  record Outcome(byte[] bytes, List<Overflow> overflows, List<Tofu> missing) {}

  private record Imposition(List<Sheets.Side> sides) implements PdfEngine.Finish {
    @Override
    public void finish(PDDocument document) throws IOException {
      Sheets.impose(document, sides);
    }
  }

  Outcome print(PdfEngine engine, Content content, Course course, String stock) {
    List<Card> cards = course.cardsInOrder();
    Imprint imprint = Imprint.of(content.settings());
    List<Object> size =
        List.of(course.id(), Stock.named(stock).<Object>map(kind -> kind.cardSize()).orElse(stock));
    Sizes sizes =
        Optional.ofNullable(fitting.get(size))
            .orElseGet(() -> measured(content, course, cards, stock));
    while (true) {
      String html = html(content, course, cards, stock, sizes);
      PdfEngine.Rendering rendering =
          Stock.named(stock)
              .map(
                  kind ->
                      engine.render(
                          html,
                          imprint,
                          new Imposition(CardSheets.sides(content, course, cards, kind))))
              .orElseGet(() -> engine.render(html, imprint));
      List<Overflow> overflows = rendering.overflows();
      Optional<Sizes> smaller = sizes.smallerFor(overflows);
      if (overflows.isEmpty() || smaller.isEmpty()) {
        Sizes now = sizes;
        fitting.put(size, now);
        return new Outcome(
            rendering.bytes(),
            overflows.stream().filter(overflow -> now.isSmallest(overflow.face())).toList(),
            rendering.missing());
      }
      sizes = smaller.get();
    }
  }

  /** Where to begin, for each size that is tried takes the engine as long as the last. */
  private Sizes measured(Content content, Course course, List<Card> cards, String stock) {
    Map<String, String> spoken = words.of(course.language());
    return Stock.named(stock)
        .filter(kind -> !templates.areOverridden(CardEstimate.LOOKS))
        .map(kind -> new CardMeasure(content, course, spoken, kind).largest(cards))
        .orElse(Sizes.LARGEST);
  }

  /** What does not fit in these sizes, of these cards. */
  List<Overflow> overflows(
      PdfEngine engine,
      Content content,
      Course course,
      List<Card> cards,
      String stock,
      Sizes sizes) {
    return engine
        .check(html(content, course, cards, stock, sizes), Imprint.of(content.settings()))
        .overflows();
  }

  private String html(Content content, Course course, List<Card> cards, String name, Sizes sizes) {
    Optional<Stock> stock = Stock.named(name);
    PaperFrame frame =
        PaperFrame.of(
            content.settings(),
            course.language(),
            words,
            templates,
            stock.isPresent() ? "cards" : "fold");
    if (stock.isPresent()) {
      return templates.render(
          "print/cards.ftlh", CardSheets.sheet(frame, content, course, cards, stock.get(), sizes));
    }
    Fold fold =
        Fold.named(name)
            .orElseThrow(() -> new IllegalArgumentException("there is no stock " + name));
    return templates.render(
        "print/fold.ftlh", FoldSheets.sheet(frame, content, course, cards, fold, sizes));
  }
}
