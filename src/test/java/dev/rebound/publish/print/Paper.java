package dev.rebound.publish.print;

import dev.rebound.publish.KeptResults;
import java.awt.geom.GeneralPath;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDObjectReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** What a finished PDF puts where, read from its bytes; millimetres from the upper left corner. */
final class Paper {
  private static final double POINT = 25.4 / 72;

  /** A filled shape's bounds. */
  record Shape(int rgb, double x, double y, double width, double height) {}

  /** A character; {@code y} is its baseline. */
  record Glyph(String text, double x, double y, double width, double points) {
    double right() {
      return x + width;
    }
  }

  private Paper() {}

  static List<Shape> shapes(byte[] pdf, int page) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      Shapes engine = new Shapes(document.getPage(page));
      engine.processPage(document.getPage(page));
      return engine.found.stream().distinct().toList();
    }
  }

  static List<Glyph> glyphs(byte[] pdf, int page) throws IOException {
    List<Glyph> glyphs = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper =
          new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition at) {
              glyphs.add(
                  new Glyph(
                      at.getUnicode(),
                      at.getXDirAdj() * POINT,
                      at.getYDirAdj() * POINT,
                      at.getWidthDirAdj() * POINT,
                      at.getYScale()));
            }
          };
      stripper.setStartPage(page + 1);
      stripper.setEndPage(page + 1);
      stripper.getText(document);
    }
    return glyphs;
  }

  /** A page as pixels. */
  static BufferedImage image(byte[] pdf, int page, int dotsPerInch) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return image(document, page, dotsPerInch);
    }
  }

  static BufferedImage image(PDDocument document, int page, int dotsPerInch) throws IOException {
    return new PDFRenderer(document).renderImageWithDPI(page, dotsPerInch, ImageType.RGB);
  }

  /** What is said in place of pictures. */
  static List<String> alternatives(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      List<String> found = new ArrayList<>();
      alternatives(document.getDocumentCatalog().getStructureTreeRoot(), found);
      return found;
    }
  }

  private static void alternatives(PDStructureNode node, List<String> found) {
    if (node instanceof PDStructureElement element
        && element.getStructureType().equals("Figure")
        && element.getAlternateDescription() != null) {
      found.add(element.getAlternateDescription());
    }
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        alternatives(element, found);
      }
    }
  }

  /** What a screen reader reads: one line a paragraph, heading, cell or list part, with its tag. */
  static List<String> read(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      Map<Content, String> texts = new HashMap<>();
      for (PDPage page : document.getPages()) {
        PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
        extractor.processPage(page);
        for (PDMarkedContent content : extractor.getMarkedContents()) {
          if (content.getMCID() >= 0) {
            StringBuilder text = new StringBuilder();
            content.getContents().stream()
                .filter(TextPosition.class::isInstance)
                .forEach(at -> text.append(((TextPosition) at).getUnicode()));
            texts.put(new Content(page, content.getMCID()), text.toString());
          }
        }
      }
      List<String> lines = new ArrayList<>();
      read(document.getDocumentCatalog().getStructureTreeRoot(), texts, lines);
      return lines;
    }
  }

  /** What stands in a line, and is no line of its own. */
  private static final Set<String> INLINE = Set.of("Span", "Link");

  private record Content(Object page, int id) {
    Content(PDPage page, int id) {
      this(page.getCOSObject(), id);
    }
  }

  private static void read(PDStructureNode node, Map<Content, String> texts, List<String> lines) {
    StringBuilder own = new StringBuilder();
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        if (INLINE.contains(element.getStructureType())) {
          List<String> inner = new ArrayList<>();
          read(element, texts, inner);
          inner.forEach(line -> own.append(line.substring(line.indexOf(' ') + 1)));
        } else {
          read(element, texts, lines);
        }
      } else if (node instanceof PDStructureElement element
          && !(kid instanceof PDObjectReference)) {
        int id =
            kid instanceof PDMarkedContentReference reference ? reference.getMCID() : (Integer) kid;
        own.append(texts.getOrDefault(new Content(element.getPage(), id), "?"));
      }
    }
    if (!own.isEmpty() && node instanceof PDStructureElement element) {
      String type = element.getStructureType();
      lines.add(type + " " + (INLINE.contains(type) ? own.toString() : own.toString().strip()));
    }
  }

  private static final class Shapes extends PDFGraphicsStreamEngine {
    private final List<Shape> found = new ArrayList<>();
    private final GeneralPath path = new GeneralPath();
    private final double height;

    Shapes(PDPage page) {
      super(page);
      height = page.getMediaBox().getHeight();
    }

    @Override
    public void appendRectangle(Point2D a, Point2D b, Point2D c, Point2D d) {
      path.moveTo(a.getX(), a.getY());
      path.lineTo(b.getX(), b.getY());
      path.lineTo(c.getX(), c.getY());
      path.lineTo(d.getX(), d.getY());
      path.closePath();
    }

    @Override
    public void fillPath(int rule) throws IOException {
      Rectangle2D box = path.getBounds2D();
      found.add(
          new Shape(
              getGraphicsState().getNonStrokingColor().toRGB(),
              box.getX() * POINT,
              (height - box.getMaxY()) * POINT,
              box.getWidth() * POINT,
              box.getHeight() * POINT));
      path.reset();
    }

    @Override
    public void moveTo(float x, float y) {
      path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
      path.lineTo(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
      path.curveTo(x1, y1, x2, y2, x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
      return path.getCurrentPoint();
    }

    @Override
    public void closePath() {
      path.closePath();
    }

    @Override
    public void endPath() {
      path.reset();
    }

    @Override
    public void strokePath() {
      path.reset();
    }

    @Override
    public void fillAndStrokePath(int rule) throws IOException {
      fillPath(rule);
    }

    @Override
    public void clip(int rule) {}

    @Override
    public void drawImage(PDImage image) {}

    @Override
    public void shadingFill(COSName name) {}
  }

  /** A paragraph on a page of its own, this many millimetres wide. */
  static byte[] line(String language, String words, int width) {
    return new PdfEngine(KeptResults.NONE)
        .print(
            "<html lang="
                + language
                + "><head><title>Line</title><meta name=subject content=line><style>@page { size: "
                + width
                + "mm 40mm; margin: 5mm } html { font-family: 'Source Sans Pro', 'Open Sans',"
                + " 'Markazi Text' } body, p { margin: 0 }</style></head><body><h1 style='font-size:"
                + " 1pt; margin: 0'>.</h1><p>"
                + words
                + "</p></body></html>",
            Imprint.of(Cards.content(Cards.FIVE, "a4").settings()));
  }
}
