package dev.rebound.check.rules;

import dev.rebound.course.Answer;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import java.util.function.Consumer;

/** Visits answers, for the rules about what they map to. */
final class AnswerRoles {
  private AnswerRoles() {}

  static void eachAnswer(Content content, Consumer<Answer> visit) {
    for (Course course : content.courses()) {
      course
          .bankFiles()
          .forEach(bank -> bank.questions().forEach(question -> question.answers().forEach(visit)));
    }
  }
}
