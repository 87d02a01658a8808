package dev.rebound.source;

/** A value an author wrote, and where. */
public record Located<T>(T value, SourceSpan span) {
  @Override
  public String toString() {
    return String.valueOf(value);
  }
}
