package dev.rebound.publish.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rebound.publish.KeptResults;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters with marks: in their places, and copied as they were written. */
class MarksTest {
  private static final int DPI = 300;

  /** The part of a ligature that marks after it belong to. */
  private static final int LAST = 9;

  /** The JDK lays text out with HarfBuzz, which asks the same font. */
  @ParameterizedTest
  @ValueSource(strings = {Fonts.FAMILY, Fonts.HEBREW, Fonts.ARABIC})
  void marksStandWhereHarfBuzzSetsThem(String family) throws Exception {
    byte[] file;
    try (InputStream in = Fonts.open(family, false)) {
      file = in.readAllBytes();
    }
    TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
    Anchors anchors = new Anchors(font);
    Font oracle =
        Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file))
            .deriveFont((float) font.getUnitsPerEm());
    CmapLookup glyphs = font.getUnicodeCmapLookup();
    List<Integer> marks = points(glyphs, true);
    int compared = 0;
    for (int letter : points(glyphs, false)) {
      for (int mark : marks) {
        Optional<List<Anchors.Placed>> placed =
            anchors.place(glyphs.getGlyphId(letter), LAST, List.of(glyphs.getGlyphId(mark)));
        GlyphVector laid = lay(oracle, letter, mark);
        UnicodeScript script =
            mark == 0x485 || mark == 0x486 ? UnicodeScript.CYRILLIC : UnicodeScript.of(mark);
        // It sets each script alone, and may take another glyph for either, which has its own
        // anchors.
        if (placed.isPresent()
            && (script == UnicodeScript.INHERITED || script == UnicodeScript.of(letter))
            && laid.getNumGlyphs() == 2
            && laid.getGlyphCode(at(laid, 0)) == glyphs.getGlyphId(letter)
            && laid.getGlyphCode(at(laid, 1)) == glyphs.getGlyphId(mark)) {
          Point2D base = laid.getGlyphPosition(at(laid, 0));
          Point2D its = laid.getGlyphPosition(at(laid, 1));
          Anchors.Placed ours = placed.get().get(1);
          assertThat(List.of(ours.x(), ours.y()))
              .as("%04X %04X", letter, mark)
              .isEqualTo(
                  List.of(
                      (int) Math.round(its.getX() - base.getX()),
                      (int) Math.round(base.getY() - its.getY())));
          compared++;
        }
      }
    }
    assertThat(compared).as("compared").isGreaterThan(800);
  }

  private static GlyphVector lay(Font font, int letter, int mark) {
    char[] text = (Character.toString(letter) + Character.toString(mark)).toCharArray();
    return font.layoutGlyphVector(
        new FontRenderContext(null, true, true),
        text,
        0,
        text.length,
        RightToLeft.in(Character.toString(letter))
            ? Font.LAYOUT_RIGHT_TO_LEFT
            : Font.LAYOUT_LEFT_TO_RIGHT);
  }

  /** The glyph of a character; what runs left is laid out from the left. */
  private static int at(GlyphVector laid, int character) {
    return laid.getGlyphCharIndex(0) == character ? 0 : 1;
  }

  /** Every seventh letter, or all marks, of what a font has. */
  private static List<Integer> points(CmapLookup glyphs, boolean marks) {
    List<Integer> all =
        IntStream.range(0x41, 0xFFFD)
            .filter(point -> marks ? Clusters.isMark(point) : Character.isLetter(point))
            .filter(point -> glyphs.getGlyphId(point) != 0)
            .boxed()
            .toList();
    return IntStream.range(0, all.size())
        .filter(i -> marks || i % 7 == 0)
        .mapToObj(all::get)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "he, שָׁלוֹם לְכֻלָּם",
    "he, בְּרֵאשִׁית <strong>בָּרָא</strong>",
    "ar, شكرًا جزيلاً",
    "ar, مُدَرِّسٌ لِأَنَّ اللَّهَ",
    "ar, وَلَا الْإِسْلَامُ",
    "en, ẹ́ Ọ̀ ė́ į́ ї́ ŋ̀ m̃",
    "en, за́мок <em>замо́к</em>",
    "en, ѣ́ бг҃ъ слово",
    "en, Say שָׁלוֹם to all",
  })
  void whatIsCopiedIsLettersAndMarks(String language, String words) throws Exception {
    byte[] pdf = line(language, words);
    String plain = words.replaceAll("<[^>]*>", "");
    assertThat(Normalizer.normalize(text(pdf), Normalizer.Form.NFC))
        .contains(Normalizer.normalize(plain, Normalizer.Form.NFC));
    assertThat(VeraPdf.failures(pdf)).isEmpty();
    assertThat(line(language, words)).isEqualTo(pdf);
  }

  /** Readers take a glyph that is raised, or moved back, for a word of its own. */
  @Test
  void eachGlyphStandsOnTheLineBesideTheOneBefore() throws Exception {
    for (String words : List.of("שָׁלוֹם", "مُدَرِّسٌ", "ẹ́į́")) {
      List<Paper.Glyph> glyphs = glyphs(line("en", words));
      assertThat(glyphs).hasSize(Normalizer.normalize(words, Normalizer.Form.NFD).length());
      for (int i = 1; i < glyphs.size(); i++) {
        assertThat(glyphs.get(i).y()).isEqualTo(glyphs.get(0).y());
        assertThat(glyphs.get(i).x()).isCloseTo(glyphs.get(i - 1).right(), within(0.01));
      }
    }
  }

  /** Its edges are those of other words: left and right, top (or above it), bottom. */
  @ParameterizedTest
  @CsvSource({
    // A character of its own and its parts, and the dot under it.
    "en, ẹ́, ẹ, é, ẹ",
    "en, į́, í, í, į",
    "en, і́, í, í, ı",
    "en, за́мок, замок, зáмок, замок",
    "he, בָּ, ב, ב, בָ",
    "ar, مِ, م, م, مِ",
    // The doubling, and the vowel on top of it.
    "ar, دَّ, د, دّ+, د",
    // The lam's mark is under the lam, the alef's over the alef.
    "ar, لَا, لا, لا+, لا",
  })
  void marksAreSeenOverAndUnderTheirLetters(
      String language, String word, String width, String top, String bottom) throws Exception {
    Ink ink = ink(language, word);
    Ink wide = ink(language, width);
    assertThat(ink.left()).isCloseTo(wide.left(), within(8));
    assertThat(ink.right()).isCloseTo(wide.right(), within(8));
    Ink high = ink(language, top.replace("+", ""));
    if (top.endsWith("+")) {
      assertThat(ink.top()).isLessThan(high.top() - 4);
    } else {
      assertThat(ink.top()).isCloseTo(high.top(), within(8));
    }
    assertThat(ink.bottom()).isCloseTo(ink(language, bottom).bottom(), within(8));
  }

  /** In dots. */
  private record Ink(int left, int right, int top, int bottom) {}

  private static Ink ink(String language, String word) throws IOException {
    BufferedImage page = Paper.image(line(language, "<big>" + word + "</big>"), 0, DPI);
    int left = page.getWidth();
    int right = 0;
    int top = page.getHeight();
    int bottom = 0;
    for (int y = DPI / 3; y < page.getHeight(); y++) {
      for (int x = 0; x < page.getWidth(); x++) {
        if ((page.getRGB(x, y) & 0xFF) < 128) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = Math.max(bottom, y);
        }
      }
    }
    return new Ink(left, right, top, bottom);
  }

  @Test
  void aMarkWithoutAPlaceIsNamed() {
    assertThatThrownBy(() -> line("en", "a ɛ̃́ b"))
        .isInstanceOf(PrintFailure.class)
        .hasMessageContaining("U+0301");
  }

  @ParameterizedTest
  @CsvSource({
    "لَا, FEFB 064E",
    "لاً, FEFB 0615 064B",
    "لِأَ, FEF7 0650 0615 064E",
    "بِ, FE8F 0650",
    "كَتَ, FEDB 064E FE96 064E",
  })
  void marksDoNotPartLetters(String word, String forms) {
    assertThat(
            new RightToLeft(form -> form != 0)
                .shapeText(word)
                .chars()
                .mapToObj("%04X"::formatted)
                .collect(Collectors.joining(" ")))
        .isEqualTo(forms);
  }

  private static byte[] line(String language, String words) {
    return new PdfEngine(KeptResults.NONE)
        .print(
            "<html lang="
                + language
                + "><head><title>Line</title><meta name=subject content=line><style>@page { size:"
                + " 120mm 50mm; margin: 5mm } html { font-family: 'Source Sans Pro', 'Source Sans"
                + " Upright', 'Open Sans', 'Markazi Text' } big { font-size: 40pt } body, p {"
                + " margin: 0 }</style></head><body><h1 style='font-size: 1pt; margin: 0'>.</h1><p>"
                + words
                + "</p></body></html>",
            Imprint.of(Cards.content(Cards.FIVE, "a4").settings()));
  }

  private static List<Paper.Glyph> glyphs(byte[] pdf) throws IOException {
    return Paper.glyphs(pdf, 0).stream()
        .filter(glyph -> glyph.points() > 4)
        .sorted(Comparator.comparingDouble(Paper.Glyph::x))
        .toList();
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document);
    }
  }
}
