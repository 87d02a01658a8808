package dev.rebound.source;

import java.util.List;

/** One line of inline Markdown: a stem, an option, a feedback, what a principle says. */
public record Prose(SourceSpan span, List<Inline> inlines) {
  /** The text without its marks, as a reader would say it. */
  public String plain() {
    return Markup.plain(inlines);
  }

  /** The words of that, as {@link Words#numbers}. */
  public int[] words() {
    return Markup.words(inlines);
  }

  public boolean isBlank() {
    return plain().isBlank();
  }
}
