package dev.rebound.course;

import dev.rebound.source.Located;
import java.util.List;
import java.util.Optional;

/**
 * What {@code course.yaml} says.
 *
 * @param id the name of its folder
 * @param folder {@code content/courses/<id>}, as findings name it
 * @param language BCP 47
 * @param passMark percent, 0 to 100
 * @param finalQuiz what is taken after all modules, and decides score and passing
 * @param cards the cards to print, in order
 * @param printing absent where the course is not printed at all
 * @param perModule whether a platform launches each module for itself: {@code packaging: module}
 * @param confidence whether modules' quizzes ask how sure one is: {@code confidence: true}
 */
public record CoursePlan(
    Located<String> id,
    String folder,
    Located<String> title,
    String language,
    Optional<Located<String>> audience,
    int passMark,
    List<Module> modules,
    Optional<Quiz> finalQuiz,
    List<Located<String>> cards,
    Optional<Printing> printing,
    boolean perModule,
    boolean confidence) {
  public CoursePlan {
    modules = List.copyOf(modules);
    cards = List.copyOf(cards);
  }

  CoursePlan only(String kind, String part) {
    return new CoursePlan(
        id,
        folder,
        title,
        language,
        audience,
        passMark,
        modules.stream().map(it -> it.only(kind, part)).toList(),
        Optional.empty(),
        List.of(),
        printing,
        perModule,
        confidence);
  }
}
