package dev.rebound.publish.site;

import dev.rebound.publish.page.Html;
import dev.rebound.publish.page.Routes;
import dev.rebound.source.SourceSpan;
import java.util.Optional;

/**
 * The pages of a course lie side by side in its folder.
 *
 * @param hasCards whether this build makes cards to download
 * @param showsPlaces whether its texts say where they stand in their files
 */
record SiteRoutes(boolean hasCards, boolean showsPlaces) implements Routes {
  @Override
  public String place(SourceSpan span) {
    if (!showsPlaces || !span.hasEnd()) {
      return "";
    }
    return " data-place=\""
        + Html.escape(
            span.file()
                + ":"
                + span.line()
                + ":"
                + span.column()
                + "-"
                + span.endLine()
                + ":"
                + span.endColumn())
        + "\"";
  }

  @Override
  public boolean areKept() {
    return true;
  }

  @Override
  public String course() {
    return "index.html";
  }

  @Override
  public String lesson(String id, String anchor) {
    return at(id + ".html", anchor);
  }

  @Override
  public String quiz(String bank) {
    return "quiz-" + bank + ".html";
  }

  @Override
  public String scenario(String id) {
    return "scenario-" + id + ".html";
  }

  @Override
  public String credits(String anchor) {
    return at("credits.html", anchor);
  }

  @Override
  public String glossary(String term) {
    return at("glossary.html", term.isEmpty() ? "" : "term-" + term);
  }

  @Override
  public Optional<String> cards() {
    return hasCards ? Optional.of("index.html#downloads") : Optional.empty();
  }

  private static String at(String page, String anchor) {
    return anchor.isEmpty() ? page : page + "#" + anchor;
  }
}
