package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.NearestByWords;
import dev.rebound.check.Rule;
import dev.rebound.check.WordStatistics;
import dev.rebound.course.Answer;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.source.Located;
import dev.rebound.source.Severity;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;

/**
 * An answer's feedback speaks of the principle that the answer names, and not of another. It finds
 * the mistake that no look-up can: a mapping to a principle that exists and is the wrong one.
 */
public final class FeedbackOffPrinciple implements Rule {
  /** The fit that a word in one principle of twenty comes to: below it, nothing fits clearly. */
  private static final double CLEAR = 3;

  /** Of the best fit, what the named principle may fall to. */
  private static final double HARDLY = .4;

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(CheckContext context, Findings found) {
    Content content = context.content();
    NearestByWords nearest = context.nearest();
    for (Course course : content.courses()) {
      // What "clear" and "hardly" mean was measured on English only.
      if (WordStatistics.isEnglish(course.language())) {
        for (QuestionBank bank : course.bankFiles()) {
          context.keptFindings(
              this, bank, nearest, found, own -> bank(bank, content, nearest, own));
        }
      }
    }
  }

  private static void bank(
      QuestionBank bank, Content content, NearestByWords nearest, Findings found) {
    for (Question question : bank.questions()) {
      for (Answer answer : question.answers()) {
        answer(answer, content, nearest, found);
      }
    }
  }

  private static void answer(
      Answer answer, Content content, NearestByWords nearest, Findings found) {
    Optional<Located<String>> named = answer.principle();
    if (named.isEmpty()
        || answer.feedback().isEmpty()
        || content.principle(named.get().value()).isEmpty()) {
      // Other rules say so.
      return;
    }
    NearestByWords.Fits fits = nearest.of(answer);
    if (fits.atMost() < CLEAR) {
      return;
    }
    String id = named.get().value();
    double own = fits.of(id);
    DoublePredicate better = score -> score - own >= CLEAR && own <= HARDLY * score;
    List<String> fitting = better.test(fits.atMost()) ? fits.best(3, better) : List.<String>of();
    if (!fitting.isEmpty()) {
      found.at(
          named.get().span(),
          "the feedback of "
              + answer.noun()
              + " "
              + ChoiceRule.quoted(answer.text().plain())
              + " speaks of another principle than \""
              + id
              + "\".",
          "By its words it fits: "
              + String.join(", ", fitting)
              + ". Name the one you mean, or say it in "
              + terms(content, id)
              + ".");
    }
  }

  /** The words that its feedback should use. */
  private static String terms(Content content, String id) {
    List<String> terms =
        content.principle(id).orElseThrow().terms().stream().map(Located::value).toList();
    return terms.isEmpty()
        ? "the words of \"" + id + "\""
        : "words of \"" + id + "\": " + String.join(", ", terms);
  }
}
