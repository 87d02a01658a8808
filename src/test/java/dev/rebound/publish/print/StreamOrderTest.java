package dev.rebound.publish.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

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
}
