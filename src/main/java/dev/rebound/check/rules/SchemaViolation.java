package dev.rebound.check.rules;

/** YAML and front matter hold the keys and kinds of values that their JSON Schema describes. */
public final class SchemaViolation extends ReadingRule {}
