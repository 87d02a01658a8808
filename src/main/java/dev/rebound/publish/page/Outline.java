package dev.rebound.publish.page;

import dev.rebound.course.Course;
import dev.rebound.course.Module;
import dev.rebound.course.Quiz;
import dev.rebound.source.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of a course in the order in which they are taken: kind, id, title, address, module. */
final class Outline {
  private final Course course;
  private final Routes routes;
  private final List<Map<String, Object>> modules = new ArrayList<>();
  private final List<Map<String, Object>> steps = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();

  Outline(Course course, Routes routes) {
    this.course = course;
    this.routes = routes;
    for (Module module : course.modules()) {
      Map<String, Object> model = module(module);
      List<Map<String, Object>> parts = parts(module);
      model.put("parts", parts);
      parts.forEach(part -> step(within(part, model)));
      modules.add(model);
    }
    finalPart().ifPresent(this::step);
  }

  private void step(Map<String, Object> step) {
    places.putIfAbsent(step.get("kind") + "/" + step.get("id"), steps.size());
    steps.add(step);
  }

  /** The modules, each with its parts. */
  List<Map<String, Object>> modules() {
    return List.copyOf(modules);
  }

  /** The parts of all modules and the final, in order. */
  List<Map<String, Object>> steps() {
    return List.copyOf(steps);
  }

  /** What is taken after all modules, when there is one. */
  Optional<Map<String, Object>> finalPart() {
    return course.finalQuiz().flatMap(quiz -> course.quiz(quiz.id().value())).map(this::part);
  }

  /** One part with its neighbours. */
  Map<String, Object> step(String kind, String id) {
    Integer at = places.get(kind + "/" + id);
    if (at == null) {
      throw new IllegalArgumentException("the course has no " + kind + " " + id);
    }
    Map<String, Object> model = new LinkedHashMap<>(steps.get(at));
    if (at > 0) {
      model.put("previous", steps.get(at - 1));
    }
    if (at + 1 < steps.size()) {
      model.put("next", steps.get(at + 1));
    }
    return model;
  }

  private static Map<String, Object> module(Module module) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("id", module.id().value());
    model.put("number", module.number());
    model.put("title", module.title().value());
    return model;
  }

  private List<Map<String, Object>> parts(Module module) {
    List<Map<String, Object>> parts = new ArrayList<>();
    for (Located<String> id : module.lessons()) {
      course
          .lesson(id.value())
          .ifPresent(
              lesson -> {
                Map<String, Object> part = part("lesson", id.value(), lesson.title().value());
                part.put("href", routes.lesson(id.value(), ""));
                part.put("minutes", lesson.minutes());
                parts.add(part);
              });
    }
    for (Located<String> id : module.scenarios()) {
      course
          .scenario(id.value())
          .ifPresent(
              scenario -> {
                Map<String, Object> part = part("scenario", id.value(), scenario.title().value());
                part.put("href", routes.scenario(id.value()));
                part.put(
                    "count", scenario.nodes().stream().filter(n -> n.ending().isPresent()).count());
                parts.add(part);
              });
    }
    module
        .quiz()
        .flatMap(quiz -> course.quiz(quiz.id().value()))
        .ifPresent(quiz -> parts.add(part(quiz)));
    return parts;
  }

  private Map<String, Object> part(Quiz quiz) {
    String id = quiz.id().value();
    Map<String, Object> part =
        part("quiz", id, course.bank(id).map(bank -> bank.title().value()).orElse(id));
    part.put("href", routes.quiz(id));
    part.put("count", course.asked(quiz));
    part.put("graded", course.graded(quiz));
    return part;
  }

  private static Map<String, Object> part(String kind, String id, String title) {
    Map<String, Object> part = new LinkedHashMap<>();
    part.put("kind", kind);
    part.put("id", id);
    part.put("title", title);
    return part;
  }

  private static Map<String, Object> within(Map<String, Object> part, Map<String, Object> module) {
    Map<String, Object> step = new LinkedHashMap<>(part);
    step.put("module", module);
    return step;
  }
}
