package dev.rebound.course;

import dev.rebound.source.Located;
import dev.rebound.source.Prose;
import java.util.List;

/**
 * A word the course uses in its own sense; {@code content/glossary.yaml}.
 *
 * @param also what else a learner may look for it under
 */
public record GlossaryTerm(
    Located<String> id,
    Located<String> term,
    List<Located<String>> also,
    Prose meaning,
    List<Located<String>> principles) {}
