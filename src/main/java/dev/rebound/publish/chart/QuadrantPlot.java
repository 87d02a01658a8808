package dev.rebound.publish.chart;

import dev.rebound.publish.chart.Svg.Ink;
import dev.rebound.source.Chart;
import java.util.List;

/** Two questions with two answers each: four fields, as high as their texts. */
final class QuadrantPlot {
  private static final double GAP = 10;
  private static final double PAD = 12;

  private QuadrantPlot() {}

  static void draw(Chart.Quadrant quadrant, int width, Svg svg) {
    double field = (width - GAP - 2) / 2;
    double y =
        svg.lines(
            width / 2.0,
            14,
            "middle",
            Ink.INK,
            true,
            Wrapping.lines(quadrant.x().title().value(), width, true));
    List<String> low = Wrapping.lines(quadrant.x().low().value(), field - 8, false);
    List<String> high = Wrapping.lines(quadrant.x().high().value(), field - 8, false);
    y += 4;
    svg.lines(1 + field / 2, y, "middle", Ink.SOFT, false, low);
    svg.lines(1 + field + GAP + field / 2, y, "middle", Ink.SOFT, false, high);
    y += Math.max(low.size(), high.size()) * Svg.LINE + 6;
    List<String> question = Wrapping.lines(quadrant.y().title().value(), width, true);
    for (boolean top : new boolean[] {true, false}) {
      String answer = (top ? quadrant.y().high() : quadrant.y().low()).value();
      if (top) {
        y = svg.lines(1, y + 4, "start", Ink.INK, true, question);
      }
      y = svg.lines(1, y, "start", Ink.SOFT, false, Wrapping.lines(answer, width, false)) - 8;
      double height =
          Math.max(
              height(quadrant.field(top, false), field), height(quadrant.field(top, true), field));
      field(quadrant.field(top, false), 1, y, field, height, svg);
      field(quadrant.field(top, true), 1 + field + GAP, y, field, height, svg);
      y += height + 24;
    }
  }

  private static double height(Chart.Field field, double width) {
    return 2 * PAD + 4 + (title(field, width).size() + text(field, width).size()) * Svg.LINE;
  }

  private static List<String> title(Chart.Field field, double width) {
    return Wrapping.lines(
        (field.good() ? "✓ " : "") + field.title().value(), width - 2 * PAD, true);
  }

  private static List<String> text(Chart.Field field, double width) {
    return Wrapping.lines(field.text().value(), width - 2 * PAD, false);
  }

  private static void field(
      Chart.Field field, double x, double y, double width, double height, Svg svg) {
    svg.open(field.kind());
    Ink ink = field.good() ? Ink.ACCENT : Ink.GRID;
    svg.box(x, y, width, height, ink, Ink.PAPER, field.kind() == Chart.Kind.CLAIM ? "6 4" : "");
    if (field.good()) {
      svg.line(x, y + 1, x + width, y + 1, Ink.ACCENT, 4, "");
    }
    double below =
        svg.lines(
            x + PAD,
            y + PAD + 12,
            "start",
            field.good() ? Ink.ACCENT : Ink.INK,
            true,
            title(field, width));
    svg.lines(x + PAD, below, "start", Ink.INK, false, text(field, width));
    svg.close();
  }
}
