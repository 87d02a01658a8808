package dev.rebound.course;

import dev.rebound.source.Block;
import dev.rebound.source.Located;
import java.util.List;

/**
 * {@code lessons/<id>.md}
 *
 * @param teaches the principles it teaches
 * @param minutes how long a learner needs
 */
public record Lesson(
    Located<String> id,
    Located<String> title,
    List<Located<String>> teaches,
    int minutes,
    List<Block> body) {}
