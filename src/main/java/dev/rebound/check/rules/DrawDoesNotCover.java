package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Question;
import dev.rebound.course.Quiz;
import dev.rebound.source.Located;
import java.util.List;
import java.util.Map;

/**
 * Whatever questions an attempt draws, they cover every module (in the final) or every principle of
 * the module that its banks test (in a module's quiz).
 */
public final class DrawDoesNotCover implements Rule {
  @Override
  public void check(CheckContext context, Findings found) {
    Content content = context.content();
    if (UnreadableFiles.folder(content, "lessons")
        || UnreadableFiles.folder(content, "quizzes")
        || UnreadableFiles.course(content)) {
      return;
    }
    for (Course course : content.courses()) {
      course.quizzes().stream()
          .filter(quiz -> quiz.from().stream().allMatch(id -> course.bank(id.value()).isPresent()))
          .forEach(quiz -> quiz(course, quiz, found));
    }
  }

  private static void quiz(Course course, Quiz quiz, Findings found) {
    boolean whole = course.finalQuiz().filter(quiz::equals).isPresent();
    if (!whole && quiz.draw().isEmpty()) {
      return;
    }
    Map<String, List<Question>> covering = course.coverage(quiz);
    covering.forEach(
        (name, questions) -> {
          if (questions.isEmpty()) {
            found.at(
                quiz.id().span(),
                "no question of the final tests what module \"" + name + "\" teaches.",
                "Ask one whose right answer applies a principle of its lessons.");
          }
        });
    quiz.draw()
        .ifPresent(draw -> draw(draw, course.questions(quiz).size(), covering, whole, found));
  }

  private static void draw(
      Located<Integer> draw,
      int all,
      Map<String, List<Question>> covering,
      boolean whole,
      Findings found) {
    int least = (int) covering.values().stream().filter(it -> !it.isEmpty()).count();
    String quiz = whole ? "the final" : "the quiz";
    if (draw.value() > all) {
      found.at(
          draw.span(),
          quiz + " draws " + draw + " questions and has " + all + " to draw from.",
          "Draw " + all + " or fewer, or ask more.");
    } else if (draw.value() < least) {
      found.at(
          draw.span(),
          quiz
              + " draws "
              + draw
              + (draw.value() == 1 ? " question" : " questions")
              + ", too few to cover "
              + least
              + (whole
                  ? " modules."
                  : " principles: " + String.join(", ", covering.keySet()) + "."),
          "Draw " + least + " or more; without `draw` it asks all " + all + ".");
    }
  }
}
