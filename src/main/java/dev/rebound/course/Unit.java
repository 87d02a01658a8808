package dev.rebound.course;

/**
 * What a learning platform launches and reports on: SCORM's SCO, cmi5's assignable unit.
 *
 * @param id {@code module/agree}, {@code final}; empty where the whole course is one unit
 * @param part the course, or a part as a course of its own: what it does not hold has no address in
 *     it
 */
public record Unit(String id, Course part) {
  /** The page to launch. */
  public String page() {
    return (id.isEmpty() ? "index" : id.replace('/', '-')) + ".html";
  }

  /** Whether it has a result: something is asked in it that counts. */
  public boolean tested() {
    return !part.quizzes().isEmpty();
  }
}
