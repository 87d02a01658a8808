package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Principle;
import dev.rebound.course.Question;
import java.util.HashSet;
import java.util.Set;

/** Every principle is tested: a right answer in some course's quizzes applies it. */
public final class PrincipleNotTested implements FirmRule {
  @Override
  public void check(CheckContext context, Findings found) {
    Content content = context.content();
    if (UnreadableFiles.folder(content, "quizzes") || UnreadableFiles.course(content)) {
      return;
    }
    Set<String> tested = new HashSet<>();
    for (Course course : content.courses()) {
      course.questions().flatMap(Question::tested).forEach(id -> tested.add(id.value()));
    }
    for (Principle principle : content.principles()) {
      if (!tested.contains(principle.id().value())) {
        found.at(
            principle.id().span(),
            "no right answer applies \"" + principle.id().value() + "\".",
            "Ask a question about it, or remove it; wrong answers that break it do not count.");
      }
    }
  }
}
