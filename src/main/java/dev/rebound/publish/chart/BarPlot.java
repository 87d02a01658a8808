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
    String unit = word(bars.unit()).orElse("");
    if (!unit.isEmpty()) {
      svg.text(width, 14, "end", Ink.SOFT, false, unit);
    }
    double y = 14;
    double so = 0;
    List<Placed> placed = new ArrayList<>();
    List<Chart.Point> curve = new ArrayList<>();
    for (Chart.Bar bar : ordered) {
      so += bar.value();
      double room = width - (y == 14 && !unit.isEmpty() ? Wrapping.width(unit, false) + 12 : 0);
      List<String> name = Wrapping.lines(bar.name().value(), room, false);
      double top = y + name.size() * Svg.LINE - 12;
      placed.add(new Placed(bar, y, top, name, end(bars, bar.value(), 100 * so / sum)));
      curve.add(new Chart.Point(1 + full * so / sum, top + HIGH / 2));
      y = top + HIGH + 25;
    }
    if (bars.pareto()) {
      double at = 1 + full * 0.8;
      svg.line(at, 4, at, y - 22, Ink.SOFT, 1, "2 4");
      svg.text(at, y - 8, "middle", Ink.SOFT, false, "80 %");
      svg.polyline(curve, Ink.INK, 2, "");
    }
    for (Placed it : placed) {
      double length = Math.max(1.5, full * it.bar.value() / (bars.pareto() ? sum : most));
      draw(it, bars.pareto() ? width : length + 8, length, bars.pareto(), svg);
    }
    if (bars.pareto()) {
      for (Chart.Point point : curve) {
        svg.marker(0, point.x(), point.y(), Ink.INK, false);
      }
    }
  }

  /**
   * @param y of the first line of its name
   * @param top of the bar
   */
  private record Placed(Chart.Bar bar, double y, double top, List<String> name, String end) {}

  private static void draw(Placed it, double at, double length, boolean pareto, Svg svg) {
    boolean claim = it.bar.kind() == Chart.Kind.CLAIM;
    Ink ink = it.bar.kind() == Chart.Kind.EVIDENCE ? Ink.INK : Ink.ACCENT;
    svg.open(it.bar.kind());
    if (pareto) {
      // The curve passes behind the names.
      double wide =
          it.name.stream().mapToDouble(line -> Wrapping.width(line, false)).max().orElse(0);
      svg.box(0, it.y - 13, wide + 4, it.top - it.y + 12, Ink.PAPER, Ink.PAPER, "");
    }
    svg.lines(0, it.y, "start", Ink.INK, false, it.name);
    svg.box(1, it.top, length, HIGH, ink, claim ? Ink.PAPER : ink, claim ? "6 4" : "");
    svg.text(at, it.top + 15, pareto ? "end" : "start", Ink.INK, true, it.end);
    svg.close();
  }

  /**
   * A unit that is a word: it stands once, over the numbers, for it may not go with every number.
   */
  static Optional<String> word(Optional<Located<String>> unit) {
    return unit.map(Located::value).filter(it -> it.matches("\\p{L}{3,}.*"));
  }

  private static String end(Chart.Bars bars, double value, double share) {
    String text = value(value, word(bars.unit()).isPresent() ? Optional.empty() : bars.unit());
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
