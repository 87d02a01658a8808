package dev.rebound.exchange.table;

import dev.rebound.exchange.Bank;
import dev.rebound.exchange.Format;
import dev.rebound.exchange.Imported;
import dev.rebound.exchange.Incoming;
import dev.rebound.exchange.Loss;
import dev.rebound.exchange.Outgoing;
import dev.rebound.exchange.SheetReader;
import dev.rebound.exchange.SheetRow;
import dev.rebound.exchange.SheetWriter;
import dev.rebound.exchange.Unreadable;
import dev.rebound.exchange.Upload;
import dev.rebound.exchange.Values;
import dev.rebound.exchange.ZipParts;
import dev.rebound.source.SourceSpan;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** The same columns in an Excel workbook (.xlsx), on its first sheet. */
public final class ExcelFormat implements Format {
  private static final String BOOK = "xl/workbook.xml";

  @Override
  public String name() {
    return "xlsx";
  }

  @Override
  public List<String> endings() {
    return List.of(".xlsx");
  }

  @Override
  public boolean recognises(Upload file) {
    return ZipParts.names(file, BOOK);
  }

  @Override
  public Imported read(Upload upload, Incoming in) throws Unreadable {
    // The library is given what has been unpacked within bounds, and nothing that it could run.
    Map<String, byte[]> parts =
        ZipParts.read(upload, path -> path.endsWith(".xml") || path.endsWith(".rels"));
    if (!parts.containsKey(BOOK)) {
      throw new Unreadable(upload.whole(), "is no Excel workbook.", "Save it as .xlsx.");
    }
    if (ZipParts.names(upload, "xl/vbaProject.bin")) {
      in.losses().add(upload.whole(), "", Loss.What.TAG, "its macros are left out.");
    }
    List<SheetRow> rows = new ArrayList<>();
    try (ReadableWorkbook book =
            new ReadableWorkbook(new ByteArrayInputStream(ZipParts.write(parts)));
        Stream<Row> sheet = first(book, upload).openStream()) {
      Header header = null;
      for (Iterator<Row> found = sheet.iterator(); found.hasNext(); ) {
        Row row = found.next();
        SourceSpan span = new SourceSpan(upload.name(), row.getRowNum(), 1);
        List<String> cells = cells(row, in);
        if (header == null && Header.isOne(cells)) {
          header = Header.of(cells, span, in.losses());
        } else if (header == null && cells.stream().anyMatch(it -> !it.isBlank())) {
          header = Header.of(cells, span, in.losses());
        } else if (header != null) {
          rows.add(header.row(cells, span));
          Incoming.bound(rows.size() / 10, span);
        }
      }
    } catch (IOException | RuntimeException broken) {
      throw new Unreadable(
          upload.whole(),
          "is no Excel workbook that can be read: " + broken.getMessage() + ".",
          "Open it in a spreadsheet program and save it as .xlsx.");
    }
    return new Imported(SheetReader.read(rows, upload.whole(), in));
  }

  private static Sheet first(ReadableWorkbook book, Upload upload) throws Unreadable {
    Optional<Sheet> sheet = book.getSheets().findFirst();
    return sheet.orElseThrow(() -> new Unreadable(upload.whole(), "has no sheet.", "Add one."));
  }

  private static List<String> cells(Row row, Incoming in) {
    List<String> cells = new ArrayList<>();
    int most = Math.min(row.getCellCount(), 200);
    for (int i = 0; i < most; i++) {
      cells.add(row.getOptionalCell(i).map(cell -> text(cell, row, in)).orElse(""));
    }
    return cells;
  }

  private static String text(Cell cell, Row row, Incoming in) {
    String raw = Optional.ofNullable(cell.getRawValue()).orElse("");
    if (cell.getType() == CellType.FORMULA || cell.getType() == CellType.ERROR) {
      boolean error = cell.getType() == CellType.ERROR;
      in.losses()
          .add(
              new SourceSpan("row", row.getRowNum(), cell.getColumnIndex() + 1),
              "",
              Loss.What.TEXT,
              error
                  ? "a cell with an error is left out."
                  : "of a formula its last value is taken.");
      return error ? "" : raw;
    }
    if (cell.getType() == CellType.NUMBER) {
      return Values.number(raw).orElse(raw);
    }
    if (cell.getType() == CellType.BOOLEAN) {
      return Boolean.TRUE.equals(cell.asBoolean()) ? "true" : "false";
    }
    return Optional.ofNullable(cell.getText()).orElse("");
  }

  @Override
  public byte[] write(Bank bank, Outgoing out) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "Rebound", "1.0")) {
      Worksheet sheet = book.newWorksheet("Questions");
      List<SheetRow> rows = SheetWriter.rows(bank);
      for (int column = 0; column < SheetRow.COLUMNS.size(); column++) {
        String name = SheetRow.COLUMNS.get(column);
        sheet.value(0, column, name);
        sheet.style(0, column).bold().set();
        sheet.width(column, width(name));
        for (int row = 0; row < rows.size(); row++) {
          String cell = rows.get(row).get(name);
          if (!cell.isEmpty()) {
            // A text is never a formula, whatever it begins with.
            sheet.value(row + 1, column, cell);
            sheet.style(row + 1, column).wrapText(true).verticalAlignment("top").set();
          }
        }
      }
      sheet.freezePane(0, 1);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return undated(bytes.toByteArray());
  }

  private static double width(String column) {
    return switch (column) {
      case SheetRow.QUESTION, SheetRow.ANSWER, "feedback" -> 46;
      case SheetRow.ID, SheetRow.MATCH, "applies", "breaks" -> 22;
      default -> 11;
    };
  }

  /** The library notes when it was written; the same bank gives the same bytes. */
  private static byte[] undated(byte[] book) {
    try {
      Map<String, byte[]> parts = ZipParts.read(new Upload("book", book), path -> true);
      parts.computeIfPresent(
          "docProps/core.xml",
          (path, core) ->
              new String(core, StandardCharsets.UTF_8)
                  .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "1980-02-01T00:00:00Z")
                  .getBytes(StandardCharsets.UTF_8));
      return ZipParts.write(parts);
    } catch (Unreadable impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
