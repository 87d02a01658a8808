package dev.rebound.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** CSV as RFC 4180 has it: written safe to open in a spreadsheet, read as spreadsheets save it. */
public final class Csv {
  /** What Excel puts first to say what parts the cells. */
  private static final Pattern SEPARATOR = Pattern.compile("(?i)\"?sep=(.)\"?\\R");

  private Csv() {}

  /**
   * @param line where it begins, from 1
   */
  public record Row(int line, List<String> cells) {}

  /** Takes one row after the other. */
  @FunctionalInterface
  public interface Taker<X extends Exception> {
    void take(Row row) throws X;
  }

  /** A quote that is never closed or followed by something, or a row that is too long. */
  public static final class Broken extends Exception {
    private static final long serialVersionUID = 1;
    private static final Pattern LINE = Pattern.compile("starting at line (\\d{1,9})");

    private final int line;

    Broken(CsvParseException cause, int skipped) {
      super(cause);
      Matcher said = LINE.matcher(String.valueOf(cause.getMessage()));
      line = said.find() ? Integer.parseInt(said.group(1)) + skipped : 0;
    }

    /** Where the row begins, from 1; 0 where that is not known. */
    public int line() {
      return line;
    }
  }

  /** One line with its end. */
  public static String line(List<String> cells) {
    StringWriter out = new StringWriter();
    try (CsvWriter csv =
        CsvWriter.builder().quoteStrategy(QuoteStrategies.ALWAYS).bufferSize(0).build(out)) {
      csv.writeRecord(cells.stream().map(Csv::safe).toList());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString();
  }

  /** A spreadsheet runs a cell that starts like a formula. */
  private static String safe(String cell) {
    return cell.isEmpty() || "=+-@\t\r".indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
  }

  /**
   * The rows of a table that are not empty. Cells are parted by what its first line says ({@code
   * sep=;}), or else has most of: commas, semicolons (spreadsheets of many countries) or tabs. A
   * quote that is never closed ends with the text, and what follows a closed one belongs to its
   * cell.
   */
  public static List<Row> rows(String text) {
    List<Row> rows = new ArrayList<>();
    try {
      each(text, 2 * text.length() + 1, true, rows::add);
    } catch (Broken impossible) {
      throw new IllegalStateException(impossible);
    }
    return rows;
  }

  /**
   * The same, row by row, of a text that nobody vouches for.
   *
   * @param longest how many characters a row holds at most
   */
  public static <X extends Exception> void each(String text, int longest, Taker<X> taker)
      throws X, Broken {
    each(text, longest, false, taker);
  }

  // There is no other way yet to be told what stands after a closing quote.
  @SuppressWarnings("removal")
  private static <X extends Exception> void each(
      String text, int longest, boolean lenient, Taker<X> taker) throws X, Broken {
    String table = text.startsWith("\uFEFF") ? text.substring(1) : text;
    Matcher said = SEPARATOR.matcher(table);
    boolean says = said.lookingAt();
    String rest = says ? table.substring(said.end()) : table;
    CsvReader.CsvReaderBuilder reader =
        CsvReader.builder()
            .fieldSeparator(says ? said.group(1).charAt(0) : separator(rest))
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(lenient)
            .allowExtraCharsAfterClosingQuote(lenient)
            .maxBufferSize(Math.max(longest, 1 << 14));
    CsvRecordHandler limits =
        CsvRecordHandler.builder()
            .maxFields(longest)
            .maxFieldSize(longest)
            .maxRecordSize(longest)
            .build();
    try (CsvReader<CsvRecord> records = reader.build(limits, rest)) {
      for (CsvRecord record : records) {
        if (record.getFields().stream().anyMatch(it -> !it.isBlank())) {
          int line = (int) record.getStartingLineNumber() + (says ? 1 : 0);
          taker.take(new Row(line, List.copyOf(record.getFields())));
        }
      }
    } catch (CsvParseException broken) {
      throw new Broken(broken, says ? 1 : 0);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** What the first line has most of: commas, semicolons or tabs. */
  private static char separator(String table) {
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
