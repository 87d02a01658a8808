package dev.rebound.check;

import dev.rebound.source.Severity;
import java.util.Optional;

/**
 * One thing that must hold. Its simple class name is its id in messages, the name of its test and
 * of its page {@code docs/rules/<Rule>.md}.
 */
public interface Rule {
  /** Adds a finding at each place where it does not hold. */
  void check(CheckContext context, Findings found);

  /**
   * Whether a question may say that it does not matter there ({@code allow:}): what is no {@link
   * FirmRule} is advice on questions, where an author may know better.
   */
  default boolean canBeAllowed() {
    return true;
  }

  /**
   * The one output that needs it, as {@code --only} names it; none where the content itself does. A
   * build without that output is not held up.
   */
  default Optional<String> output() {
    return Optional.empty();
  }

  default Severity severity() {
    return Severity.ERROR;
  }

  default String id() {
    return getClass().getSimpleName();
  }
}
