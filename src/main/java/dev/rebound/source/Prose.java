package dev.rebound.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of inline Markdown: a stem, an option, a feedback, what a principle says.
 *
 * @param span what to replace in the file to change it
 * @param style how it is written there
 */
public record Prose(SourceSpan span, List<Inline> inlines, ScalarStyle style) {
  /** A text that stands in no YAML. */
  public Prose(SourceSpan span, List<Inline> inlines) {
    this(span, inlines, ScalarStyle.NONE);
  }

  /** The text without its marks, as a reader would say it. */
  public String plain() {
    return Markup.plain(inlines);
  }

  /** The words of that. */
  public List<String> words() {
    return Markup.words(inlines);
  }

  public boolean isBlank() {
    return plain().isBlank();
  }

  /**
   * What a record's own says. The JVM makes that one at run time out of a dozen classes, and
   * options are compared before a course has been checked for a tenth of a second.
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Prose that && span.equals(that.span) && inlines.equals(that.inlines));
  }

  @Override
  public int hashCode() {
    return 31 * span.hashCode() + inlines.hashCode();
  }
}
