package dev.rebound.publish.page;

import dev.rebound.course.Course;
import dev.rebound.course.Module;
import dev.rebound.source.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parts of a course in the order in which they are taken.
 *
 * @param steps the parts of all modules, then the final
 * @param finalPart what is taken after all modules
 * @param byName the steps by kind and id: {@code lesson/fog}; of two of one name, the first
 */
public record Outline(
    List<ModuleView> modules,
    List<StepPlace> steps,
    Optional<StepView> finalPart,
    Map<String, StepPlace> byName) {
  static Outline of(Course course, Routes routes) {
    List<ModuleView> modules =
        course.modules().stream().map(module -> module(module, course, routes)).toList();
    Optional<StepView> last =
        course
            .finalQuiz()
            .flatMap(quiz -> course.quiz(quiz.id().value()))
            .map(quiz -> StepView.of(quiz, course, routes));
    List<StepView> steps =
        Stream.concat(modules.stream().flatMap(it -> it.parts().stream()), last.stream()).toList();
    List<StepPlace> places = new ArrayList<>();
    for (ModuleView module : modules) {
      module.parts().forEach(part -> places.add(place(steps, places.size(), Optional.of(module))));
    }
    last.ifPresent(part -> places.add(place(steps, places.size(), Optional.empty())));
    Map<String, StepPlace> byName = new HashMap<>();
    places.forEach(it -> byName.putIfAbsent(it.step().kind() + "/" + it.step().id(), it));
    return new Outline(modules, places, last, byName);
  }

  private static StepPlace place(List<StepView> steps, int at, Optional<ModuleView> module) {
    return new StepPlace(steps.get(at), module, at(steps, at - 1), at(steps, at + 1));
  }

  private static Optional<StepView> at(List<StepView> steps, int index) {
    return index >= 0 && index < steps.size() ? Optional.of(steps.get(index)) : Optional.empty();
  }

  private static ModuleView module(Module module, Course course, Routes routes) {
    Stream<StepView> lessons =
        module.lessons().stream()
            .flatMap(id -> course.lesson(id.value()).stream())
            .map(lesson -> StepView.of(lesson, routes));
    Stream<StepView> scenarios =
        module.scenarios().stream()
            .flatMap(id -> course.scenario(id.value()).stream())
            .map(scenario -> StepView.of(scenario, routes));
    Stream<StepView> quiz =
        module.quiz().stream()
            .flatMap(it -> course.quiz(it.id().value()).stream())
            .map(it -> StepView.of(it, course, routes));
    return new ModuleView(
        module.id().value(),
        module.number(),
        module.title().value(),
        routes.place(module.title()),
        module.outcomes().stream()
            .map(it -> new ModuleView.Outcome(it.value(), routes.place(it)))
            .toList(),
        Stream.of(lessons, scenarios, quiz).flatMap(it -> it).toList());
  }

  /** Where a part stands. */
  StepPlace place(String kind, Located<String> id) {
    StepPlace place = byName.get(kind + "/" + id);
    if (place == null) {
      throw new IllegalArgumentException("the course has no " + kind + " " + id);
    }
    return place;
  }
}
