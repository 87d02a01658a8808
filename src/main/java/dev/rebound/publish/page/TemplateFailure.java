package dev.rebound.publish.page;

import dev.rebound.publish.PublishFailure;

/**
 * A template that cannot be read or does not fit its data: where, and why. No page is published.
 */
public final class TemplateFailure extends PublishFailure {
  private static final long serialVersionUID = 1L;

  private final String place;

  /**
   * @param place {@code templates/site/lesson.ftlh:12:3}, or without numbers when it is the whole
   *     file
   */
  TemplateFailure(String place, String message, Throwable cause) {
    super(place + ": " + message, cause);
    this.place = place;
  }

  /** Where in the templates it failed. */
  public String place() {
    return place;
  }
}
