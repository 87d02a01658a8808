package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.check.Verdict;
import dev.rebound.check.WordStatistics;
import dev.rebound.course.Answer;
import dev.rebound.course.Course;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.QuestionTraits;
import dev.rebound.course.Scenario;
import dev.rebound.source.Prose;
import dev.rebound.source.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Feedback does not say yes to a wrong answer, or no to a right one. */
public final class FeedbackContradictsAnswer implements Rule {
  private static final Set<String> ECHOED = Set.of("yes", "no", "true", "false", "never", "not");

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(CheckContext context, Findings found) {
    for (Course course : context.content().courses()) {
      if (!WordStatistics.isEnglish(course.language())) {
        continue;
      }
      for (QuestionBank bank : course.bankFiles()) {
        context.keptFindings(
            this, bank, "", found, own -> bank.questions().forEach(it -> question(it, own)));
      }
      for (Scenario scenario : course.scenarioFiles()) {
        for (Scenario.Node node : scenario.nodes()) {
          for (Scenario.Reply reply : node.replies()) {
            if (reply.principle().isPresent()) {
              feedback("reply", reply.right(), echoes(reply.text()), reply.feedback(), found);
            }
          }
        }
      }
    }
  }

  private static void question(Question question, Findings found) {
    // To a pair or a place in an order, a "no" may be what the right pair says.
    if (!question.scored() || question.traits().response().moves()) {
      return;
    }
    boolean verdicts = question.traits().options() == QuestionTraits.Options.VERDICTS;
    for (Answer answer : question.answers()) {
      feedback(
          answer.noun(),
          answer.right(),
          verdicts || echoes(answer.text()),
          answer.feedback(),
          found);
    }
  }

  private static boolean echoes(Prose answer) {
    List<String> words = answer.words();
    return !words.isEmpty() && ECHOED.contains(words.get(0));
  }

  private static void feedback(
      String noun, boolean right, boolean echoes, Optional<Prose> feedback, Findings found) {
    if (feedback.isEmpty()) {
      return;
    }
    String said = feedback.get().plain();
    Verdict contrary = right ? Verdict.NO : Verdict.YES;
    if (contrary.isIn(said, echoes)) {
      found.at(
          feedback.get().span(),
          "this feedback says "
              + (right ? "no to a right " : "yes to a wrong ")
              + noun
              + ": "
              + ChoiceRule.quoted(said)
              + ".",
          right
              ? "Say why the " + noun + " is right, or make it wrong."
              : "Say what is wrong with it, or make the " + noun + " right.");
    }
  }
}
