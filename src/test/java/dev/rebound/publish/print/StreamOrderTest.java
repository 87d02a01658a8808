package dev.rebound.publish.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Readers that know no tags, nor where words stand, get them as they are read. */
class StreamOrderTest {
  @Test
  void wordsOfElementsStandInTheirLine() throws Exception {
    byte[] pdf =
        Paper.line(
            "en", "Say <em>it</em> twice, <strong>please <em>do</em></strong>, and wait.", 120);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("Say it twice, please do, and wait.");
    }
    assertThat(VeraPdf.failures(pdf)).isEmpty();
  }

  /** As drawn: the letters of a word that runs left stand from the left, its words as read. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "he | ראו <em>Fix it</em> now <strong>please</strong> סוף. | ואר Fix it now please ףוס.",
        "he | שלום לכולם, ארוך מאוד | םולש םלוכל, ךורא דואמ",
        "he | צה\"ל אמר (כן). | ל\"הצ רמא )ןכ(.",
        "en | Say <em>שלום לכם</em> <strong>עולם</strong> 45 to all | Say םולש םכל םלוע 45 to all",
        "ar | نعم <em>Fix it</em> لا | معن Fix it ال"
      })
  void linesThatRunBothWaysAreDrawnAsTheyAreRead(String language, String words, String drawn)
      throws Exception {
    assertThat(drawn(Paper.line(language, words, 120))).isEqualTo(drawn);
  }

  /** A blank that a line is broken at is drawn beyond its end. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "he | ארוך מאוד English words that break it | ךורא דואמ English words that break it",
        "en | English words that שלום break it | English words that םולש break it"
      })
  void wordsAreApartWhereALineBreaks(String language, String words, String drawn) throws Exception {
    byte[] pdf = Paper.line(language, words, 50);
    assertThat(drawn(pdf)).isEqualTo(drawn);
    assertThat(Paper.read(pdf)).contains("P " + drawn);
  }

  @Test
  void eachWordKeepsItsColour() throws Exception {
    byte[] pdf = Paper.line("en", "Say <em style='color: #f00'>it</em> twice.", 120);
    BufferedImage page = Paper.image(pdf, 0, 150);
    int[] red = columns(page, 0xFF0000);
    int[] black = columns(page, 0);
    assertThat(black[0]).isLessThan(red[0]);
    assertThat(red[1]).isLessThan(black[1]).isLessThan(red[0] + 20);
  }

  /** The first and last column with a colour. */
  private static int[] columns(BufferedImage page, int rgb) {
    int[] found = {page.getWidth(), 0};
    for (int x = 0; x < page.getWidth(); x++) {
      for (int y = 50; y < page.getHeight(); y++) {
        if ((page.getRGB(x, y) & 0xFFFFFF) == rgb) {
          found[0] = Math.min(found[0], x);
          found[1] = Math.max(found[1], x);
        }
      }
    }
    return found;
  }

  private static String drawn(byte[] pdf) throws IOException {
    return Paper.glyphs(pdf, 0).stream()
        .filter(glyph -> glyph.points() > 4)
        .map(Paper.Glyph::text)
        .collect(Collectors.joining());
  }
}
