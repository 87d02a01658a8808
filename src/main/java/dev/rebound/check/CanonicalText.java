package dev.rebound.check;

import dev.rebound.source.Block;
import dev.rebound.source.Chart;
import dev.rebound.source.Inline;
import dev.rebound.source.Located;
import dev.rebound.source.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Markup as lists and texts that say what a reader meets, and nothing of how we keep it: {@code
 * Warm the *pot*} is {@code ["Warm the ", ["em", "pot"]]}. Where a line ends, and how a parser cuts
 * a text into runs, makes no difference. The names in it are part of the format of {@code
 * reviews.lock}.
 */
final class CanonicalText {
  private CanonicalText() {}

  static List<Object> of(Prose prose) {
    return inlines(prose.inlines());
  }

  static List<Object> inlines(List<Inline> run) {
    List<Object> out = new ArrayList<>();
    for (Inline inline : run) {
      if (inline instanceof Inline.Text text) {
        append(text.text(), out);
      } else if (inline instanceof Inline.Break end) {
        if (end.hard()) {
          out.add(List.of("br"));
        } else {
          append(" ", out);
        }
      } else {
        out.add(marked(inline));
      }
    }
    return out;
  }

  private static void append(String text, List<Object> out) {
    int last = out.size() - 1;
    if (last >= 0 && out.get(last) instanceof String before) {
      out.set(last, before + text);
    } else if (!text.isEmpty()) {
      out.add(text);
    }
  }

  private static List<Object> marked(Inline inline) {
    if (inline instanceof Inline.Emphasis emphasis) {
      return List.of("em", inlines(emphasis.content()));
    }
    if (inline instanceof Inline.Strong strong) {
      return List.of("strong", inlines(strong.content()));
    }
    if (inline instanceof Inline.Code code) {
      return List.of("code", code.text());
    }
    if (inline instanceof Inline.ReferenceLink link) {
      return List.of("link", link.to().kind(), link.to().id(), inlines(link.content()));
    }
    if (inline instanceof Inline.Mapping mapping) {
      return List.of("maps", mapping.to().kind(), mapping.to().id());
    }
    if (inline instanceof Inline.WebLink link) {
      return List.of("web", link.destination(), inlines(link.content()));
    }
    if (inline instanceof Inline.Image image) {
      return List.of("image", image.path(), image.alt());
    }
    if (inline instanceof Inline.FootnoteMark mark) {
      return List.of("mark", mark.name());
    }
    throw new IllegalArgumentException("no canonical text of " + inline);
  }

  static List<Object> blocks(List<Block> body) {
    return each(body, CanonicalText::block);
  }

  private static List<Object> block(Block block) {
    if (block instanceof Block.Heading heading) {
      return List.of("heading", heading.level(), inlines(heading.content()));
    }
    if (block instanceof Block.Paragraph paragraph) {
      return List.of("paragraph", inlines(paragraph.content()));
    }
    if (block instanceof Block.BlockQuote quote) {
      return List.of("quote", blocks(quote.content()));
    }
    if (block instanceof Block.ExcerptQuote quote) {
      return List.of("excerpt", quote.excerpt().id(), inlines(quote.words()));
    }
    if (block instanceof Block.ItemList list) {
      return List.of(
          list.ordered() ? "ordered" : "items",
          list.start(),
          each(list.items(), CanonicalText::blocks));
    }
    if (block instanceof Block.Table table) {
      return List.of(
          "table",
          each(table.head(), CanonicalText::inlines),
          each(table.rows(), row -> each(row, CanonicalText::inlines)));
    }
    if (block instanceof Block.CodeBlock code) {
      return List.of("code", code.language(), code.text());
    }
    if (block instanceof Block.Embed embed) {
      return List.of("embed", embed.to().kind(), embed.to().id());
    }
    if (block instanceof Block.ChartBlock drawing) {
      return chart(drawing.chart());
    }
    if (block instanceof Block.Footnote note) {
      return List.of("footnote", note.name(), blocks(note.content()));
    }
    if (block instanceof Block.ThematicBreak) {
      return List.of("rule");
    }
    throw new IllegalArgumentException("no canonical text of " + block);
  }

  private static List<Object> chart(Chart chart) {
    return List.of(
        "chart",
        chart.title().value(),
        chart.alt().value(),
        chart.source().value(),
        chart.schematic(),
        each(chart.notes(), note -> List.of(note.kind().word(), note.text().value())),
        plot(chart.plot()));
  }

  private static List<Object> plot(Chart.Plot plot) {
    if (plot instanceof Chart.Lines lines) {
      return List.of(
          "line",
          axis(lines.x()),
          axis(lines.y()),
          each(
              lines.series(),
              one ->
                  List.of(
                      one.name().value(),
                      one.kind().word(),
                      one.note().map(Located::value).orElse(""),
                      each(one.points(), point -> List.of(point.x(), point.y())))));
    }
    if (plot instanceof Chart.Bars bars) {
      return List.of(
          bars.pareto() ? "pareto" : "bars",
          Revision.value(bars.unit()),
          each(bars.bars(), bar -> List.of(bar.name().value(), bar.kind().word(), bar.value())));
    }
    if (plot instanceof Chart.Quadrant quadrant) {
      return List.of(
          "quadrant",
          ends(quadrant.x()),
          ends(quadrant.y()),
          each(
              quadrant.fields(),
              field ->
                  List.of(
                      field.high(),
                      field.right(),
                      field.good(),
                      field.kind().word(),
                      field.title().value(),
                      field.text().value())));
    }
    Chart.Matrix matrix = (Chart.Matrix) plot;
    return List.of(
        "matrix",
        Revision.value(matrix.unit()),
        each(matrix.columns(), Located::value),
        each(matrix.rows(), row -> List.of(row.name().value(), row.kind().word(), row.values())));
  }

  private static List<Object> axis(Chart.Axis axis) {
    return List.of(
        axis.title().value(),
        axis.from(),
        axis.to(),
        each(axis.labels(), mark -> List.of(mark.at(), mark.text().value())));
  }

  private static List<Object> ends(Chart.Ends ends) {
    return List.of(ends.title().value(), ends.low().value(), ends.high().value());
  }

  static <T> List<Object> each(List<T> items, Function<? super T, ?> text) {
    return items.stream().<Object>map(text).toList();
  }
}
