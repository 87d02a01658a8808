package dev.rebound.publish.page;

import java.util.Locale;

/**
 * The accent colour as it must be to be read: dark enough on light paper, light enough on dark
 * paper. Old browsers cannot mix colours, so it is done here.
 *
 * @param light on white paper, at least 4.5:1 (WCAG 1.4.3)
 * @param dark on dark paper, at least 7:1
 * @param high on white paper in high contrast, at least 7:1 (WCAG 1.4.6)
 * @param tint a wash behind text on white paper
 * @param darkTint the same on dark paper
 */
public record Palette(String light, String dark, String high, String tint, String darkTint) {
  private static final int[] WHITE = {255, 255, 255};
  private static final int[] NIGHT = {0x14, 0x19, 0x18};

  /**
   * @param accent {@code #rrggbb}
   */
  public static Palette of(String accent) {
    int[] rgb = parse(accent);
    return new Palette(
        hex(until(rgb, new int[] {0, 0, 0}, new int[] {0xf4, 0xf6, 0xf3}, 5.5)),
        hex(until(rgb, WHITE, NIGHT, 7.5)),
        hex(until(rgb, new int[] {0, 0, 0}, WHITE, 8)),
        hex(mix(WHITE, rgb, 0.08)),
        hex(mix(NIGHT, until(rgb, WHITE, NIGHT, 7.5), 0.13)));
  }

  /** The same as custom properties of a style sheet. */
  public String css() {
    return String.format(
        Locale.ROOT,
        ":root{--accent-light:%s;--tint-light:%s;--accent-dark:%s;--tint-dark:%s;--accent-high:%s}\n",
        light,
        tint,
        dark,
        darkTint,
        high);
  }

  private static int[] until(int[] from, int[] towards, int[] paper, double contrast) {
    int[] colour = from;
    for (double share = 0.02; contrast(colour, paper) < contrast && share <= 1; share += 0.02) {
      colour = mix(from, towards, share);
    }
    return colour;
  }

  /** WCAG 2.2's contrast ratio of two colours, {@code #rrggbb}. */
  public static double contrast(String a, String b) {
    return contrast(parse(a), parse(b));
  }

  private static double contrast(int[] a, int[] b) {
    double one = luminance(a) + 0.05;
    double two = luminance(b) + 0.05;
    return Math.max(one, two) / Math.min(one, two);
  }

  private static double luminance(int[] rgb) {
    return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  private static int[] mix(int[] a, int[] b, double share) {
    int[] mixed = new int[3];
    for (int i = 0; i < 3; i++) {
      mixed[i] = (int) Math.round(a[i] + (b[i] - a[i]) * share);
    }
    return mixed;
  }

  private static int[] parse(String hex) {
    int rgb = Integer.parseInt(hex.substring(1), 16);
    return new int[] {rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255};
  }

  private static String hex(int[] rgb) {
    return String.format(Locale.ROOT, "#%02x%02x%02x", rgb[0], rgb[1], rgb[2]);
  }
}
