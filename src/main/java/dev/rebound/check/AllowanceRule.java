package dev.rebound.check;

import dev.rebound.course.Allowance;
import dev.rebound.course.Content;
import java.util.Set;

/** A rule about {@code allow:} itself, asked once every other rule has been. */
public interface AllowanceRule extends Rule {
  @Override
  default void check(Content content, Findings found) {}

  /**
   * Says what is wrong with an allowance that silenced nothing.
   *
   * @param rules the name of every rule
   */
  void unused(Allowance allowance, Set<String> rules, Findings found);
}
