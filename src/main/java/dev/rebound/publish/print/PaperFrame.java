package dev.rebound.publish.print;

import dev.rebound.course.FontFile;
import dev.rebound.course.Settings;
import dev.rebound.publish.page.Html;
import dev.rebound.publish.page.Palette;
import dev.rebound.publish.page.Templates;
import dev.rebound.publish.page.UiMessages;
import dev.rebound.source.Located;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What every printed document is given: who made it, in which words, styles and colours.
 *
 * @param css the document's style sheets
 * @param faces the digests of the fonts that the workspace adds
 * @param logo the brand's picture, as an address that holds it; empty where there is none
 * @param site the address of the site; empty where it has none
 */
record PaperFrame(
    String language,
    List<String> faces,
    Map<String, String> words,
    Html css,
    String publisher,
    String brand,
    String logo,
    String rights,
    String edition,
    String version,
    String site,
    Ink ink) {
  /**
   * The document's colours.
   *
   * @param accent for words on white, where it can be read whatever accent was chosen
   * @param tint behind text
   * @param fill for areas and rules: the accent as it was chosen, a yellow one, too
   * @param onFill for words on such areas: white or black, whichever can be read
   * @param shade for ornaments on such areas, under words
   */
  record Ink(String accent, String tint, String fill, String onFill, String shade) {
    private static final String WHITE = "#ffffff";
    private static final String BLACK = "#000000";

    /** WCAG 2.2, 1.4.3. */
    private static final double LEGIBLE = 4.5;

    /** By how much of the circle of hues a module's colour is away from the one before. */
    private static final float TURN = .618f;

    static Ink of(String accent) {
      Palette palette = Palette.of(accent);
      boolean light = Palette.contrast(accent, WHITE) < LEGIBLE;
      return new Ink(
          // A light colour made dark enough for words is another colour: yellow turns olive.
          light ? BLACK : palette.light(),
          palette.tint(),
          light ? accent : palette.light(),
          light ? BLACK : WHITE,
          beneath(light ? accent : palette.light(), light));
    }

    /**
     * A module's colour: the accent for the first, then others as far as possible from those
     * before. Each can be read as well as the accent.
     */
    static Ink ofModule(String accent, int module) {
      if (module <= 1) {
        return of(accent);
      }
      int rgb = Integer.parseInt(accent.substring(1), 16);
      float[] hsb = Color.RGBtoHSB(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, null);
      int turned = Color.HSBtoRGB(hsb[0] + TURN * (module - 1), hsb[1], hsb[2]);
      return of(String.format(Locale.ROOT, "#%06x", turned & 0xFFFFFF));
    }
  }

  /**
   * @param styles the style sheets of {@code templates/print}, without {@code .css}
   */
  static PaperFrame of(
      Settings settings, String language, UiMessages words, Templates templates, String... styles) {
    return of(
        settings,
        language,
        words,
        new Html(
            Arrays.stream(styles)
                .map(style -> templates.text("print/" + style + ".css"))
                .collect(Collectors.joining())));
  }

  static PaperFrame of(Settings settings, String language, UiMessages words, Html css) {
    return new PaperFrame(
        language,
        settings.fonts().stream().map(FontFile::digest).toList(),
        words.of(language),
        css,
        settings.publisher().value(),
        settings.brandName().value(),
        settings.logo().map(Pictures::address).orElse(""),
        settings.rights().value(),
        settings.edition().value(),
        settings.version().value(),
        settings.site().map(Located::value).orElse(""),
        Ink.of(settings.accent().value()));
  }

  /** Further from the words on it than what it stands on, so that they can be read there, too. */
  private static String beneath(String colour, boolean light) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int channel = (rgb >> shift) & 255;
      mixed |= (light ? channel + (255 - channel) / 3 : channel * 4 / 5) << shift;
    }
    return String.format(Locale.ROOT, "#%06x", mixed);
  }
}
