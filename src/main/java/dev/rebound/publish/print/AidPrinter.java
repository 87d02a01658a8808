package dev.rebound.publish.print;

import dev.rebound.course.Aid;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Principle;
import dev.rebound.publish.page.Html;
import dev.rebound.publish.page.HtmlRenderer;
import dev.rebound.publish.page.PageWords;
import dev.rebound.publish.page.Surroundings;
import dev.rebound.publish.page.Templates;
import dev.rebound.source.Block;
import dev.rebound.source.Inline;
import dev.rebound.source.Markup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A job aid on one page, in the largest type in which it fits; on its side where a table is wide.
 * Empty cells and runs of underscores become fields to fill in.
 */
final class AidPrinter {
  private static final Surroundings PAPER = new Surroundings() {};

  /** As print/aid.css has them. */
  private static final int SIZES = 5;

  private static final int WIDE = 6;
  private static final double SIDE = 17;
  private static final double TOP = 14;
  private static final double FOOT = 19;

  private final Templates templates;
  private final PageWords words;

  AidPrinter(Templates templates, PageWords words) {
    this.templates = templates;
    this.words = words;
  }

  /** The page; with overflows, and no bytes, where even the smallest type does not fit. */
  PdfEngine.Rendering print(PdfEngine engine, Content content, Course course, Aid aid) {
    PdfEngine.Rendering rendering = null;
    for (int size = 1; size <= SIZES; size++) {
      rendering = engine.render(html(content, course, aid, size), Imprint.of(content.settings()));
      if (rendering.overflows().isEmpty()) {
        return rendering;
      }
    }
    return java.util.Objects.requireNonNull(rendering);
  }

  /** What does not fit even in the smallest type. */
  List<Overflow> overflows(PdfEngine engine, Content content, Course course, Aid aid) {
    return engine
        .check(html(content, course, aid, SIZES), Imprint.of(content.settings()))
        .overflows();
  }

  private String html(Content content, Course course, Aid aid, int size) {
    Imprint imprint = Imprint.of(content.settings());
    Stock.Paper paper = Stock.Paper.named(content.settings().page());
    boolean wide = columns(aid.body()) >= WIDE;
    double width = wide ? paper.height : paper.width;
    double height = wide ? paper.width : paper.height;
    Map<String, String> spoken = words.of(course.language());
    Map<String, Object> data = new HashMap<>(imprint.data());
    data.put("language", course.language());
    data.put("course", course.title());
    data.put("words", spoken);
    data.put("id", aid.id().value());
    data.put("title", aid.title().value());
    data.put("size", size);
    data.put("body", body(content, course, aid, spoken));
    data.put("form", hasBlanks(aid.body()));
    data.put(
        "contested",
        CardSheets.principles(content, aid.body())
            .distinct()
            .filter(principle -> principle.stance() == Principle.Stance.CONTESTED)
            .flatMap(principle -> principle.evidence().stream())
            .map(evidence -> HtmlRenderer.run(evidence.inlines(), PAPER))
            .toList());
    data.put(
        "page",
        Map.of(
            "width", Lengths.mm(width),
            "height", Lengths.mm(height),
            "side", Lengths.mm(SIDE),
            "top", Lengths.mm(TOP),
            "inner", Lengths.mm(width - 2 * SIDE),
            "tall", Lengths.mm(height - TOP - FOOT - 1),
            "foot", Lengths.mm(height - FOOT + 1)));
    data.put(
        "css", new Html(templates.text("print/document.css") + templates.text("print/aid.css")));
    return templates.render("print/aid.ftlh", data);
  }

  /** The body, with tables of what to say and what not marked as such. */
  private static Html body(Content content, Course course, Aid aid, Map<String, String> spoken) {
    Document page =
        Jsoup.parseBodyFragment(
            HtmlRenderer.body(aid.body(), Pictures.of(content, course)).html().text());
    for (Element table : page.select("table")) {
      List<String> heads = table.select("thead th").eachText();
      if (heads.size() == 2
          && isHead(heads.get(0), String.valueOf(spoken.get("say")))
          && isHead(heads.get(1), String.valueOf(spoken.get("instead-of")))) {
        table.addClass("pairs");
      }
    }
    page.outputSettings().prettyPrint(false);
    return new Html(page.body().html());
  }

  /** {@code Say to the player} says the same as {@code Say}. */
  private static boolean isHead(String head, String word) {
    return head.regionMatches(true, 0, word, 0, word.length());
  }

  private static int columns(List<Block> body) {
    int[] most = {0};
    Markup.eachBlock(
        body,
        block -> {
          if (block instanceof Block.Table table) {
            most[0] = Math.max(most[0], table.head().size());
          }
        });
    return most[0];
  }

  private static boolean hasBlanks(List<Block> body) {
    boolean[] found = {false};
    Markup.eachBlock(
        body,
        block -> {
          if (block instanceof Block.Table table) {
            found[0] |=
                table.rows().stream()
                    .anyMatch(row -> row.stream().anyMatch(cell -> Markup.plain(cell).isEmpty()));
          } else if (block instanceof Block.Paragraph paragraph) {
            found[0] |= Markup.plain(paragraph.content()).contains("____");
          }
        });
    return found[0];
  }

  /** So short that nobody need lay it out: half of what a page holds in small type. */
  static boolean certainlyFits(Aid aid) {
    double[] lines = {0};
    Markup.eachBlock(
        aid.body(),
        block -> {
          if (block instanceof Block.Paragraph paragraph) {
            lines[0] += 1.5 + Markup.plain(paragraph.content()).length() / 70.0;
            Markup.eachInline(
                paragraph.content(),
                // How high a picture is, only its file knows.
                inline -> lines[0] += inline instanceof Inline.Image ? 34 : 0);
          } else if (block instanceof Block.Heading) {
            lines[0] += 3;
          } else if (block instanceof Block.Table table) {
            double cell = 60.0 / table.head().size();
            lines[0] += 4;
            for (var row : table.rows()) {
              lines[0] +=
                  2.5 + row.stream().mapToInt(c -> Markup.plain(c).length()).max().orElse(0) / cell;
            }
          } else if (!(block instanceof Block.ItemList)) {
            lines[0] += 6;
          }
        });
    return lines[0] < 34;
  }
}
