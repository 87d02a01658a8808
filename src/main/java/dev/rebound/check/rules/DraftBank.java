package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.DraftRule;
import dev.rebound.check.Findings;
import dev.rebound.check.ReferenceUse;
import dev.rebound.course.Course;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.source.Finding;
import dev.rebound.source.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A bank that says {@code draft: true} is in no output: one note counts what is open in it, and
 * nothing asks from it.
 */
public final class DraftBank implements DraftRule {
  @Override
  public void check(CheckContext context, Findings found) {
    for (ReferenceUse use : context.references("quiz")) {
      draft(use, use.to().id())
          .ifPresent(
              bank ->
                  found.at(
                      use.to().span(),
                      "quiz \"" + use.to().id() + "\" is a draft, which is in no output.",
                      hint(bank)));
    }
    for (ReferenceUse use : context.references("question")) {
      draft(use, use.to().id().replaceFirst("/.*", ""))
          .filter(
              bank -> bank.questions().stream().map(Question::key).anyMatch(use.to().id()::equals))
          .ifPresent(
              bank ->
                  found.at(
                      use.to().span(),
                      "question \""
                          + use.to().id()
                          + "\" stands in a draft, which is in no output.",
                      hint(bank)));
    }
    // The reader sees which questions have no level; they count where the draft itself is checked.
    for (Course course : context.content().courses()) {
      course.bankFiles().stream()
          .filter(QuestionBank::isDraft)
          .forEach(
              bank ->
                  context.content().problems().stream()
                      .filter(it -> it.rule().equals(id()))
                      .filter(it -> it.span().file().equals(bank.id().span().file()))
                      .forEach(it -> found.at(it.span(), it.message(), it.hint())));
    }
  }

  private static Optional<QuestionBank> draft(ReferenceUse use, String id) {
    return use.course().stream()
        .flatMap(course -> course.draftFiles().stream())
        .filter(bank -> bank.id().value().equals(id))
        .findFirst();
  }

  private static String hint(QuestionBank bank) {
    return "Finish it and take `draft: true` out of quizzes/"
        + bank.id()
        + ".yaml, or name another quiz.";
  }

  @Override
  public void open(QuestionBank draft, List<Finding> open, Findings found) {
    if (open.isEmpty()) {
      found.at(
          Severity.NOTE,
          draft.draft().orElseThrow(),
          "this quiz is a draft, in no output. Nothing is open.",
          "Take `draft: true` out, and name the quiz in course.yaml.");
      return;
    }
    Map<String, Integer> counts = new TreeMap<>();
    open.forEach(
        it -> counts.merge(it.rule().equals(id()) ? "no level" : it.rule(), 1, Integer::sum));
    StringBuilder each = new StringBuilder();
    counts.forEach(
        (rule, count) -> each.append(each.isEmpty() ? "" : ", ").append(count + " × " + rule));
    found.at(
        Severity.NOTE,
        draft.draft().orElseThrow(),
        "this quiz is a draft, in no output. "
            + open.size()
            + (open.size() == 1 ? " thing is" : " things are")
            + " open.",
        "Mend them (" + each + "); then take `draft: true` out, and name the quiz in course.yaml.");
  }
}
