package dev.rebound.exchange.table;

import dev.rebound.exchange.Bank;
import dev.rebound.exchange.Format;
import dev.rebound.exchange.Imported;
import dev.rebound.exchange.Incoming;
import dev.rebound.exchange.Outgoing;
import dev.rebound.exchange.SheetReader;
import dev.rebound.exchange.SheetRow;
import dev.rebound.exchange.SheetWriter;
import dev.rebound.exchange.Unreadable;
import dev.rebound.exchange.Upload;
import dev.rebound.source.Csv;
import dev.rebound.source.SourceFile;
import dev.rebound.source.SourceSpan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CSV, one row an answer:
 *
 * <pre>{@code
 * id,type,level,question,part,answer,match,correct,applies,breaks,feedback
 * slow-service,choice,apply,What do you say first?,option,Your time matters.,,yes,agree-with-value,,Yes.
 * ,,,,option,It was on time.,,,,no-fact-fight,No.
 * }</pre>
 */
public final class CsvFormat implements Format {
  private static final int LONGEST_ROW = 1 << 20;

  /** What a spreadsheet would run, and the sign that keeps it from that. */
  private static final String RUNS = "=+-@\t\r'";

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public List<String> endings() {
    return List.of(".csv");
  }

  @Override
  public boolean recognises(Upload file) {
    List<Csv.Row> head = file.isZip() ? List.of() : Csv.rows(file.head());
    return !head.isEmpty() && Header.isOne(head.get(0).cells());
  }

  @Override
  public Imported read(Upload upload, Incoming in) throws Unreadable {
    SourceFile file = upload.text(in.losses());
    Table table = new Table(upload.name(), in);
    try {
      Csv.each(file.text(), LONGEST_ROW, table::take);
    } catch (Csv.Broken broken) {
      throw new Unreadable(
          broken.line() == 0 ? upload.whole() : new SourceSpan(upload.name(), broken.line(), 1),
          "is no CSV: in this row a quotation mark is not closed or something follows it, or the row"
              + " is longer than 1 MiB.",
          "Look for a single quotation mark; within quotes it is written twice.");
    }
    return new Imported(SheetReader.read(table.rows, upload.whole(), in));
  }

  /** The rows below the first that says something. */
  private static final class Table {
    private final String file;
    private final Incoming in;
    private final List<SheetRow> rows = new ArrayList<>();
    private @Nullable Header header;

    Table(String file, Incoming in) {
      this.file = file;
      this.in = in;
    }

    void take(Csv.Row row) throws Unreadable {
      SourceSpan span = new SourceSpan(file, row.line(), 1);
      List<String> cells = row.cells().stream().map(CsvFormat::plain).toList();
      if (header == null) {
        header = Header.of(cells, span, in.losses());
      } else {
        rows.add(header.row(cells, span));
        Incoming.bound(rows.size() / 10, span);
      }
    }
  }

  private static String plain(String cell) {
    return cell.length() > 1 && cell.charAt(0) == '\'' && RUNS.indexOf(cell.charAt(1)) >= 0
        ? cell.substring(1)
        : cell;
  }

  @Override
  public byte[] write(Bank bank, Outgoing out) {
    // Excel takes a file without this mark for Windows-1252.
    StringBuilder text = new StringBuilder("\uFEFF").append(Csv.line(SheetRow.COLUMNS));
    for (SheetRow row : SheetWriter.rows(bank)) {
      text.append(
          Csv.line(
              SheetRow.COLUMNS.stream()
                  .map(column -> row.cells().getOrDefault(column, ""))
                  .map(cell -> cell.startsWith("'") ? "'" + cell : cell)
                  .toList()));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
