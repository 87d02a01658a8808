package dev.rebound.publish.page;

import java.util.Locale;

/** How large a file is, as people say it: {@code 120 kB}, {@code 3.2 MB}. */
public final class ByteSize {
  private static final double KB = 1000;

  private ByteSize() {}

  /**
   * @param language whose decimal sign it takes, {@code de}
   */
  public static String of(long bytes, String language) {
    if (bytes < 999.5 * KB) {
      return Math.max(1, Math.round(bytes / KB)) + "\u00a0kB";
    }
    double mb = bytes / KB / KB;
    return String.format(Locale.forLanguageTag(language), mb < 9.95 ? "%.1f" : "%.0f", mb)
        + "\u00a0MB";
  }
}
