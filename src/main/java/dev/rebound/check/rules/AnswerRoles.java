package dev.rebound.check.rules;

import dev.rebound.course.Answer;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Question;
import java.util.function.BiConsumer;

/**
 * Visits answers whose rightness says what they do to a principle: a right one applies it, and with
 * {@code mark: breaks} it breaks it.
 */
final class AnswerRoles {
  private AnswerRoles() {}

  static void eachAnswer(Content content, BiConsumer<Question, Answer> visit) {
    for (Course course : content.courses()) {
      course.bankFiles().stream()
          .flatMap(bank -> bank.questions().stream())
          // A phrase of hot text keeps its role, and `mark:` says which role is right to mark.
          .filter(question -> !question.interaction().marksText())
          .forEach(
              question -> question.answers().forEach(answer -> visit.accept(question, answer)));
    }
  }
}
