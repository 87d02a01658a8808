package dev.rebound.check.rules;

import dev.rebound.check.AuthoredText;
import dev.rebound.check.CheckContext;
import dev.rebound.check.ContentWalk;
import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.check.WordStatistics;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Lesson;
import dev.rebound.course.Principle;
import dev.rebound.source.Located;
import dev.rebound.source.Markup;
import dev.rebound.source.Severity;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A lesson that says it teaches a principle speaks of it. */
public final class TaughtInNameOnly implements Rule {
  /** So much of what a principle says must be among a lesson's words, where no link names it. */
  private static final double MOST = .75;

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public boolean canBeAllowed() {
    return false;
  }

  @Override
  public void check(CheckContext context, Findings found) {
    // Compared once, and not again for each lesson.
    Object principles = context.kept(getClass(), context.content().principles(), Object::new);
    for (Course course : context.content().courses()) {
      for (Lesson lesson : course.lessonFiles()) {
        context.keptFindings(
            this, lesson, principles, found, own -> lesson(lesson, course, context, own));
      }
    }
  }

  private static void lesson(Lesson lesson, Course course, CheckContext context, Findings found) {
    Content content = context.content();
    Set<String> linked = new HashSet<>();
    Markup.references(lesson.body()).stream()
        .filter(to -> to.kind().equals("principle"))
        .forEach(to -> linked.add(to.id()));
    Set<String> words = new HashSet<>();
    for (Located<String> id : lesson.teaches()) {
      Optional<Principle> principle = content.principle(id.value());
      if (principle.isEmpty() || linked.contains(id.value())) {
        continue;
      }
      if (words.isEmpty()) {
        for (AuthoredText text : ContentWalk.in(lesson).texts()) {
          words.addAll(WordStatistics.stems(text.words()));
        }
      }
      Set<String> says = WordStatistics.stems(principle.get().says().words());
      if (!WordStatistics.isEnglish(course.language())
          || WordStatistics.common(says, words) < MOST * says.size()) {
        found.at(
            id.span(),
            "this lesson says that it teaches \"" + id.value() + "\" and does not speak of it.",
            "Link to it where it is taught, `[so](principle:"
                + id.value()
                + ")`, or take it out of `teaches`.");
      }
    }
  }
}
