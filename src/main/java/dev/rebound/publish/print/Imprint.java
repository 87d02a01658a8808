package dev.rebound.publish.print;

import dev.rebound.course.Settings;
import java.time.LocalDate;

/** Who made a document, and when. */
record Imprint(Settings settings, LocalDate date) {
  static Imprint of(Settings settings) {
    return new Imprint(settings, LocalDate.parse(settings.edition().value()));
  }
}
