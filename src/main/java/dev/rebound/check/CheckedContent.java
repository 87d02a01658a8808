package dev.rebound.check;

import dev.rebound.course.Content;

/**
 * Content without errors. Only {@link Checker} makes one: publishing unchecked content does not
 * compile.
 */
public final class CheckedContent {
  private final Content content;

  CheckedContent(Content content) {
    this.content = content;
  }

  public Content content() {
    return content;
  }
}
