package dev.rebound.publish.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.check.Unchecked;
import dev.rebound.course.Content;
import dev.rebound.publish.Artefact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Courses in Hebrew and in Arabic: read, seen and copied as they were written. */
class RightToLeftTest {
  private static final Map<String, Map<String, byte[]>> MADE = new ConcurrentHashMap<>();
  private static final RightToLeft ALL = new RightToLeft(form -> form != 0);

  @TempDir private static Path workspaces;

  private static byte[] pdf(String language, String name) {
    return Objects.requireNonNull(
        made(language).get("harbour/downloads/harbour-" + name + ".pdf"), name);
  }

  private static Map<String, byte[]> made(String language) {
    return MADE.computeIfAbsent(
        language,
        tongue -> {
          Content content =
              Courses.load(
                  Courses.lay(workspaces.resolve(tongue), Courses.ROOT.resolve("print-" + tongue)));
          assertThat(content.problems()).isEmpty();
          return Cards.publisher().artefacts(Unchecked.content(content)).stream()
              .collect(Collectors.toMap(Artefact::path, Artefact::bytes));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"he", "ar"})
  void conformsToPdfUaAndPdfAAndCanBeRead(String language) throws Exception {
    assertThat(made(language)).hasSize(6);
    for (Map.Entry<String, byte[]> one : made(language).entrySet()) {
      assertThat(VeraPdf.failures(one.getValue())).as(one.getKey()).isEmpty();
      assertThat(SamplePdfsTest.faint(one.getValue())).as(one.getKey()).isEmpty();
    }
  }

  /** Not in the order of its glyphs, and in letters, not in their forms. */
  @ParameterizedTest
  @CsvSource({
    "he, cards-a4, שומעים את זה בחזרה",
    "he, cards-a4, המשאבה דולפת",
    "he, cards-a4, הַכֹּל שָׁקֵט",
    "he, workbook, העברת משמרת",
    "he, workbook, רק מילים מראות מה הגיע",
    "ar, cards-a4, نسمع الكلام معادا",
    "ar, cards-a4, المضخة تسرب الماء",
    "ar, cards-a4, كُلُّ شَيْءٍ هَادِئٌ، شكرًا",
    "ar, workbook, الكلمات وحدها تبين ما وصل",
    "ar, handover, ما لم يكرر لم يسلم"
  })
  void isCopiedAsItWasWritten(String language, String name, String words) throws Exception {
    assertThat(text(pdf(language, name))).contains(words);
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document);
    }
  }

  /** What is read first stands on the right: a card's number, the first column. */
  @ParameterizedTest
  @CsvSource({"he, כ, א, ב", "ar, ن, ن, ب"})
  void cardsAreMirrored(String language, String line, String say, String instead) throws Exception {
    List<Paper.Glyph> front = card(language, 0);
    Paper.Glyph number = first(front, "1");
    assertThat(number.x()).isGreaterThan(first(front, line).x());
    List<Paper.Glyph> back =
        card(language, 1).stream().filter(glyph -> Math.abs(glyph.y() - 48.7) < 1).toList();
    assertThat(first(back, say).x()).isGreaterThan(first(back, instead).x() + 20);
  }

  /** The glyphs of the upper right card. */
  private static List<Paper.Glyph> card(String language, int page) throws IOException {
    return Paper.glyphs(pdf(language, "cards-a4"), page).stream()
        .filter(glyph -> glyph.x() > 107 && glyph.y() > 34 && glyph.y() < 80)
        .sorted(Comparator.comparingDouble(glyph -> -glyph.x()))
        .toList();
  }

  private static Paper.Glyph first(List<Paper.Glyph> glyphs, String text) {
    return glyphs.stream().filter(glyph -> glyph.text().equals(text)).findFirst().orElseThrow();
  }

  /** The rows of a table are turned round for the eye alone. */
  @Test
  void tablesAndFieldsAreReadFromTheirFirstColumn() throws Exception {
    assertThat(Paper.read(pdf("he", "handover")))
        .containsSubsequence(
            "TH " + reversed("שעה"), "TH " + reversed("מה נאמר"), "TH " + reversed("חזרו על זה"));
    try (PDDocument document = Loader.loadPDF(pdf("he", "handover"))) {
      List<PDField> fields = document.getDocumentCatalog().getAcroForm().getFields();
      assertThat(fields)
          .extracting(PDField::getAlternateFieldName)
          .containsSequence("שעה, 1", "מה נאמר, 1", "חזרו על זה, 1", "מה נאמר, ערפל");
      assertThat(fields.get(2).getWidgets().get(0).getRectangle().getLowerLeftX())
          .isGreaterThan(fields.get(3).getWidgets().get(0).getRectangle().getLowerLeftX());
    }
  }

  /** Words as they are read, the glyphs of each as they stand: a reader turns them round. */
  private static String reversed(String words) {
    return Arrays.stream(words.split(" ", -1))
        .map(word -> new StringBuilder(word).reverse().toString())
        .collect(Collectors.joining(" "));
  }

  /** Forms by Unicode's table of joining types. */
  @ParameterizedTest
  @CsvSource({
    "سلام, FEB3 FEFC FEE1",
    "لا, FEFB",
    "الأساس, FE8D FEF7 FEB3 FE8E FEB1",
    "ورد, FEED FEAD FEA9",
    "بـب, FE91 0640 FE90",
    "ء, FE80",
    "abc, 0061 0062 0063"
  })
  void lettersTakeTheirForms(String word, String forms) {
    assertThat(
            ALL.shapeText(word)
                .chars()
                .mapToObj("%04X"::formatted)
                .collect(Collectors.joining(" ")))
        .isEqualTo(forms);
    assertThat(ALL.deshapeText(ALL.shapeText(word))).isEqualTo(word);
  }

  @Test
  void aFormTheFontLacksStaysALetter() {
    assertThat(new RightToLeft(form -> false).shapeText("سلام")).isEqualTo("سلام");
  }

  @Test
  void bracketsFaceTheirWords() {
    assertThat(ALL.reorderRTLTextToLTR("אב (ג)")).isEqualTo("(ג) בא");
  }

  /** What an eye sees from left to right, by the Unicode bidirectional algorithm. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "he | ראו <em>Fix it</em> now <strong>please</strong> סוף. | .ףוס Fix it now please ואר",
        "he | A <em>B</em> C <strong>D</strong> E | A B C D E",
        "he | ב-12:30 (<em>Help desk</em>) ו-50%. | .50%-ו (Help desk) 12:30-ב",
        "he | ראו <a href='https://example.org'>the guide</a> C3 עוד | דוע the guide C3 ואר",
        "ar | انظر <em>Fix it</em> now ٤٢ (نعم) | (معن) ٤٢ Fix it now رظنا",
        "en | Say <em>שלום</em> <strong>עולם</strong> 45 to all | Say 45 םלוע םולש to all",
        "en | Call 12 (אב 34 <em>גד</em>) now | Call 12 (דג 34 בא) now"
      })
  void linesThatRunBothWaysAreSeenInTheirOrder(String language, String line, String seen)
      throws Exception {
    byte[] pdf = Paper.line(language, line, 140);
    assertThat(seen(pdf)).isEqualTo(seen.replace(" ", ""));
    assertThat(VeraPdf.failures(pdf)).isEmpty();
  }

  /** A blank that a line is broken at would stand between the languages. */
  @Test
  void noBlankIsLeftWhereALineBreaks() throws Exception {
    byte[] pdf = Paper.line("he", "ארוך מאוד English words that break the line", 60);
    List<Paper.Glyph> all =
        Paper.glyphs(pdf, 0).stream().filter(glyph -> glyph.points() > 4).toList();
    List<Paper.Glyph> first =
        all.stream()
            .filter(glyph -> glyph.y() == all.get(0).y() && !glyph.text().isBlank())
            .sorted(Comparator.comparingDouble(Paper.Glyph::x))
            .toList();
    assertThat(first.get(0).text()).isEqualTo("E");
    assertThat(first.get(first.size() - 1).right()).isBetween(54.5, 55.1);
    for (int i = 1; i < first.size(); i++) {
      // A blank is a millimetre wide.
      assertThat(first.get(i).x() - first.get(i - 1).right()).isLessThan(1.5);
    }
  }

  /** As vectors: a reader hears the drawing's name. */
  @Test
  void aChartsWordsAreJoinedAndInItsOwnFaces() throws Exception {
    String drawing =
        "<svg xmlns='http://www.w3.org/2000/svg' role='img' aria-label='Words' width='300'"
            + " height='30' viewBox='0 0 300 30'><text x='1' y='20'>%s</text></svg>";
    byte[] joined = Paper.line("ar", drawing.formatted("سلام 12 (abc)"), 140);
    assertThat(VeraPdf.failures(joined)).isEmpty();
    assertThat(Paper.alternatives(joined)).contains("Words");
    // The same letters with nothing to join them are wider.
    byte[] apart = Paper.line("ar", drawing.formatted("س\u200Cل\u200Cا\u200Cم 12 (abc)"), 140);
    assertThat(inked(joined)).isPositive().isLessThan(inked(apart));
  }

  private static double inked(byte[] pdf) throws IOException {
    List<Paper.Shape> shapes =
        Paper.shapes(pdf, 0).stream().filter(shape -> shape.width() < 20).toList();
    return shapes.stream().mapToDouble(shape -> shape.x() + shape.width()).max().orElse(0)
        - shapes.stream().mapToDouble(Paper.Shape::x).min().orElse(0);
  }

  private static String seen(byte[] pdf) throws IOException {
    return Paper.glyphs(pdf, 0).stream()
        .filter(glyph -> glyph.points() > 4 && !glyph.text().isBlank())
        .sorted(Comparator.comparingDouble(Paper.Glyph::x))
        .map(Paper.Glyph::text)
        .collect(Collectors.joining());
  }

  @Test
  void styleSheetsAreMirrored() {
    assertThat(
            Mirror.css(
                ".left { padding: 1mm 4mm 2mm 0; left: 0; border-left-color: red;text-align: left }"
                    + " td:first-child, th:last-child { margin: 0 } @page { @top-right {} }"))
        .isEqualTo(
            ".left { padding: 1mm 0 2mm 4mm; right: 0; border-right-color: red;text-align: right }"
                + " td:last-child, th:first-child { margin: 0 } @page { @top-left {} }");
  }
}
