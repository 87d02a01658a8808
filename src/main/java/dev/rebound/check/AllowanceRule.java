package dev.rebound.check;

import dev.rebound.course.Allowance;
import java.util.List;

/** A rule about {@code allow:} itself, asked once every other rule has been. */
public interface AllowanceRule extends Rule {
  @Override
  default void check(CheckContext context, Findings found) {}

  @Override
  default boolean canBeAllowed() {
    return false;
  }

  /**
   * Says what is wrong with an allowance that silenced nothing.
   *
   * @param rules every rule
   */
  void unused(Allowance allowance, List<Rule> rules, Findings found);
}
