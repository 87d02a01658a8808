package dev.rebound.publish.page;

import dev.rebound.course.Interaction;
import dev.rebound.course.Question;
import dev.rebound.course.Quiz;
import dev.rebound.source.Fields.Inlined;
import dev.rebound.source.Prose;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A module's quiz or the final.
 *
 * @param passMark in percent
 * @param questions every question that it may ask; an attempt asks {@code count} of them
 * @param attempts how often it may be taken; absent where as often as one likes
 * @param minutes how long an attempt takes
 * @param asksConfidence whether it asks how sure one is
 * @param practiceExam whether it stands in place of a graded quiz, whose questions are elsewhere
 * @param principles those that the feedback on its questions names
 */
public record QuizPage(
    @Inlined StepPlace place,
    int passMark,
    List<QuestionView> questions,
    Optional<Integer> attempts,
    int minutes,
    boolean asksConfidence,
    boolean practiceExam,
    List<Tested> principles) {
  /**
   * A principle that a quiz tests.
   *
   * @param practice where lessons ask about it
   */
  public record Tested(@Inlined PrincipleView principle, List<Practice> practice) {}

  /**
   * A question in a lesson.
   *
   * @param lesson the lesson's title
   */
  public record Practice(String lesson, String href) {}

  /**
   * A quiz without its questions.
   *
   * @param passMark in percent
   */
  public record Withheld(@Inlined StepPlace place, int passMark) {}

  public static QuizPage of(CourseContext in, Quiz quiz) {
    return of(in, quiz, in.outline().place("quiz", quiz.id()));
  }

  /** Of one that the course does not name, for its author. */
  public static QuizPage unlisted(CourseContext in, Quiz quiz) {
    return of(in, quiz, StepPlace.alone(StepView.of(quiz, in.course, in.routes)));
  }

  private static QuizPage of(CourseContext in, Quiz quiz, StepPlace place) {
    List<Question> questions = in.course.questions(quiz);
    return new QuizPage(
        place,
        in.course.passMark(),
        numbered(in, questions),
        quiz.attempts(),
        minutes(questions, in.course.asked(quiz)),
        in.course.asksConfidence(quiz),
        false,
        tested(in, questions));
  }

  /** The practice exam in place of a graded quiz. */
  public static QuizPage of(CourseContext in, Quiz graded, PracticeExam exam) {
    StepPlace place = in.outline().place("quiz", graded.id());
    return new QuizPage(
        place.with(place.step().asExam(exam)),
        in.course.passMark(),
        numbered(in, exam.pool()),
        Optional.empty(),
        exam.minutes(),
        false,
        true,
        tested(in, exam.pool()));
  }

  private static List<QuestionView> numbered(CourseContext in, List<Question> questions) {
    return IntStream.range(0, questions.size())
        .mapToObj(i -> question(in, questions.get(i), i + 1))
        .toList();
  }

  private static List<Tested> tested(CourseContext in, List<Question> questions) {
    return in.rules(questions).stream().map(p -> new Tested(p, in.practice(p.id()))).toList();
  }

  private static QuestionView question(CourseContext in, Question question, int number) {
    return QuestionView.of(in, question, PageIds.question(question), Optional.of(number));
  }

  public static Withheld withheld(CourseContext in, Quiz quiz) {
    return new Withheld(in.outline().place("quiz", quiz.id()), in.course.passMark());
  }

  /** At 200 words a minute, and half a minute to think about each question and its feedback. */
  static int minutes(List<Question> pool, int asked) {
    double minutes = 0;
    for (Question question : pool) {
      Interaction interaction = question.interaction();
      Stream<Prose> texts =
          Stream.of(interaction.choices(), interaction.targets(), interaction.passage())
              .flatMap(List::stream)
              .map(Interaction.Choice::text);
      double words =
          Stream.concat(Stream.of(question.stem()), texts)
              .mapToLong(text -> text.plain().chars().filter(Character::isWhitespace).count() + 1)
              .sum();
      minutes += .5 + words / 200;
    }
    return (int) Math.max(1, Math.round(minutes * asked / Math.max(1, pool.size())));
  }
}
