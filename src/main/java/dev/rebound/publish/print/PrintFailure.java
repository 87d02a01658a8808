package dev.rebound.publish.print;

/** Something that cannot be printed as it was written: what, and where. No PDF is published. */
public final class PrintFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PrintFailure(String message) {
    super(message);
  }

  PrintFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
