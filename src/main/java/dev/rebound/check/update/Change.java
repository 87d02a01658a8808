package dev.rebound.check.update;

/**
 * What one difference between two builds of a course does to learners under way.
 *
 * @param what {@code question agree/slow-service}
 * @param how it differs, and what to do where there is something to do
 */
public record Change(Effect effect, String what, String how) {}
