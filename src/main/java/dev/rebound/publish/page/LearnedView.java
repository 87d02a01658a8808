package dev.rebound.publish.page;

import dev.rebound.course.Course;
import dev.rebound.course.Module;
import dev.rebound.source.Located;
import java.util.List;

/**
 * What a module teaches, for whoever has taken the course.
 *
 * @param number from 1
 * @param title its title
 * @param principles those that its lessons teach
 */
public record LearnedView(int number, String title, List<PrincipleView> principles) {
  /** Of each module that teaches something. */
  public static List<LearnedView> all(CourseContext in) {
    return in.course.modules().stream()
        .map(module -> of(in, in.course, module))
        .filter(it -> !it.principles.isEmpty())
        .toList();
  }

  private static LearnedView of(CourseContext in, Course course, Module module) {
    return new LearnedView(
        module.number(),
        module.title().value(),
        in.principles(
            module.lessons().stream()
                .flatMap(id -> course.lesson(id.value()).stream())
                .flatMap(lesson -> lesson.teaches().stream())
                .map(Located::value)
                .distinct()));
  }
}
