package dev.rebound.publish.page;

import dev.rebound.publish.chart.ChartDrawing;
import dev.rebound.source.Chart;
import java.util.List;

/**
 * A chart, drawn and as a table.
 *
 * @param schematic whether it shows a shape and no measurements
 * @param compares whether it holds a claim against evidence
 * @param head the table's headings
 * @param narrow drawn for a phone
 * @param wide drawn for a page
 */
public record ChartView(
    String id,
    String title,
    String source,
    boolean schematic,
    boolean compares,
    List<String> head,
    List<Row> rows,
    List<Note> notes,
    Html narrow,
    Html wide) {
  /**
   * A row of a chart's table.
   *
   * @param kind {@code claim}, {@code evidence} or {@code plain}
   */
  public record Row(String kind, List<String> cells) {}

  /**
   * What to know about a chart.
   *
   * @param kind {@code claim}, {@code evidence} or {@code plain}
   */
  public record Note(String kind, String text) {}

  public static ChartView of(Chart chart, String id, Html narrow, Html wide) {
    ChartDrawing.Table table = ChartDrawing.table(chart);
    return new ChartView(
        id,
        chart.title().value(),
        chart.source().value(),
        chart.schematic(),
        chart.compares(),
        table.head(),
        table.rows().stream().map(row -> new Row(row.kind().word(), row.cells())).toList(),
        chart.notes().stream()
            .map(note -> new Note(note.kind().word(), note.text().value()))
            .toList(),
        narrow,
        wide);
  }
}
