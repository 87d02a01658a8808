package dev.rebound.publish.output;

import java.io.IOException;

/** Says why a folder is not written to, and what to do. Nothing has been touched. */
public final class Refused extends IOException {
  private static final long serialVersionUID = 1L;

  Refused(String message) {
    super(message);
  }
}
