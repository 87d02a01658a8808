package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.course.Course;
import dev.rebound.course.Interaction;
import dev.rebound.course.Question;

/** A response fits what SCORM 1.2 records of it: single characters, 255 in all. */
public final class ResponsePatternTooLong implements Rule {
  /** RTE 3.4.7, CMIFeedback: a choice is one of 0 to 9 and a to z. */
  private static final int CHARACTERS = 36;

  private static final int LONGEST = 255;

  @Override
  public void check(CheckContext context, Findings found) {
    for (Course course : context.content().courses()) {
      course.questions().forEach(question -> question(question, found));
    }
  }

  private static void question(Question question, Findings found) {
    Interaction interaction = question.interaction();
    int most = Math.max(interaction.choices().size(), interaction.targets().size());
    if (most > CHARACTERS) {
      found.at(
          question.id().span(),
          "question \""
              + question.id()
              + "\" has "
              + most
              + " answers; platforms tell "
              + CHARACTERS
              + " apart.",
          "Ask it as two questions.");
    }
    for (Interaction.Typed typed : interaction.typed()) {
      if (typed instanceof Interaction.TypedText text && text.text().length() > LONGEST) {
        found.at(
            question.id().span(),
            "question \""
                + question.id()
                + "\" accepts a text of "
                + text.text().length()
                + " characters; platforms record "
                + LONGEST
                + ".",
            "Ask for a shorter text, or make it a `long-answer`.");
      }
    }
  }
}
