package dev.rebound.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.exchange.word.WordFormat;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A Word document without questions is a lesson: title, headings, lists, tables, pictures. */
class LessonFromWordTest {
  private static final String NAMESPACES =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
          + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
          + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
          + " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";

  private static String paragraph(String style, String runs) {
    return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>" + runs + "</w:p>";
  }

  private static String run(String text) {
    return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
  }

  private static String item(int level, String text) {
    return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\""
        + level
        + "\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
        + run(text)
        + "</w:p>";
  }

  private static String row(String one, String other) {
    return "<w:tr><w:tc><w:p>"
        + run(one)
        + "</w:p></w:tc><w:tc><w:p>"
        + run(other)
        + "</w:p></w:tc></w:tr>";
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] document(String body) {
    Map<String, byte[]> parts = new TreeMap<>();
    parts.put(
        "[Content_Types].xml",
        utf8(
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"png\" ContentType=\"image/png\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/></Types>"));
    parts.put(
        "_rels/.rels",
        utf8(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"d\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"));
    String type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    parts.put(
        "word/_rels/document.xml.rels",
        utf8(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"p\" Type=\""
                + type
                + "image\" Target=\"media/dot.png\"/>"
                + "<Relationship Id=\"l\" Type=\""
                + type
                + "hyperlink\" TargetMode=\"External\" Target=\"https://example.org/\"/>"
                + "<Relationship Id=\"s\" Type=\""
                + type
                + "styles\" Target=\"styles.xml\"/>"
                + "<Relationship Id=\"n\" Type=\""
                + type
                + "numbering\" Target=\"numbering.xml\"/></Relationships>"));
    parts.put(
        "word/styles.xml",
        utf8(
            "<w:styles"
                + NAMESPACES
                + "><w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/></w:style>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:name w:val=\"heading 1\"/></w:style>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"H3\"><w:name w:val=\"heading 3\"/></w:style></w:styles>"));
    parts.put(
        "word/numbering.xml",
        utf8(
            "<w:numbering"
                + NAMESPACES
                + "><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/></w:lvl>"
                + "<w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"bullet\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>"));
    parts.put(
        "word/media/dot.png",
        Base64.getDecoder()
            .decode(
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="));
    parts.put(
        "word/document.xml",
        utf8("<w:document" + NAMESPACES + "><w:body>" + body + "</w:body></w:document>"));
    return ZipParts.write(parts);
  }

  @Test
  void aDocumentBecomesALesson() throws Unreadable {
    String picture =
        "<w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"dot\" descr=\"A dot\"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed=\"p\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";
    String body =
        paragraph("Title", run("Late trains"))
            + paragraph("H1", run("Say so"))
            + "<w:p>"
            + run("Say ")
            + "<w:r><w:rPr><w:b/></w:rPr><w:t>sorry</w:t></w:r>"
            + run(" &lt;first&gt;, see ")
            + "<w:hyperlink r:id=\"l\">"
            + run("this")
            + "</w:hyperlink>"
            + run(".")
            + "</w:p>"
            + paragraph("H3", run("In order"))
            + item(0, "Listen")
            + item(1, "to the end")
            + item(0, "Act")
            + "<w:tbl>"
            + row("When", "What")
            + row("late", "a | b")
            + "</w:tbl>"
            + "<w:p>"
            + picture
            + "</w:p>";
    Trip.Arrival arrival = Trip.read(new WordFormat(), new Upload("late.docx", document(body)));
    assertThat(arrival.bank().questions()).isEmpty();
    assertThat(arrival.losses()).isEmpty();
    assertThat(arrival.imported().pictures()).containsOnlyKeys("images/bank-picture.png");
    assertThat(arrival.imported().lesson())
        .isEqualTo(
            """
            ---
            title: Late trains
            teaches: []
            minutes: 1
            ---
            ## Say so

            Say **sorry** \\<first>, see [this](https://example.org/).

            ### In order

            1. Listen
               - to the end
            2. Act

            | When | What |
            | --- | --- |
            | late | a \\| b |

            ![A dot](images/bank-picture.png)
            """);
  }
}
