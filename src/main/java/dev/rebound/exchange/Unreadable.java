package dev.rebound.exchange;

import dev.rebound.source.SourceSpan;

/** A file of which nothing can be had: where, why, and what to do. */
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1;

  private final transient SourceSpan span;
  private final String hint;

  public Unreadable(SourceSpan span, String message, String hint) {
    super(message);
    this.span = span;
    this.hint = hint;
  }

  public SourceSpan span() {
    return span;
  }

  public String message() {
    return String.valueOf(getMessage());
  }

  public String hint() {
    return hint;
  }
}
