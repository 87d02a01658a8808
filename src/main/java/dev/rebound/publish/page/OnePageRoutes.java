package dev.rebound.publish.page;

/**
 * Everything is a section of one page, and an address is the id of any element in it: {@code
 * #lesson-agree} is a lesson, {@code #agree--before-you-speak} a heading in it.
 */
public interface OnePageRoutes extends Routes {
  @Override
  default String course() {
    return "#start";
  }

  @Override
  default String lesson(String id, String anchor) {
    return anchor.isEmpty() ? "#lesson-" + id : "#" + prefix(id) + anchor;
  }

  @Override
  default String quiz(String bank) {
    return "#quiz-" + bank;
  }

  @Override
  default String scenario(String id) {
    return "#scenario-" + id;
  }

  @Override
  default String credits(String anchor) {
    return "#" + (anchor.isEmpty() ? "credits" : anchor);
  }

  @Override
  default String glossary(String term) {
    return "#" + (term.isEmpty() ? "glossary" : "term-" + term);
  }

  @Override
  default String prefix(String lesson) {
    return lesson + "--";
  }
}
