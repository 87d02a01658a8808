package dev.rebound.publish;

import dev.rebound.course.Course;
import dev.rebound.course.QuestionBank;

/**
 * A file a publisher offers to people, so that pages can link to what this build makes and to
 * nothing else.
 *
 * @param course the course it belongs to
 * @param path from the output folder; one of the publisher's artefacts
 * @param kind {@code cards} or {@code package}: pages say the rest in their own language
 * @param variant what tells it from its siblings: {@code a4}, {@code scorm12}
 */
public record Download(String course, String path, String kind, String variant) {
  /** What lies here is not for the web: it holds the key of graded quizzes. */
  private static final String PRIVATE = "private/";

  /**
   * Where a course's package for a learning platform lies: beside its other downloads, or, when a
   * graded quiz is in it, in a folder of its own that no page links to.
   */
  public static String packagePath(Course course, String variant) {
    String id = course.id().value();
    String folder =
        course.banksInOrder().stream().anyMatch(QuestionBank::graded)
            ? PRIVATE
            : id + "/downloads/";
    return folder + id + "-" + variant + ".zip";
  }

  /** Whether pages may offer it to everyone. */
  public boolean forEveryone() {
    return !path.startsWith(PRIVATE);
  }
}
