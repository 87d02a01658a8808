package dev.rebound.course;

import dev.rebound.source.Located;
import java.util.List;
import java.util.Optional;

/** A part of a course: its lessons, then its scenarios, then its quiz. */
public record Module(
    Located<String> id,
    String title,
    List<Located<String>> lessons,
    List<Located<String>> scenarios,
    Optional<Quiz> quiz) {}
