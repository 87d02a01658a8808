package dev.rebound.publish.print;

import dev.rebound.check.CheckedContent;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.Download;
import dev.rebound.publish.Publisher;
import dev.rebound.publish.page.PageWords;
import dev.rebound.publish.page.Templates;
import dev.rebound.source.Located;
import java.util.ArrayList;
import java.util.List;

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
    CardPrinter cards = new CardPrinter(templates, words);
    for (Course course : content.courses()) {
      for (Located<String> stock : stocks(course)) {
        CardPrinter.Outcome outcome = cards.print(engine, content, course, stock.value());
        if (!outcome.overflows().isEmpty() || !outcome.missing().isEmpty()) {
          throw failure(course, stock.value(), outcome);
        }
        artefacts.add(new Artefact(path(course, stock.value()), outcome.bytes()));
      }
    }
    return artefacts;
  }

  /** What the rules CardOverflow and MissingGlyph have not found: templates of one's own. */
  private static PrintFailure failure(Course course, String stock, CardPrinter.Outcome outcome) {
    List<String> said = new ArrayList<>();
    for (Overflow over : outcome.overflows()) {
      said.add(
          "%s: The %s of card %s is too small on %s for “%s”."
              .formatted(
                  file(course, over.face().card()),
                  over.face().side(),
                  over.face().card(),
                  stock,
                  over.line()));
    }
    outcome.missing().forEach(glyph -> said.add(glyph.toString()));
    return new PrintFailure(String.join("\n", said.stream().distinct().toList()));
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
