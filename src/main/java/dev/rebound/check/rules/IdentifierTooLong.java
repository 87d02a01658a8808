package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.course.Course;
import dev.rebound.course.Question;
import dev.rebound.course.ScormIds;
import java.util.HashMap;
import java.util.Map;

/** What a platform is told apart by fits its 255 characters, and is one question's alone. */
public final class IdentifierTooLong implements Rule {
  @Override
  public void check(CheckContext context, Findings found) {
    for (Course course : context.content().courses()) {
      Map<String, Question> known = new HashMap<>();
      course.questions().forEach(question -> question(question, known, found));
    }
  }

  private static void question(Question question, Map<String, Question> known, Findings found) {
    String id = ScormIds.interaction(question);
    if (id.length() > ScormIds.LONGEST) {
      found.at(
          question.id().span(),
          "question \""
              + question.id()
              + "\" is known to platforms by an identifier of "
              + id.length()
              + " characters; SCORM takes "
              + ScormIds.LONGEST
              + ".",
          "Shorten the id of the question, of its bank, or of the principle it is about.");
    }
    Question other = known.putIfAbsent(id, question);
    if (other != null && !other.key().equals(question.key())) {
      found.at(
          question.id().span(),
          "question \""
              + question.key()
              + "\" and question \""
              + other.key()
              + "\" are both \""
              + id
              + "\" to platforms.",
          "Change one id: platforms know no difference between - and _ and /.");
    }
  }
}
