package dev.rebound.publish.chart;

import dev.rebound.publish.chart.Svg.Ink;
import dev.rebound.source.Chart;
import java.util.List;

/** Two questions with two answers each: four fields, as high as their texts. */
final class QuadrantPlot {
  private static final double GAP = 10;
  private static final double PAD = 12;
  private static final double ASIDE = 168;

  private QuadrantPlot() {}

  static void draw(Chart.Quadrant quadrant, ChartDrawing.Room room, Svg svg) {
    // Where there is width, the answers of the upright question stand left of their row.
    double aside = room.isStrip() ? ASIDE : 0;
    double field = (room.width() - aside - GAP - 2) / 2;
    double left = aside + 1;
    double right = left + field + GAP;
    double y =
        svg.lines(
            left + field + GAP / 2,
            14,
            "middle",
            Ink.INK,
            true,
            Wrapping.lines(quadrant.x().title().value(), 2 * field, true));
    List<String> low = Wrapping.lines(quadrant.x().low().value(), field - 8, false);
    List<String> high = Wrapping.lines(quadrant.x().high().value(), field - 8, false);
    y += aside > 0 ? 0 : 4;
    svg.lines(left + field / 2, y, "middle", Ink.SOFT, false, low);
    svg.lines(right + field / 2, y, "middle", Ink.SOFT, false, high);
    y += Math.max(low.size(), high.size()) * Svg.LINE + (aside > 0 ? -8 : 6);
    for (boolean top : new boolean[] {true, false}) {
      double height =
          Math.max(
              height(quadrant.field(top, false), field), height(quadrant.field(top, true), field));
      if (aside > 0) {
        height = Math.max(height, beside(quadrant, top, y, svg));
      } else {
        y = above(quadrant, top, y, room.width(), svg);
      }
      field(quadrant.field(top, false), left, y, field, height, svg);
      field(quadrant.field(top, true), right, y, field, height, svg);
      y += height + (aside > 0 ? GAP : 24);
    }
  }

  private static String answer(Chart.Quadrant quadrant, boolean top) {
    return (top ? quadrant.y().high() : quadrant.y().low()).value();
  }

  /** Returns where the row begins. */
  private static double above(
      Chart.Quadrant quadrant, boolean top, double y, double width, Svg svg) {
    double at = y;
    if (top) {
      List<String> question = Wrapping.lines(quadrant.y().title().value(), width, true);
      at = svg.lines(1, y + 4, "start", Ink.INK, true, question);
    }
    List<String> answer = Wrapping.lines(answer(quadrant, top), width, false);
    return svg.lines(1, at, "start", Ink.SOFT, false, answer) - 8;
  }

  /** Returns how high the row must be. */
  private static double beside(Chart.Quadrant quadrant, boolean top, double y, Svg svg) {
    double at = y + PAD + 12;
    if (top) {
      List<String> question = Wrapping.lines(quadrant.y().title().value(), ASIDE - GAP, true);
      at = svg.lines(0, at, "start", Ink.INK, true, question);
    }
    List<String> answer = Wrapping.lines(answer(quadrant, top), ASIDE - GAP, false);
    return svg.lines(0, at, "start", Ink.SOFT, false, answer) - y - 8;
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
