package dev.rebound.course;

import dev.rebound.source.Located;
import java.util.ArrayList;
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
          whole || module.quiz().filter(quiz::equals).isPresent()
              ? taught(course, module)
              : Set.of();
      if (whole && !taught.isEmpty()) {
        wanted.put(module.id().value(), taught);
      } else {
        taught.forEach(principle -> wanted.put(principle, Set.of(principle)));
      }
    }
    List<Question> asked = course.questions(quiz);
    Map<String, List<Question>> covering = new LinkedHashMap<>();
    wanted.forEach(
        (name, principles) -> {
          List<Question> questions = new ArrayList<>();
          for (Question question : asked) {
            if (question.tested().map(Located::value).anyMatch(principles::contains)) {
              questions.add(question);
            }
          }
          if (whole || !questions.isEmpty()) {
            covering.put(name, List.copyOf(questions));
          }
        });
    return covering;
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
