package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.ChoiceItem;
import dev.rebound.check.Findings;
import dev.rebound.check.GoodOrPoor;
import dev.rebound.check.Rule;
import dev.rebound.check.WordStatistics;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Dialogue;
import dev.rebound.source.Block;
import dev.rebound.source.Inline;
import dev.rebound.source.Markup;
import dev.rebound.source.Severity;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The poor half of a dialogue is not the good one, and what a card or job aid tells to say is not
 * what it tells not to: each sounds like the right or the wrong answers of all that the workspace
 * holds elsewhere.
 */
public final class GoodAndPoorExchanged implements Rule {
  /** Nearer than this to each other, the words do not tell. */
  private static final double MARGIN = .1;

  private static final Pattern GOOD = Pattern.compile("say|write|do|better|good|try|instead");
  private static final Pattern POOR =
      Pattern.compile("(?:instead of|rather than|don't|do not|avoid|never|not|poor|wrong|worse).*");

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public boolean canBeAllowed() {
    return false;
  }

  /** Two bodies of words that are said to be good and poor. */
  private record Sides(SourceSpan at, String what, List<String> good, List<String> poor) {}

  @Override
  public void check(CheckContext context, Findings found) {
    Content content = context.content();
    if (content.courses().stream().anyMatch(it -> !WordStatistics.isEnglish(it.language()))) {
      return;
    }
    List<Sides> all = sides(content);
    if (all.isEmpty()) {
      return;
    }
    GoodOrPoor known = new GoodOrPoor();
    answers(content, known);
    all.forEach(sides -> learn(sides, known, 1));
    if (!known.knowsEnough()) {
      return;
    }
    for (Sides sides : all) {
      learn(sides, known, -1);
      if (known.of(sides.poor()).isBetterThan(known.of(sides.good()), MARGIN)) {
        found.at(
            sides.at(),
            sides.what()
                + " sound exchanged: what is called good is worded like wrong answers, and what is"
                + " called poor like right ones.",
            "Look whether headings or halves have changed places.");
      }
      learn(sides, known, 1);
    }
  }

  private static void learn(Sides sides, GoodOrPoor known, int times) {
    sides.good().forEach(text -> known.learn(text, true, times));
    sides.poor().forEach(text -> known.learn(text, false, times));
  }

  private static void answers(Content content, GoodOrPoor known) {
    content
        .principles()
        .forEach(
            principle -> {
              principle.tryPhrases().forEach(it -> known.learn(it.plain(), true, 1));
              principle.avoid().forEach(it -> known.learn(it.plain(), false, 1));
            });
    for (Course course : content.courses()) {
      course.bankFiles().stream()
          .flatMap(bank -> bank.questions().stream())
          .filter(question -> ChoiceItem.hasOptions(question))
          .flatMap(question -> question.answers().stream())
          .forEach(it -> known.learn(it.text().plain(), it.applies().isPresent(), 1));
      course.scenarioFiles().stream()
          .flatMap(scenario -> scenario.nodes().stream())
          .flatMap(node -> node.replies().stream())
          .forEach(it -> known.learn(it.text().plain(), it.right(), 1));
    }
  }

  private static List<Sides> sides(Content content) {
    List<Sides> all = new ArrayList<>();
    for (Dialogue dialogue : content.dialogues()) {
      if (!dialogue.poor().isEmpty() && !dialogue.good().isEmpty()) {
        all.add(
            new Sides(
                dialogue.good().get(0).span(),
                "the two halves of this dialogue",
                turns(dialogue.good()),
                turns(dialogue.poor())));
      }
    }
    for (Course course : content.courses()) {
      course
          .cardFiles()
          .forEach(
              card -> {
                tables(card.front(), all);
                tables(card.back(), all);
              });
      course.aidFiles().forEach(aid -> tables(aid.body(), all));
    }
    all.removeIf(sides -> sides.good().isEmpty() || sides.poor().isEmpty());
    return all;
  }

  /** What is said in a half and bears on a principle. */
  private static List<String> turns(List<Dialogue.Turn> half) {
    return half.stream()
        .filter(turn -> !turn.turningPoints().isEmpty())
        .map(turn -> Markup.plain(turn.words()))
        .toList();
  }

  private static void tables(List<Block> body, List<Sides> all) {
    Markup.eachBlock(
        body,
        block -> {
          if (block instanceof Block.Table table) {
            int good = column(table, GOOD);
            int poor = column(table, POOR);
            if (good >= 0 && poor >= 0) {
              all.add(
                  new Sides(
                      table.span(),
                      "the columns of this table",
                      cells(table, good),
                      cells(table, poor)));
            }
          }
        });
  }

  private static int column(Block.Table table, Pattern heading) {
    for (int i = 0; i < table.head().size(); i++) {
      String text = Markup.plain(table.head().get(i)).toLowerCase(Locale.ROOT).replace('’', '\'');
      if (heading.matcher(text).matches()) {
        return i;
      }
    }
    return -1;
  }

  private static List<String> cells(Block.Table table, int column) {
    List<String> cells = new ArrayList<>();
    for (List<List<Inline>> row : table.rows()) {
      if (column < row.size()) {
        cells.add(Markup.plain(row.get(column)));
      }
    }
    return cells;
  }
}
