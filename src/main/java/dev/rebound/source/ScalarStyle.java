package dev.rebound.source;

/** How a text stands in its file: who replaces it there writes the new one the same way. */
public enum ScalarStyle {
  /** In a Markdown body, or nowhere: a file's name, a default. */
  NONE,
  /** {@code key: text} */
  PLAIN,
  /** {@code key: 'it''s text'} */
  SINGLE_QUOTED,
  /** {@code key: "a \"text\""} */
  DOUBLE_QUOTED,
  /** {@code key: |} and its lines below */
  LITERAL,
  /** {@code key: >} and its lines below, which are joined */
  FOLDED
}
