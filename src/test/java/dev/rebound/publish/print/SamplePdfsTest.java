package dev.rebound.publish.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.app.SampleSite;
import dev.rebound.publish.KeptResults;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every PDF of the sample course, as a manager downloads it. */
@Tag("slow")
class SamplePdfsTest {
  private static List<Path> all() {
    List<Path> all = new ArrayList<>(SampleSite.pdfs());
    all.add(SampleSite.signOffSheet());
    return all;
  }

  /** Of each kind the smallest: what a kind does is the same in each course, and on each stock. */
  private static List<Path> oneOfEachKind() {
    Map<String, Path> kinds = new TreeMap<>();
    for (Path pdf : all()) {
      String kind = pdf.getFileName().toString().replaceFirst("^first-day-|^service-recovery-", "");
      kinds.merge(
          kind.replaceFirst("-(a4|letter)", ""),
          pdf,
          (one, other) -> one.toFile().length() <= other.toFile().length() ? one : other);
    }
    assertThat(kinds).hasSizeGreaterThan(6);
    return List.copyOf(kinds.values());
  }

  @Test
  void everyKindIsThere() {
    assertThat(all())
        .extracting(file -> file.getFileName().toString())
        .contains(
            "service-recovery-cards-a4.pdf",
            "service-recovery-cards-letter.pdf",
            "service-recovery-friction-log.pdf",
            "service-recovery-roleplay.pdf",
            "service-recovery-trace.pdf",
            "service-recovery-workbook.pdf");
  }

  @ParameterizedTest
  @MethodSource("oneOfEachKind")
  void conformsToPdfUaAndPdfA(Path pdf) throws Exception {
    assertThat(VeraPdf.failures(SampleSite.bytes(pdf))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  @Tag("long")
  void everyOneConformsAndCanBeRead(Path pdf) throws Exception {
    assertThat(VeraPdf.failures(SampleSite.bytes(pdf))).isEmpty();
    assertThat(faint(SampleSite.bytes(pdf))).isEmpty();
  }

  /** Type of 7 pt or more; each letter at 4.5:1 or more, pictures sharp where they are dots. */
  @ParameterizedTest
  @MethodSource("oneOfEachKind")
  void canBeReadByEyesThatAreNotYoung(Path pdf) throws Exception {
    assertThat(faint(SampleSite.bytes(pdf))).isEmpty();
  }

  /** What the test above is there for. */
  @Test
  void whatIsFaintIsSeen() throws Exception {
    assertThat(
            faint(page("<p>Plain</p><div style='background-color: #0b6e4f; color: #fff'>On</div>")))
        .isEmpty();
    assertThat(faint(page("<p style='color: #888'>Grey</p>"))).hasSize(4);
    assertThat(faint(page("<p style='font-size: 6pt'>Tiny</p>"))).hasSize(4);
    assertThat(faint(page("<div style='background-color: #444'><p>Dark</p></div>"))).hasSize(4);
    byte[] dots = new byte[0];
    try (var out = new ByteArrayOutputStream()) {
      ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB), "png", out);
      dots = out.toByteArray();
    }
    String picture = "data:image/png;base64," + Base64.getEncoder().encodeToString(dots);
    assertThat(faint(page("<p>A <img alt='dots' style='width: 20mm' src='" + picture + "'></p>")))
        .singleElement()
        .asString()
        .contains("Picture");
  }

  private static byte[] page(String body) {
    return new PdfEngine(KeptResults.NONE)
        .print(
            "<html lang=en><head><title>Page</title><meta name=subject content=page><style>"
                + "@page { size: 100mm 100mm } html { font-family: 'Source Sans Pro' }"
                + "</style></head><body>"
                + body
                + "</body></html>",
            Imprint.of(Cards.content(Cards.FIVE, "a4").settings()));
  }

  /** What a reader would have to guess, page by page. */
  static List<String> faint(byte[] pdf) throws Exception {
    List<String> wrong = new ArrayList<>();
    int seen = 0;
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        Inks inks = Inks.of(document.getPage(page));
        for (Inks.Letter letter : inks.letters()) {
          seen++;
          if (letter.points() < 7 - .01 || letter.contrast() < 4.5) {
            wrong.add("page " + (page + 1) + ": " + letter);
          }
        }
        for (Inks.Picture picture : inks.pictures()) {
          if (picture.dotsPerInch() < 200) {
            wrong.add("page " + (page + 1) + ": " + picture);
          }
        }
      }
    }
    assertThat(seen).isPositive();
    return wrong;
  }
}
