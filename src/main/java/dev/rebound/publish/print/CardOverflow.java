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
import dev.rebound.publish.page.Templates;
import dev.rebound.publish.page.UiMessages;
import dev.rebound.source.Block;
import dev.rebound.source.Inline;
import dev.rebound.source.Located;
import dev.rebound.source.Markup;
import dev.rebound.source.SourceSpan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A card's text has room on every stock it is printed on, and a job aid's on its page. The PDF
 * engine says so by laying them out, and its answer is kept for {@code build}.
 */
public final class CardOverflow implements Rule {
  private final Optional<Path> overrides;
  private final Supplier<Templates> templates;
  private final UiMessages words;
  private final KeptResults kept;

  /**
   * @param overrides the workspace's own templates
   * @param templates all of them; asked for only where something must be laid out
   * @param kept what fitted in earlier runs
   */
  public CardOverflow(
      Optional<Path> overrides, Supplier<Templates> templates, UiMessages words, KeptResults kept) {
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
    if (content.courses().stream().noneMatch(Course::printed)) {
      return;
    }
    String looks = Templates.digest(overrides);
    CardPrinter cards = new CardPrinter(templates, looks, words);
    AidPrinter aids = new AidPrinter(templates, looks, words);
    Supplier<PdfEngine> engine = new OneEngine(kept);
    for (Course course : content.courses()) {
      if (course.printed()) {
        checkCards(cards, engine, content, course, found);
        for (Aid aid : course.aidFiles()) {
          check(aids, engine, content, course, aid, found);
        }
      }
    }
  }

  /** Made when it is first needed: it takes long to start. */
  private static final class OneEngine implements Supplier<PdfEngine> {
    private final KeptResults kept;
    private Optional<PdfEngine> started = Optional.empty();

    OneEngine(KeptResults kept) {
      this.kept = kept;
    }

    @Override
    public PdfEngine get() {
      PdfEngine engine = started.orElseGet(() -> new PdfEngine(kept));
      started = Optional.of(engine);
      return engine;
    }
  }

  private void checkCards(
      CardPrinter printer,
      Supplier<PdfEngine> engine,
      Content content,
      Course course,
      Findings found) {
    Map<Line, Set<String>> tooLong = new LinkedHashMap<>();
    Map<Overflow.Face, FaceLines> faces = new HashMap<>();
    for (Located<String> stock : course.stocks()) {
      if (course.cardsInOrder().isEmpty() || !CardPrinter.names().contains(stock.value())) {
        continue;
      }
      try {
        List<Overflow> overflows =
            printer.fit(kept, engine, content, course, stock.value()).overflows();
        for (Overflow overflow : withoutWhatTitlesPush(overflows, course)) {
          line(content, course, overflow, faces)
              .ifPresent(
                  line ->
                      tooLong
                          .computeIfAbsent(line, key -> new LinkedHashSet<>())
                          .add(stock.value()));
        }
      } catch (PrintFailure unprintable) {
        report(stock.span(), "the cards", unprintable, found);
      }
    }
    tooLong.forEach((line, stocks) -> report(line, stocks, found));
  }

  /** Where a title or a subtitle has no room, what stands below it is not to blame. */
  private static List<Overflow> withoutWhatTitlesPush(List<Overflow> overflows, Course course) {
    Set<Overflow.Face> titled =
        overflows.stream()
            .filter(over -> isTitle(over, course))
            .map(Overflow::face)
            .collect(Collectors.toSet());
    return overflows.stream()
        .filter(over -> !titled.contains(over.face()) || isTitle(over, course))
        .toList();
  }

  private static boolean isTitle(Overflow overflow, Course course) {
    return course.card(overflow.face().card()).stream()
        .flatMap(card -> Stream.concat(Stream.of(card.title()), card.subtitle().stream()))
        .anyMatch(title -> inOneLine(title.value()).equals(overflow.line()));
  }

  private static void report(SourceSpan at, String what, PrintFailure unprintable, Findings found) {
    found.at(
        at,
        "%s cannot be laid out. %s"
            .formatted(what, String.valueOf(unprintable.getMessage()).replaceAll("\\s+", " ")),
        "Look at what is special in them, or at templates/print, if you have your own.");
  }

  /** The first line of a job aid that has no room on its page. */
  private void check(
      AidPrinter printer,
      Supplier<PdfEngine> engine,
      Content content,
      Course course,
      Aid aid,
      Findings found) {
    List<String> words;
    try {
      words =
          printer.fit(kept, engine, content, course, aid).overflows().stream()
              .map(Overflow::line)
              .toList();
    } catch (PrintFailure unprintable) {
      report(aid.id().span(), "the job aid", unprintable, found);
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
            .orElseGet(() -> lastOf(aid, lines, words));
    found.at(
        at.span(),
        "\"%s\" has no room on the job aid's one page.".formatted(shortened(at.words())),
        "Shorten it, or what stands above. It is set in the smallest type already.");
  }

  /** What stands below all that its author wrote has no room because of the last line. */
  private static Line lastOf(Aid aid, List<Line> lines, List<String> words) {
    boolean title = words.contains(aid.title().value()) || lines.isEmpty();
    return title
        ? new Line(aid.title().span(), aid.title().value(), "aid")
        : lines.get(lines.size() - 1);
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
    Markup.eachBlock(
        blocks,
        block -> {
          if (block instanceof Block.CodeBlock code) {
            lines.add(new Line(code.span(), inOneLine(code.text()), side));
          } else if (block instanceof Block.ExcerptQuote quote) {
            addLine(quote.words(), side, lines);
          } else if (!(block instanceof Block.ItemList) && !(block instanceof Block.BlockQuote)) {
            Markup.eachRun(List.of(block), run -> addLine(run, side, lines));
          }
        });
    return lines;
  }

  /** A run of text, and the pictures in it. */
  private static void addLine(List<Inline> run, String side, List<Line> lines) {
    if (run.isEmpty()) {
      return;
    }
    Markup.eachInline(
        run,
        inline -> {
          if (inline instanceof Inline.Image picture && run.size() > 1) {
            lines.add(new Line(picture.span(), inOneLine(picture.alt()), side));
          }
        });
    lines.add(new Line(run.get(0).span(), inOneLine(Markup.plain(run)), side));
  }

  private static String inOneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
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
                          .at(overflow.line()))
              // A card of sources.
              .or(() -> Optional.of(line(course.title(), overflow.face().side())));
    };
  }

  private static Line line(Located<String> text, String side) {
    return new Line(text.span(), text.value(), side);
  }

  /**
   * What an author wrote on one face, read once however many of its lines have no room.
   *
   * @param byWords of lines that say the same, the last
   */
  record FaceLines(Map<String, Line> byWords, Line last) {
    static FaceLines of(Card card, String side) {
      List<Block> blocks = new ArrayList<>();
      if (!side.equals("back")) {
        blocks.addAll(card.front());
      }
      if (!side.equals("front")) {
        blocks.addAll(card.back());
      }
      Map<String, Line> byWords = new HashMap<>();
      Line last = line(card.title(), side);
      byWords.put(inOneLine(last.words()), last);
      card.subtitle()
          .map(subtitle -> line(subtitle, side))
          .ifPresent(subtitle -> byWords.put(inOneLine(subtitle.words()), subtitle));
      for (Line line : lines(blocks, side)) {
        byWords.put(line.words(), line);
        last = line;
      }
      return new FaceLines(byWords, last);
    }

    /**
     * The line of the overflowing words. Words of ours (a source's credit) stand below all others:
     * then it is the last line that takes their room.
     */
    Line at(String words) {
      return byWords.getOrDefault(words, last);
    }
  }
}
