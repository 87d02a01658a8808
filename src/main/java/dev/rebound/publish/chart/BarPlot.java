package dev.rebound.publish.chart;

import dev.rebound.publish.chart.Svg.Ink;
import dev.rebound.source.Chart;
import dev.rebound.source.Located;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Bars that lie, each under its name: names of any length find room on a phone. A claim is an
 * outline, dashed; everything else is filled.
 */
final class BarPlot {
  private static final double HIGH = 20;

  private BarPlot() {}

  static void draw(Chart.Bars bars, int width, Svg svg) {
    List<Chart.Bar> ordered = ordered(bars);
    double most = ordered.stream().mapToDouble(Chart.Bar::value).max().orElse(1);
    double sum = ordered.stream().mapToDouble(Chart.Bar::value).sum();
    double ends =
        ordered.stream()
            .mapToDouble(bar -> Wrapping.width(end(bars, bar.value(), 100), true))
            .max()
            .orElse(0);
    double full = width - ends - 14;
    double y = 14;
    double so = 0;
    List<Chart.Point> curve = new ArrayList<>();
    for (Chart.Bar bar : ordered) {
      so += bar.value();
      svg.open(bar.kind());
      double base =
          svg.lines(
              0, y, "start", Ink.INK, false, Wrapping.lines(bar.name().value(), width, false));
      double top = base - 12;
      double length = Math.max(1.5, full * bar.value() / (bars.pareto() ? sum : most));
      boolean claim = bar.kind() == Chart.Kind.CLAIM;
      Ink ink = bar.kind() == Chart.Kind.EVIDENCE ? Ink.INK : Ink.ACCENT;
      svg.box(1, top, length, HIGH, ink, claim ? Ink.PAPER : ink, claim ? "6 4" : "");
      svg.text(
          bars.pareto() ? width : length + 8,
          top + 15,
          bars.pareto() ? "end" : "start",
          Ink.INK,
          true,
          end(bars, bar.value(), 100 * so / sum));
      svg.close();
      curve.add(new Chart.Point(1 + full * so / sum, top + HIGH / 2));
      y = top + HIGH + 25;
    }
    if (bars.pareto()) {
      double at = 1 + full * 0.8;
      svg.line(at, 4, at, y - 22, Ink.SOFT, 1, "2 4");
      svg.text(at, y - 8, "middle", Ink.SOFT, false, "80 %");
      svg.polyline(curve, Ink.INK, 2, "");
      for (Chart.Point point : curve) {
        svg.marker(0, point.x(), point.y(), Ink.INK, false);
      }
    }
  }

  private static String end(Chart.Bars bars, double value, double share) {
    String text = value(value, bars.unit());
    return bars.pareto() ? text + " · " + Math.round(share) + " %" : text;
  }

  /** The bars as they are drawn: in the author's order, or largest first. */
  static List<Chart.Bar> ordered(Chart.Bars bars) {
    return bars.pareto()
        ? bars.bars().stream().sorted(Comparator.comparing(Chart.Bar::value).reversed()).toList()
        : bars.bars();
  }

  static String value(double value, Optional<Located<String>> unit) {
    String number =
        Math.abs(value) >= 1000 || value == Math.rint(value)
            ? Svg.n(Math.rint(value))
            : Svg.n(value);
    return unit.filter(it -> !it.value().isEmpty())
        .map(it -> number + "\u00a0" + it)
        .orElse(number);
  }
}
