package dev.rebound.publish.site;

import dev.rebound.publish.page.Routes;
import java.util.Optional;

/**
 * The pages of a course lie side by side in its folder.
 *
 * @param hasCards whether this build makes cards to download
 */
record SiteRoutes(boolean hasCards) implements Routes {
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
