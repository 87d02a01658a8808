package dev.rebound.publish.print;

import dev.rebound.course.Settings;
import dev.rebound.publish.page.Palette;
import dev.rebound.source.Located;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What every printed page says of who made it, and in which colours. */
record Imprint(Settings settings, LocalDate date) {
  static Imprint of(Settings settings) {
    return new Imprint(settings, LocalDate.parse(settings.edition().value()));
  }

  /** As templates see it. */
  Map<String, Object> data() {
    Palette palette = Palette.of(settings.accent().value());
    Map<String, Object> data = new HashMap<>();
    data.put("publisher", settings.publisher().value());
    data.put("brand", settings.brandName().value());
    data.put("rights", settings.rights().value());
    data.put("edition", settings.edition().value());
    data.put("version", settings.version().value());
    data.put("site", settings.site().map(Located::value).orElse(""));
    // The light one: white on it, and it on white, can be read whatever accent was chosen.
    data.put(
        "ink",
        Map.of(
            "accent", palette.light(), "tint", palette.tint(), "shade", darker(palette.light())));
    return data;
  }

  /** For ornaments under white text: the darker they are, the better it reads. */
  private static String darker(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      mixed |= (((rgb >> shift) & 255) * 4 / 5) << shift;
    }
    return String.format(Locale.ROOT, "#%06x", mixed);
  }
}
