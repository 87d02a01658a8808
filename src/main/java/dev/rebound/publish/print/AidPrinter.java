package dev.rebound.publish.print;

import dev.rebound.course.Aid;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Principle;
import dev.rebound.course.Settings;
import dev.rebound.publish.chart.ChartDrawing;
import dev.rebound.publish.page.ChartView;
import dev.rebound.publish.page.Fills;
import dev.rebound.publish.page.Html;
import dev.rebound.publish.page.HtmlRenderer;
import dev.rebound.publish.page.LessonSurroundings;
import dev.rebound.publish.page.PageWords;
import dev.rebound.publish.page.Surroundings;
import dev.rebound.publish.page.Templates;
import dev.rebound.source.Block;
import dev.rebound.source.Chart;
import dev.rebound.source.Fields.Inlined;
import dev.rebound.source.Inline;
import dev.rebound.source.Markup;
import dev.rebound.source.Prose;
import dev.rebound.source.Reference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A job aid on one page, in the largest type in which it fits; on its side where a table is wide.
 * Empty cells and runs of underscores become fields to fill in.
 */
final class AidPrinter {
  private static final Surroundings PAPER = new Surroundings() {};

  /** In points, largest first. */
  private static final List<Double> TYPE =
      List.of(12.5, 11.8, 11.2, 10.6, 10.0, 9.5, 9.0, 8.5, 8.0);

  /** From here on lines stand closer. */
  private static final double SMALL = 9.2;

  private static final int WIDE = 6;
  private static final double SIDE = 17;
  private static final double NARROWEST = 210;
  private static final double TOP = 14;
  private static final double FOOT = 19;
  private static final double GUTTER = 9;

  // The foot's type, as print/aid.css has it, and how many of its lines FOOT has room for.
  private static final double FOOT_TYPE = 7.2;
  private static final double FOOT_LINE = FOOT_TYPE * 1.35 * 25.4 / 72;
  private static final int FOOT_LINES = 2;

  private final Supplier<Templates> templates;
  private final PageWords words;

  /**
   * A job aid.
   *
   * @param course its title
   * @param type the size of type, in points
   * @param small whether its lines stand closer
   * @param form whether there are blanks to fill in
   * @param contested what studies say against its contested principles
   */
  @Fills("print/aid.ftlh")
  record Sheet(
      @Inlined PaperFrame frame,
      String course,
      String id,
      String title,
      double type,
      boolean small,
      Html body,
      boolean form,
      List<Html> contested,
      Page page) {}

  /**
   * Lengths on the page of a job aid, in millimetres.
   *
   * @param side the margin at its sides
   * @param inner between the margins
   * @param across the width of a chart
   * @param tall the height of the text
   * @param foot where the foot begins
   */
  record Page(
      String width,
      String height,
      String side,
      String top,
      String inner,
      String across,
      String gutter,
      String tall,
      String foot) {}

  /**
   * @param templates asked for only where something is laid out
   */
  AidPrinter(Supplier<Templates> templates, PageWords words) {
    this.templates = templates;
    this.words = words;
  }

  /** The page; with overflows, and no bytes, where even the smallest type does not fit. */
  PdfEngine.Rendering print(PdfEngine engine, Content content, Course course, Aid aid) {
    Imprint imprint = Imprint.of(content.settings());
    int largest = 0;
    int smallest = TYPE.size() - 1;
    while (largest < smallest) {
      int between = (largest + smallest) / 2;
      String page = html(content, course, aid, TYPE.get(between));
      if (engine.check(page, imprint).overflows().isEmpty()) {
        smallest = between;
      } else {
        largest = between + 1;
      }
    }
    return engine.render(html(content, course, aid, TYPE.get(largest)), imprint);
  }

  /** What does not fit even in the smallest type. */
  List<Overflow> overflows(PdfEngine engine, Content content, Course course, Aid aid) {
    return engine
        .check(
            html(content, course, aid, TYPE.get(TYPE.size() - 1)), Imprint.of(content.settings()))
        .overflows();
  }

  private String html(Content content, Course course, Aid aid, double type) {
    Stock.Paper paper = Stock.Paper.named(content.settings().page().value());
    boolean wide = columns(aid.body()) >= WIDE;
    double width = wide ? paper.height : paper.width;
    double height = wide ? paper.width : paper.height;
    double inner = width - 2 * SIDE;
    double across = wide ? (inner - GUTTER) / 2 : inner;
    double foot =
        FOOT + FOOT_LINE * Math.max(0, footLines(content, course, aid, inner) - FOOT_LINES);
    // Its type is nearly as large as the text around it.
    ChartDrawing.Room room = ChartDrawing.Room.strip(across * 72 / 25.4, type * .94);
    PaperFrame frame =
        PaperFrame.of(
            content.settings(), course.language(), words, templates.get(), "document", "aid");
    return templates
        .get()
        .render(
            "print/aid.ftlh",
            new Sheet(
                frame,
                course.title().value(),
                aid.id().value(),
                aid.title().value(),
                type,
                type < SMALL,
                HtmlRenderer.body(
                        aid.body(),
                        around(content, course, frame.words(), room, beside(aid.body(), wide)))
                    .html(),
                hasBlanks(aid.body()),
                contested(content, aid)
                    .map(evidence -> HtmlRenderer.run(evidence.inlines(), PAPER))
                    .toList(),
                new Page(
                    Lengths.mm(width),
                    Lengths.mm(height),
                    Lengths.mm(SIDE),
                    Lengths.mm(TOP),
                    Lengths.mm(inner),
                    Lengths.mm(across),
                    Lengths.mm(GUTTER),
                    Lengths.mm(height - TOP - foot - 1),
                    Lengths.mm(height - foot + 1))));
  }

  private static Stream<Prose> contested(Content content, Aid aid) {
    return CardSheets.principles(content, aid.body())
        .distinct()
        .filter(principle -> principle.stance() == Principle.Stance.CONTESTED)
        .flatMap(principle -> principle.evidence().stream());
  }

  /** How many lines the foot may need: whose it is, beside the rights; below, what is contested. */
  private double footLines(Content content, Course course, Aid aid, double inner) {
    Map<String, String> spoken = words.of(course.language());
    Settings settings = content.settings();
    String whose =
        String.join(
            " · ",
            settings.brandName().value(),
            String.valueOf(spoken.get("version")) + settings.version().value(),
            String.valueOf(spoken.get("edition")) + settings.edition().value());
    String notes =
        contested(content, aid)
            .map(note -> spoken.get("stance-contested") + ": " + note.plain() + " ")
            .collect(Collectors.joining());
    return Math.max(
            CardEstimate.brokenLines(whose, FOOT_TYPE, inner / 2),
            CardEstimate.brokenLines(settings.rights().value(), FOOT_TYPE, inner / 2))
        + CardEstimate.brokenLines(notes, FOOT_TYPE, inner);
  }

  /**
   * As on every page of print, but for charts and tables.
   *
   * @param beside what stands before a block
   */
  private Surroundings around(
      Content content,
      Course course,
      Map<String, String> spoken,
      ChartDrawing.Room room,
      Map<Block, String> beside) {
    Surroundings pictures = Pictures.of(content, course);
    return new Surroundings() {
      @Override
      public String image(String path) {
        return pictures.image(path);
      }

      @Override
      public String credit(Reference to) {
        return pictures.credit(to);
      }

      @Override
      public String before(Block block) {
        return beside.getOrDefault(block, "");
      }

      @Override
      public String after(Block block) {
        return block instanceof Block.ChartBlock && beside.containsKey(block)
            ? "</div></div>\n"
            : "";
      }

      @Override
      public String tableClass(Block.Table table) {
        return isPairs(table, spoken) ? "pairs" : "";
      }

      @Override
      public String chart(Chart chart, int number) {
        Html drawn = new Html(ChartDrawing.svg(chart, room));
        ChartView view = ChartView.of(chart, "chart--" + number, drawn, drawn);
        return templates
            .get()
            .render("print/parts/chart.ftlh", new LessonSurroundings.ChartPart(view, spoken));
      }
    };
  }

  /** On a page that lies, a chart stands beside the text before it, up to a heading or a table. */
  private static Map<Block, String> beside(List<Block> body, boolean wide) {
    Map<Block, String> before = new HashMap<>();
    int free = 0;
    for (int at = 0; wide && at < body.size(); at++) {
      if (body.get(at) instanceof Block.Table) {
        free = at + 1;
      } else if (body.get(at) instanceof Block.ChartBlock chart) {
        int from = at;
        while (from > free && (from == at || !isHeading(body.get(from)))) {
          from--;
        }
        if (from < at) {
          before.put(body.get(from), "<div class=\"beside\"><div class=\"left\">");
          before.put(chart, "</div><div class=\"right\">");
          free = at + 1;
        }
      }
    }
    return before;
  }

  private static boolean isHeading(Block block) {
    return block instanceof Block.Heading heading && heading.level() == 2;
  }

  /** A table of what to say, and what not. */
  private static boolean isPairs(Block.Table table, Map<String, String> spoken) {
    return table.head().size() == 2
        && isHead(table.head().get(0), String.valueOf(spoken.get("say")))
        && isHead(table.head().get(1), String.valueOf(spoken.get("instead-of")));
  }

  /** {@code Say to the player} says the same as {@code Say}. */
  private static boolean isHead(List<Inline> head, String word) {
    return Markup.plain(head).strip().regionMatches(true, 0, word, 0, word.length());
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
  boolean certainlyFits(Content content, Course course, Aid aid) {
    double[] lines = {footLines(content, course, aid, NARROWEST - 2 * SIDE)};
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
          } else if (block instanceof Block.ChartBlock) {
            lines[0] += 34;
          } else if (!(block instanceof Block.ItemList)) {
            lines[0] += 6;
          }
        });
    return lines[0] < 34;
  }
}
