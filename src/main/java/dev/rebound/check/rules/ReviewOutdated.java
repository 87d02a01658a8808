package dev.rebound.check.rules;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.FirmRule;
import dev.rebound.check.ReviewLock;
import dev.rebound.check.Revision;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.Review;
import dev.rebound.source.Nearest;
import dev.rebound.source.Severity;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A reviewed question still says what the reviewer saw, and so do its principles and excerpts. */
public final class ReviewOutdated implements FirmRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(CheckContext context, Findings found) {
    Content content = context.content();
    if (content.reviews().isEmpty()) {
      return;
    }
    Map<String, Question> questions = new LinkedHashMap<>();
    Set<String> drafts = new HashSet<>();
    for (Course course : content.courses()) {
      for (QuestionBank bank : course.bankFiles()) {
        bank.questions().forEach(q -> questions.putIfAbsent(ReviewLock.key(course, q), q));
      }
      for (QuestionBank bank : course.draftFiles()) {
        bank.questions().forEach(q -> drafts.add(ReviewLock.key(course, q)));
      }
    }
    for (Review review : content.reviews()) {
      String key = review.question().value();
      Question question = questions.get(key);
      if (question != null) {
        outdated(review, question, content, found);
      } else if (!drafts.contains(key)
          && !UnreadableFiles.folder(content, "quizzes")
          && !UnreadableFiles.folder(content, "courses")) {
        found.at(
            review.question().span(),
            "there is no question \"" + key + "\" any more.",
            Nearest.hint(key, questions.keySet())
                + " The next `rebound review --approve` takes the line out.");
      }
    }
  }

  private static void outdated(Review review, Question question, Content content, Findings found) {
    if (content.settings().reviewed()) {
      // NotReviewed counts them, a bank at a time.
      return;
    }
    if (UnreadableFiles.folder(content, "principles")
        || UnreadableFiles.folder(content, "sources")) {
      return;
    }
    List<String> changed = Revision.changedSince(review, question, content);
    if (!changed.isEmpty()) {
      found.at(
          question.id().span(),
          "question \""
              + question.id().value()
              + "\" has changed since it was reviewed ("
              + review.reviewed()
              + "): "
              + Revision.words(changed)
              + ".",
          "Let it be read again, then: rebound review --approve " + question.key());
    }
  }
}
