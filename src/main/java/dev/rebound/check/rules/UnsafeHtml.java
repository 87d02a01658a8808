package dev.rebound.check.rules;

/** Markdown holds no raw HTML: what is published is only what Markdown can say. */
public final class UnsafeHtml extends ReadingRule {}
