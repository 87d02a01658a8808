package dev.rebound.source;

/**
 * A value an author wrote, and where.
 *
 * @param span what to replace in the file to change the value
 * @param style how it is written there
 */
public record Located<T>(T value, SourceSpan span, ScalarStyle style) {
  /** A value that is no YAML text. */
  public Located(T value, SourceSpan span) {
    this(value, span, ScalarStyle.NONE);
  }

  /** Another value in the same place. */
  public <U> Located<U> with(U other) {
    return new Located<>(other, span, style);
  }

  @Override
  public String toString() {
    return String.valueOf(value);
  }
}
