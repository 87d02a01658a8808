package dev.rebound.course;

import dev.rebound.source.Located;
import java.util.OptionalInt;

/**
 * A quoted fragment, located as W3C Web Annotation's TextQuoteSelector does:
 *
 * <pre>{@code
 * ## concern-restores
 * > a short fragment, to the letter
 *
 * Paragraph 13.
 * }</pre>
 *
 * @param source the id of the source it is from
 * @param id without the source's
 * @param paragraph where the author says it stands; the lock knows better
 */
public record Excerpt(
    String source, Located<String> id, Located<String> text, OptionalInt paragraph) {
  /** {@code kaufman-bounce/concern-restores}, as references name it. */
  public String key() {
    return source + "/" + id.value();
  }
}
