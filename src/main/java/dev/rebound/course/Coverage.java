package dev.rebound.course;

import dev.rebound.source.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a draw has to cover: the final every module, a module's quiz every principle that the module
 * teaches and its banks test. A question covers what its right answers apply.
 */
final class Coverage {
  private Coverage() {}

  /** The modules, or principles, each with the questions that cover it; in the course's order. */
  static Map<String, List<Question>> of(Course course, Quiz quiz) {
    Map<String, Set<String>> wanted = new LinkedHashMap<>();
    boolean whole = course.finalQuiz().filter(quiz::equals).isPresent();
    for (Module module : course.modules()) {
      Set<String> taught =
          whole || module.quiz().filter(its -> same(its, quiz)).isPresent()
              ? taught(course, module)
              : Set.of();
      if (whole && !taught.isEmpty()) {
        wanted.put(module.id().value(), taught);
      } else {
        taught.forEach(principle -> wanted.put(principle, Set.of(principle)));
      }
    }
    Map<String, List<String>> wantedBy = new HashMap<>();
    Map<String, List<Question>> covering = new LinkedHashMap<>();
    wanted.forEach(
        (name, principles) -> {
          covering.put(name, new ArrayList<>());
          for (String principle : principles) {
            wantedBy.computeIfAbsent(principle, p -> new ArrayList<>()).add(name);
          }
        });
    for (Question question : course.questions(quiz)) {
      Set<String> covered = new LinkedHashSet<>();
      question.tested().forEach(id -> covered.addAll(wantedBy.getOrDefault(id.value(), List.of())));
      for (String name : covered) {
        covering.computeIfAbsent(name, n -> new ArrayList<>()).add(question);
      }
    }
    if (!whole) {
      covering.values().removeIf(List::isEmpty);
    }
    return covering;
  }

  /** Their ids tell nearly all apart, and every quiz is held against every module's. */
  private static boolean same(Quiz one, Quiz other) {
    return one.id().value().equals(other.id().value()) && one.equals(other);
  }

  private static Set<String> taught(Course course, Module module) {
    Set<String> taught = new LinkedHashSet<>();
    for (Located<String> id : module.lessons()) {
      course
          .lesson(id.value())
          .ifPresent(lesson -> lesson.teaches().forEach(p -> taught.add(p.value())));
    }
    return taught;
  }
}
