package dev.rebound.course;

import dev.rebound.source.Located;
import java.util.List;
import java.util.Optional;

/**
 * A part of a course: its lessons, then its scenarios, then its quiz.
 *
 * @param number its place in the course, from 1
 */
public record Module(
    int number,
    Located<String> id,
    Located<String> title,
    List<Located<String>> lessons,
    List<Located<String>> scenarios,
    Optional<Quiz> quiz) {}
