package dev.rebound.publish.print;

import dev.rebound.course.Course;
import dev.rebound.course.Lesson;
import dev.rebound.course.Module;
import dev.rebound.course.Principle;
import dev.rebound.course.Settings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where the site has what a printed page is about: what a QR code says. */
final class LessonAddress {
  private LessonAddress() {}

  /**
   * The page of the lesson that teaches most of these principles, the first of several: {@code
   * https://example.org/training/recovery/agree.html}. Nothing where the publisher gives no
   * address.
   */
  static Optional<String> of(Settings settings, Course course, List<Principle> principles) {
    return lesson(course, principles)
        .map(lesson -> course.id().value() + "/" + lesson.id().value() + ".html")
        .flatMap(settings::address);
  }

  /** The lesson that teaches most of these principles, the first of several. */
  static Optional<Lesson> lesson(Course course, List<Principle> principles) {
    Set<String> ids = principles.stream().map(p -> p.id().value()).collect(Collectors.toSet());
    Lesson best = null;
    long most = 0;
    for (Lesson lesson : course.lessonsInOrder()) {
      long here = lesson.teaches().stream().filter(p -> ids.contains(p.value())).count();
      if (here > most) {
        best = lesson;
        most = here;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The number of the module that it belongs to; 0 where there is none. */
  static int module(Course course, List<Principle> principles) {
    Optional<String> lesson = lesson(course, principles).map(it -> it.id().value());
    return course.modules().stream()
        .filter(
            it -> it.lessons().stream().anyMatch(one -> lesson.equals(Optional.of(one.value()))))
        .findFirst()
        .map(Module::number)
        .orElse(0);
  }
}
