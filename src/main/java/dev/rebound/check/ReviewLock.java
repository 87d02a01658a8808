package dev.rebound.check;

import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.Review;
import dev.rebound.source.Json;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes {@code content/reviews.lock}: one line a question, sorted, so that Git merges it. */
public final class ReviewLock {
  /** Of the files that are written. A review that an older file has keeps its own. */
  private static final int VERSION = 2;

  private ReviewLock() {}

  /**
   * @param approved keys of questions ({@code course/bank/question}) found good as they are now;
   *     the others keep the reviews they have, and those of questions that are gone go
   * @param by who found them good; empty where that is not to be recorded
   */
  public static String of(Content content, Set<String> approved, String by) {
    Map<String, String> lines = new TreeMap<>();
    for (Course course : content.courses()) {
      for (QuestionBank bank : course.bankFiles()) {
        for (Question question : bank.questions()) {
          String key = key(course, question);
          Optional<Review> before = content.review(key);
          if (approved.contains(key)) {
            String edition = content.settings().edition().value();
            lines.put(key, line(key, edition, by, VERSION, Revision.reviewed(question, content)));
          } else if (before.isPresent()) {
            Review kept = before.get();
            lines.put(
                key, line(key, kept.reviewed(), kept.by(), kept.version(), Revision.of(kept)));
          }
        }
      }
    }
    return "# Written by `rebound review --approve`: what a reviewer saw, as digests.\n"
        + "version: "
        + VERSION
        + "\n"
        + (lines.isEmpty() ? "reviews: []\n" : "reviews:\n" + String.join("", lines.values()));
  }

  /** {@code course/bank/question} */
  public static String key(Course course, Question question) {
    return course.id().value() + "/" + question.key();
  }

  private static String line(String key, String date, String by, int version, Revision saw) {
    return "  - { question: "
        + key
        + ", reviewed: \""
        + date
        + "\", "
        + (by.isEmpty() ? "" : "by: " + Json.write(by) + ", ")
        + (version == VERSION ? "" : "version: " + version + ", ")
        + "saw: ["
        + saw.parts().entrySet().stream()
            .map(part -> "\"" + part.getKey() + " " + part.getValue() + "\"")
            .collect(Collectors.joining(", "))
        + "] }\n";
  }
}
