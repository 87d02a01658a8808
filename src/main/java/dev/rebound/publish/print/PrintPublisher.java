package dev.rebound.publish.print;

import dev.rebound.check.CheckedContent;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.Download;
import dev.rebound.publish.Publisher;
import dev.rebound.publish.page.Html;
import dev.rebound.publish.page.PageWords;
import dev.rebound.publish.page.Templates;
import dev.rebound.source.Located;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Pocket cards as PDFs, one for each course and stock: {@code
 * <course>/downloads/<course>-cards-a4.pdf}. Fronts and backs alternate, ready for printing on both
 * sides and turning on the long edge.
 */
public final class PrintPublisher implements Publisher {
  private final Templates templates;
  private final PageWords words;

  public PrintPublisher(Templates templates, PageWords words) {
    this.templates = templates;
    this.words = words;
  }

  @Override
  public String name() {
    return "print";
  }

  @Override
  public List<Download> downloads(CheckedContent content) {
    return downloads(content.content());
  }

  @Override
  public List<Artefact> publish(CheckedContent content) {
    return publish(content.content());
  }

  List<Download> downloads(Content content) {
    List<Download> downloads = new ArrayList<>();
    for (Course course : content.courses()) {
      for (Located<String> stock : stocks(course)) {
        String id = course.id().value();
        downloads.add(new Download(id, path(course, stock.value()), "cards", stock.value()));
      }
    }
    return downloads;
  }

  List<Artefact> publish(Content content) {
    List<Artefact> artefacts = new ArrayList<>();
    PdfEngine engine = new PdfEngine();
    Html css = new Html(templates.text("print/cards.css"));
    for (Course course : content.courses()) {
      for (Located<String> name : stocks(course)) {
        Stock stock =
            Stock.named(name.value())
                .orElseThrow(
                    () ->
                        new PrintFailure(
                            name.span()
                                + ": There is no stock “"
                                + name
                                + "”. There are "
                                + String.join(", ", Stock.names())
                                + "."));
        artefacts.add(
            new Artefact(path(course, stock.name()), pdf(engine, content, course, stock, css)));
      }
    }
    return artefacts;
  }

  /** All cards of a course in one size of type: the largest in which every face holds its text. */
  private byte[] pdf(PdfEngine engine, Content content, Course course, Stock stock, Html css) {
    LocalDate date = LocalDate.parse(content.settings().edition());
    Map<String, String> interfaceWords = words.of(course.language());
    Sizes sizes = Sizes.LARGEST;
    while (true) {
      Map<String, Object> data =
          CardSheets.data(content, course, stock, interfaceWords, css, sizes);
      String html = templates.render("print/cards.ftlh", data);
      PdfEngine.Rendering rendering = engine.render(html, date, content.settings().rights());
      List<Overflow> overflows = rendering.overflows();
      if (overflows.isEmpty()) {
        return rendering.bytes();
      }
      Sizes now = sizes;
      sizes = sizes.smallerFor(overflows).orElseThrow(() -> failure(course, stock, now, overflows));
    }
  }

  private static PrintFailure failure(
      Course course, Stock stock, Sizes sizes, List<Overflow> overflows) {
    return new PrintFailure(
        overflows.stream()
            .filter(overflow -> sizes.isSmallest(overflow.face()))
            .map(
                overflow ->
                    "%s: The %s of card %s is too small on %s for “%s”. Shorten it, or a line before it."
                        .formatted(
                            file(course, overflow.face().card()),
                            overflow.face().side(),
                            overflow.face().card(),
                            stock.name(),
                            overflow.line()))
            .distinct()
            .collect(Collectors.joining("\n")));
  }

  private static String file(Course course, String card) {
    return course.card(card).map(found -> found.id().span().file()).orElse(course.folder());
  }

  /** Nothing to print without cards. */
  private static List<Located<String>> stocks(Course course) {
    return course.cardsInOrder().isEmpty() ? List.of() : course.stocks();
  }

  private static String path(Course course, String stock) {
    String id = course.id().value();
    return id + "/downloads/" + id + "-cards-" + stock + ".pdf";
  }
}
