package dev.rebound.publish.chart;

import dev.rebound.publish.chart.Svg.Ink;
import dev.rebound.source.Chart;
import java.util.List;

/** A number for each row and column, over a bar that shows it. A row's name stands above it. */
final class MatrixPlot {
  private static final double HIGH = 34;

  private MatrixPlot() {}

  static void draw(Chart.Matrix matrix, int width, Svg svg) {
    int columns = matrix.columns().size();
    double cell = (width - 2.0) / columns;
    double most =
        matrix.rows().stream()
            .flatMap(row -> row.values().stream())
            .mapToDouble(value -> value)
            .max()
            .orElse(0);
    double y = 14;
    double below = y;
    for (int i = 0; i < columns; i++) {
      List<String> name = Wrapping.lines(matrix.columns().get(i).value(), cell - 6, true);
      below = Math.max(below, svg.lines(1 + i * cell, y, "start", Ink.INK, true, name));
    }
    y = below - 8;
    svg.line(1, y, width - 1, y, Ink.ACCENT, 2, "");
    y += 20;
    for (Chart.Row row : matrix.rows()) {
      svg.open(row.kind());
      y =
          svg.lines(
              1, y, "start", Ink.SOFT, false, Wrapping.lines(row.name().value(), width, false));
      boolean claim = row.kind() == Chart.Kind.CLAIM;
      Ink ink = row.kind() == Chart.Kind.EVIDENCE ? Ink.INK : Ink.ACCENT;
      for (int i = 0; i < columns; i++) {
        double value = row.values().get(i);
        double x = 1 + i * cell;
        svg.text(x, y + 2, "start", Ink.INK, true, BarPlot.value(value, matrix.unit()));
        double length = most == 0 ? 0 : (cell - 10) * value / most;
        svg.line(x, y + 11, x + cell - 10, y + 11, Ink.GRID, 1, "");
        if (length > 0) {
          svg.box(x, y + 7, length, 8, ink, claim ? Ink.PAPER : ink, claim ? "4 3" : "");
        }
      }
      svg.close();
      y += HIGH + 6;
    }
    svg.reach(y - HIGH);
  }
}
