package dev.rebound.publish.page;

import dev.rebound.publish.chart.ChartDrawing;
import dev.rebound.source.Chart;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A chart as templates see it, without its drawings: in which room it is drawn is the output's to
 * say.
 */
public final class ChartModel {
  private ChartModel() {}

  public static Map<String, Object> of(Chart chart, String id) {
    ChartDrawing.Table table = ChartDrawing.table(chart);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("id", id);
    model.put("title", chart.title().value());
    model.put("source", chart.source().value());
    model.put("schematic", chart.schematic());
    model.put("compares", chart.compares());
    model.put("head", table.head());
    model.put(
        "rows",
        table.rows().stream()
            .map(row -> Map.of("kind", row.kind().word(), "cells", row.cells()))
            .toList());
    model.put(
        "notes",
        chart.notes().stream()
            .map(note -> Map.of("kind", note.kind().word(), "text", note.text().value()))
            .toList());
    return model;
  }
}
