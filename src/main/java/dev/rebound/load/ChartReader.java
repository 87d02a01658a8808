package dev.rebound.load;

import dev.rebound.source.Chart;
import dev.rebound.source.Located;
import dev.rebound.source.Problem;
import dev.rebound.source.Problems;
import dev.rebound.source.Raw;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the YAML of a {@code ```chart} block: its schema first, then what no schema can say. */
final class ChartReader {
  /** More lines, bars or columns than this cannot be told apart on a phone. */
  private static final int MAX_SERIES = 8;

  private static final int MAX_BARS = 12;
  private static final int MAX_POINTS = 100;
  private static final double MAX_VALUE = 1e9;

  private final Typography typography;
  private final List<Problem> found = new ArrayList<>();

  private ChartReader(Typography typography) {
    this.typography = typography;
  }

  /** The chart; nothing when something is wrong with it, which is reported. */
  static Optional<Chart> read(Raw raw, SourceSpan span, Typography typography, Problems problems) {
    ChartReader reader = new ChartReader(typography);
    Schema.of("chart").check(raw, "the chart", reader.found::add);
    Optional<Chart> chart = Optional.empty();
    if (reader.found.isEmpty() && raw instanceof Raw.Mapping mapping) {
      chart = Optional.of(reader.chart(mapping, span));
    }
    reader.found.forEach(problems::add);
    return reader.found.isEmpty() ? chart : Optional.empty();
  }

  private Chart chart(Raw.Mapping raw, SourceSpan span) {
    return new Chart(
        span,
        text(raw, "title"),
        text(raw, "alt"),
        text(raw, "source"),
        raw.isTrue("schematic"),
        raw.mappings("notes").stream()
            .map(note -> new Chart.Note(kind(note), text(note, "text")))
            .toList(),
        switch (LibraryReader.value(raw, "type", "")) {
          case "line" -> lines(raw);
          case "bars" -> bars(raw, false);
          case "pareto" -> bars(raw, true);
          case "quadrant" -> quadrant(raw);
          default -> matrix(raw);
        });
  }

  private Chart.Plot lines(Raw.Mapping raw) {
    Chart.Axis x = axis(raw, "x");
    Chart.Axis y = axis(raw, "y");
    List<Chart.Series> series = new ArrayList<>();
    for (Raw.Mapping one : few(raw.mappings("series"), MAX_SERIES, "lines")) {
      List<Chart.Point> points = new ArrayList<>();
      for (Raw item : few(list(one, "points"), MAX_POINTS, "points")) {
        List<Raw> pair = ((Raw.Sequence) item).items();
        if (pair.size() != 2) {
          found.add(wrong(item.span(), "a point has two numbers.", "Write [x, y]."));
          continue;
        }
        Chart.Point point = new Chart.Point(number(pair.get(0)), number(pair.get(1)));
        within(point.x(), x, pair.get(0).span(), "x");
        within(point.y(), y, pair.get(1).span(), "y");
        points.add(point);
      }
      series.add(
          new Chart.Series(
              text(one, "name"),
              kind(one),
              one.text("note").map(this::curled),
              List.copyOf(points)));
    }
    return new Chart.Lines(x, y, List.copyOf(series));
  }

  private Chart.Axis axis(Raw.Mapping chart, String name) {
    Raw.Mapping raw = chart.mapping(name).orElseThrow();
    Raw.Scalar from = raw.scalar("from").orElseThrow();
    Raw.Scalar to = raw.scalar("to").orElseThrow();
    if (number(from) >= number(to)) {
      found.add(
          wrong(
              to.span(),
              "the axis ends at " + to.text() + ", where it has not begun.",
              "`to` is greater than `from`, which is " + from.text() + "."));
    }
    List<Chart.Mark> labels = new ArrayList<>();
    Chart.Axis axis = new Chart.Axis(text(raw, "title"), number(from), number(to), List.of());
    for (Raw.Mapping mark : raw.mappings("labels")) {
      Raw.Scalar at = mark.scalar("at").orElseThrow();
      within(number(at), axis, at.span(), name);
      labels.add(new Chart.Mark(number(at), text(mark, "text")));
    }
    return new Chart.Axis(axis.title(), axis.from(), axis.to(), List.copyOf(labels));
  }

  private void within(double value, Chart.Axis axis, SourceSpan at, String name) {
    if (value < axis.from() || value > axis.to()) {
      found.add(
          wrong(
              at,
              "this lies outside the chart.",
              "`" + name + "` goes from " + shown(axis.from()) + " to " + shown(axis.to()) + "."));
    }
  }

  private static String shown(double number) {
    return number == Math.rint(number)
        ? String.valueOf(Math.round(number))
        : String.valueOf(number);
  }

  private Chart.Plot bars(Raw.Mapping raw, boolean pareto) {
    List<Chart.Bar> bars = new ArrayList<>();
    for (Raw.Mapping bar : few(raw.mappings("bars"), MAX_BARS, "bars")) {
      double value = number(bar.scalar("value").orElseThrow());
      bars.add(new Chart.Bar(text(bar, "name"), kind(bar), value));
    }
    if (!bars.isEmpty() && bars.stream().allMatch(bar -> bar.value() == 0)) {
      found.add(
          wrong(raw.get("bars").orElseThrow().span(), "every bar is 0.", "Give one a length."));
    }
    return new Chart.Bars(pareto, raw.text("unit"), List.copyOf(bars));
  }

  private Chart.Plot quadrant(Raw.Mapping raw) {
    Set<String> taken = new HashSet<>();
    List<Chart.Field> fields = new ArrayList<>();
    for (Raw.Mapping field : raw.mappings("fields")) {
      Located<String> at = field.text("at").orElseThrow();
      if (!taken.add(at.value())) {
        found.add(
            wrong(
                at.span(),
                "there are two fields at the " + at.value() + ".",
                "A quadrant has one field in each corner."));
      }
      fields.add(
          new Chart.Field(
              at.value().startsWith("top"),
              at.value().endsWith("right"),
              field.isTrue("good"),
              kind(field),
              text(field, "title"),
              text(field, "text")));
    }
    return new Chart.Quadrant(
        ends(raw.mapping("x").orElseThrow()),
        ends(raw.mapping("y").orElseThrow()),
        List.copyOf(fields));
  }

  private Chart.Ends ends(Raw.Mapping raw) {
    return new Chart.Ends(text(raw, "title"), text(raw, "low"), text(raw, "high"));
  }

  private Chart.Plot matrix(Raw.Mapping raw) {
    List<Located<String>> columns =
        few(raw.texts("columns"), MAX_SERIES, "columns").stream().map(this::curled).toList();
    List<Chart.Row> rows = new ArrayList<>();
    for (Raw.Mapping row : few(raw.mappings("rows"), MAX_BARS, "rows")) {
      List<Double> values = list(row, "values").stream().map(this::number).toList();
      if (values.size() != columns.size()) {
        found.add(
            wrong(
                row.get("values").orElseThrow().span(),
                "there are " + columns.size() + " columns and " + values.size() + " values.",
                "Give one for each column."));
      }
      rows.add(new Chart.Row(text(row, "name"), kind(row), values));
    }
    return new Chart.Matrix(raw.text("unit"), columns, List.copyOf(rows));
  }

  private <T> List<T> few(List<T> all, int most, String what) {
    if (all.size() > most) {
      SourceSpan at =
          all.get(most) instanceof Raw raw ? raw.span() : ((Located<?>) all.get(most)).span();
      found.add(
          wrong(at, "more than " + most + " " + what + ".", "Show fewer, or make two charts."));
      return List.of();
    }
    return all;
  }

  private static List<Raw> list(Raw.Mapping raw, String key) {
    return ((Raw.Sequence) raw.get(key).orElseThrow()).items();
  }

  private double number(Raw raw) {
    Raw.Scalar scalar = (Raw.Scalar) raw;
    double value = Double.parseDouble(scalar.text());
    if (Math.abs(value) > MAX_VALUE) {
      found.add(
          wrong(raw.span(), scalar.text() + " is too large to draw.", "Choose a larger unit."));
      return 0;
    }
    return value;
  }

  private static Chart.Kind kind(Raw.Mapping raw) {
    return switch (LibraryReader.value(raw, "kind", "")) {
      case "claim" -> Chart.Kind.CLAIM;
      case "evidence" -> Chart.Kind.EVIDENCE;
      default -> Chart.Kind.PLAIN;
    };
  }

  private Located<String> text(Raw.Mapping raw, String key) {
    return curled(raw.text(key).orElseThrow());
  }

  private Located<String> curled(Located<String> text) {
    return text.with(typography.curl(text.value()));
  }

  private static Problem wrong(SourceSpan at, String message, String hint) {
    return new Problem("SchemaViolation", at, message, hint);
  }
}
