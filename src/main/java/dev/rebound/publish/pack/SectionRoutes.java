package dev.rebound.publish.pack;

import dev.rebound.publish.page.Routes;

/**
 * Everything is a section of one page, and an address is the id of any element in it: {@code
 * #lesson-agree} is a lesson, {@code #agree--before-you-speak} a heading in it.
 */
record SectionRoutes() implements Routes {
  @Override
  public String course() {
    return "#start";
  }

  @Override
  public String lesson(String id, String anchor) {
    return anchor.isEmpty() ? "#lesson-" + id : "#" + prefix(id) + anchor;
  }

  @Override
  public String quiz(String bank) {
    return "#quiz-" + bank;
  }

  @Override
  public String scenario(String id) {
    return "#scenario-" + id;
  }

  @Override
  public String credits(String anchor) {
    return "#" + (anchor.isEmpty() ? "credits" : anchor);
  }

  @Override
  public String glossary(String term) {
    return "#" + (term.isEmpty() ? "glossary" : "term-" + term);
  }

  @Override
  public String prefix(String lesson) {
    return lesson + "--";
  }
}
