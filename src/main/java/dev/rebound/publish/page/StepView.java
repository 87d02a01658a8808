package dev.rebound.publish.page;

import dev.rebound.course.Course;
import dev.rebound.course.Lesson;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.Quiz;
import dev.rebound.course.Scenario;

/**
 * A part of a course: something to read, to play or to answer.
 *
 * @param kind {@code lesson}, {@code scenario} or {@code quiz}
 * @param minutes how long a lesson takes; 0 of anything else
 * @param count how many questions an attempt at a quiz asks, how many endings a scenario has
 * @param graded whether it is a quiz whose key this output must not publish
 */
public record StepView(
    String kind, String id, String title, String href, int minutes, int count, boolean graded) {
  static StepView of(Lesson lesson, Routes routes) {
    String id = lesson.id().value();
    String href = routes.lesson(id, "");
    return new StepView("lesson", id, lesson.title().value(), href, lesson.minutes(), 0, false);
  }

  static StepView of(Scenario scenario, Routes routes) {
    String id = scenario.id().value();
    int ends = (int) scenario.nodes().stream().filter(node -> node.ending().isPresent()).count();
    String href = routes.scenario(id);
    return new StepView("scenario", id, scenario.title().value(), href, 0, ends, false);
  }

  static StepView of(Quiz quiz, Course course, Routes routes) {
    String id = quiz.id().value();
    String title = course.bank(id).map(QuestionBank::title).orElse(quiz.id()).value();
    boolean graded = course.graded(quiz);
    return new StepView("quiz", id, title, routes.quiz(id), 0, course.asked(quiz), graded);
  }
}
