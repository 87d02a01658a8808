package dev.rebound.publish.chart;

import dev.rebound.publish.chart.Svg.Ink;
import dev.rebound.source.Chart;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lines over an axis. Each is named at its end; a claim is dashed with hollow markers, evidence is
 * drawn through, and no two lines of a chart have the same marker until there are five.
 */
final class LinePlot {
  private static final double TOP = 34;

  private final Chart.Lines lines;
  private final boolean schematic;
  private final int width;
  private final Svg svg;
  private final double left;
  private final double right;
  private final double bottom;
  private final Set<Chart.Point> marked = new HashSet<>();

  LinePlot(Chart.Lines lines, boolean schematic, ChartDrawing.Room room, Svg svg) {
    this.lines = lines;
    this.schematic = schematic;
    this.width = room.width();
    this.svg = svg;
    this.left = schematic ? 8 : 40;
    this.right = width - (room.isNarrow() ? 124 : room.isStrip() ? 172 : 214);
    this.bottom = TOP + room.high();
  }

  private record Label(int index, double x, double y, List<String> name, List<String> note) {
    double height() {
      return (name.size() + note.size()) * Svg.LINE;
    }
  }

  void draw() {
    axes();
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < lines.series().size(); i++) {
      Chart.Series series = lines.series().get(i);
      svg.open(series.kind());
      line(i, series);
      svg.close();
      Chart.Point last = series.points().get(series.points().size() - 1);
      if (series.kind() == Chart.Kind.PLAIN && x(last.x()) < right - 30) {
        // A line that ends inside the plot is named over its highest point, where there is room.
        Chart.Point top =
            series.points().stream().max(Comparator.comparing(Chart.Point::y)).orElse(last);
        double wide = Wrapping.width(series.name().value(), true);
        double x = Math.max(left + 6, x(top.x()) - wide / 2);
        svg.text(x, y(top.y()) - 13, "start", Ink.INK, true, series.name().value());
      } else {
        double room = width - right - 22;
        labels.add(
            new Label(
                i,
                x(last.x()),
                y(last.y()),
                Wrapping.lines(series.name().value(), room, true),
                series
                    .note()
                    .map(note -> Wrapping.lines(note.value(), room, false))
                    .orElse(List.of())));
      }
    }
    name(labels);
  }

  private void axes() {
    svg.line(left, TOP, left, bottom, Ink.GRID, 1, "");
    svg.line(left, bottom, right + 10, bottom, Ink.GRID, 1, "");
    svg.text(left, TOP - 14, "start", Ink.INK, true, "↑ " + lines.y().title().value());
    if (!schematic) {
      for (int i = 0; i <= 4; i++) {
        double value = lines.y().from() + i * (lines.y().to() - lines.y().from()) / 4;
        svg.line(left, y(value), right, y(value), Ink.GRID, 1, i == 0 ? "" : "2 4");
        svg.text(left - 6, y(value) + 4.5, "end", Ink.SOFT, false, Svg.n(value));
      }
      if (lines.x().labels().isEmpty()) {
        svg.text(left, bottom + 18, "start", Ink.SOFT, false, Svg.n(lines.x().from()));
        svg.text(right, bottom + 18, "end", Ink.SOFT, false, Svg.n(lines.x().to()));
      }
    }
    for (Chart.Mark level : lines.y().labels()) {
      svg.line(left, y(level.at()), right, y(level.at()), Ink.SOFT, 1, "2 4");
      name(level);
    }
    double[] rowEnds = {-1, -1, -1};
    double lowest = bottom + 18;
    for (Chart.Mark mark : lines.x().labels()) {
      double wide = Wrapping.width(mark.text().value(), false);
      double centre = Math.max(wide / 2, Math.min(x(mark.at()), width - wide / 2));
      int row = 0;
      while (row < 2 && centre - wide / 2 < rowEnds[row]) {
        row++;
      }
      rowEnds[row] = centre + wide / 2 + 8;
      lowest = Math.max(lowest, bottom + 18 + row * Svg.LINE);
      svg.line(x(mark.at()), bottom, x(mark.at()), bottom + 5, Ink.SOFT, 1, "");
      svg.text(
          centre, bottom + 18 + row * Svg.LINE, "middle", Ink.SOFT, false, mark.text().value());
    }
    svg.text(right, lowest + Svg.LINE + 2, "end", Ink.INK, true, lines.x().title().value() + " →");
  }

  /**
   * Over or under its line, at the end or the beginning: the first place that no series crosses.
   */
  private void name(Chart.Mark level) {
    double wide = Wrapping.width(level.text().value(), false);
    double middle = y(level.at());
    for (boolean end : new boolean[] {true, false}) {
      for (double base : new double[] {middle - 6, middle + 15}) {
        double x = end ? right - wide : left + 8;
        boolean last = !end && base > middle;
        if (last || !crossed(x, x + wide, base - 12, base + 4)) {
          svg.text(x, base, "start", Ink.SOFT, false, level.text().value());
          return;
        }
      }
    }
  }

  private boolean crossed(double from, double to, double top, double below) {
    Rectangle2D box = new Rectangle2D.Double(from, top, to - from, below - top);
    for (Chart.Series series : lines.series()) {
      for (int i = 1; i < series.points().size(); i++) {
        Chart.Point a = series.points().get(i - 1);
        Chart.Point b = series.points().get(i);
        if (box.intersectsLine(x(a.x()), y(a.y()), x(b.x()), y(b.y()))) {
          return true;
        }
      }
    }
    return false;
  }

  private void line(int index, Chart.Series series) {
    List<Chart.Point> points =
        series.points().stream().map(p -> new Chart.Point(x(p.x()), y(p.y()))).toList();
    boolean claim = series.kind() == Chart.Kind.CLAIM;
    Ink ink = ink(series.kind());
    svg.polyline(points, ink, 2.2, claim ? "7 5" : "");
    for (Chart.Point point : points) {
      // Where lines part, the marker of the first stands for all.
      if (marked.add(point)) {
        svg.marker(index, point.x(), point.y(), ink, !claim);
      }
    }
  }

  /** Names at the lines' ends, pushed apart where they would lie on each other. */
  private void name(List<Label> labels) {
    labels.sort(Comparator.comparing(Label::y));
    double[] tops = new double[labels.size()];
    double free = 0;
    for (int i = 0; i < tops.length; i++) {
      tops[i] = Math.max(free, labels.get(i).y() - labels.get(i).height() / 2);
      free = tops[i] + labels.get(i).height() + 5;
    }
    double floor = bottom + 4;
    for (int i = tops.length - 1; i >= 0; i--) {
      tops[i] = Math.min(tops[i], floor - labels.get(i).height());
      floor = tops[i] - 5;
    }
    for (int i = 0; i < tops.length; i++) {
      Label label = labels.get(i);
      Chart.Series series = lines.series().get(label.index());
      Ink ink = ink(series.kind());
      double x = right + 22;
      svg.open(series.kind());
      double middle = tops[i] + label.height() / 2;
      svg.line(label.x() + 7, label.y(), x - 4, middle, Ink.GRID, 1, "");
      double y = svg.lines(x, tops[i] + 13, "start", ink, true, label.name());
      svg.lines(x, y, "start", Ink.SOFT, false, label.note());
      svg.close();
    }
  }

  private static Ink ink(Chart.Kind kind) {
    return kind == Chart.Kind.CLAIM ? Ink.ACCENT : Ink.INK;
  }

  private double x(double value) {
    Chart.Axis axis = lines.x();
    return left + 6 + (right - left - 6) * (value - axis.from()) / (axis.to() - axis.from());
  }

  private double y(double value) {
    Chart.Axis axis = lines.y();
    return bottom - (bottom - TOP) * (value - axis.from()) / (axis.to() - axis.from());
  }
}
