package dev.rebound.check.rules;

/**
 * A lock is the one of its source's text and of its record as they are now. Only where the text is
 * at hand, {@code validate --sources}, can that be seen.
 */
public final class SourceDrifted extends ReadingRule {}
