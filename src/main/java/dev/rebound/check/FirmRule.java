package dev.rebound.check;

/**
 * A rule that no question can set aside: it is about a course's files, or about the chain from
 * answer to source, without which a course keeps no promise.
 */
public interface FirmRule extends Rule {
  @Override
  default boolean canBeAllowed() {
    return false;
  }
}
