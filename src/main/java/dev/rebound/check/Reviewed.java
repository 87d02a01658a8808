package dev.rebound.check;

import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Question;
import dev.rebound.course.Review;
import java.util.List;
import java.util.Optional;

/**
 * How a question stands to its review.
 *
 * @param date of its review; empty when there is none
 * @param changed the parts that changed since
 */
public record Reviewed(State state, String date, List<String> changed) {
  public enum State {
    NEVER,
    OUTDATED,
    CURRENT
  }

  public static Reviewed of(Course course, Question question, Content content) {
    Optional<Review> review = content.review(ReviewLock.key(course, question));
    if (review.isEmpty()) {
      return new Reviewed(State.NEVER, "", List.of());
    }
    List<String> changed = Revision.changedSince(review.get(), question, content);
    return new Reviewed(
        changed.isEmpty() ? State.CURRENT : State.OUTDATED, review.get().reviewed(), changed);
  }
}
