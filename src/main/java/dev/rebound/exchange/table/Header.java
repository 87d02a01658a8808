package dev.rebound.exchange.table;

import dev.rebound.exchange.Loss;
import dev.rebound.exchange.Losses;
import dev.rebound.exchange.SheetReader;
import dev.rebound.exchange.SheetRow;
import dev.rebound.exchange.Texts;
import dev.rebound.exchange.Unreadable;
import dev.rebound.source.SourceSpan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The first row of a table.
 *
 * @param columns ours, by their number from 0; empty where a column is none
 */
record Header(List<String> columns) {
  private static final int MOST = 200;

  /** Whether a row names the columns that a table of questions cannot do without. */
  static boolean isOne(List<String> cells) {
    List<String> columns = cells.stream().map(SheetReader::column).toList();
    return columns.contains(SheetRow.QUESTION) && columns.contains(SheetRow.ANSWER);
  }

  static Header of(List<String> cells, SourceSpan span, Losses losses) throws Unreadable {
    List<String> few = cells.size() > MOST ? cells.subList(0, MOST) : cells;
    if (!isOne(few)) {
      throw new Unreadable(
          span,
          "its first row names no columns \"question\" and \"answer\".",
          "`rebound new sheet` makes a sheet with every column and an example of each type.");
    }
    for (String cell : few) {
      if (!cell.isBlank() && SheetReader.column(cell).isEmpty()) {
        losses.add(span, "", Loss.What.TAG, "the column \"" + cell.strip() + "\" is left out.");
      }
    }
    return new Header(few.stream().map(SheetReader::column).toList());
  }

  SheetRow row(List<String> cells, SourceSpan span) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
      if (!columns.get(i).isEmpty() && !cells.get(i).isEmpty()) {
        row.put(columns.get(i), Texts.clean(cells.get(i)));
      }
    }
    return new SheetRow(span, row);
  }
}
