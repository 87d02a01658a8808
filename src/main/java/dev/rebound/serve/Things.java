package dev.rebound.serve;

import dev.rebound.course.Content;
import dev.rebound.course.Course;
import java.util.List;

/** What there is, for the forms that add to it. */
record Things(List<CourseThings> courses, List<Named> sources, List<Principle> principles) {
  record Named(String id, String title) {}

  record CourseThings(
      String id, String title, List<Named> banks, List<Named> scenarios, List<String> pictures) {}

  record Principle(String id, String says) {}

  static Things of(Content content) {
    return new Things(
        content.courses().stream().map(Things::of).toList(),
        content.sources().stream().map(it -> new Named(it.id().value(), it.name())).toList(),
        content.principles().stream()
            .map(it -> new Principle(it.id().value(), it.says().plain()))
            .toList());
  }

  private static CourseThings of(Course course) {
    return new CourseThings(
        course.id().value(),
        course.title().value(),
        course.withDrafts().bankFiles().stream()
            .map(it -> new Named(it.id().value(), it.title().value()))
            .toList(),
        course.scenarioFiles().stream()
            .map(it -> new Named(it.id().value(), it.title().value()))
            .toList(),
        course.imageFiles().stream().map(Course.Image::path).sorted().toList());
  }
}
