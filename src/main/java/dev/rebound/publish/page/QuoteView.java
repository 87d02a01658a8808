package dev.rebound.publish.page;

import java.util.Optional;

/**
 * Words of a source.
 *
 * @param credit whose they are and where they stand
 * @param href their place on the page of sources
 */
public record QuoteView(String text, String credit, String href) {
  /**
   * @param key {@code source/excerpt}
   */
  static Optional<QuoteView> of(String key, CourseContext in) {
    return in.content
        .excerpt(key)
        .flatMap(
            excerpt ->
                in.content
                    .source(excerpt.source())
                    .map(
                        source ->
                            new QuoteView(
                                excerpt.text().value(),
                                Credit.of(source, excerpt),
                                in.routes.credits(PageIds.excerpt(excerpt.key())))));
  }
}
