package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Lesson;
import dev.rebound.course.Module;
import dev.rebound.course.Question;
import dev.rebound.source.Block;
import dev.rebound.source.Located;
import dev.rebound.source.Markup;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A quiz, a scenario, or a question in a lesson asks only about what the course has taught by then.
 */
public final class TestedBeforeTaught implements Rule {
  @Override
  public boolean canBeAllowed() {
    return false;
  }

  @Override
  public void check(CheckContext context, Findings found) {
    Content content = context.content();
    if (Unread.folder(content, "lessons") || Unread.course(content)) {
      return;
    }
    content.courses().forEach(course -> course(course, content, found));
  }

  private static void course(Course course, Content content, Findings found) {
    Set<String> ever = new HashSet<>();
    course.lessonsInOrder().forEach(l -> l.teaches().forEach(id -> ever.add(id.value())));
    Set<String> sofar = new HashSet<>();
    for (Module module : course.modules()) {
      for (Located<String> id : module.lessons()) {
        Optional<Lesson> lesson = course.lesson(id.value());
        lesson.ifPresent(one -> one.teaches().forEach(p -> sofar.add(p.value())));
        lesson.ifPresent(one -> embedded(one, course, sofar, ever, content, found));
      }
      for (Located<String> id : module.scenarios()) {
        course
            .scenario(id.value())
            .ifPresent(
                one ->
                    one.nodes().stream()
                        .flatMap(node -> node.replies().stream())
                        .flatMap(reply -> reply.principle().stream())
                        .forEach(p -> asked(p, sofar, ever, "this scenario", content, found)));
      }
      module
          .quiz()
          .ifPresent(
              quiz ->
                  course
                      .questions(quiz)
                      .forEach(q -> question(q, sofar, ever, "this quiz", content, found)));
    }
    course
        .finalQuiz()
        .ifPresent(
            quiz ->
                course
                    .questions(quiz)
                    .forEach(q -> question(q, sofar, ever, "the final", content, found)));
  }

  private static void embedded(
      Lesson lesson,
      Course course,
      Set<String> sofar,
      Set<String> ever,
      Content content,
      Findings found) {
    Markup.eachBlock(
        lesson.body(),
        block -> {
          if (block instanceof Block.Embed embed && embed.to().kind().equals("question")) {
            course
                .question(embed.to().id())
                .ifPresent(
                    q ->
                        question(
                            q,
                            sofar,
                            ever,
                            "lesson \"" + lesson.id().value() + "\"",
                            content,
                            found));
          }
        });
  }

  private static void question(
      Question question,
      Set<String> sofar,
      Set<String> ever,
      String where,
      Content content,
      Findings found) {
    question.principles().forEach(id -> asked(id, sofar, ever, where, content, found));
  }

  private static void asked(
      Located<String> id,
      Set<String> sofar,
      Set<String> ever,
      String where,
      Content content,
      Findings found) {
    if (!sofar.contains(id.value()) && content.principle(id.value()).isPresent()) {
      found.at(
          id.span(),
          where
              + " asks about \""
              + id.value()
              + "\", which "
              + (ever.contains(id.value())
                  ? "a later lesson teaches."
                  : "no lesson of the course teaches."),
          ever.contains(id.value())
              ? "Ask later, or teach earlier."
              : "Name it in a lesson's `teaches:`, or map the answer to another.");
    }
  }
}
