package dev.rebound.publish.print;

import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.publish.page.Fills;
import dev.rebound.publish.page.Templates;
import dev.rebound.publish.page.UiMessages;
import dev.rebound.source.Fields.Inlined;
import dev.rebound.source.Located;
import java.util.List;
import java.util.Optional;

/** One page on how to print a course's cards, for whoever stands at the printer. */
final class HowToPrint {
  private HowToPrint() {}

  /**
   * How to print the cards.
   *
   * @param course its title
   * @param oneSided whether each back lies beside its front
   * @param sets how often each card is printed
   */
  @Fills("print/how.ftlh")
  record Guide(
      @Inlined PaperFrame frame,
      String course,
      boolean oneSided,
      int sets,
      List<Sheet> stocks,
      Page page) {}

  /**
   * A file of cards.
   *
   * @param name of the stock
   * @param size of its paper, in millimetres: {@code 210 × 297}
   * @param sheets how many there are
   * @param kind {@code cut}, {@code torn}, {@code plastic} or {@code folded}
   */
  record Sheet(String name, String size, int sheets, String kind) {}

  /** The paper of the page itself, in millimetres. */
  record Page(String width, String height) {}

  static byte[] print(
      PdfEngine engine,
      Templates templates,
      String looks,
      UiMessages words,
      Content content,
      Course course) {
    Stock.Paper paper = Stock.Paper.named(content.settings().page().value());
    Guide guide =
        new Guide(
            PaperFrame.of(
                content.settings(), course.language(), words, templates, "document", "how"),
            course.title().value(),
            course.printing().oneSided(),
            course.printing().sets(),
            course.stocks().stream()
                .filter(stock -> CardPrinter.names().contains(stock.value()))
                .map(stock -> sheet(stock, paper, content, course))
                .toList(),
            new Page(Lengths.mm(paper.width), Lengths.mm(paper.height)));
    return engine.print(
        new FilledTemplate(templates, looks, "print/how.ftlh", guide),
        Imprint.of(content.settings()));
  }

  private static Sheet sheet(
      Located<String> name, Stock.Paper paper, Content content, Course course) {
    int cards = course.cardsInOrder().size();
    Optional<Stock> stock = Stock.named(name.value());
    if (stock.isEmpty()) {
      int held = Fold.named(name.value()).orElseThrow().cards;
      return new Sheet(name.value(), size(paper.size()), (cards + held - 1) / held, "folded");
    }
    return new Sheet(
        name.value(),
        size(stock.get().page()),
        Imposition.of(CardSheets.count(content, course), stock.get().places(), course.printing())
            .sheets()
            .size(),
        stock.get().cropMarks() ? "cut" : stock.get().hasMargins() ? "torn" : "plastic");
  }

  private static String size(Stock.Size size) {
    return Lengths.mm(size.width()) + " × " + Lengths.mm(size.height());
  }
}
