package dev.rebound.source;

import java.util.Optional;

/**
 * A name that points at something else of the content: {@code principle:agree-with-value}.
 *
 * @param kind the scheme: principle, excerpt, lesson, card, term, field, dialogue, question; or
 *     file, for {@code files/refund.pdf}
 * @param id what follows the colon
 */
public record Reference(String kind, String id, SourceSpan span) {
  /** The schemes a link may have. */
  public static final java.util.Set<String> LINK_KINDS =
      java.util.Set.of("principle", "excerpt", "lesson", "card", "term", "field");

  /** Where a course's files to take along stand. */
  private static final String FILES = "files/";

  /**
   * Reads {@code kind:id}, when {@code destination} has one of our schemes, or {@code files/id}.
   */
  public static Optional<Reference> parse(String destination, SourceSpan span) {
    if (destination.startsWith(FILES)) {
      return Optional.of(new Reference("file", destination.substring(FILES.length()), span));
    }
    int colon = destination.indexOf(':');
    if (colon < 0 || !LINK_KINDS.contains(destination.substring(0, colon))) {
      return Optional.empty();
    }
    return Optional.of(
        new Reference(destination.substring(0, colon), destination.substring(colon + 1), span));
  }

  @Override
  public String toString() {
    return kind + ":" + id;
  }
}
