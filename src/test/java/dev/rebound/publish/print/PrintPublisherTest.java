package dev.rebound.publish.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import dev.rebound.check.Unchecked;
import dev.rebound.course.Card;
import dev.rebound.publish.KeptResults;
import dev.rebound.publish.page.Palette;
import dev.rebound.publish.page.Templates;
import dev.rebound.publish.page.UiMessages;
import dev.rebound.source.Block;
import dev.rebound.source.Inline;
import dev.rebound.source.Markup;
import dev.rebound.source.Reference;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class PrintPublisherTest {
  private static final int WHITE = 0xffffff;
  private static final Map<String, byte[]> MADE = new ConcurrentHashMap<>();

  private static List<String> stocks() {
    return CardPrinter.names();
  }

  @ParameterizedTest
  @MethodSource("stocks")
  void conformsToPdfUaAndPdfA(String stock) throws Exception {
    assertThat(VeraPdf.failures(five(stock))).isEmpty();
  }

  /** The numbers are the makers' and the paper sizes', not {@link Stock}'s. */
  @ParameterizedTest
  @CsvSource({
    "a4,              210,   297,   85.60, 53.98, 17.40, 34.54, 89.60, 57.98, 2, 4, 2",
    "letter,          215.9, 279.4, 85.60, 53.98, 20.35, 25.74, 89.60, 57.98, 2, 4, 2",
    "avery-5371,      215.9, 279.4, 88.9,  50.8,  19.05, 12.7,  88.9,  50.8,  2, 5, 0",
    "avery-l7414,     210,   297,   90,    52,    15,    18.5,  90,    52,    2, 5, 0",
    "avery-c32011-10, 210,   297,   85,    54,    15,    13.5,  95,    54,    2, 5, 2",
    "avery-c32015,    210,   297,   85,    54,    17,    31.5,  91,    60,    2, 4, 2",
    "avery-5388,      215.9, 279.4, 127,   76.2,  44.45, 25.4,  0,     76.2,  1, 3, 0",
    "cr80,            91.6,  59.98, 85.60, 53.98, 3,     3,     0,     0,     1, 1, 3"
  })
  void everyCardLiesWhereItIsCut(
      String stock,
      double pageWidth,
      double pageHeight,
      double width,
      double height,
      double x,
      double y,
      double pitchX,
      double pitchY,
      int columns,
      int rows,
      double bleed)
      throws Exception {
    try (PDDocument document = Loader.loadPDF(five(stock))) {
      assertThat(document.getNumberOfPages() % 2).isZero();
      for (PDPage page : document.getPages()) {
        assertThat(page.getMediaBox().getWidth() * 25.4 / 72).isCloseTo(pageWidth, within(.1));
        assertThat(page.getMediaBox().getHeight() * 25.4 / 72).isCloseTo(pageHeight, within(.1));
      }
    }
    for (int page = 0; page < 2; page++) {
      List<Paper.Shape> faces =
          Paper.shapes(five(stock), page).stream()
              .filter(shape -> rgb(shape) == WHITE && shape.width() > 80 && shape.y() > -1)
              .sorted(
                  Comparator.comparingDouble((Paper.Shape s) -> Math.round(s.y()))
                      .thenComparingDouble(Paper.Shape::x))
              .toList();
      assertThat(faces).hasSize(rows * columns);
      for (int i = 0; i < faces.size(); i++) {
        Paper.Shape face = faces.get(i);
        int row = i / columns;
        assertThat(face.x() + bleed).isCloseTo(x + i % columns * pitchX, within(.2));
        double high = stock.equals("avery-c32011-10") ? 0 : bleed;
        assertThat(face.y() + high).isCloseTo(y + row * pitchY, within(.2));
        assertThat(face.width() - 2 * bleed).isCloseTo(width, within(.2));
        assertThat(face.height() - 2 * high).isCloseTo(height, within(.2));
      }
    }
  }

  @Test
  void cropMarksPointAtTheCuts() throws Exception {
    TreeSet<Long> xs = new TreeSet<>();
    TreeSet<Long> ys = new TreeSet<>();
    for (Paper.Shape mark : Paper.shapes(five("a4"), 0)) {
      if (Math.abs(mark.height() - 4) < .05 && mark.width() < .15) {
        xs.add(Math.round((mark.x() + mark.width() / 2) * 10));
      } else if (Math.abs(mark.width() - 4) < .05 && mark.height() < .15) {
        ys.add(Math.round((mark.y() + mark.height() / 2) * 10));
      }
    }
    assertThat(xs).containsExactly(174L, 1030L, 1070L, 1926L);
    assertThat(ys).containsExactly(345L, 885L, 925L, 1465L, 1505L, 2045L, 2085L, 2625L);
  }

  @Test
  void aStockCanBeNamedIfItIsThere() throws Exception {
    String schema = Files.readString(Path.of("src/main/resources/schemas/course.schema.json"));
    String named = schema.substring(schema.indexOf("\"stocks\""));
    named = named.substring(named.indexOf("\"enum\""), named.indexOf("]"));
    assertThat(
            Pattern.compile("\"([a-z0-9-]+)\"")
                .matcher(named)
                .results()
                .skip(1)
                .map(found -> found.group(1)))
        .containsExactlyElementsOf(CardPrinter.names());
    assertThat(Cards.WORDS.keySet())
        .containsAll(CardPrinter.names().stream().map(name -> "variant-" + name).toList());
  }

  /** A phone would read the same: another library, given the finished sheet as pixels. */
  @ParameterizedTest
  @ValueSource(strings = {"a4", "cr80", "avery-5388", "z-fold", "booklet"})
  void theCodeOfACardSaysWhereItsLessonIs(String stock) throws Exception {
    byte[] pdf = Cards.pdf(Cards.withAddress(stock));
    assertThat(VeraPdf.failures(pdf)).isEmpty();
    BufferedImage page = Paper.image(pdf, 0, 300);
    LuminanceSource pixels =
        new RGBLuminanceSource(
            page.getWidth(),
            page.getHeight(),
            page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth()));
    Result[] read =
        new QRCodeMultiReader()
            .decodeMultiple(
                new BinaryBitmap(new HybridBinarizer(pixels)),
                Map.of(DecodeHintType.TRY_HARDER, true));
    assertThat(read)
        .isNotEmpty()
        .allSatisfy(
            code ->
                assertThat(code.getText())
                    .isEqualTo("https://example.org/training/recovery/calm.html"));
    assertThat(Paper.alternatives(pdf))
        .contains(
            "QR code of the lesson’s address, https://example.org/training/recovery/calm.html");
  }

  /** At 100 %, on the sides that fit the sheet; and a printer's software knows what is cut out. */
  @Test
  void theDialogueIsSetAndTheSheetSaysWhatIsCut() throws Exception {
    try (PDDocument document = Loader.loadPDF(five("a4"))) {
      PDViewerPreferences preferences = document.getDocumentCatalog().getViewerPreferences();
      assertThat(preferences.getPrintScaling()).isEqualTo("None");
      assertThat(preferences.getDuplex()).isEqualTo("DuplexFlipLongEdge");
      PDRectangle trim = document.getPage(0).getTrimBox();
      PDRectangle bleed = document.getPage(0).getBleedBox();
      assertThat(trim.getLowerLeftX() * 25.4 / 72).isCloseTo(17.4, within(.1));
      assertThat(trim.getWidth() * 25.4 / 72).isCloseTo(175.2, within(.1));
      assertThat((bleed.getWidth() - trim.getWidth()) * 25.4 / 72).isCloseTo(4, within(.1));
    }
    try (PDDocument document = Loader.loadPDF(five("z-fold"))) {
      assertThat(document.getDocumentCatalog().getViewerPreferences().getDuplex())
          .isEqualTo("DuplexFlipShortEdge");
    }
  }

  /** Modules are told apart by a shape, and by colours that can be read under white. */
  @ParameterizedTest
  @ValueSource(strings = {"#0b6e4f", "#ffd400", "#777777", "#0000ff"})
  void modulesHaveTheirOwnSignsAndColours(String accent) {
    Set<Object> signs = new HashSet<>();
    for (int module = 1; module <= 8; module++) {
      PaperFrame.Ink ink = PaperFrame.Ink.ofModule(accent, module);
      assertThat(Palette.contrast(ink.accent(), "#ffffff")).isGreaterThan(4.5);
      assertThat(Palette.contrast(ink.onFill(), ink.fill())).isGreaterThan(4.5);
      Shape shape = EmblemDrawer.shape(module);
      Set<Integer> inside = new HashSet<>();
      for (int at = 0; at < 400; at++) {
        int row = at / 20;
        if (shape.contains(at % 20 / 20.0 + .025, row / 20.0 + .025)) {
          inside.add(at);
        }
      }
      signs.add(inside);
    }
    assertThat(signs).hasSize(8);
  }

  /** Yellow is not darkened to olive: black stands on it. */
  @Test
  void aYellowAccentStaysYellow() {
    PaperFrame.Ink ink = PaperFrame.Ink.of("#ffd400");
    assertThat(ink.fill()).isEqualTo("#ffd400");
    assertThat(ink.onFill()).isEqualTo("#000000");
  }

  @Test
  void dieCutStockHasNoCropMarks() throws Exception {
    assertThat(Paper.shapes(five("avery-l7414"), 0))
        .noneMatch(mark -> Math.abs(mark.height() - 4) < .05 && mark.width() < .15);
  }

  @Test
  void theRulerIsFiftyMillimetres() throws Exception {
    List<Double> ticks =
        Paper.shapes(five("a4"), 0).stream()
            .filter(shape -> Math.abs(shape.height() - 1.5) < .05 && shape.width() < .15)
            .map(shape -> shape.x() + shape.width() / 2 - 17.4)
            .sorted()
            .toList();
    assertThat(ticks).hasSize(4);
    for (int i = 0; i < 4; i++) {
      assertThat(ticks.get(i)).isCloseTo(10 * (i + 1), within(.1));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a4", "letter", "avery-5371", "avery-l7414", "avery-c32011-10", "avery-c32015"})
  void backsLieBehindTheirFronts(String stock) throws Exception {
    double middle = List.of("letter", "avery-5371").contains(stock) ? 107.95 : 105;
    List<List<String>> fronts = numbers(five(stock), 0, middle);
    List<List<String>> backs = numbers(five(stock), 1, middle);
    assertThat(fronts.get(0)).containsExactly("1", "2");
    assertThat(fronts.get(2)).containsExactly("5", "¶");
    assertThat(backs).hasSameSizeAs(fronts);
    for (int row = 0; row < fronts.size(); row++) {
      assertThat(backs.get(row)).containsExactly(fronts.get(row).get(1), fronts.get(row).get(0));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a4",
        "letter",
        "avery-5371",
        "avery-l7414",
        "avery-c32011-10",
        "avery-c32015",
        "avery-5388",
        "cr80"
      })
  void typeIsLargeEnoughAndClearOfTheCut(String stock) throws Exception {
    for (int page = 0; page < 2; page++) {
      List<Paper.Shape> faces =
          Paper.shapes(five(stock), page).stream()
              .filter(shape -> rgb(shape) == WHITE && shape.width() > 80 && shape.y() > -1)
              .toList();
      double inset =
          stock.equals("avery-c32015")
              ? 5
              : stock.startsWith("avery") ? 3 : stock.equals("cr80") ? 6 : 5;
      for (Paper.Glyph glyph : Paper.glyphs(five(stock), page)) {
        assertThat(glyph.points()).as(glyph.toString()).isGreaterThanOrEqualTo(6.99);
        faces.stream()
            .filter(face -> glyph.x() > face.x() && glyph.x() < face.x() + face.width())
            .filter(face -> glyph.y() > face.y() && glyph.y() < face.y() + face.height())
            .forEach(
                face -> {
                  assertThat(glyph.x()).isGreaterThan(face.x() + inset);
                  assertThat(glyph.right()).isLessThan(face.x() + face.width() - inset);
                  assertThat(glyph.y()).isGreaterThan(face.y() + inset);
                  // Descenders reach a fifth of the size below the line.
                  assertThat(glyph.y() + glyph.points() * .2 * 25.4 / 72)
                      .as(glyph.toString())
                      .isLessThan(face.y() + face.height() - inset);
                });
      }
    }
  }

  @Test
  void aCardIsReadFrontThenBackAndOnlyOnce() throws Exception {
    List<String> read = Paper.read(five("a4"));
    assertThat(read)
        .startsWith(
            "H1 Service recovery: Pocket cards",
            "P Print at 100 %, on both sides, turned on the long edge. Cut along the marks.",
            "P 1",
            "H2 Agree with the value",
            "P When the customer attacks",
            "Lbl 1.",
            "P Hear what they care about.")
        .containsSubsequence(
            "P Look at the facts later, together.",
            "P ✓",
            "P Say",
            "P ×",
            "P Instead of",
            "P ✓",
            "P Your time matters. Let me move.",
            "P ×",
            "P Our log shows it was on time.",
            "H2 Find the leak",
            "H2 Fix, concern, something extra",
            "H2 Four steps",
            "H2 Reassure, don't defend",
            "H2 Sources",
            "P 1, 2, 3, 4, 5 Kate Nasser, “Leaders, Can You Ace This Customer Service Recovery Moment?”, 2012")
        .containsOnlyOnce("H2 Agree with the value", "H2 Find the leak")
        .containsOnlyOnce("P 50 mm when printed at 100 %");
  }

  /** A card that stands alone names its own sources. */
  @Test
  void aSetOfOneCardHasNoCardOfSources() throws Exception {
    assertThat(Paper.read(Cards.pdf(Cards.FIVE.subList(0, 1), "a4")))
        .noneMatch(line -> line.equals("H2 Sources"))
        .anyMatch(line -> line.startsWith("P Based on Kate Nasser"));
  }

  /**
   * A reader that knows no tags finds columns by the gaps between words. It gives whole cards, one
   * after the other, down the left column and then down the right one.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a4",
        "letter",
        "avery-5371",
        "avery-l7414",
        "avery-c32011-10",
        "avery-c32015",
        "avery-5388",
        "cr80"
      })
  void cardsAreCopiedOneAfterTheOther(String stock, @TempDir Path folder) throws Exception {
    Path pdf = folder.resolve("cards.pdf");
    Files.write(pdf, Cards.pdf(Cards.withAddress(stock)));
    String copied = copied(pdf);
    for (Card card : Cards.FIVE) {
      for (List<Block> side : List.of(card.front(), card.back())) {
        List<String> lines = new ArrayList<>();
        Markup.eachRun(side, run -> lines.add(Markup.plain(run).strip()));
        lines.removeIf(line -> line.equals("Say") || line.equals("Instead of"));
        String first = lines.get(0);
        int from = copied.indexOf(first);
        int to = copied.indexOf(lines.get(lines.size() - 1), from);
        assertThat(from).as(first).isNotNegative();
        assertThat(to).as(copied.substring(from)).isBetween(from, from + 400);
        assertThat(copied.substring(from, to)).contains(lines.subList(0, lines.size() - 1));
      }
    }
  }

  private static String copied(Path pdf) throws Exception {
    Process reader;
    try {
      reader = new ProcessBuilder("pdftotext", pdf.toString(), "-").start();
    } catch (IOException notThere) {
      return Assumptions.abort("there is no pdftotext");
    }
    String text = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return text.replaceAll("\\s+", " ");
  }

  /** A link goes with its card, and a copy of the card has none. */
  @Test
  void aLinkLiesOnItsCardOnce() throws Exception {
    Card plain = Cards.FIVE.get(0);
    List<Inline> link =
        List.of(
            new Inline.WebLink(
                Cards.SPAN,
                "https://example.org",
                List.of(new Inline.Text(Cards.SPAN, "Read more"))));
    Card linked =
        new Card(
            plain.id(),
            plain.title(),
            plain.subtitle(),
            List.of(
                new Block.ItemList(
                    Cards.SPAN, true, 1, List.of(List.of(new Block.Paragraph(Cards.SPAN, link))))),
            plain.back());
    byte[] pdf = Cards.pdf(List.of(linked), "a4");
    assertThat(VeraPdf.failures(pdf)).isEmpty();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getPage(0).getAnnotations())
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.getRectangle().getLowerLeftX() * 25.4 / 72).isBetween(17.4, 60.0);
                assertThat((297 - one.getRectangle().getUpperRightY() * 25.4 / 72))
                    .isBetween(48.0, 88.0);
              });
    }
  }

  /** What the shop has not said is filled in once, wherever the card stands. */
  @ParameterizedTest
  @ValueSource(strings = {"a4", "cr80", "booklet"})
  void aFieldOfTheShopIsFilledInOnce(String stock) throws Exception {
    List<Inline> line =
        List.of(
            new Inline.Text(Cards.SPAN, "Ring "),
            new Inline.ReferenceLink(
                new Reference("field", "phone", Cards.SPAN),
                List.of(new Inline.Text(Cards.SPAN, "the manager"))));
    Card plain = Cards.FIVE.get(0);
    Card card =
        new Card(
            plain.id(),
            plain.title(),
            plain.subtitle(),
            List.of(
                new Block.ItemList(
                    Cards.SPAN, true, 1, List.of(List.of(new Block.Paragraph(Cards.SPAN, line))))),
            plain.back());
    byte[] pdf = Cards.pdf(List.of(card), stock);
    assertThat(VeraPdf.failures(pdf)).isEmpty();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getDocumentCatalog().getAcroForm().getFields())
          .singleElement()
          .satisfies(
              field -> {
                assertThat(field.getAlternateFieldName()).isEqualTo("the manager");
                assertThat(field.getWidgets()).hasSize(stock.equals("a4") ? 8 : 1);
              });
    }
    assertThat(Paper.read(pdf)).anyMatch(read -> read.contains("Ring"));
  }

  /** Twelve cards on sheets that hold six: each sheet lists its own, and nothing leaves it. */
  @ParameterizedTest
  @ValueSource(strings = {"booklet", "z-fold"})
  void eachFoldedSheetListsItsOwnCards(String fold) throws Exception {
    List<Card> twelve = new ArrayList<>();
    for (int i = 1; i <= 12; i++) {
      Card card = Cards.FIVE.get(i % 5);
      twelve.add(
          Cards.card(
              "card-" + i,
              "Card " + i + " of twelve",
              card.subtitle().orElseThrow().value(),
              List.of("Hear what they care about.", "Agree that it matters."),
              List.of(List.of("Your time matters.", "It was on time."))));
    }
    byte[] pdf = Cards.pdf(twelve, fold);
    assertThat(VeraPdf.failures(pdf)).isEmpty();
    int sheets = fold.equals("booklet") ? 2 : 3;
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(fold.equals("booklet") ? 2 : 6);
    }
    assertThat(Paper.read(pdf)).filteredOn(line -> line.equals("P Card 1 of twelve")).hasSize(1);
    assertThat(Paper.read(pdf)).filteredOn(line -> line.equals("P Card 12 of twelve")).hasSize(1);
    assertThat(Paper.read(pdf)).filteredOn(line -> line.equals("Lbl 12.")).hasSize(1);
    assertThat(Paper.read(pdf)).filteredOn(line -> line.startsWith("H1 ")).hasSize(sheets);
  }

  @Test
  void aContestedPrincipleShowsItsEvidence() throws Exception {
    assertThat(Paper.read(five("a4")))
        .filteredOn(line -> line.startsWith("P Contested: Satisfaction can rise"))
        .hasSize(1);
  }

  @Test
  void lettersThatOtherFacesJoinAreKept() throws Exception {
    Card card =
        Cards.card(
            "fi",
            "Fix the office shift",
            "Effort, fluff and baffled staff",
            List.of("First find a fjord."),
            List.of(List.of("Żółć. Σήμα. Мир.", "Waffle.")));
    byte[] pdf = Cards.pdf(List.of(card), "a4");
    assertThat(Paper.read(pdf))
        .contains(
            "H2 Fix the office shift",
            "P Effort, fluff and baffled staff",
            "P First find a fjord.",
            "P Żółć. Σήμα. Мир.",
            "P Waffle.");
  }

  @Test
  void everyFontIsEmbeddedAsASubset() throws Exception {
    int fonts = 0;
    try (PDDocument document = Loader.loadPDF(five("a4"))) {
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
          assertThat(font.getName()).matches("[A-Z]{6}\\+SourceSansPro-.*");
          fonts++;
        }
      }
    }
    assertThat(fonts).isPositive();
  }

  @Test
  void theDocumentSaysWhatItIs() throws Exception {
    try (PDDocument document = Loader.loadPDF(five("a4"))) {
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo("Service recovery: Pocket cards");
      String xmp =
          new String(
              document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
      assertThat(xmp)
          .containsPattern("<dc:rights>.*CC BY 4.0\\. Quotations belong to their authors\\.")
          .contains("2026-11-22T00:00:00+00:00");
    }
  }

  @Test
  void theSameContentGivesTheSameBytesEverywhere() {
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    byte[] here = Cards.pdf(Cards.FIVE, "a4");
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(Cards.pdf(Cards.FIVE, "a4")).isEqualTo(here);
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }

  /** The first sheet, with the templates of a workspace. */
  private static byte[] printed(Path templates) {
    return new PrintPublisher(
            new Templates(Optional.of(templates)), UiMessages.always(Cards.WORDS), KeptResults.NONE)
        .artefacts(Unchecked.content(Cards.content(Cards.FIVE, "a4")))
        .get(0)
        .bytes();
  }

  @Test
  void aStyleTheEngineDoesNotKnowStopsTheBuild(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("print"));
    Files.writeString(
        folder.resolve("print/cards.css"), "html { font-family: 'Source Sans Pro'; gap: 3mm }");
    assertThatThrownBy(() -> printed(folder))
        .isInstanceOf(PrintFailure.class)
        .hasMessageContaining("gap");
  }

  @Test
  void aTemplateThatMakesOtherPagesStopsTheBuild(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("print"));
    Files.writeString(
        folder.resolve("print/cards.ftlh"),
        new Templates(Optional.empty()).text("print/cards.ftlh").replace("<@ground one/>", ""));
    assertThatThrownBy(() -> printed(folder))
        .isInstanceOf(PrintFailure.class)
        .hasMessageContaining("makes 14 pages where 18 are due");
  }

  @Test
  void downloadsAreWhatIsPublished() {
    var content = Cards.content(Cards.FIVE, "a4", "letter");
    PrintPublisher publisher = Cards.publisher();
    assertThat(publisher.artefacts(Unchecked.content(content)))
        .extracting(artefact -> artefact.path())
        .containsExactlyElementsOf(
            publisher.downloads(content).stream().map(download -> download.path()).toList())
        .containsExactly(
            "recovery/downloads/recovery-cards-a4.pdf",
            "recovery/downloads/recovery-cards-letter.pdf",
            "recovery/downloads/recovery-how-to-print.pdf");
    assertThat(publisher.downloads(Cards.content(List.of(), "a4"))).isEmpty();
  }

  /** The numbers in the bands, row by row, left to right. */
  private static List<List<String>> numbers(byte[] pdf, int page, double middle) throws Exception {
    Map<Long, String[]> rows = new java.util.TreeMap<>();
    List<Paper.Shape> faces =
        Paper.shapes(pdf, page).stream()
            .filter(shape -> rgb(shape) == WHITE && shape.width() > 80 && shape.y() > -1)
            .toList();
    for (Paper.Shape face : faces) {
      String number =
          Paper.glyphs(pdf, page).stream()
              .filter(glyph -> glyph.x() > face.x() && glyph.x() < face.x() + 14)
              .filter(glyph -> glyph.y() > face.y() && glyph.y() < face.y() + 13)
              .map(Paper.Glyph::text)
              .findFirst()
              .orElse("none");
      rows.computeIfAbsent(Math.round(face.y()), y -> new String[2])[
              face.x() + 40 < middle ? 0 : 1] =
          number;
    }
    List<List<String>> all = new ArrayList<>();
    rows.values().forEach(row -> all.add(List.of(row)));
    return all;
  }

  private static int rgb(Paper.Shape shape) {
    return shape.rgb() & WHITE;
  }

  private static byte[] five(String stock) {
    return MADE.computeIfAbsent(stock, name -> Cards.pdf(Cards.FIVE, name));
  }
}
