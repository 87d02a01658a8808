package dev.rebound.publish.page;

import dev.rebound.course.Course;
import dev.rebound.course.Lesson;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.Quiz;
import dev.rebound.course.Scenario;
import dev.rebound.source.Lazy;
import dev.rebound.source.Located;
import dev.rebound.source.Prose;
import java.util.Optional;

/**
 * A part of a course: something to read, to play or to answer.
 *
 * @param kind {@code lesson}, {@code scenario} or {@code quiz}
 * @param at where its title stands, for its tag; empty but for authors
 * @param minutes how long it takes
 * @param count how many questions an attempt at a quiz asks, how many endings a scenario has
 * @param graded whether it is a quiz whose key this output must not publish
 * @param exam how many questions its practice exam asks on a public site; 0 where it has none
 */
public record StepView(
    String kind,
    String id,
    String title,
    Html at,
    String href,
    Lazy<Integer> minutes,
    int count,
    boolean graded,
    int exam) {
  static StepView of(Lesson lesson, Routes routes) {
    String id = lesson.id().value();
    String href = routes.lesson(id, "");
    Html at = routes.place(lesson.title());
    return new StepView(
        "lesson", id, lesson.title().value(), at, href, new Lazy<>(lesson::minutes), 0, false, 0);
  }

  static StepView of(Scenario scenario, Routes routes) {
    String id = scenario.id().value();
    int ends = (int) scenario.nodes().stream().filter(node -> node.ending().isPresent()).count();
    String href = routes.scenario(id);
    return new StepView(
        "scenario",
        id,
        scenario.title().value(),
        routes.place(scenario.title()),
        href,
        new Lazy<>(() -> minutes(scenario)),
        ends,
        false,
        0);
  }

  static StepView of(Quiz quiz, Course course, Routes routes) {
    String id = quiz.id().value();
    Optional<Located<String>> title = course.bank(id).map(QuestionBank::title);
    boolean graded = course.graded(quiz);
    int exam = PracticeExam.of(course, quiz).map(PracticeExam::asked).orElse(0);
    int asked = course.asked(quiz);
    return new StepView(
        "quiz",
        id,
        title.orElse(quiz.id()).value(),
        title.map(routes::place).orElse(new Html("")),
        routes.quiz(id),
        // Counts every word of every question: few pages show it of more than their own.
        new Lazy<>(() -> QuizPage.minutes(course.questions(quiz), asked)),
        asked,
        graded,
        exam);
  }

  /** The same, as its practice exam is taken. */
  StepView asExam(PracticeExam its) {
    return new StepView(
        kind, its.id(), title, at, href, new Lazy<>(its::minutes), its.asked(), graded, exam);
  }

  /** Of a script half is met: at 200 words a minute, and a minute to find words of one's own. */
  private static int minutes(Scenario scenario) {
    double words = 0;
    double turns = 0;
    for (Scenario.Node node : scenario.nodes()) {
      turns += node.replies().isEmpty() ? 0 : 1;
      words += words(node.line());
      for (Scenario.Reply reply : node.replies()) {
        words += words(reply.text());
      }
    }
    return (int) Math.max(1, Math.round((turns + words / 200) / 2));
  }

  private static int words(Prose text) {
    return text.plain().split("\\s+", -1).length;
  }
}
