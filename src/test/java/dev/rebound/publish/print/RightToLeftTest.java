package dev.rebound.publish.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.check.Unchecked;
import dev.rebound.course.Content;
import dev.rebound.publish.Artefact;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
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
    assertThat(made(language)).hasSize(7);
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
    "he, cards-a4, הכל שקט",
    "he, workbook, העברת משמרת",
    "he, workbook, רק מילים מראות מה הגיע",
    "ar, cards-a4, نسمع الكلام معادا",
    "ar, cards-a4, المضخة تسرب الماء",
    "ar, cards-a4, كل شيء هادئ، شكرا",
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
  @CsvSource({"he, כ, א", "ar, ن, ن"})
  void cardsAreMirrored(String language, String line, String say) throws Exception {
    List<Paper.Glyph> front = card(language, 0);
    Paper.Glyph number = first(front, "1");
    assertThat(number.x()).isGreaterThan(first(front, line).x());
    List<Paper.Glyph> back = card(language, 1);
    assertThat(first(back, "✓").x()).isGreaterThan(first(back, say).x());
  }

  /** The glyphs of the upper right card. */
  private static List<Paper.Glyph> card(String language, int page) throws IOException {
    return Paper.glyphs(pdf(language, "cards-a4"), page).stream()
        .filter(glyph -> glyph.x() > 107 && glyph.y() > 34 && glyph.y() < 80)
        .sorted(Comparator.comparingDouble(glyph -> -glyph.x()))
        .toList();
  }

  private static Paper.Glyph first(List<Paper.Glyph> glyphs, String text) {
    return glyphs.stream()
        .filter(glyph -> letters(glyph.text()).equals(text))
        .findFirst()
        .orElseThrow();
  }

  /** The rows of a table are turned round for the eye alone. */
  @Test
  void tablesAndFieldsAreReadFromTheirFirstColumn() throws Exception {
    assertThat(Paper.read(pdf("he", "handover")))
        .containsSubsequence(
            "TH " + seen("שעה"), "TH " + seen("מה נאמר"), "TH " + seen("חזרו על זה"));
    try (PDDocument document = Loader.loadPDF(pdf("he", "handover"))) {
      List<PDField> fields = document.getDocumentCatalog().getAcroForm().getFields();
      assertThat(fields)
          .extracting(PDField::getAlternateFieldName)
          .containsSequence("שעה, 1", "מה נאמר, 1", "חזרו על זה, 1", "מה נאמר, ערפל");
      assertThat(fields.get(2).getWidgets().get(0).getRectangle().getLowerLeftX())
          .isGreaterThan(fields.get(3).getWidgets().get(0).getRectangle().getLowerLeftX());
    }
  }

  /** The glyphs as they stand: a reader turns them round. */
  private static String seen(String words) {
    return new StringBuilder(words).reverse().toString();
  }

  /** What an eye sees from left to right, where each language stands in one part. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "he | ראו Fix it now please סוף. | .ףוס Fix it now please ואר",
        "he | ראו <a href='https://example.org'>the guide</a> עוד | דוע the guide ואר",
        "he | ב-12:30 (כן) ו-50%. | .50%-ו (ןכ) 12:30-ב",
        "ar | انظر <em>Fix it now</em> (نعم) | (معن) Fix it now رظنا",
        "en | Say <em>שלום עולם</em> to all | Say םלוע םולש to all"
      })
  void linesThatRunBothWaysAreSeenInTheirOrder(String language, String line, String seen)
      throws Exception {
    byte[] pdf = Paper.line(language, line, 140);
    assertThat(seen(pdf)).isEqualTo(seen.replace(" ", ""));
    assertThat(VeraPdf.failures(pdf)).isEmpty();
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
        .map(glyph -> letters(glyph.text()))
        .collect(Collectors.joining());
  }

  /** Arabic letters are kept in their forms; a reader that searches knows them. */
  private static String letters(String forms) {
    return Normalizer.normalize(forms, Normalizer.Form.NFKC);
  }
}
