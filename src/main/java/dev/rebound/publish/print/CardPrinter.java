package dev.rebound.publish.print;

import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.publish.KeptResults;
import dev.rebound.publish.page.Html;
import dev.rebound.publish.page.Templates;
import dev.rebound.publish.page.UiMessages;
import dev.rebound.source.Json;
import dev.rebound.source.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A course's cards on one kind of sheet, in the largest type in which every face has room. */
final class CardPrinter {
  private final Supplier<Templates> templates;
  private final String looks;
  private final UiMessages words;

  /**
   * @param templates asked for only where something is laid out
   * @param looks what tells them from others: {@link Templates#digest}
   */
  CardPrinter(Supplier<Templates> templates, String looks, UiMessages words) {
    this.templates = templates;
    this.looks = looks;
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

  private record OnSheets(List<Sheets.Side> sides) implements PdfEngine.Finish {
    @Override
    public List<FormFields.Field> finish(
        PDDocument document, Drawings drawings, List<FormFields.Field> fields) throws IOException {
      return Sheets.impose(document, drawings, sides, fields);
    }
  }

  /**
   * The cards on their sheets; with overflows, and no bytes, where even the smallest type does not
   * fit.
   */
  PdfEngine.Rendering print(PdfEngine engine, Content content, Course course, String name) {
    Fit fit = fit(engine.kept(), () -> engine, content, course, name);
    if (!fit.overflows().isEmpty()) {
      return new PdfEngine.Rendering(new byte[0], fit.overflows(), List.of());
    }
    Sizes sizes = new Sizes(fit.sizes().get(0), fit.sizes().get(1), fit.sizes().get(2));
    Optional<Stock> stock = Stock.named(name);
    PaperFrame frame = frame(content, course, css(stock.isPresent()));
    Imprint imprint = Imprint.of(content.settings());
    if (stock.isPresent()) {
      return engine.render(
          new FilledTemplate(
              templates.get(),
              looks,
              "print/cards.ftlh",
              CardSheets.sheet(frame, content, course, stock.get(), sizes)),
          imprint,
          Optional.of(new OnSheets(CardSheets.sides(content, course, stock.get()))));
    }
    return engine.render(
        new FilledTemplate(
            templates.get(), looks, "print/fold.ftlh", folded(frame, content, course, name, sizes)),
        imprint,
        Optional.empty());
  }

  /**
   * In which sizes the cards fit, and what does not. Stocks whose cards have one size get one
   * answer.
   */
  Fit fit(
      KeptResults kept, Supplier<PdfEngine> engine, Content content, Course course, String name) {
    Optional<Stock> stock = Stock.named(name).map(Stock::firstOfItsSize);
    // What it looks like is known by its digest; nothing need be read to see that it is the same.
    Record asked =
        model(frame(content, course, new Html("")), content, course, stock, name, Sizes.LARGEST);
    String key = Sha256.of("Fit\n" + looks + "\n" + Json.write(asked));
    return Fit.kept(kept, key, () -> find(engine.get(), content, course, stock, name));
  }

  private Fit find(
      PdfEngine engine, Content content, Course course, Optional<Stock> stock, String name) {
    PaperFrame frame = frame(content, course, css(stock.isPresent()));
    Imprint imprint = Imprint.of(content.settings());
    String template = stock.isPresent() ? "print/cards.ftlh" : "print/fold.ftlh";
    Sizes sizes = Sizes.LARGEST;
    while (true) {
      Record model = model(frame, content, course, stock, name, sizes);
      List<Overflow> overflows =
          engine.check(templates.get().render(template, model), imprint).overflows();
      Optional<Sizes> smaller = sizes.smallerFor(overflows);
      if (smaller.isEmpty()) {
        return new Fit(List.of(sizes.fronts(), sizes.backs(), sizes.brand()), overflows);
      }
      sizes = smaller.get();
    }
  }

  private static Record model(
      PaperFrame frame,
      Content content,
      Course course,
      Optional<Stock> stock,
      String name,
      Sizes sizes) {
    return stock
        .<Record>map(kind -> CardSheets.facesOnly(frame, content, course, kind, sizes))
        .orElseGet(() -> folded(frame, content, course, name, sizes));
  }

  private static Record folded(
      PaperFrame frame, Content content, Course course, String name, Sizes sizes) {
    Fold fold =
        Fold.named(name)
            .orElseThrow(() -> new IllegalArgumentException("there is no stock " + name));
    return FoldSheets.sheet(frame, content, course, fold, sizes);
  }

  private Html css(boolean onStock) {
    return new Html(templates.get().text(onStock ? "print/cards.css" : "print/fold.css"));
  }

  private PaperFrame frame(Content content, Course course, Html css) {
    return PaperFrame.of(content.settings(), course.language(), words, css);
  }
}
