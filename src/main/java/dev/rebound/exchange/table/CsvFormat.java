package dev.rebound.exchange.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
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
import java.util.List;

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
  private static final int LONGEST_CELL = 1 << 20;

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
    String head = file.head();
    int end = head.indexOf('\n');
    String line = end < 0 ? head : head.substring(0, end);
    return !file.isZip() && Header.isOne(List.of(line.replace("\"", "").split("[,;\t]", -1)));
  }

  @Override
  public Imported read(Upload upload, Incoming in) throws Unreadable {
    SourceFile file = upload.text(in.losses());
    Header header = null;
    List<SheetRow> rows = new java.util.ArrayList<>();
    try (CsvReader<CsvRecord> records =
        CsvReader.builder()
            .fieldSeparator(Csv.separator(file.text()))
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(LONGEST_CELL)
            .ofCsvRecord(file.text())) {
      for (CsvRecord record : records) {
        SourceSpan span = new SourceSpan(upload.name(), (int) record.getStartingLineNumber(), 1);
        List<String> cells = record.getFields().stream().map(CsvFormat::plain).toList();
        if (header == null) {
          header = Header.of(cells, span, in.losses());
        } else {
          rows.add(header.row(cells, span));
          Incoming.bound(rows.size() / 10, span);
        }
      }
    } catch (CsvParseException broken) {
      throw new Unreadable(
          upload.whole(),
          "is no CSV: " + broken.getMessage() + ".",
          "Look for a quotation mark that is not closed.");
    } catch (java.io.IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
    return new Imported(SheetReader.read(rows, upload.whole(), in));
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
