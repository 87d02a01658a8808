package dev.rebound.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A {@code ```chart} block: what is drawn, what it says in words, and where it comes from.
 *
 * @param alt what somebody who cannot see it needs to hear
 * @param source whose data or claim it is
 * @param schematic whether it shows higher and lower only, and no measured values
 * @param notes what to know about it, under the drawing
 */
public record Chart(
    SourceSpan span,
    Located<String> title,
    Located<String> alt,
    Located<String> source,
    boolean schematic,
    List<Note> notes,
    Plot plot) {

  /** Whether something is what a source claims or what studies found; readers can show either. */
  public enum Kind {
    PLAIN,
    CLAIM,
    EVIDENCE;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public record Note(Kind kind, Located<String> text) {}

  /** What is drawn. */
  public sealed interface Plot {
    /** Its kinds, in the order they are drawn. */
    Stream<Kind> kinds();

    /** Its texts. */
    Stream<Located<String>> texts();
  }

  /** {@code type: line}: values over something that goes on, such as time. */
  public record Lines(Axis x, Axis y, List<Series> series) implements Plot {
    @Override
    public Stream<Kind> kinds() {
      return series.stream().map(Series::kind);
    }

    @Override
    public Stream<Located<String>> texts() {
      return Stream.of(
              Stream.of(x.title(), y.title()),
              Stream.of(x, y).flatMap(axis -> axis.labels().stream()).map(Mark::text),
              series.stream().flatMap(s -> Stream.concat(Stream.of(s.name()), s.note().stream())))
          .flatMap(texts -> texts);
    }
  }

  /**
   * @param from the least value shown
   * @param to the greatest value shown
   * @param labels words along it, or levels across the drawing
   */
  public record Axis(Located<String> title, double from, double to, List<Mark> labels) {}

  /** A word at a place of an axis. */
  public record Mark(double at, Located<String> text) {}

  /**
   * @param note a few words under its name
   */
  public record Series(
      Located<String> name, Kind kind, Optional<Located<String>> note, List<Point> points) {}

  public record Point(double x, double y) {}

  /**
   * {@code type: bars} and {@code type: pareto}: amounts side by side.
   *
   * @param pareto largest first, with the share of the whole that they add up to
   * @param unit stands behind each value
   */
  public record Bars(boolean pareto, Optional<Located<String>> unit, List<Bar> bars)
      implements Plot {
    @Override
    public Stream<Kind> kinds() {
      return bars.stream().map(Bar::kind);
    }

    @Override
    public Stream<Located<String>> texts() {
      return Stream.concat(unit.stream(), bars.stream().map(Bar::name));
    }
  }

  public record Bar(Located<String> name, Kind kind, double value) {}

  /** {@code type: quadrant}: two questions with two answers each. */
  public record Quadrant(Ends x, Ends y, List<Field> fields) implements Plot {
    /** The field of these ends. */
    public Field field(boolean high, boolean right) {
      return fields.stream()
          .filter(f -> f.high() == high && f.right() == right)
          .findFirst()
          .orElseThrow();
    }

    @Override
    public Stream<Kind> kinds() {
      return fields.stream().map(Field::kind);
    }

    @Override
    public Stream<Located<String>> texts() {
      return Stream.concat(
          Stream.of(x, y).flatMap(ends -> Stream.of(ends.title(), ends.low(), ends.high())),
          fields.stream().flatMap(f -> Stream.of(f.title(), f.text())));
    }
  }

  public record Ends(Located<String> title, Located<String> low, Located<String> high) {}

  /**
   * @param high on the upper row
   * @param right in the second column
   * @param good where one wants to be
   */
  public record Field(
      boolean high,
      boolean right,
      boolean good,
      Kind kind,
      Located<String> title,
      Located<String> text) {}

  /** {@code type: matrix}: an amount for each row and column. */
  public record Matrix(
      Optional<Located<String>> unit, List<Located<String>> columns, List<Row> rows)
      implements Plot {
    @Override
    public Stream<Kind> kinds() {
      return rows.stream().map(Row::kind);
    }

    @Override
    public Stream<Located<String>> texts() {
      return Stream.of(unit.stream(), columns.stream(), rows.stream().map(Row::name))
          .flatMap(texts -> texts);
    }
  }

  public record Row(Located<String> name, Kind kind, List<Double> values) {}

  /** Whether claims and evidence stand side by side in it. */
  public boolean compares() {
    List<Kind> kinds = Stream.concat(plot.kinds(), notes.stream().map(Note::kind)).toList();
    return kinds.contains(Kind.CLAIM) && kinds.contains(Kind.EVIDENCE);
  }

  /** Every text an author wrote in it, as runs. */
  public List<List<Inline>> runs() {
    List<Located<String>> texts = new ArrayList<>(List.of(title, alt, source));
    plot.texts().forEach(texts::add);
    notes.forEach(note -> texts.add(note.text()));
    return texts.stream()
        .map(text -> List.<Inline>of(new Inline.Text(text.span(), text.value())))
        .toList();
  }
}
