package dev.rebound.publish.print;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.course.Aid;
import dev.rebound.course.Card;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Settings;
import dev.rebound.publish.KeptResults;
import dev.rebound.publish.page.PageWords;
import dev.rebound.publish.page.Templates;
import dev.rebound.source.Block;
import dev.rebound.source.Located;
import dev.rebound.source.Markup;
import dev.rebound.source.SourceSpan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A card's text has room on every stock it is printed on. The PDF engine itself lays out what an
 * estimate does not find certain to fit, so that no build fails where {@code validate} was content.
 */
public final class CardOverflow implements Rule {
  private final Optional<Path> overrides;
  private final Supplier<Templates> templates;
  private final PageWords words;
  private final KeptResults kept;

  /**
   * @param overrides the workspace's own templates
   * @param templates all of them; asked for only where something must be laid out
   * @param kept what fitted in earlier runs
   */
  public CardOverflow(
      Optional<Path> overrides, Supplier<Templates> templates, PageWords words, KeptResults kept) {
    this.kept = kept;
    this.overrides = overrides;
    this.templates = templates;
    this.words = words;
  }

  /** One line of an author's that does not fit. */
  record Line(SourceSpan span, String words, String side) {}

  @Override
  public void check(CheckContext context, Findings found) {
    Content content = context.content();
    AidPrinter printer = new AidPrinter(templates, words);
    Optional<PdfEngine> engine = Optional.empty();
    for (Course course : content.courses()) {
      Map<Line, Set<String>> tooLong = new LinkedHashMap<>();
      // Stocks with cards of one size give one answer.
      Map<Object, List<Overflow>> known = new HashMap<>();
      Map<Overflow.Face, FaceLines> faces = new HashMap<>();
      for (Located<String> stock : course.stocks()) {
        List<Card> cards =
            CardPrinter.names().contains(stock.value())
                ? CardEstimate.uncertain(
                    content, course, stock.value(), words.of(course.language()), overrides)
                : List.of();
        if (cards.isEmpty()) {
          continue;
        }
        Object size = Stock.named(stock.value()).<Object>map(Stock::cardSize).orElse(stock.value());
        if (!known.containsKey(size)) {
          engine = engine.or(() -> Optional.of(new PdfEngine(kept)));
          known.put(size, overflows(engine.get(), content, course, cards, stock.value()));
        }
        for (Overflow overflow : known.get(size)) {
          line(content, course, overflow, faces)
              .ifPresent(
                  line ->
                      tooLong
                          .computeIfAbsent(line, key -> new LinkedHashSet<>())
                          .add(stock.value()));
        }
      }
      tooLong.forEach((line, stocks) -> report(line, stocks, found));
      for (Aid aid : course.printed() ? course.aidFiles() : List.<Aid>of()) {
        if (!printer.certainlyFits(content, course, aid)) {
          engine = engine.or(() -> Optional.of(new PdfEngine(kept)));
          check(printer, engine.get(), content, course, aid, found);
        }
      }
    }
  }

  /** What cannot be laid out, such as a picture that is not there, is for other rules to say. */
  private List<Overflow> overflows(
      PdfEngine engine, Content content, Course course, List<Card> cards, String stock) {
    Sizes smallest =
        Sizes.all(Sizes.SMALLEST, cards.stream().map(card -> card.id().value()).toList());
    try {
      return new CardPrinter(templates.get(), words)
          .overflows(engine, content, course, cards, stock, smallest);
    } catch (PrintFailure unprintable) {
      return List.of();
    }
  }

  /** The first line of a job aid that has no room on its page. */
  private static void check(
      AidPrinter printer,
      PdfEngine engine,
      Content content,
      Course course,
      Aid aid,
      Findings found) {
    List<String> words;
    try {
      words = printer.overflows(engine, content, course, aid).stream().map(Overflow::line).toList();
    } catch (PrintFailure unprintable) {
      return;
    }
    if (words.isEmpty()) {
      return;
    }
    List<Line> lines = lines(aid.body(), "aid");
    Set<String> all = Set.copyOf(words);
    Line at =
        lines.stream()
            .filter(line -> all.contains(line.words()))
            .findFirst()
            // A chart's source stands behind a word of ours.
            .or(
                () ->
                    lines.stream().filter(line -> words.get(0).endsWith(line.words())).findFirst())
            .orElse(new Line(aid.title().span(), words.get(0), "aid"));
    found.at(
        at.span(),
        "\"%s\" has no room on the job aid's one page.".formatted(shortened(at.words())),
        "Shorten it, or what stands above. It is set in the smallest type already.");
  }

  private static void report(Line line, Set<String> stocks, Findings found) {
    String place =
        switch (line.side()) {
          case "front" -> "the card's front";
          case "back" -> "the card's back";
          case "cover" -> "the folded sheet's cover";
          case "end" -> "the folded sheet's last panel";
          default -> "the card's panel";
        };
    found.at(
        line.span(),
        "\"%s\" does not fit on %s (%s)."
            .formatted(shortened(line.words()), place, String.join(", ", stocks)),
        line.side().equals("cover") || line.side().equals("end")
            ? "Shorten it, or print on another stock."
            : "Shorten it, or a line above it. It is set in the smallest type already.");
  }

  /** Enough of a line to know it by; its place says the rest. */
  private static String shortened(String words) {
    if (words.length() <= 60) {
      return words;
    }
    int blank = words.lastIndexOf(' ', 60);
    return words.substring(0, blank < 30 ? 60 : blank) + "…";
  }

  private static List<Line> lines(List<Block> blocks, String side) {
    List<Line> lines = new ArrayList<>();
    Markup.eachRun(
        blocks,
        run -> {
          if (!run.isEmpty()) {
            String text = Markup.plain(run).replaceAll("\\s+", " ");
            lines.add(new Line(run.get(0).span(), text, side));
          }
        });
    return lines;
  }

  private static Optional<Line> line(
      Content content, Course course, Overflow overflow, Map<Overflow.Face, FaceLines> faces) {
    Settings settings = content.settings();
    return switch (overflow.face().side()) {
      case "cover" -> {
        // What is largest pushes the rest over the edge, so the words that lie there prove nothing.
        List<Map.Entry<Located<String>, Double>> texts = new ArrayList<>();
        texts.add(Map.entry(course.title(), 25.0));
        texts.add(Map.entry(settings.brandName(), 9.0));
        texts.add(Map.entry(settings.rights(), 6.8));
        course.cardsInOrder().forEach(card -> texts.add(Map.entry(card.title(), 10.0)));
        yield texts.stream()
            .max(
                Comparator.comparingDouble(
                    text -> text.getKey().value().length() * text.getValue() * text.getValue()))
            .map(text -> line(text.getKey(), "cover"));
      }
      case "end" ->
          Stream.of(settings.publisher(), settings.rights())
              .max(Comparator.comparingInt(text -> text.value().length()))
              .map(text -> line(text, "end"));
      default ->
          course
              .card(overflow.face().card())
              .map(
                  card ->
                      faces
                          .computeIfAbsent(overflow.face(), face -> FaceLines.of(card, face.side()))
                          .at(overflow.line()));
    };
  }

  private static Line line(Located<String> text, String side) {
    return new Line(text.span(), text.value(), side);
  }

  /**
   * What an author wrote on one face, read once however many of its lines have no room.
   *
   * @param byWords of lines that say the same, the last
   * @param titles what the face says of the card itself
   */
  record FaceLines(Line title, Set<String> titles, Map<String, Line> byWords, Line last) {
    static FaceLines of(Card card, String side) {
      List<Block> blocks = new ArrayList<>();
      if (!side.equals("back")) {
        blocks.addAll(card.front());
      }
      if (!side.equals("front")) {
        blocks.addAll(card.back());
      }
      Line title = new Line(card.title().span(), card.title().value(), side);
      Set<String> titles = new HashSet<>();
      if (side.equals("front") || blocks.isEmpty()) {
        titles.add(title.words());
        card.subtitle().map(Located::value).ifPresent(titles::add);
      }
      Map<String, Line> byWords = new HashMap<>();
      Line last = title;
      for (Line line : lines(blocks, side)) {
        byWords.put(line.words(), line);
        last = line;
      }
      return new FaceLines(title, titles, byWords, last);
    }

    /**
     * The line of the overflowing words. Words of ours (a source's credit) stand below all others:
     * then it is the last line that takes their room.
     */
    Line at(String words) {
      return titles.contains(words)
          ? new Line(title.span(), words, title.side())
          : byWords.getOrDefault(words, last);
    }
  }
}
