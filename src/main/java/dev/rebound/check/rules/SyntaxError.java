package dev.rebound.check.rules;

/** A file can be read as what its name says: UTF-8 text, YAML, Markdown, within bounds. */
public final class SyntaxError extends ReadingRule {}
