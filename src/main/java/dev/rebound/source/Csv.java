package dev.rebound.source;

import java.util.ArrayList;
import java.util.List;

/** CSV as RFC 4180 has it: written safe to open in a spreadsheet, read as spreadsheets save it. */
public final class Csv {
  private Csv() {}

  /**
   * @param line where it begins, from 1
   */
  public record Row(int line, List<String> cells) {}

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

  /**
   * The rows of a table that are not empty. Cells are parted by whatever the first line has most
   * of: commas, semicolons (spreadsheets of many countries) or tabs. A quote that is never closed
   * ends with the text.
   */
  public static List<Row> rows(String text) {
    String table = text.startsWith("\uFEFF") ? text.substring(1) : text;
    char separator = separator(table);
    List<Row> rows = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    int line = 1;
    int start = 1;
    for (int i = 0; i <= table.length(); i++) {
      char c = i < table.length() ? table.charAt(i) : '\n';
      boolean isEnd = i == table.length();
      if (quoted && !isEnd) {
        if (c == '"' && i + 1 < table.length() && table.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else if (c == '"') {
          quoted = false;
        } else {
          cell.append(c);
        }
      } else if (c == '"' && cell.isEmpty()) {
        quoted = true;
      } else if (c == separator) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else if (c == '\n') {
        cells.add(cell.toString().replaceAll("\r$", ""));
        cell.setLength(0);
        if (cells.stream().anyMatch(it -> !it.isBlank())) {
          rows.add(new Row(start, List.copyOf(cells)));
        }
        cells.clear();
        start = line + 1;
      } else {
        cell.append(c);
      }
      line += c == '\n' && !isEnd ? 1 : 0;
    }
    return rows;
  }

  /** What the first line has most of: commas, semicolons or tabs. */
  public static char separator(String table) {
    String head = table.lines().findFirst().orElse("");
    char best = ',';
    for (char one : new char[] {';', '\t'}) {
      best = count(head, one) > count(head, best) ? one : best;
    }
    return best;
  }

  private static long count(String text, char one) {
    return text.chars().filter(c -> c == one).count();
  }
}
