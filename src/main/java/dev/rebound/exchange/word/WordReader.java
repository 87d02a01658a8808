package dev.rebound.exchange.word;

import dev.rebound.exchange.Bank;
import dev.rebound.exchange.Imported;
import dev.rebound.exchange.Incoming;
import dev.rebound.exchange.LessonMarkdown;
import dev.rebound.exchange.Loss;
import dev.rebound.exchange.SheetReader;
import dev.rebound.exchange.SheetRow;
import dev.rebound.exchange.Texts;
import dev.rebound.exchange.Unreadable;
import dev.rebound.exchange.Upload;
import dev.rebound.exchange.ZipParts;
import dev.rebound.source.SourceSpan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.zwobble.mammoth.DocumentConverter;

/** Reads a document by way of the HTML that mammoth makes of it. */
final class WordReader {
  private static final String STYLES =
      """
      p[style-name='Title'] => h1:fresh
      p[style-name='Review note'] => p.note:fresh
      r[style-name='Code'] => code
      p[style-name='Code'] => pre:separator('\\n')
      p[style-name='Quote'] => blockquote:fresh
      p[style-name='Intense Quote'] => blockquote:fresh""";

  private final Upload file;
  private final Incoming in;

  WordReader(Upload file, Incoming in) {
    this.file = file;
    this.in = in;
  }

  Imported read() throws Unreadable {
    Map<String, byte[]> parts =
        ZipParts.read(
            file,
            path ->
                path.endsWith(".xml") || path.endsWith(".rels") || path.startsWith("word/media/"));
    if (!parts.containsKey(WordFormat.DOCUMENT)) {
      throw new Unreadable(file.whole(), "is no Word document.", "Save it as .docx.");
    }
    if (ZipParts.names(file, "word/vbaProject.bin")) {
      in.losses().add(file.whole(), "", Loss.What.TAG, "its macros are left out.");
    }
    Document html = Jsoup.parseBodyFragment(html(ZipParts.write(parts)));
    List<Element> tables =
        html.select("table").stream()
            .filter(it -> it.closest("td") == null && isQuestions(it))
            .toList();
    if (tables.isEmpty()) {
      return lesson(html);
    }
    List<SheetRow> rows = new ArrayList<>();
    for (Element table : tables) {
      rows(table, rows);
      table.remove();
    }
    Bank bank = SheetReader.read(rows, file.whole(), in);
    html.select("h1,h2,h3,h4,h5,h6,p.note").remove();
    if (!html.text().isBlank()) {
      in.losses()
          .add(
              file.whole(),
              "",
              Loss.What.TEXT,
              "what stands around the tables of questions is left out; a document without them is a lesson.");
    }
    return new Imported(bank, "", in.pictures());
  }

  private String html(byte[] docx) throws Unreadable {
    try {
      return new DocumentConverter()
          .disableEmbeddedStyleMap()
          .addStyleMap(STYLES)
          .convertToHtml(new ByteArrayInputStream(docx))
          .getValue();
    } catch (IOException | RuntimeException | StackOverflowError broken) {
      throw new Unreadable(
          file.whole(),
          "is no Word document that can be read.",
          "Open it in Word or LibreOffice and save it as .docx.");
    }
  }

  private Imported lesson(Document html) throws Unreadable {
    LessonMarkdown lesson = new LessonMarkdown(in.texts(new SourceSpan(file.name(), 1, 1), ""));
    String text = lesson.write(html.body());
    if (text.isEmpty()) {
      throw new Unreadable(
          file.whole(), "has no text.", "Name a document with questions or a lesson.");
    }
    return new Imported(new Bank("", false, List.of()), text, in.pictures());
  }

  private static List<Element> cells(Element row) {
    return row.children().stream().filter(it -> it.normalName().matches("t[dh]")).toList();
  }

  private static boolean isQuestions(Element table) {
    Element row = table.selectFirst("tr");
    return row != null && columns(row).containsAll(List.of(WordTable.PART, WordTable.TEXT));
  }

  private static List<String> columns(Element row) {
    return cells(row).stream().map(it -> it.text().strip().toLowerCase(Locale.ROOT)).toList();
  }

  private void rows(Element table, List<SheetRow> rows) {
    List<Element> lines = table.select("tr");
    List<String> columns = columns(lines.get(0));
    String question = "";
    for (Element line : lines.subList(1, lines.size())) {
      // A paragraph of Word's XML has no line that anybody sees: the row of the table is told.
      SourceSpan span = new SourceSpan(file.name(), rows.size() + 1, 1);
      List<Element> cells = cells(line);
      Map<String, String> said = new LinkedHashMap<>();
      Texts texts = in.texts(span, question);
      int part = columns.indexOf(WordTable.PART);
      boolean plain =
          part < cells.size()
              && WordTable.isPlain(cells.get(part).text().strip().toLowerCase(Locale.ROOT));
      for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
        Element cell = cells.get(i);
        said.put(columns.get(i), plain ? cell.text() : words(cell, texts));
      }
      if (!said.getOrDefault(WordTable.COMMENTS, "").isBlank()) {
        texts.lost(Loss.What.TEXT, "a comment is left out.");
      }
      SheetRow row = WordTable.row(said, span);
      question = row.get(SheetRow.ID).isEmpty() ? question : row.get(SheetRow.ID);
      rows.add(row);
    }
  }

  /** Most cells are a paragraph without marks, which need not be parsed anew. */
  private static String words(Element cell, Texts texts) {
    boolean paragraph = cell.childrenSize() == 1 && cell.child(0).normalName().equals("p");
    boolean bare = (paragraph ? cell.child(0) : cell).childrenSize() == 0;
    return bare ? texts.plain(cell.text()) : texts.html(cell.html());
  }
}
