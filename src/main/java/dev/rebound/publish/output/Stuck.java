package dev.rebound.publish.output;

import java.io.IOException;

/** The last output could not be put back after a failure; a later build does it. */
public final class Stuck extends IOException {
  private static final long serialVersionUID = 1L;

  Stuck(String message, IOException cause) {
    super(message, cause);
  }
}
