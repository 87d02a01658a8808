package dev.rebound.course;

import dev.rebound.source.Located;
import dev.rebound.source.Prose;
import java.util.List;

/** A word the course uses in its own sense; {@code content/glossary.yaml}. */
public record GlossaryTerm(
    Located<String> id, Located<String> term, Prose meaning, List<Located<String>> principles) {}
