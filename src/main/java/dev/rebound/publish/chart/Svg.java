package dev.rebound.publish.chart;

import dev.rebound.source.Chart;
import dev.rebound.source.XmlText;
import java.util.List;
import java.util.Locale;

/**
 * Writes SVG. Every shape carries its colours as plain attributes, which any PDF engine draws, and
 * a class, by which a style sheet gives it the colours of the page: CSS wins over attributes. No
 * style attributes, no variables, no opacity.
 */
final class Svg {
  /** Of text, in units of the drawing; 13.5 is 13 CSS pixels on the narrowest phone. */
  static final double SIZE = 13.5;

  static final double LINE = 17;

  private final StringBuilder out = new StringBuilder(4096);
  private double bottom;

  /** How each ink looks where no style sheet says otherwise. */
  enum Ink {
    INK("#18211e"),
    SOFT("#515c57"),
    GRID("#c3ccc7"),
    ACCENT("#0b5f45"),
    PAPER("#ffffff");

    private final String colour;

    Ink(String colour) {
      this.colour = colour;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What follows belongs to one kind, so that a reader can leave it out. */
  void open(Chart.Kind kind) {
    out.append("<g class=\"").append(kind.word()).append("\">\n");
  }

  void close() {
    out.append("</g>\n");
  }

  void line(double x1, double y1, double x2, double y2, Ink ink, double width, String dash) {
    path("M" + n(x1) + " " + n(y1) + "L" + n(x2) + " " + n(y2), ink, width, dash);
  }

  void path(String d, Ink ink, double width, String dash) {
    out.append("<path class=\"stroke-").append(ink.word()).append("\" d=\"").append(d);
    out.append("\" stroke=\"").append(ink.colour);
    out.append("\" stroke-width=\"").append(n(width)).append('"');
    if (!dash.isEmpty()) {
      out.append(" stroke-dasharray=\"").append(dash).append('"');
    }
    out.append("/>\n");
  }

  /** Straight from point to point of the drawing. */
  void polyline(List<Chart.Point> points, Ink ink, double width, String dash) {
    StringBuilder d = new StringBuilder();
    for (Chart.Point point : points) {
      d.append(d.length() == 0 ? "M" : "L").append(n(point.x())).append(' ').append(n(point.y()));
    }
    path(d.toString(), ink, width, dash);
  }

  /** A box with or without a filling. */
  void box(double x, double y, double width, double height, Ink line, Ink fill, String dash) {
    out.append("<rect class=\"stroke-").append(line.word());
    out.append(" fill-").append(fill.word());
    out.append("\" x=\"").append(n(x)).append("\" y=\"").append(n(y));
    out.append("\" width=\"").append(n(width)).append("\" height=\"").append(n(height));
    out.append("\" fill=\"").append(fill.colour).append("\" stroke=\"").append(line.colour);
    out.append("\" stroke-width=\"1.5\"");
    if (!dash.isEmpty()) {
      out.append(" stroke-dasharray=\"").append(dash).append('"');
    }
    out.append("/>\n");
    bottom = Math.max(bottom, y + height);
  }

  /** One of four shapes, so that lines are told apart without colour. */
  void marker(int shape, double x, double y, Ink ink, boolean filled) {
    String d =
        switch (shape % 4) {
          case 0 -> circle(x, y);
          case 1 -> shape(x, y, -4.2, -4.2, 4.2, -4.2, 4.2, 4.2, -4.2, 4.2);
          case 2 -> shape(x, y, 0, -5.4, 5.2, 4, -5.2, 4);
          default -> shape(x, y, 0, -5.8, 5.8, 0, 0, 5.8, -5.8, 0);
        };
    Ink fill = filled ? ink : Ink.PAPER;
    out.append("<path class=\"stroke-").append(ink.word()).append(" fill-").append(fill.word());
    out.append("\" d=\"").append(d).append("\" fill=\"").append(fill.colour);
    out.append("\" stroke=\"").append(ink.colour).append("\" stroke-width=\"2\"/>\n");
  }

  private static String circle(double x, double y) {
    return "M" + n(x - 4.5) + " " + n(y) + "a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z";
  }

  private static String shape(double x, double y, double... corners) {
    StringBuilder d = new StringBuilder();
    for (int i = 0; i < corners.length; i += 2) {
      d.append(i == 0 ? "M" : "L")
          .append(n(x + corners[i]))
          .append(' ')
          .append(n(y + corners[i + 1]));
    }
    return d.append('Z').toString();
  }

  /**
   * @param anchor start, middle or end
   */
  void text(double x, double y, String anchor, Ink ink, boolean bold, String words) {
    out.append("<text class=\"fill-").append(ink.word()).append("\" x=\"").append(n(x));
    out.append("\" y=\"").append(n(y)).append("\" fill=\"").append(ink.colour).append('"');
    if (!anchor.equals("start")) {
      out.append(" text-anchor=\"").append(anchor).append('"');
    }
    if (bold) {
      out.append(" font-weight=\"600\"");
    }
    out.append('>');
    XmlText.escape(words, out);
    out.append("</text>\n");
    bottom = Math.max(bottom, y + 5);
  }

  /** Lines of text one below the other; returns the base line that would follow. */
  double lines(double x, double y, String anchor, Ink ink, boolean bold, List<String> lines) {
    double at = y;
    for (String line : lines) {
      text(x, at, anchor, ink, bold, line);
      at += LINE;
    }
    return at;
  }

  /** The drawing is at least this high. */
  void reach(double y) {
    bottom = Math.max(bottom, y);
  }

  /**
   * @param alt its name for those who cannot see it; the texts in it are part of the picture
   */
  String finish(int width, String name, String alt) {
    StringBuilder svg = new StringBuilder(out.length() + 256);
    int height = (int) Math.ceil(bottom + 2);
    svg.append("<svg class=\"").append(name).append("\" xmlns=\"http://www.w3.org/2000/svg\"");
    svg.append(" viewBox=\"0 0 ").append(width).append(' ').append(height);
    svg.append("\" width=\"").append(width).append("\" height=\"").append(height);
    svg.append("\" role=\"img\" aria-label=\"");
    XmlText.escape(alt, svg);
    svg.append("\" font-family=\"sans-serif\" font-size=\"").append(n(SIZE));
    // What most shapes share they inherit.
    svg.append("\" fill=\"none\" stroke-linejoin=\"round");
    return svg.append("\">\n").append(out).append("</svg>").toString();
  }

  /** One decimal, and none where it says nothing. */
  static String n(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    String plain = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    return plain.equals("-0") ? "0" : plain;
  }
}
