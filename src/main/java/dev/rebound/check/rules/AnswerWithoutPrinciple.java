package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;
import dev.rebound.check.scorer.PrincipleScorer;
import dev.rebound.course.Answer;
import dev.rebound.course.Card;
import dev.rebound.course.Course;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.Scenario;
import dev.rebound.source.Block;
import dev.rebound.source.Inline;
import dev.rebound.source.Lazy;
import dev.rebound.source.Markup;
import dev.rebound.source.SourceSpan;
import java.util.List;

/**
 * Every answer maps to a principle: an option of a question, a reply of a scenario, a line of a
 * card. Nothing inherits; each carries its own.
 */
public final class AnswerWithoutPrinciple implements FirmRule {
  @Override
  public void check(CheckContext context, Findings found) {
    // Learning takes time, and a course without a flaw needs none of it here.
    Lazy<PrincipleScorer> nearest = new Lazy<>(() -> PrincipleScorer.of(context));
    for (Course course : context.content().courses()) {
      for (QuestionBank bank : course.bankFiles()) {
        bank.questions().forEach(question -> question(question, nearest, found));
      }
      course.scenarioFiles().forEach(scenario -> scenario(scenario, nearest, found));
      course.cardFiles().forEach(card -> card(card, nearest, found));
    }
  }

  private static void question(Question question, Lazy<PrincipleScorer> nearest, Findings found) {
    for (Answer answer : question.answers()) {
      if (answer.principle().isEmpty()) {
        String words =
            answer.text().plain() + " " + answer.feedback().map(f -> f.plain()).orElse("");
        found.at(
            answer.span(),
            answer.noun() + " \"" + shortened(answer.text().plain()) + "\" maps to no principle.",
            "Add `"
                + (answer.right() ? "applies" : "breaks")
                + ": <principle>`"
                + nearest.get().hint(words)
                + ".");
      }
    }
  }

  private static void scenario(Scenario scenario, Lazy<PrincipleScorer> nearest, Findings found) {
    for (Scenario.Node node : scenario.nodes()) {
      for (Scenario.Reply reply : node.replies()) {
        if (reply.applies().isEmpty() && reply.breaks().isEmpty()) {
          String text = reply.text().plain();
          found.at(
              reply.span(),
              "reply \"" + shortened(text) + "\" maps to no principle.",
              "Add `applies: <principle>` or `breaks: <principle>`"
                  + nearest.get().hint(text)
                  + ".");
        }
      }
    }
  }

  private static void card(Card card, Lazy<PrincipleScorer> nearest, Findings found) {
    for (List<Block> side : List.of(card.front(), card.back())) {
      Markup.eachBlock(
          side,
          block -> {
            if (block instanceof Block.ItemList list) {
              for (List<Block> item : list.items()) {
                if (!item.isEmpty() && item.get(0) instanceof Block.Paragraph line) {
                  line(line.content(), line.span(), nearest, found);
                }
              }
            } else if (block instanceof Block.Table table) {
              table.rows().stream()
                  .flatMap(List::stream)
                  .filter(cell -> !cell.isEmpty())
                  .forEach(cell -> line(cell, cell.get(0).span(), nearest, found));
            }
          });
    }
  }

  private static void line(
      List<Inline> line, SourceSpan span, Lazy<PrincipleScorer> nearest, Findings found) {
    String text = Markup.plain(line);
    boolean[] mapped = {false};
    Markup.eachInline(line, inline -> mapped[0] |= inline instanceof Inline.Mapping);
    if (!text.isEmpty() && !mapped[0]) {
      found.at(
          span,
          "card line \"" + shortened(text) + "\" maps to no principle.",
          "End it in [·](principle:<principle>)" + nearest.get().hint(text) + ".");
    }
  }

  /** The first words of a text, as messages show it. */
  static String shortened(String text) {
    if (text.length() <= 40) {
      return text;
    }
    int blank = text.lastIndexOf(' ', 40);
    return text.substring(0, blank < 20 ? 40 : blank) + "…";
  }
}
