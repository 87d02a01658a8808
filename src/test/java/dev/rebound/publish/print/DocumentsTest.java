package dev.rebound.publish.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rebound.Courses;
import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.Unchecked;
import dev.rebound.course.Content;
import dev.rebound.publish.Artefact;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The running text on paper: job aids, the workbook, the role-play kit, the trace matrix. */
@Tag("slow")
class DocumentsTest {
  private static final Path OVERLAY = Courses.ROOT.resolve("print");
  private static final Path GOLDENS = Path.of("src/test/goldens/print");

  /**
   * At so many dots an inch a word that moves by 0.3 mm changes forty dots and more; another Java's
   * rounding changes a few, and those a little.
   */
  private static final int GOLDEN_DPI = 60;

  private static final int TOLERANCE = 24;

  @TempDir private static Path workspace;
  private static Map<String, byte[]> made = new TreeMap<>();

  @BeforeAll
  static void make() {
    Content content = Courses.load(Courses.lay(workspace, OVERLAY));
    assertThat(content.problems()).isEmpty();
    made = publish(content);
  }

  private static Map<String, byte[]> publish(Content content) {
    return Cards.publisher().artefacts(Unchecked.content(content)).stream()
        .collect(Collectors.toMap(Artefact::path, Artefact::bytes));
  }

  private static byte[] pdf(String name) {
    return Objects.requireNonNull(made.get("harbour/downloads/harbour-" + name + ".pdf"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"handover", "steps", "watch", "workbook", "trace", "roleplay"})
  void conformsToPdfUaAndPdfA(String name) throws Exception {
    assertThat(VeraPdf.failures(pdf(name))).isEmpty();
  }

  /**
   * All of it again on the paper of North America, with the longest names and rights that settings
   * may have: nothing is cut off, nothing moves off a page.
   */
  @Test
  void comesOnLetterAsWell() throws Exception {
    Path here = Courses.lay(workspace.resolve("letter"), OVERLAY);
    Path settings = here.resolve("content/rebound.yaml");
    Files.writeString(
        settings,
        """
        publisher: %s
        brand: { name: %s, accent: "#0b6e4f" }
        language: en
        rights: %s
        edition: 2026-11-22
        version: 1.0.0
        page: letter
        """
            .formatted(text(200), text(100), text(500)));
    Path course = here.resolve("content/courses/harbour/course.yaml");
    Files.writeString(
        course, Files.readString(course).replace("title: Handing over", "title: " + text(200)));
    Map<String, byte[]> letters = publish(Courses.load(here));
    assertThat(letters.keySet()).isEqualTo(made.keySet());
    for (Map.Entry<String, byte[]> one : letters.entrySet()) {
      assertThat(VeraPdf.failures(one.getValue())).as(one.getKey()).isEmpty();
      assertThat(SamplePdfsTest.faint(one.getValue())).as(one.getKey()).isEmpty();
      try (PDDocument document = Loader.loadPDF(one.getValue())) {
        for (int page = 0; page < document.getNumberOfPages(); page++) {
          PDRectangle box = document.getPage(page).getMediaBox();
          assertThat(List.of(box.getWidth(), box.getHeight()).stream().sorted().toList())
              .as(one.getKey())
              .satisfiesExactly(
                  width -> assertThat(width).isCloseTo(8.5f * 72, within(.5f)),
                  height -> assertThat(height).isCloseTo(11f * 72, within(.5f)));
          for (Paper.Glyph glyph : Paper.glyphs(one.getValue(), page)) {
            // No printer prints nearer to the edge.
            assertThat(glyph.x()).as("%s: %s", one.getKey(), glyph).isGreaterThan(6);
            assertThat(glyph.right()).isLessThan(box.getWidth() * 25.4 / 72 - 6);
            assertThat(glyph.y())
                .as("%s, page %d: %s", one.getKey(), page, glyph)
                .isBetween(6.0, box.getHeight() * 25.4 / 72 - 6);
          }
        }
      }
    }
  }

  /** As many characters as a setting may have, the last word whole. */
  private static String text(int length) {
    return "Of all the words ".repeat(30).substring(0, length - 3) + "END";
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
  void aChartStandsBesideTheTextBeforeItWhereThePageLies() throws Exception {
    byte[] watch = pdf("watch");
    // A field's blank lends its kind to every blank of its face.
    assertThat(Paper.read(watch).stream().map(line -> line.replace('\u00a0', ' ')))
        .containsSubsequence(
            "TH Hour",
            "H2 At the end of the watch",
            "P Count the leaks.",
            "P Three nights prove nothing.",
            "P Leaks in three nights",
            "P Source: The log of the harbour.");
    assertThat(Paper.alternatives(watch)).contains("Pump two leaks most: five times of eight.");
    assertThat(top(watch, "Leaks in three")).isCloseTo(top(watch, "At the end"), within(3.0));
    try (PDDocument document = Loader.loadPDF(watch)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      for (PDPage page : document.getPages()) {
        // Drawn as vectors: there is no picture made of dots.
        assertThat(Inks.of(page).pictures()).isEmpty();
      }
    }
  }

  /** A font beside the content is used for what ours lack, where its licence is there. */
  @Test
  void aFontOfTheWorkspaceHasWhatOursLack() throws Exception {
    Path here = Courses.lay(workspace.resolve("fonts-added"), OVERLAY);
    Path lesson = here.resolve("content/courses/harbour/lessons/fog.md");
    Files.writeString(lesson, Files.readString(lesson) + "\nA fence: ╬.\n");
    assertThat(missing(here)).hasSize(1);
    Path fonts = Files.createDirectories(here.resolve("fonts"));
    try (InputStream font =
        PDDocument.class.getResourceAsStream(
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
      Files.write(fonts.resolve("liberation.ttf"), font.readAllBytes());
    }
    assertThat(missing(here)).singleElement().asString().contains("no licence");
    Files.writeString(fonts.resolve("OFL.txt"), "SIL Open Font License");
    assertThat(missing(here)).isEmpty();
    Files.writeString(fonts.resolve("damaged.ttf"), "no font");
    assertThat(missing(here)).singleElement().asString().contains("fonts/damaged.ttf", "embedded");
    byte[] book =
        Objects.requireNonNull(
            publish(Courses.load(here)).get("harbour/downloads/harbour-workbook.pdf"));
    assertThat(VeraPdf.failures(book)).isEmpty();
    assertThat(Paper.read(book)).contains("P A fence: ╬.");
  }

  private static List<String> missing(Path workspace) {
    Findings found = new Findings(new MissingGlyph());
    new MissingGlyph().check(new CheckContext(Courses.load(workspace)), found);
    return found.all().stream().map(String::valueOf).toList();
  }

  /** How far below the upper edge some words stand, in millimetres. */
  private static double top(byte[] pdf, String words) throws Exception {
    List<Paper.Glyph> glyphs =
        Paper.glyphs(pdf, 0).stream().filter(glyph -> !glyph.text().isBlank()).toList();
    String all = glyphs.stream().map(Paper.Glyph::text).collect(Collectors.joining());
    return glyphs.get(all.indexOf(words.replace(" ", ""))).y();
  }

  /** The principle, what it sounds like and what it should not, and a place for the words. */
  @Test
  void theObserverOfTheKitHasAPageKeyedToPrinciples() throws Exception {
    List<String> read = Paper.read(pdf("roleplay"));
    try (PDDocument document = Loader.loadPDF(pdf("roleplay"))) {
      assertThat(document.getNumberOfPages()).isEqualTo(5);
    }
    assertThat(read)
        .containsSubsequence(
            "P Listens",
            "P Plays the other side:",
            "TH Listen for",
            "TH Their words",
            "P The one who takes over repeats the news aloud. (Opinion)",
            "P ✓ The pump leaks. Say it back, please.",
            "P × You know the pumps.",
            "TH Was one of these broken?",
            "P Put what you noticed on paper before you tell anyone.",
            "P The sentence at which it turned:");
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
      assertThat(pages.get(pages.size() - 1)).containsPattern("Relief,\\s+\\d+");
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
    "watch, 0",
    "workbook, 0",
    "workbook, 1",
    "workbook, 2",
    "trace, 0",
    "roleplay, 0",
    "roleplay, 2",
    "roleplay, 4"
  })
  void looksAsItDid(String name, int page) throws Exception {
    compare(pdf(name), page, "harbour-" + name + "-" + (page + 1));
  }

  @ParameterizedTest
  @CsvSource({"a4, 0", "a4, 1", "avery-5388, 0", "cr80, 1", "z-fold, 0", "booklet, 0"})
  void cardsLookAsTheyDid(String stock, int page) throws Exception {
    compare(Cards.pdf(Cards.FIVE, stock), page, "cards-" + stock + "-" + (page + 1));
  }

  /** The goldens are of use: no line can move by as little as 0.3 mm and pass. */
  @ParameterizedTest
  @CsvSource({"steps, 0", "workbook, 2", "trace, 0", "roleplay, 2"})
  void aLineThatMovesIsSeen(String name, int page) throws Exception {
    int moved = 0;
    try (PDDocument document = Loader.loadPDF(pdf(name))) {
      BufferedImage before = grey(Paper.image(document, page, GOLDEN_DPI));
      List<Object> tokens = new PDFStreamParser(document.getPage(page)).parse();
      for (float baseline : baselines(tokens)) {
        List<Object> shifted = moved(tokens, baseline, (float) (.3 / 25.4 * 72));
        PDStream contents = new PDStream(document);
        try (OutputStream out = contents.createOutputStream()) {
          new ContentStreamWriter(out).writeTokens(shifted);
        }
        document.getPage(page).setContents(contents);
        assertThat(different(before, grey(Paper.image(document, page, GOLDEN_DPI))))
            .as("line %.1f points above the lower edge", baseline)
            .isGreaterThan(TOLERANCE);
        moved++;
      }
    }
    assertThat(moved).isGreaterThan(4);
  }

  /** Where lines stand; a figure alone, as a page's number is, is none. */
  private static Set<Float> baselines(List<Object> tokens) {
    Map<Float, Integer> letters = new TreeMap<>();
    float baseline = 0;
    for (int i = 6; i < tokens.size(); i++) {
      if (tokens.get(i) instanceof Operator operator && operator.getName().equals("Tm")) {
        baseline = ((COSNumber) tokens.get(i - 1)).floatValue();
      } else if (tokens.get(i) instanceof COSString text) {
        letters.merge(baseline, text.getBytes().length / 2, Integer::sum);
      } else if (tokens.get(i) instanceof COSArray texts) {
        for (COSBase text : texts) {
          if (text instanceof COSString string) {
            letters.merge(baseline, string.getBytes().length / 2, Integer::sum);
          }
        }
      }
    }
    letters.values().removeIf(count -> count < 3);
    return letters.keySet();
  }

  /** The same page with one line higher by some points. */
  private static List<Object> moved(List<Object> tokens, float baseline, float by) {
    List<Object> shifted = new ArrayList<>(tokens);
    for (int i = 6; i < tokens.size(); i++) {
      if (tokens.get(i) instanceof Operator operator
          && operator.getName().equals("Tm")
          && ((COSNumber) tokens.get(i - 1)).floatValue() == baseline) {
        shifted.set(i - 1, new COSFloat(baseline + by));
      }
    }
    return shifted;
  }

  private static BufferedImage grey(BufferedImage image) {
    BufferedImage grey =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    grey.getGraphics().drawImage(image, 0, 0, null);
    return grey;
  }

  private static int different(BufferedImage before, BufferedImage now) {
    int different = 0;
    for (int y = 0; y < now.getHeight(); y++) {
      for (int x = 0; x < now.getWidth(); x++) {
        int change = now.getRaster().getSample(x, y, 0) - before.getRaster().getSample(x, y, 0);
        if (Math.abs(change) > 32) {
          different++;
        }
      }
    }
    return different;
  }

  /** Refresh: -Drebound.refresh=true. */
  private static void compare(byte[] pdf, int page, String name) throws IOException {
    BufferedImage grey = grey(Paper.image(pdf, page, GOLDEN_DPI));
    Path golden = GOLDENS.resolve(name + ".png");
    if (Courses.refreshing()) {
      Files.createDirectories(GOLDENS);
      ImageIO.write(grey, "png", golden.toFile());
      return;
    }
    BufferedImage before = ImageIO.read(golden.toFile());
    assertThat(List.of(grey.getWidth(), grey.getHeight()))
        .isEqualTo(List.of(before.getWidth(), before.getHeight()));
    assertThat(different(before, grey)).as("%s, dots that differ", golden).isLessThan(TOLERANCE);
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
