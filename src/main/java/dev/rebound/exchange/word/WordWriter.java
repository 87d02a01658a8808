package dev.rebound.exchange.word;

import dev.rebound.exchange.Bank;
import dev.rebound.exchange.BankQuestion;
import dev.rebound.exchange.Loss;
import dev.rebound.exchange.Outgoing;
import dev.rebound.exchange.SheetRow;
import dev.rebound.exchange.SheetWriter;
import dev.rebound.exchange.ZipParts;
import dev.rebound.source.Inline;
import dev.rebound.source.XmlText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Fills the template of a document, which lies in the resources, with tables of questions. */
final class WordWriter {
  private static final String TEMPLATE = "/exchange/word/";
  private static final List<String> PARTS =
      List.of("[Content_Types].xml", "_rels/.rels", "word/styles.xml");

  /** The widths of the columns, in twentieths of a point, across A4 turned on its side. */
  private static final List<Integer> WIDTHS = List.of(1300, 4600, 2000, 2400, 3000, 1700);

  private final Outgoing out;
  private final StringBuilder body = new StringBuilder();
  private final Map<String, String> links = new LinkedHashMap<>();

  WordWriter(Outgoing out) {
    this.out = out;
  }

  byte[] write(Bank bank) {
    Map<String, byte[]> parts = new TreeMap<>();
    for (String part : PARTS) {
      parts.put(part, resource(part));
    }
    paragraph("Title", bank.title().isEmpty() ? "Questions" : bank.title());
    paragraph(
        "ReviewNote",
        "A copy to review: ✓ marks what is right. Comments go into the last column; change nothing in"
            + " the others unless it is to be read back.");
    BankQuestion none =
        BankQuestion.of(dev.rebound.source.SourceSpan.wholeFile(""), "", "", "", List.of());
    Map<String, BankQuestion> byId = new LinkedHashMap<>();
    bank.questions().forEach(it -> byId.put(it.id(), it));
    BankQuestion question = none;
    boolean open = false;
    for (SheetRow row : SheetWriter.rows(bank)) {
      question = byId.getOrDefault(row.get(SheetRow.ID), question);
      if (!row.get(SheetRow.QUESTION).isEmpty() || !open) {
        body.append(open ? "</w:tbl>" : "");
        paragraph("Heading2", row.get(SheetRow.ID).isEmpty() ? "Quiz" : row.get(SheetRow.ID));
        head();
        open = true;
      }
      for (List<String> cells : WordTable.cells(row)) {
        line(cells, question);
      }
    }
    body.append(open ? "</w:tbl>" : "");
    String document = new String(resource("word/document.xml"), StandardCharsets.UTF_8);
    parts.put(
        WordFormat.DOCUMENT,
        document.replace("<!-- body -->", body).getBytes(StandardCharsets.UTF_8));
    parts.put("word/_rels/document.xml.rels", relations().getBytes(StandardCharsets.UTF_8));
    return ZipParts.write(parts);
  }

  private static byte[] resource(String part) {
    String name =
        TEMPLATE
            + part.replace("[Content_Types]", "content-types")
                .replace("_rels/.rels", "package.rels");
    try (InputStream in =
        Objects.requireNonNull(WordWriter.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private String relations() {
    StringBuilder rels =
        new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"styles\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>");
    links.forEach(
        (url, id) -> {
          rels.append("<Relationship Id=\"").append(id);
          rels.append(
              "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" TargetMode=\"External\" Target=\"");
          XmlText.escape(url, rels);
          rels.append("\"/>");
        });
    return rels.append("</Relationships>").toString();
  }

  private void paragraph(String style, String text) {
    body.append("<w:p>");
    if (!style.isEmpty()) {
      body.append("<w:pPr><w:pStyle w:val=\"").append(style).append("\"/></w:pPr>");
    }
    run(text, "");
    body.append("</w:p>");
  }

  private void head() {
    body.append(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"Questions\"/><w:tblW w:w=\"0\" w:type=\"auto\"/>");
    body.append("<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
    WIDTHS.forEach(it -> body.append("<w:gridCol w:w=\"").append(it).append("\"/>"));
    body.append("</w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>");
    for (int i = 0; i < WIDTHS.size(); i++) {
      cell(i);
      run(WordTable.HEAD.get(i), "<w:b/>");
      body.append("</w:p></w:tc>");
    }
    body.append("</w:tr>");
  }

  private void cell(int column) {
    body.append("<w:tc><w:tcPr><w:tcW w:w=\"").append(WIDTHS.get(column));
    body.append("\" w:type=\"dxa\"/></w:tcPr><w:p>");
  }

  private void line(List<String> cells, BankQuestion question) {
    body.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
    boolean plain = WordTable.isPlain(cells.get(0));
    for (int i = 0; i < WIDTHS.size(); i++) {
      cell(i);
      String text = i < cells.size() ? cells.get(i) : "";
      boolean target = i == 2 && (cells.get(0).equals("pair") || cells.get(0).equals("extra"));
      boolean markdown = !plain && (i == 1 || i == 4 || target);
      if (markdown) {
        inlines(out.inlines(text), "", question);
      } else {
        run(text, "");
      }
      body.append("</w:p></w:tc>");
    }
    body.append("</w:tr>");
  }

  private void inlines(List<Inline> inlines, String looks, BankQuestion question) {
    for (Inline inline : inlines) {
      if (inline instanceof Inline.Text it) {
        run(it.text(), looks);
      } else if (inline instanceof Inline.Emphasis it) {
        inlines(it.content(), looks + "<w:i/>", question);
      } else if (inline instanceof Inline.Strong it) {
        inlines(it.content(), looks + "<w:b/>", question);
      } else if (inline instanceof Inline.Code it) {
        run(it.text(), "<w:rStyle w:val=\"Code\"/>" + looks);
      } else if (inline instanceof Inline.Break it) {
        body.append(
            it.hard() ? "<w:r><w:br/></w:r>" : "<w:r><w:t xml:space=\"preserve\"> </w:t></w:r>");
      } else if (inline instanceof Inline.WebLink it && !it.destination().startsWith("#")) {
        String id = links.computeIfAbsent(it.destination(), url -> "link" + (links.size() + 1));
        body.append("<w:hyperlink r:id=\"").append(id).append("\">");
        inlines(it.content(), "<w:rStyle w:val=\"Hyperlink\"/>" + looks, question);
        body.append("</w:hyperlink>");
      } else if (inline instanceof Inline.Image it) {
        out.losses()
            .add(
                question,
                Loss.What.PICTURE,
                "a picture is left out; its alternative text is kept.");
        run(it.alt(), looks);
      } else {
        out.losses()
            .add(
                question,
                Loss.What.LINK,
                "a link inside the course is left out; its words are kept.");
        inlines(
            inline instanceof Inline.ReferenceLink it
                ? it.content()
                : inline instanceof Inline.WebLink web ? web.content() : List.of(),
            looks,
            question);
      }
    }
  }

  private void run(String text, String looks) {
    if (text.isEmpty()) {
      return;
    }
    body.append("<w:r>");
    if (!looks.isEmpty()) {
      body.append("<w:rPr>").append(looks).append("</w:rPr>");
    }
    body.append("<w:t xml:space=\"preserve\">");
    XmlText.escape(text, body);
    body.append("</w:t></w:r>");
  }
}
