package dev.rebound.check;

import dev.rebound.course.Content;
import dev.rebound.source.Severity;

/**
 * One thing that must hold. Its simple class name is its id in messages, the name of its test and
 * of its page {@code docs/rules/<Rule>.md}.
 */
public interface Rule {
  /** Adds a finding at each place where it does not hold. */
  void check(Content content, Findings found);

  default Severity severity() {
    return Severity.ERROR;
  }

  default String id() {
    return getClass().getSimpleName();
  }
}
