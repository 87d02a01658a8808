package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.check.WordRuns;
import dev.rebound.course.Answer;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Principle;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.QuestionTraits;
import dev.rebound.course.Scenario;
import dev.rebound.source.Located;
import dev.rebound.source.Prose;
import dev.rebound.source.Severity;
import dev.rebound.source.SourceSpan;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an answer says is no example of the opposite: one that applies a principle does not say what
 * the principle's {@code avoid} says, one that breaks it does not say its {@code try}.
 */
public final class AnswerContradictsPrinciple implements Rule {
  /** What is moved, sorted or matched is material, not something that the learner says. */
  private static final Set<QuestionTraits.Response> SAID =
      Set.of(QuestionTraits.Response.PICKED, QuestionTraits.Response.TYPED);

  @Override
  public void check(CheckContext context, Findings found) {
    Content content = context.content();
    // One object as long as the principles are the same: to compare them all for each bank is slow.
    Object principles = context.kept(getClass(), content.principles(), Object::new);
    for (Course course : content.courses()) {
      for (QuestionBank bank : course.bankFiles()) {
        context.keptFindings(this, bank, principles, found, own -> bank(bank, content, own));
      }
      for (Scenario scenario : course.scenarioFiles()) {
        for (Scenario.Node node : scenario.nodes()) {
          for (Scenario.Reply reply : node.replies()) {
            said("reply", reply.text(), reply.span(), reply.applies(), true, content, found);
            said("reply", reply.text(), reply.span(), reply.breaks(), false, content, found);
          }
        }
      }
    }
  }

  private static void bank(QuestionBank bank, Content content, Findings found) {
    for (Question question : bank.questions()) {
      if (question.scored() && SAID.contains(question.traits().response())) {
        for (Answer answer : question.answers()) {
          said(answer.noun(), answer.text(), answer.span(), answer.applies(), true, content, found);
          said(answer.noun(), answer.text(), answer.span(), answer.breaks(), false, content, found);
        }
      }
    }
  }

  private static void said(
      String noun,
      Prose text,
      SourceSpan span,
      Optional<Located<String>> role,
      boolean applies,
      Content content,
      Findings found) {
    Optional<Principle> principle = role.flatMap(id -> content.principle(id.value()));
    if (principle.isEmpty()) {
      return;
    }
    List<Prose> contrary = applies ? principle.get().avoid() : principle.get().tryPhrases();
    List<String> words = text.words();
    for (Prose phrase : contrary) {
      if (WordRuns.nearlyRepeats(words, phrase.words())) {
        boolean same = WordRuns.repeats(words, phrase.words());
        String key = applies ? "`avoid`" : "`try`";
        found.at(
            same ? Severity.ERROR : Severity.WARNING,
            span,
            "this "
                + noun
                + (applies ? " applies \"" : " breaks \"")
                + principle.get().id()
                + "\" and says "
                + (same ? "what" : "nearly what")
                + " the principle gives under "
                + key
                + ": "
                + ChoiceRule.quoted(phrase.plain())
                + ".",
            "The phrase stands at " + phrase.span() + "; one of the two is wrong.");
        return;
      }
    }
  }
}
