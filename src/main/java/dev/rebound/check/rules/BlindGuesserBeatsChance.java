package dev.rebound.check.rules;

import dev.rebound.check.BlindGuesser;
import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.GuesserScore;
import dev.rebound.check.Report;
import dev.rebound.check.Rule;
import dev.rebound.check.WordingGuesser;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.source.Severity;
import dev.rebound.source.SourceSpan;
import java.util.List;
import java.util.stream.Collectors;

/** Someone who has not seen the course does no better in its questions than chance. */
public final class BlindGuesserBeatsChance implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(CheckContext context, Findings found) {
    Content content = context.content();
    for (Course course : content.courses()) {
      if (isPartlyRead(content, course)) {
        continue;
      }
      List<GuesserScore> banks = BlindGuesser.banks(course, context);
      boolean beaten = false;
      for (GuesserScore score : banks) {
        if (score.beatsChance()) {
          SourceSpan first = score.gained().get(0).question().id().span();
          report(score, "this quiz", first, found);
          beaten = true;
        }
      }
      // What is too little to tell in one quiz may add up; where it is not, it is said there.
      GuesserScore whole = BlindGuesser.whole(course, banks);
      if (!banks.isEmpty()) {
        found.figure(whole.figure());
      }
      WordingGuesser.Score wordings = WordingGuesser.of(course, context);
      if (!wordings.score().guesses().isEmpty()) {
        found.wording(
            new Report.Wording(wordings.score().figure(), wordings.words(), wordings.items()));
      }
      if (wordings.score().beatsChance()) {
        report(wordings, course.id().span(), found);
      }
      if (!beaten && whole.beatsChance()) {
        report(whole, "this course", course.id().span(), found);
      }
    }
  }

  /** What the guesser learns in one quiz shows in the next: of a part it would tell tales. */
  private static boolean isPartlyRead(Content content, Course course) {
    return content.problems().stream()
        .map(problem -> problem.span().file())
        .anyMatch(
            file ->
                file.equals(course.folder() + "/course.yaml")
                    || file.startsWith(course.folder() + "/quizzes/"));
  }

  private static void report(GuesserScore score, String where, SourceSpan span, Findings found) {
    GuesserScore.Figure figure = score.figure();
    found.at(
        span,
        "a guesser who has not seen the course gets "
            + figure.text()
            + " in "
            + where
            + "; by chance that happens with p = "
            + ChoiceRule.chance(score.probability())
            + ".",
        "What gives the right option away: "
            + score.gained().stream()
                .map(BlindGuesserBeatsChance::reasons)
                .collect(Collectors.joining("; "))
            + ". Give wrong options the same marks, or take them off the right one.");
  }

  private static void report(WordingGuesser.Score wordings, SourceSpan span, Findings found) {
    found.at(
        span,
        "somebody who knows the wordings of the other quizzes gets "
            + wordings.score().figure().text()
            + " in this course; by chance that happens with p = "
            + ChoiceRule.chance(wordings.score().probability())
            + ".",
        "What tells: "
            + String.join(", ", wordings.words())
            + "; surest in "
            + String.join(", ", wordings.items())
            + ". Right options are worded in a way of their own: let wrong ones be as kind, as careful and as concrete.");
  }

  private static String reasons(GuesserScore.Guess guess) {
    return guess.question().key() + " (" + String.join(", ", guess.reasons()) + ")";
  }
}
