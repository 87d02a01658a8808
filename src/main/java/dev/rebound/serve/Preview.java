package dev.rebound.serve;

import dev.rebound.publish.Artefact;
import java.nio.charset.StandardCharsets;

/** A page as the workshop shows it. */
final class Preview {
  /** Before all scripts that wait for the page: it must see the page as it came. */
  private static final String SCRIPT = "<script type=\"module\" src=\"/_/page.js\"></script>\n";

  private Preview() {}

  static String of(Artefact page) {
    String html =
        new String(page.bytes(), StandardCharsets.UTF_8)
            .replaceFirst("<html\\b", "<html data-preview");
    int at = html.indexOf("<script ");
    int head = html.indexOf("</head>");
    int place = at >= 0 && at < head ? at : head;
    return place < 0 ? html : html.substring(0, place) + SCRIPT + html.substring(place);
  }
}
