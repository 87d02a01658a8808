package dev.rebound.course;

/**
 * The identifiers a SCORM platform is told, as {@code src/main/player/keepers/scorm.js} derives
 * them: no hyphen, at most 255 characters.
 */
public final class ScormIds {
  /** SCORM 1.2 RTE 3.4.4, CMIIdentifier. */
  public static final int LONGEST = 255;

  private ScormIds() {}

  /** {@code agree-with-value} is {@code agree_with_value}. */
  public static String of(String id) {
    StringBuilder of = new StringBuilder(id.length());
    int point;
    for (int i = 0; i < id.length(); i += Character.charCount(point)) {
      point = id.codePointAt(i);
      boolean taken =
          (point >= 'a' && point <= 'z')
              || (point >= 'A' && point <= 'Z')
              || (point >= '0' && point <= '9');
      of.append(taken ? (char) point : '_');
    }
    return of.toString();
  }

  /**
   * An interaction is read by its id: {@code agree_slow_service_agree_with_value} is bank, question
   * and the first principle it is about.
   */
  public static String interaction(Question question) {
    String own = question.bank() + "_" + question.id();
    return of(
        question
            .tested()
            .findFirst()
            .or(question::about)
            .map(principle -> own + "_" + principle)
            .orElse(own));
  }
}
