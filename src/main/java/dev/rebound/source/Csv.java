package dev.rebound.source;

import java.util.List;

/** Writes CSV as RFC 4180 has it, safe to open in a spreadsheet. */
public final class Csv {
  private Csv() {}

  /** One line with its end. */
  public static String line(List<String> cells) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      // A spreadsheet runs a cell that starts like a formula.
      String safe = cell.isEmpty() || "=+-@\t\r".indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
      out.append(i == 0 ? "" : ",").append('"').append(safe.replace("\"", "\"\"")).append('"');
    }
    return out.append("\r\n").toString();
  }
}
