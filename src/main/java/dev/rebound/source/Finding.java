package dev.rebound.source;

import java.util.Comparator;

/**
 * One flaw: where, what is wrong in the author's words, and what to do or what exists.
 *
 * @param rule the rule's id, which is also its class, its test and its page
 * @param hint what to do; empty when the message says it all
 */
public record Finding(
    String rule, Severity severity, SourceSpan span, String message, String hint) {
  /** File order, then rule, so that two runs print the same. */
  public static final Comparator<Finding> IN_FILE_ORDER =
      Comparator.comparing(Finding::span)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::message);
}
