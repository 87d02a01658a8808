package dev.rebound.publish.page;

import dev.rebound.course.Question;

/**
 * The ids of what stands on a page. Each has an underscore, which neither an author's id nor a
 * heading's has, so that no two things on a page are called the same.
 *
 * <pre>{@code
 * p_agree-with-value       a principle where it is taught, or cited
 * e_kowalski_own-it        an excerpt on the page of sources
 * d_lost-parcel            a dialogue
 * w_brew                   what a word means, in a lesson
 * q_agree_first            a question in its quiz
 * practice_agree_first     the same in a lesson
 * }</pre>
 */
public final class PageIds {
  private PageIds() {}

  public static String principle(String id) {
    return "p_" + id;
  }

  /**
   * @param key {@code source/excerpt}
   */
  public static String excerpt(String key) {
    return "e_" + key.replace('/', '_');
  }

  public static String dialogue(String id) {
    return "d_" + id;
  }

  static String term(String id) {
    return "w_" + id;
  }

  static String question(Question question) {
    return "q_" + question.key().replace('/', '_');
  }

  static String practice(Question question) {
    return "practice_" + question.key().replace('/', '_');
  }
}
