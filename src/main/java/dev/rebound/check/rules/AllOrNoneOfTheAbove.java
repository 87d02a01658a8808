package dev.rebound.check.rules;

import dev.rebound.check.Findings;
import dev.rebound.course.Answer;
import dev.rebound.course.Question;
import dev.rebound.source.Words;
import java.util.regex.Pattern;

/** No option is about the other options: all of the above, none of these, both A and B. */
public final class AllOrNoneOfTheAbove extends ChoiceRule {
  private static final Pattern ABOUT_OPTIONS =
      Pattern.compile(
          "(all|none|any|both|neither|two|three|most|some)( of)?( the)?"
              + " (above|below|these|those|following|them"
              + "|((other|above|previous) )?(options|answers|choices|ones))"
              + "|(all|none|both|neither)( of (them|these|the above))?"
              + " (is|are) (right|correct|true|wrong|false)"
              + "|(both |neither |either )?[a-f] (and|or|nor|&) [a-f]( only)?");

  @Override
  boolean readsEnglish() {
    return true;
  }

  @Override
  void question(Question question, Findings found) {
    for (Answer answer : question.answers()) {
      if (isAboutOptions(answer)) {
        found.at(
            answer.span(),
            "option " + quoted(plain(answer)) + " is about the other options.",
            "Say something that can be right by itself, or use `select: several`.");
      }
    }
  }

  static boolean isAboutOptions(Answer answer) {
    return ABOUT_OPTIONS.matcher(String.join(" ", Words.texts(plain(answer)))).matches();
  }
}
