package dev.rebound.publish.print;

import java.awt.geom.Area;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** A page's letters, each with its colour and with what was painted beneath it, as ink lies. */
final class Inks extends PDFGraphicsStreamEngine {
  private static final int PAPER = 0xffffff;

  /**
   * A letter.
   *
   * @param beneath the colour it stands on; -1 where that is a picture or a gradient
   * @param points the size of its type
   */
  record Letter(String text, int colour, int beneath, double points) {
    /** WCAG 2.2's contrast ratio; 1 where nobody can say what lies beneath. */
    double contrast() {
      if (beneath < 0) {
        return 1;
      }
      double one = luminance(colour) + .05;
      double other = luminance(beneath) + .05;
      return Math.max(one, other) / Math.min(one, other);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "“%s” %.1f pt, #%06x on #%06x", text, points, colour, beneath);
    }
  }

  /** A picture of dots. */
  record Picture(double dotsPerInch) {}

  private record Paint(Path2D shape, Area clip, int colour) {
    boolean covers(double x, double y) {
      return shape.getBounds2D().contains(x, y) && clip.contains(x, y) && shape.contains(x, y);
    }
  }

  private final List<Paint> paints = new ArrayList<>();
  private final List<Letter> letters = new ArrayList<>();
  private final List<Picture> pictures = new ArrayList<>();
  private final GeneralPath path = new GeneralPath();
  private int clipping = -1;

  private Inks(PDPage page) {
    super(page);
  }

  static Inks of(PDPage page) throws IOException {
    Inks inks = new Inks(page);
    inks.processPage(page);
    return inks;
  }

  List<Letter> letters() {
    return letters;
  }

  List<Picture> pictures() {
    return pictures;
  }

  private static double luminance(int rgb) {
    return .2126 * linear(rgb >> 16) + .7152 * linear(rgb >> 8) + .0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double value = (channel & 255) / 255.0;
    return value <= .04045 ? value / 12.92 : Math.pow((value + .055) / 1.055, 2.4);
  }

  @Override
  protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
      throws IOException {
    String text = font.toUnicode(code);
    boolean painted = getGraphicsState().getTextState().getRenderingMode() != RenderingMode.NEITHER;
    if (text == null || text.isBlank() || !painted) {
      return;
    }
    // In the middle of a small letter.
    Point2D at = matrix.transformPoint(displacement.getX() / 2, .25f);
    int beneath = PAPER;
    for (int i = paints.size() - 1; i >= 0; i--) {
      if (paints.get(i).covers(at.getX(), at.getY())) {
        beneath = paints.get(i).colour();
        break;
      }
    }
    letters.add(
        new Letter(
            text,
            getGraphicsState().getNonStrokingColor().toRGB() & PAPER,
            beneath,
            Math.abs(matrix.getScalingFactorY())));
  }

  @Override
  public void drawImage(PDImage image) {
    Matrix placed = getGraphicsState().getCurrentTransformationMatrix();
    pictures.add(
        new Picture(
            Math.min(
                image.getWidth() / (placed.getScalingFactorX() / 72),
                image.getHeight() / (placed.getScalingFactorY() / 72))));
    GeneralPath square = new GeneralPath(new Rectangle2D.Double(0, 0, 1, 1));
    square.transform(placed.createAffineTransform());
    paint(square, -1);
  }

  @Override
  public void shadingFill(COSName name) {
    paint(new GeneralPath(getGraphicsState().getCurrentClippingPath()), -1);
  }

  private void paint(Path2D shape, int colour) {
    paints.add(new Paint(shape, getGraphicsState().getCurrentClippingPath(), colour));
  }

  @Override
  public void fillPath(int rule) throws IOException {
    GeneralPath shape = new GeneralPath(path);
    shape.setWindingRule(rule);
    paint(shape, getGraphicsState().getNonStrokingColor().toRGB() & PAPER);
    path.reset();
  }

  @Override
  public void fillAndStrokePath(int rule) throws IOException {
    fillPath(rule);
  }

  @Override
  public void strokePath() {
    path.reset();
  }

  @Override
  public void clip(int rule) {
    clipping = rule;
  }

  @Override
  public void endPath() {
    if (clipping >= 0) {
      path.setWindingRule(clipping);
      getGraphicsState().intersectClippingPath(path);
      clipping = -1;
    }
    path.reset();
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
}
