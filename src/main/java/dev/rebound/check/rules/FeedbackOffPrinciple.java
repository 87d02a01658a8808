package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.check.WordStatistics;
import dev.rebound.check.scorer.PrincipleFits;
import dev.rebound.check.scorer.PrincipleScorer;
import dev.rebound.check.scorer.Wording;
import dev.rebound.course.Course;
import dev.rebound.source.Located;
import dev.rebound.source.Severity;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An answer's feedback speaks of the principle that the answer names, and not of another. It finds
 * the mistake that no look-up can: a mapping to a principle that exists and is the wrong one.
 */
public final class FeedbackOffPrinciple implements Rule {
  /** Whoever fits the named principle better than this is not asked about others. */
  private static final double HARDLY = .5;

  /**
   * So many times as likely must another principle be. How likely the named one is by itself says
   * nothing: of a thousand principles each is unlikely.
   */
  private static final double FAR_LIKELIER = 60;

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(CheckContext context, Findings found) {
    for (Course course : context.content().courses()) {
      // What "hardly" and "far likelier" mean was measured on English only.
      if (WordStatistics.isEnglish(course.language())) {
        PrincipleScorer scorer = PrincipleScorer.of(context);
        Stream.concat(course.bankFiles().stream(), course.scenarioFiles().stream())
            .parallel()
            .flatMap(thing -> PrincipleScorer.answers(thing, context).stream())
            .filter(answer -> isOff(answer, scorer))
            .toList()
            .forEach(answer -> report(answer, scorer.of(answer), found));
      }
    }
  }

  /** Whether an answer's words are about another principle than the one it names. */
  public static boolean isOff(Wording answer, PrincipleScorer scorer) {
    return answer.principle().filter(it -> isOff(answer, it.value(), scorer)).isPresent();
  }

  /** The same if it named this principle. */
  public static boolean isOff(Wording answer, String named, PrincipleScorer scorer) {
    return answer.explained()
        && scorer.doubts(answer, named, HARDLY)
        && scorer.of(answer).odds(named) > FAR_LIKELIER;
  }

  private static void report(Wording answer, PrincipleFits fits, Findings found) {
    Located<String> named = answer.principle().orElseThrow();
    List<PrincipleFits.Fit> best =
        fits.best(4).stream()
            .filter(fit -> !fit.principle().equals(named.value()))
            .limit(3)
            .toList();
    List<String> words =
        best.isEmpty() ? List.of() : fits.words(best.get(0).principle(), named.value(), 4);
    found.at(
        named.span(),
        "the feedback of "
            + answer.noun()
            + " "
            + ChoiceRule.quoted(answer.text())
            + " speaks of another principle than \""
            + named.value()
            + "\".",
        (best.isEmpty() ? "By its words it fits none that stands out" : "By its words it fits: ")
            + best.stream().map(FeedbackOffPrinciple::share).collect(Collectors.joining(", "))
            + (words.isEmpty()
                ? ""
                : "; what says so: "
                    + words.stream().map(ChoiceRule::quoted).collect(Collectors.joining(", ")))
            + ". Name the one you mean, or give this answer the feedback that belongs to \""
            + named.value()
            + "\".");
  }

  /** {@code no-fact-fight (92 %)} */
  private static String share(PrincipleFits.Fit fit) {
    return fit.principle() + " (" + Math.round(100 * fit.confidence()) + " %)";
  }
}
