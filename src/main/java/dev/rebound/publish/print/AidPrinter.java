package dev.rebound.publish.print;

import dev.rebound.course.Aid;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Principle;
import dev.rebound.publish.KeptResults;
import dev.rebound.publish.chart.ChartDrawing;
import dev.rebound.publish.page.ChartView;
import dev.rebound.publish.page.Fills;
import dev.rebound.publish.page.Html;
import dev.rebound.publish.page.HtmlRenderer;
import dev.rebound.publish.page.LessonRenderContext;
import dev.rebound.publish.page.RenderContext;
import dev.rebound.publish.page.Templates;
import dev.rebound.publish.page.UiMessages;
import dev.rebound.source.Block;
import dev.rebound.source.Chart;
import dev.rebound.source.Fields.Inlined;
import dev.rebound.source.Inline;
import dev.rebound.source.Json;
import dev.rebound.source.Markup;
import dev.rebound.source.Prose;
import dev.rebound.source.Reference;
import dev.rebound.source.Sha256;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A job aid on one page, in the largest type in which it fits; on its side where a table is wide.
 * Empty cells and runs of underscores become fields to fill in.
 */
final class AidPrinter {
  private static final RenderContext PAPER = new RenderContext() {};

  /** In points, largest first. */
  private static final List<Double> TYPE =
      List.of(16.0, 15.0, 14.2, 13.4, 12.5, 11.8, 11.2, 10.6, 10.0, 9.5, 9.0, 8.5, 8.0);

  /** From here on lines stand closer. */
  private static final double SMALL = 9.2;

  private static final int WIDE = 6;
  private static final double SIDE = 17;
  private static final double TOP = 14;
  private static final double BOTTOM = 10;
  private static final double GUTTER = 9;

  private final Supplier<Templates> templates;
  private final String looks;
  private final UiMessages words;

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
   * @param tall the height of all there is
   */
  record Page(
      String width,
      String height,
      String side,
      String top,
      String inner,
      String across,
      String gutter,
      String tall) {}

  /**
   * @param templates asked for only where something is laid out
   * @param looks what tells them from others: {@link Templates#digest}
   */
  AidPrinter(Supplier<Templates> templates, String looks, UiMessages words) {
    this.templates = templates;
    this.looks = looks;
    this.words = words;
  }

  /** The page; with overflows, and no bytes, where even the smallest type does not fit. */
  PdfEngine.Rendering print(PdfEngine engine, Content content, Course course, Aid aid) {
    Fit fit = fit(engine.kept(), () -> engine, content, course, aid);
    return fit.overflows().isEmpty()
        ? engine.render(
            new FilledTemplate(
                templates.get(),
                looks,
                "print/aid.ftlh",
                sheet(content, course, aid, TYPE.get(fit.sizes().get(0)))),
            Imprint.of(content.settings()),
            Optional.empty())
        : new PdfEngine.Rendering(new byte[0], fit.overflows(), List.of());
  }

  /** In which size of type an aid fits, and what does not fit even in the smallest. */
  Fit fit(KeptResults kept, Supplier<PdfEngine> engine, Content content, Course course, Aid aid) {
    // What it looks like is known by its digest, and a chart by its numbers: nothing need be drawn
    // to see that it is the same.
    Record asked =
        sheet(
            PaperFrame.of(content.settings(), course.language(), words, new Html("")),
            content,
            course,
            aid,
            0,
            (chart, room) -> chart.toString());
    String key = Sha256.of("Fit\n" + looks + "\n" + Json.write(asked));
    return Fit.kept(kept, key, () -> find(engine.get(), content, course, aid));
  }

  /** Halving: where a size fits, smaller ones do, too. */
  private Fit find(PdfEngine engine, Content content, Course course, Aid aid) {
    int largest = 0;
    int smallest = TYPE.size() - 1;
    List<Overflow> overflows = overflows(engine, content, course, aid, smallest);
    while (overflows.isEmpty() && largest < smallest) {
      int between = (largest + smallest) / 2;
      if (overflows(engine, content, course, aid, between).isEmpty()) {
        smallest = between;
      } else {
        largest = between + 1;
      }
    }
    return new Fit(List.of(smallest), overflows);
  }

  private List<Overflow> overflows(
      PdfEngine engine, Content content, Course course, Aid aid, int size) {
    Record sheet = sheet(content, course, aid, TYPE.get(size));
    return engine
        .check(templates.get().render("print/aid.ftlh", sheet), Imprint.of(content.settings()))
        .overflows();
  }

  private Sheet sheet(Content content, Course course, Aid aid, double type) {
    PaperFrame frame =
        PaperFrame.of(
            content.settings(), course.language(), words, templates.get(), "document", "aid");
    return sheet(
        frame, content, course, aid, type, (chart, room) -> drawn(chart, room, frame.words()));
  }

  private Sheet sheet(
      PaperFrame frame,
      Content content,
      Course course,
      Aid aid,
      double type,
      BiFunction<NumberedChart, ChartDrawing.Room, String> drawing) {
    Stock.Paper paper = Stock.Paper.named(content.settings().page().value());
    boolean wide = columns(aid.body()) >= WIDE;
    double width = wide ? paper.height : paper.width;
    double height = wide ? paper.width : paper.height;
    double inner = width - 2 * SIDE;
    double across = wide ? (inner - GUTTER) / 2 : inner;
    // Its type is nearly as large as the text around it.
    ChartDrawing.Room room = ChartDrawing.Room.strip(across * 72 / 25.4, type * .94);
    RenderContext around =
        around(
            content,
            course,
            frame.words(),
            beside(aid.body(), wide),
            it -> drawing.apply(it, room));
    return new Sheet(
        frame,
        course.title().value(),
        aid.id().value(),
        aid.title().value(),
        type,
        type < SMALL,
        HtmlRenderer.body(aid.body(), around).html(),
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
            Lengths.mm(height - TOP - BOTTOM)));
  }

  /** A chart, and which one of its page it is. */
  private record NumberedChart(Chart chart, int number) {}

  private String drawn(NumberedChart it, ChartDrawing.Room room, Map<String, String> spoken) {
    Html drawing = new Html(ChartDrawing.svg(it.chart(), room));
    ChartView view = ChartView.of(it.chart(), "chart--" + it.number(), drawing, drawing);
    return templates
        .get()
        .render("print/parts/chart.ftlh", new LessonRenderContext.ChartPart(view, spoken));
  }

  private static Stream<Prose> contested(Content content, Aid aid) {
    return CardSheets.principles(content, aid.body())
        .distinct()
        .filter(principle -> principle.stance() == Principle.Stance.CONTESTED)
        .flatMap(principle -> principle.evidence().stream());
  }

  /**
   * As on every page of print, but for charts and tables.
   *
   * @param beside what stands before a block
   */
  private RenderContext around(
      Content content,
      Course course,
      Map<String, String> spoken,
      Map<Block, String> beside,
      Function<NumberedChart, String> drawing) {
    RenderContext pictures = Pictures.of(content, course);
    return new RenderContext() {
      @Override
      public String image(String path) {
        return pictures.image(path);
      }

      @Override
      public String credit(Reference to) {
        return pictures.credit(to);
      }

      @Override
      public String field(Reference to, String words) {
        return pictures.field(to, words);
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
        return isPairs(table, spoken) ? "pairs" : isNumbered(table) ? "numbered" : "";
      }

      @Override
      public String chart(Chart chart, int number) {
        return drawing.apply(new NumberedChart(chart, number));
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

  /** A table of steps: its first column, which has no head, is a number a row. */
  private static boolean isNumbered(Block.Table table) {
    return Markup.plain(table.head().get(0)).isBlank()
        && table.rows().stream()
            .allMatch(row -> Markup.plain(row.get(0)).strip().matches("\\d{1,2}"));
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
}
