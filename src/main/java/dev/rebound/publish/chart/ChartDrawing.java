package dev.rebound.publish.chart;

import dev.rebound.source.Chart;
import dev.rebound.source.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A chart as inline SVG. It is drawn twice for a page: text in a drawing shrinks with it, so a
 * phone gets one whose text was placed for its width.
 */
public final class ChartDrawing {
  /** For a phone. */
  public static final Room NARROW = new Room("narrow", 300, 300);

  /** For a page or paper. */
  public static final Room WIDE = new Room("wide", 620, 320);

  /**
   * How much room a drawing has, in units of which its type takes 13.5.
   *
   * @param name the drawing's class
   * @param high where it could be of any height, such as lines over time
   */
  public record Room(String name, int width, double high) {
    private static final double STRIP = 176;

    /**
     * Across paper that has little height to spare: {@code class="strip"}.
     *
     * @param width on paper
     * @param type how large its type is to be there, in the same measure
     */
    public static Room strip(double width, double type) {
      return new Room("strip", (int) Math.round(width * Svg.SIZE / type), STRIP);
    }

    boolean isNarrow() {
      return width == NARROW.width;
    }

    boolean isStrip() {
      return high == STRIP;
    }
  }

  private ChartDrawing() {}

  public static String svg(Chart chart, Room room) {
    Svg svg = new Svg();
    int width = room.width();
    if (chart.plot() instanceof Chart.Lines lines) {
      new LinePlot(lines, chart.schematic(), room, svg).draw();
    } else if (chart.plot() instanceof Chart.Bars bars) {
      BarPlot.draw(bars, width, svg);
    } else if (chart.plot() instanceof Chart.Quadrant quadrant) {
      QuadrantPlot.draw(quadrant, room, svg);
    } else if (chart.plot() instanceof Chart.Matrix matrix) {
      MatrixPlot.draw(matrix, width, svg);
    }
    return svg.finish(width, room.name(), chart.alt().value());
  }

  private static String named(Chart.Axis axis, double value) {
    return axis.labels().stream()
        .filter(label -> label.at() == value)
        .map(label -> label.text().value())
        .findFirst()
        .orElse(Svg.n(value));
  }

  /**
   * The same as a table, for those who cannot see it or want the numbers.
   *
   * @param head the columns' names; an empty one heads the rows' names
   * @param rows each as long as the head
   */
  public record Table(List<String> head, List<Row> rows) {}

  public record Row(Chart.Kind kind, List<String> cells) {}

  public static Table table(Chart chart) {
    List<Row> rows = new ArrayList<>();
    if (chart.plot() instanceof Chart.Lines lines) {
      for (Chart.Series series : lines.series()) {
        for (Chart.Point point : series.points()) {
          rows.add(
              new Row(
                  series.kind(),
                  List.of(
                      series.name().value(),
                      named(lines.x(), point.x()),
                      named(lines.y(), point.y()))));
        }
      }
      return new Table(
          List.of("", lines.x().title().value(), lines.y().title().value()), List.copyOf(rows));
    }
    if (chart.plot() instanceof Chart.Bars bars) {
      double sum = bars.bars().stream().mapToDouble(Chart.Bar::value).sum();
      double so = 0;
      String unit = BarPlot.word(bars.unit()).orElse("");
      for (Chart.Bar bar : BarPlot.ordered(bars)) {
        so += bar.value();
        List<String> cells =
            new ArrayList<>(
                List.of(
                    bar.name().value(),
                    BarPlot.value(bar.value(), unit.isEmpty() ? bars.unit() : Optional.empty())));
        if (bars.pareto()) {
          cells.add(Svg.n(100 * so / sum) + " %");
        }
        rows.add(new Row(bar.kind(), List.copyOf(cells)));
      }
      return new Table(
          bars.pareto() ? List.of("", unit, "Σ") : List.of("", unit), List.copyOf(rows));
    }
    if (chart.plot() instanceof Chart.Quadrant quadrant) {
      for (boolean high : new boolean[] {true, false}) {
        List<String> cells = new ArrayList<>();
        cells.add((high ? quadrant.y().high() : quadrant.y().low()).value());
        for (boolean right : new boolean[] {false, true}) {
          Chart.Field field = quadrant.field(high, right);
          cells.add(field.title().value() + ". " + field.text().value());
        }
        rows.add(new Row(Chart.Kind.PLAIN, List.copyOf(cells)));
      }
      return new Table(
          List.of("", quadrant.x().low().value(), quadrant.x().high().value()), List.copyOf(rows));
    }
    Chart.Matrix matrix = (Chart.Matrix) chart.plot();
    List<String> head = new ArrayList<>(List.of(""));
    matrix.columns().stream().map(Located::value).forEach(head::add);
    for (Chart.Row row : matrix.rows()) {
      List<String> cells = new ArrayList<>(List.of(row.name().value()));
      row.values().forEach(value -> cells.add(BarPlot.value(value, matrix.unit())));
      rows.add(new Row(row.kind(), List.copyOf(cells)));
    }
    return new Table(List.copyOf(head), List.copyOf(rows));
  }
}
