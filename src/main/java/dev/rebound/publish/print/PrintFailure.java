package dev.rebound.publish.print;

import dev.rebound.publish.PublishFailure;

/** Something that cannot be printed as it was written: what, and where. No PDF is published. */
public final class PrintFailure extends PublishFailure {
  private static final long serialVersionUID = 1L;

  PrintFailure(String message) {
    super(message);
  }

  PrintFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
