package dev.rebound.course;

import java.util.Locale;

/** Whose words a paragraph of a source holds. */
public enum ParagraphKind {
  TRANSCRIPT,
  ARTICLE,
  BLURB,
  COMMENT,
  BOILERPLATE;

  /** Whether the credited author wrote or said it: only this may be quoted. */
  public boolean isAuthors() {
    return this == TRANSCRIPT || this == ARTICLE;
  }

  /** As in a source's front matter and its lock. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ParagraphKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
