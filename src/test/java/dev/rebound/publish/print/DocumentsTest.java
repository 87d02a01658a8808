package dev.rebound.publish.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.course.Content;
import dev.rebound.publish.Artefact;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The running text on paper: job aids, the workbook, the role-play kit, the trace matrix. */
class DocumentsTest {
  private static final Path OVERLAY = Courses.ROOT.resolve("print");
  private static final Path GOLDENS = Path.of("src/test/goldens/print");

  @TempDir private static Path workspace;
  private static Map<String, byte[]> made = new TreeMap<>();

  @BeforeAll
  static void make() {
    Content content = Courses.load(Courses.lay(workspace, OVERLAY));
    assertThat(content.problems()).isEmpty();
    made = publish(content);
  }

  private static Map<String, byte[]> publish(Content content) {
    return Cards.publisher().publish(content).stream()
        .collect(Collectors.toMap(Artefact::path, Artefact::bytes));
  }

  private static byte[] pdf(String name) {
    return Objects.requireNonNull(made.get("harbour/downloads/harbour-" + name + ".pdf"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"handover", "steps", "workbook", "trace", "roleplay"})
  void conformsToPdfUaAndPdfA(String name) throws Exception {
    assertThat(VeraPdf.failures(pdf(name))).isEmpty();
  }

  @Test
  void theSameContentGivesTheSameBytes() {
    Map<String, byte[]> again = publish(Courses.load(workspace));
    assertThat(again.keySet()).isEqualTo(made.keySet());
    made.forEach((path, bytes) -> assertThat(again.get(path)).as(path).isEqualTo(bytes));
  }

  @Test
  void downloadsAreWhatIsPublished() {
    assertThat(Cards.publisher().downloads(Courses.load(workspace)))
        .extracting(download -> download.path())
        .containsExactlyInAnyOrderElementsOf(made.keySet());
    // A course that does not say `print:` is not printed.
    Path unprinted = Courses.lay(workspace.resolve("unprinted"), Courses.ROOT.resolve("none"));
    assertThat(Cards.publisher().downloads(Courses.load(unprinted))).isEmpty();
  }

  @Test
  void blanksAreFieldsCalledByWhatStandsAroundThem() throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf("handover"))) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      List<PDField> fields = document.getDocumentCatalog().getAcroForm().getFields();
      assertThat(fields)
          .extracting(PDField::getAlternateFieldName)
          .containsExactly(
              "Round",
              "Name",
              "Time, 1",
              "What was said, 1",
              "Repeated, 1",
              "Time, 2",
              "What was said, 2",
              "Repeated, 2",
              "What was said, Fog",
              "Repeated, Fog");
      // The tab key follows the tags, and those follow the page.
      assertThat(document.getPage(0).getCOSObject().getCOSName(COSName.getPDFName("Tabs")))
          .isEqualTo(COSName.S);
      double left = 0;
      double top = 1000;
      for (PDField field : fields) {
        var box = field.getWidgets().get(0).getRectangle();
        assertThat(box.getHeight()).as(field.getAlternateFieldName()).isBetween(8f, 60f);
        assertThat(box.getWidth()).isGreaterThan(30);
        boolean nextRow = box.getUpperRightY() < top - 5;
        assertThat(nextRow || box.getLowerLeftX() > left)
            .as(field.getAlternateFieldName())
            .isTrue();
        left = box.getLowerLeftX();
        top = box.getUpperRightY();
      }
    }
    assertThat(Paper.read(pdf("handover")))
        .containsSubsequence("TH Time", "TH What was said", "TH Repeated", "TD Fog")
        .noneMatch(line -> line.contains("____"));
  }

  @Test
  void aJobAidIsReadInItsOrder() throws Exception {
    assertThat(Paper.read(pdf("steps")))
        .containsSubsequence(
            "H1 Four steps on the bridge",
            "Lbl 1.",
            "P Write it down.",
            "TH ✓ Say",
            "TH × Instead of",
            "TD The pump leaks.",
            "P Nothing is handed over that was not repeated.",
            "P Мир, σήμα, σήμα.");
  }

  @Test
  void theWorkbookIsReadFromCoverToIndex() throws Exception {
    assertThat(Paper.read(pdf("workbook")))
        .containsSubsequence(
            "H1 Handing over",
            "H1 Contents",
            "H1 The handover",
            "P Ines Tolvaj, ¶5",
            "H2 The start",
            "H2 What this lesson teaches",
            "H1 The handover",
            "H1 Fog",
            "H2 Before you speak",
            "H1 Answers",
            "H1 Glossary",
            "H1 Sources",
            "H1 Index");
    assertThat(Paper.alternatives(pdf("workbook"))).contains("A lamp over calm water.", "A lamp");
  }

  @Test
  void theAnswerKeyNamesTheLetterThatIsRight() throws Exception {
    List<String> read = Paper.read(pdf("workbook"));
    int asked = read.lastIndexOf("P 1. Your relief arrives. What comes first?");
    List<String> question = read.subList(asked, asked + 7);
    int right = question.indexOf("P Your log");
    String letter = question.get(right - 1).replaceAll("Lbl (.)\\.", "$1");
    assertThat(read.subList(read.indexOf("H1 Answers"), read.size()))
        .containsSubsequence("P 1. " + letter, "P Your log");
  }

  @Test
  void contentsAndBookmarksLeadToTheRightPages() throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf("workbook"))) {
      List<String> pages = pages(document);
      List<String> names = new ArrayList<>();
      for (PDOutlineItem item : document.getDocumentCatalog().getDocumentOutline().children()) {
        names.add(item.getTitle());
        int page = document.getPages().indexOf(item.findDestinationPage(document));
        assertThat(pages.get(page)).as(item.getTitle()).contains(item.getTitle());
        // Contents itself is not listed; everything else is, with this number.
        if (!item.getTitle().equals("Contents")) {
          assertThat(pages.get(1))
              .containsPattern(item.getTitle() + " .*[. ]" + (page + 1) + "(\\s|$)");
        }
      }
      assertThat(names).startsWith("Contents", "The handover", "Fog").endsWith("Sources", "Index");
      assertThat(pages.get(pages.size() - 1)).containsPattern("Relief,\\s+\\d+\\s*,\\s+\\d+");
    }
  }

  /** Many sections of many lengths, so that every way a page can end comes up. */
  @Test
  void noHeadingStandsAloneAtAPagesEnd() throws Exception {
    Path long1 = Courses.lay(workspace.resolve("long"), OVERLAY);
    StringBuilder lesson =
        new StringBuilder("---\ntitle: Fog\nteaches: [say-back]\nminutes: 1\n---\n\n");
    for (int i = 1; i < 60; i++) {
      lesson.append("\n\n## Section ").append(i).append("\n");
      for (int line = 0; line <= i % 5; line++) {
        lesson.append("\n").append("Words follow words in fog and rain. ".repeat(1 + i * 7 % 11));
        lesson.append("\n");
      }
    }
    Files.writeString(long1.resolve("content/courses/harbour/lessons/fog.md"), lesson.toString());
    byte[] book =
        Objects.requireNonNull(
            publish(Courses.load(long1)).get("harbour/downloads/harbour-workbook.pdf"));
    int checked = 0;
    try (PDDocument document = Loader.loadPDF(book)) {
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        List<Paper.Glyph> body =
            Paper.glyphs(book, page).stream()
                .filter(glyph -> glyph.y() > 20 && glyph.y() < 278 && !glyph.text().isBlank())
                .toList();
        if (body.isEmpty() || page == 0) {
          continue;
        }
        double last = body.stream().mapToDouble(Paper.Glyph::y).max().orElseThrow();
        double size =
            body.stream()
                .filter(glyph -> glyph.y() > last - .5)
                .mapToDouble(Paper.Glyph::points)
                .max()
                .orElseThrow();
        assertThat(size).as("page %d ends with a heading", page + 1).isLessThan(13);
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(8);
  }

  @ParameterizedTest
  @CsvSource({
    "handover, 0",
    "steps, 0",
    "workbook, 0",
    "workbook, 1",
    "workbook, 2",
    "trace, 0",
    "roleplay, 1"
  })
  void looksAsItDid(String name, int page) throws Exception {
    compare(pdf(name), page, "harbour-" + name + "-" + (page + 1));
  }

  @ParameterizedTest
  @CsvSource({"a4, 0", "a4, 1", "avery-5388, 0", "cr80, 1", "z-fold, 0", "booklet, 0"})
  void cardsLookAsTheyDid(String stock, int page) throws Exception {
    compare(Cards.pdf(Cards.FIVE, stock), page, "cards-" + stock + "-" + (page + 1));
  }

  /**
   * At 40 dots an inch a line that moved by a millimetre changes some hundred dots; another Java's
   * rounding changes a few, and those a little. Refresh: -Drebound.refresh=true.
   */
  private static void compare(byte[] pdf, int page, String name) throws IOException {
    BufferedImage image = Paper.image(pdf, page, 40);
    BufferedImage grey =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    grey.getGraphics().drawImage(image, 0, 0, null);
    Path golden = GOLDENS.resolve(name + ".png");
    if (Courses.refreshing()) {
      Files.createDirectories(GOLDENS);
      ImageIO.write(grey, "png", golden.toFile());
      return;
    }
    BufferedImage before = ImageIO.read(golden.toFile());
    assertThat(List.of(grey.getWidth(), grey.getHeight()))
        .isEqualTo(List.of(before.getWidth(), before.getHeight()));
    int different = 0;
    for (int y = 0; y < grey.getHeight(); y++) {
      for (int x = 0; x < grey.getWidth(); x++) {
        int now = grey.getRaster().getSample(x, y, 0);
        if (Math.abs(now - before.getRaster().getSample(x, y, 0)) > 48) {
          different++;
        }
      }
    }
    assertThat(different).as("%s, dots that differ", golden).isLessThan(40);
  }

  private static List<String> pages(PDDocument document) throws IOException {
    List<String> pages = new ArrayList<>();
    for (int page = 1; page <= document.getNumberOfPages(); page++) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      pages.add(stripper.getText(document).replaceAll("[ \\u00A0]+", " "));
    }
    return pages;
  }
}
