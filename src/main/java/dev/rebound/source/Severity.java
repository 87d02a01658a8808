package dev.rebound.source;

import java.util.Locale;

/** How much a finding weighs: only errors stop a build. */
public enum Severity {
  ERROR,
  WARNING,
  NOTE;

  /** As printed and as in JSON: {@code error}, {@code warning}, {@code note}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
