package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Principle;
import java.util.HashSet;
import java.util.Set;

/** Every principle is taught by a lesson that some course uses. */
public final class PrincipleNotTaught implements FirmRule {
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
    for (Principle principle : content.principles()) {
      if (!taught.contains(principle.id().value())) {
        found.at(
            principle.id().span(),
            "no lesson teaches \"" + principle.id().value() + "\".",
            "Teach it and name it in a lesson's `teaches:`, or remove it.");
      }
    }
  }
}
