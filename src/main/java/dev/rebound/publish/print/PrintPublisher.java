package dev.rebound.publish.print;

import dev.rebound.check.Report;
import dev.rebound.course.Aid;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.Destination;
import dev.rebound.publish.Download;
import dev.rebound.publish.KeptResults;
import dev.rebound.publish.Publisher;
import dev.rebound.publish.page.Templates;
import dev.rebound.publish.page.UiMessages;
import dev.rebound.source.Located;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * PDFs, for each course that says {@code print:}: its cards on each stock, its job aids, its
 * workbook, its trace matrix and, where it has scenarios, its role-play kit. Documents are made
 * side by side.
 */
public final class PrintPublisher implements Publisher {
  private final Templates templates;
  private final UiMessages words;
  private final KeptResults kept;
  private final String looks;

  public PrintPublisher(Templates templates, UiMessages words, KeptResults kept) {
    this.kept = kept;
    this.templates = templates;
    this.words = words;
    looks = templates.digest();
  }

  /** A document to make. */
  private record Planned(Download download, Destination destination, Maker make) {}

  /** Makes one on an engine that is free. */
  private interface Maker {
    byte[] make(PrintPublisher publisher, PdfEngine engine);
  }

  /** What it will write. */
  public static List<Destination> destinations(Content content) {
    return plan(content).stream().map(Planned::destination).toList();
  }

  @Override
  public String name() {
    return "print";
  }

  @Override
  public List<Download> downloads(Content content) {
    return plan(content).stream().map(Planned::download).toList();
  }

  @Override
  public List<Artefact> artefacts(Content content, Report report) {
    // An engine belongs to one thread at a time, and lends its parsed fonts to the next document.
    Queue<PdfEngine> idle = new ConcurrentLinkedQueue<>();
    return plan(content).stream()
        .map(
            planned ->
                Artefact.of(planned.download().path(), out -> out.write(print(planned, idle))))
        .toList();
  }

  /**
   * The workbook's pages of one lesson or quiz, or the role-play kit of one conversation, for
   * whoever looks at that alone: without the rest it is there at once.
   *
   * @param kind {@code lesson}, {@code quiz} or {@code scenario}
   */
  public byte[] part(Content content, Course course, String kind, String id) {
    Course only = course.only(kind, id);
    Content its = content.withCourses(List.of(only));
    PdfEngine engine = new PdfEngine(kept);
    return kind.equals("scenario")
        ? RolePlayKit.print(engine, templates, looks, words, its, only)
        : Workbook.part(engine, templates, looks, words, its, only);
  }

  /**
   * The page of a card's front, from 1.
   *
   * @param stock what it is printed on
   */
  public int page(Content content, Course course, String stock, String card) {
    List<String> cards = course.cardsInOrder().stream().map(it -> it.id().value()).toList();
    return Stock.named(stock)
        .map(it -> CardSheets.page(content, course, it, cards.indexOf(card)))
        .orElse(1);
  }

  private byte[] print(Planned planned, Queue<PdfEngine> idle) {
    PdfEngine free = idle.poll();
    PdfEngine engine = free == null ? new PdfEngine(kept) : free;
    byte[] bytes = planned.make().make(this, engine);
    idle.add(engine);
    return bytes;
  }

  private static List<Planned> plan(Content content) {
    List<Planned> plan = new ArrayList<>();
    for (Course course : content.courses()) {
      if (!course.printed()) {
        continue;
      }
      if (!course.cardsInOrder().isEmpty()) {
        for (Located<String> stock : course.stocks()) {
          plan.add(
              planned(
                  course,
                  "cards-" + stock.value(),
                  new Origin("stock \"" + stock + "\"", stock.span()),
                  "cards",
                  stock.value(),
                  (print, engine) -> print.cards(engine, content, course, stock.value())));
        }
      }
      String page = content.settings().page().value();
      if (!course.cardsInOrder().isEmpty() && !course.stocks().isEmpty()) {
        plan.add(
            planned(
                course,
                "how-to-print",
                new Origin("the page on how to print"),
                "how",
                page,
                (print, engine) ->
                    HowToPrint.print(
                        engine, print.templates, print.looks, print.words, content, course)));
      }
      for (Aid aid : course.aidFiles()) {
        plan.add(
            planned(
                course,
                aid.id().value(),
                new Origin("job aid \"" + aid.id() + "\"", aid.id().span()),
                "aids",
                aid.title().value(),
                (print, engine) -> print.aid(engine, content, course, aid)));
      }
      if (!course.lessonsInOrder().isEmpty()) {
        plan.add(
            planned(
                course,
                "workbook",
                new Origin("the workbook"),
                "workbook",
                page,
                (print, engine) ->
                    Workbook.print(
                        engine, print.templates, print.looks, print.words, content, course)));
        plan.add(
            planned(
                course,
                "trace",
                new Origin("the trace matrix"),
                "trace",
                page,
                (print, engine) ->
                    TraceSheet.print(
                        engine, print.templates, print.looks, print.words, content, course)));
      }
      if (!course.scenariosInOrder().isEmpty()) {
        plan.add(
            planned(
                course,
                "roleplay",
                new Origin("the role-play kit"),
                "roleplay",
                page,
                (print, engine) ->
                    RolePlayKit.print(
                        engine, print.templates, print.looks, print.words, content, course)));
      }
    }
    return plan;
  }

  /** What names a document. */
  private record Origin(String what, Optional<SourceSpan> span) {
    Origin(String what) {
      this(what, Optional.empty());
    }

    Origin(String what, SourceSpan span) {
      this(what, Optional.of(span));
    }
  }

  private static Planned planned(
      Course course, String name, Origin origin, String kind, String variant, Maker make) {
    String id = course.id().value();
    String path = id + "/downloads/" + id + "-" + name + ".pdf";
    return new Planned(
        new Download(id, path, kind, variant),
        new Destination(path, origin.what, origin.span),
        make);
  }

  private byte[] cards(PdfEngine engine, Content content, Course course, String stock) {
    PdfEngine.Rendering rendering =
        new CardPrinter(() -> templates, looks, words).print(engine, content, course, stock);
    requireWhole(course, rendering.overflows(), rendering.missing(), stock);
    return rendering.bytes();
  }

  private byte[] aid(PdfEngine engine, Content content, Course course, Aid aid) {
    PdfEngine.Rendering rendering =
        new AidPrinter(() -> templates, looks, words).print(engine, content, course, aid);
    requireWhole(course, rendering.overflows(), rendering.missing(), aid.id().value());
    return rendering.bytes();
  }

  /** What the rules CardOverflow and MissingGlyph have not found. */
  private static void requireWhole(
      Course course, List<Overflow> overflows, List<UnprintableCharacter> missing, String on) {
    List<String> said = new ArrayList<>();
    for (Overflow over : overflows) {
      said.add(
          "%s: The %s of %s is too small on %s for “%s”."
              .formatted(course.folder(), over.face().side(), over.face().card(), on, over.line()));
    }
    missing.forEach(glyph -> said.add(glyph.toString()));
    if (!said.isEmpty()) {
      throw new PrintFailure(String.join("\n", said.stream().distinct().toList()));
    }
  }
}
