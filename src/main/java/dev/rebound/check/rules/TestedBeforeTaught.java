package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Lesson;
import dev.rebound.course.Module;
import dev.rebound.course.Question;
import dev.rebound.source.Block;
import dev.rebound.source.Located;
import dev.rebound.source.Markup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A quiz, a scenario, or a question in a lesson asks only about what the course has taught by then.
 */
public final class TestedBeforeTaught implements FirmRule {
  @Override
  public void check(CheckContext context, Findings found) {
    Content content = context.content();
    if (UnreadableFiles.folder(content, "lessons") || UnreadableFiles.course(content)) {
      return;
    }
    Set<String> taught = new HashSet<>();
    for (Course course : content.courses()) {
      course.lessonsInOrder().forEach(l -> l.teaches().forEach(id -> taught.add(id.value())));
    }
    content.courses().forEach(course -> course(course, content, taught, found));
  }

  private static void course(Course course, Content content, Set<String> taught, Findings found) {
    Set<String> ever = new HashSet<>();
    course.lessonsInOrder().forEach(l -> l.teaches().forEach(id -> ever.add(id.value())));
    Set<String> sofar = new HashSet<>();
    Asked asked = new Asked(new LinkedHashMap<>());
    for (Module module : course.modules()) {
      for (Located<String> id : module.lessons()) {
        Optional<Lesson> lesson = course.lesson(id.value());
        lesson.ifPresent(one -> one.teaches().forEach(p -> sofar.add(p.value())));
        lesson.ifPresent(one -> embedded(one, course, sofar, asked));
      }
      for (Located<String> id : module.scenarios()) {
        course
            .scenario(id.value())
            .ifPresent(
                one ->
                    one.nodes().stream()
                        .flatMap(node -> node.replies().stream())
                        .flatMap(reply -> reply.principle().stream())
                        .forEach(p -> asked(p, sofar, "this scenario", asked)));
      }
      module
          .quiz()
          .ifPresent(
              quiz -> course.questions(quiz).forEach(q -> question(q, sofar, "this quiz", asked)));
    }
    course
        .finalQuiz()
        .ifPresent(
            quiz -> course.questions(quiz).forEach(q -> question(q, sofar, "the final", asked)));
    asked.places.forEach(
        (id, places) -> {
          // What no course teaches is PrincipleNotTaught, and said where it is defined.
          if (content.principle(id).isPresent() && taught.contains(id)) {
            report(id, places, ever.contains(id), found);
          }
        });
  }

  private static void report(String id, List<Place> places, boolean later, Findings found) {
    Place first = places.get(0);
    int more = places.size() - 1;
    found.at(
        first.id.span(),
        first.where
            + " asks about \""
            + id
            + "\", which "
            + (later ? "a later lesson teaches" : "no lesson of the course teaches")
            + (more == 0
                ? "."
                : more == 1 ? "; so does 1 more place." : "; so do " + more + " more places."),
        later
            ? "Ask later, or teach earlier."
            : "Name it in a lesson's `teaches:`, or map the answer to another.");
  }

  /** Where a principle is asked about. */
  private record Place(Located<String> id, String where) {}

  /** The principles that are asked about too early, each with its places in order. */
  private record Asked(Map<String, List<Place>> places) {}

  private static void embedded(Lesson lesson, Course course, Set<String> sofar, Asked asked) {
    Markup.eachBlock(
        lesson.body(),
        block -> {
          if (block instanceof Block.Embed embed && embed.to().kind().equals("question")) {
            course
                .question(embed.to().id())
                .ifPresent(
                    q -> question(q, sofar, "lesson \"" + lesson.id().value() + "\"", asked));
          }
        });
  }

  private static void question(Question question, Set<String> sofar, String where, Asked asked) {
    question.principles().forEach(id -> asked(id, sofar, where, asked));
  }

  private static void asked(Located<String> id, Set<String> sofar, String where, Asked asked) {
    if (!sofar.contains(id.value())) {
      asked.places.computeIfAbsent(id.value(), key -> new ArrayList<>()).add(new Place(id, where));
    }
  }
}
