package dev.rebound.publish.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.course.Content;
import dev.rebound.publish.Artefact;
import java.io.IOException;
import java.nio.file.Path;
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
          return Cards.publisher().publish(content).stream()
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
    "he, workbook, העברת משמרת",
    "he, workbook, רק מילים מראות מה הגיע",
    "ar, cards-a4, نسمع الكلام معادا",
    "ar, cards-a4, المضخة تسرب الماء",
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
        card(language, 1).stream().filter(glyph -> Math.abs(glyph.y() - 47.5) < 1).toList();
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

  /** As its glyphs stand: a reader turns them round. */
  private static String reversed(String words) {
    return new StringBuilder(words).reverse().toString();
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
