package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;
import dev.rebound.check.Reviewed;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import java.util.ArrayList;
import java.util.List;

/**
 * Where {@code rebound.yaml} says {@code review: required}, every question of a quiz is reviewed
 * and has not changed since.
 */
public final class NotReviewed implements FirmRule {
  /** How many a message names. */
  private static final int NAMED = 5;

  @Override
  public void check(CheckContext context, Findings found) {
    Content content = context.content();
    if (!content.settings().reviewed()
        || UnreadableFiles.folder(content, "principles")
        || UnreadableFiles.folder(content, "sources")) {
      return;
    }
    for (Course course : content.courses()) {
      for (QuestionBank bank : course.bankFiles()) {
        bank(course, bank, content, found);
      }
    }
  }

  private static void bank(Course course, QuestionBank bank, Content content, Findings found) {
    List<String> never = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (Question question : bank.questions()) {
      Reviewed.State state = Reviewed.of(course, question, content).state();
      if (state == Reviewed.State.NEVER) {
        never.add(question.id().value());
      } else if (state == Reviewed.State.OUTDATED) {
        changed.add(question.id().value());
      }
    }
    if (never.isEmpty() && changed.isEmpty()) {
      return;
    }
    List<String> counts = new ArrayList<>();
    List<String> names = new ArrayList<>();
    if (!never.isEmpty()) {
      counts.add(never.size() + (never.size() == 1 ? " is" : " are") + " not reviewed");
      names.add("Not reviewed: " + named(never));
    }
    if (!changed.isEmpty()) {
      counts.add(changed.size() + (changed.size() == 1 ? " has" : " have") + " changed since");
      names.add("Changed: " + named(changed));
    }
    found.at(
        bank.title().span(),
        "of "
            + bank.questions().size()
            + (bank.questions().size() == 1 ? " question, " : " questions, ")
            + String.join(" and ", counts)
            + ", and rebound.yaml says `review: required`.",
        String.join(". ", names)
            + ". Let them be read (rebound review --sheet NAME.html), then: rebound review --read FILE, or --approve "
            + course.id().value()
            + "/"
            + bank.id().value());
  }

  private static String named(List<String> ids) {
    return String.join(", ", ids.subList(0, Math.min(NAMED, ids.size())))
        + (ids.size() > NAMED ? " and " + (ids.size() - NAMED) + " more" : "");
  }
}
