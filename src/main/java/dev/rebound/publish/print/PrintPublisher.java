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

/**
 * Pocket cards as PDFs, one for each course and stock: {@code
 * <course>/downloads/<course>-cards-a4.pdf}. Fronts and backs alternate, ready for printing on both
 * sides and turning on the long edge.
 */
public final class PrintPublisher implements Publisher {
  /** The sizes of type {@code print/cards.css} knows, the largest first. */
  private static final int SIZES = 3;

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
    for (int size = 1; ; size++) {
      Map<String, Object> data = CardSheets.data(content, course, stock, interfaceWords, css, size);
      String html = templates.render("print/cards.ftlh", data);
      PdfEngine.Rendering rendering = engine.render(html, date, content.settings().rights());
      if (rendering.overflows().isEmpty()) {
        return rendering.bytes();
      }
      if (size == SIZES) {
        throw overflow(course, stock, rendering.overflows());
      }
    }
  }

  private static PrintFailure overflow(Course course, Stock stock, List<Overflow> overflows) {
    List<String> lines = new ArrayList<>();
    for (Overflow overflow : overflows) {
      lines.add(
          course.folder()
              + ": The "
              + overflow.face()
              + " is too small on "
              + stock.name()
              + " for “"
              + overflow.line()
              + "”. Shorten it, or another line of that side.");
    }
    return new PrintFailure(String.join("\n", lines));
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
