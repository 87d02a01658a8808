package dev.rebound.source;

/**
 * What went wrong while reading a file. The rule it names turns it into a {@link Finding} with a
 * severity, so that everything reported goes one way.
 *
 * @param rule the id of the rule that reports it
 */
public record Problem(String rule, SourceSpan span, String message, String hint) {}
