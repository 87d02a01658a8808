package dev.rebound.course;

import dev.rebound.source.Located;
import java.util.List;
import java.util.Optional;

/**
 * A part of a course: its lessons, then its scenarios, then its quiz.
 *
 * @param number its place in the course, from 1
 * @param outcomes what a learner can do afterwards, each as the rest of "You will be able to"
 */
public record Module(
    int number,
    Located<String> id,
    Located<String> title,
    List<Located<String>> outcomes,
    List<Located<String>> lessons,
    List<Located<String>> scenarios,
    Optional<Quiz> quiz) {
  Module only(String kind, String part) {
    return new Module(
        number,
        id,
        title,
        outcomes,
        kind.equals("lesson") ? named(lessons, part) : List.of(),
        kind.equals("scenario") ? named(scenarios, part) : List.of(),
        quiz.filter(it -> kind.equals("quiz") && it.id().value().equals(part)));
  }

  private static List<Located<String>> named(List<Located<String>> all, String part) {
    return all.stream().filter(it -> it.value().equals(part)).toList();
  }
}
