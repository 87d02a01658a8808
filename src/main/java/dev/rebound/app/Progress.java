package dev.rebound.app;

import java.io.PrintWriter;

/** One line on a terminal that says what is being done; nothing in a pipe. */
final class Progress {
  private final PrintWriter err;
  private final boolean terminal;

  Progress(PrintWriter err) {
    this.err = err;
    // The launcher asks the shell: System.console() answers differently from JDK 22 on.
    this.terminal = Boolean.getBoolean("rebound.terminal");
  }

  void step(String what) {
    if (terminal) {
      err.print("\r\u001b[K" + what + "…");
      err.flush();
    }
  }

  void done() {
    if (terminal) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }
}
