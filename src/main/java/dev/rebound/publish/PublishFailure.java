package dev.rebound.publish;

/**
 * Checked content that an output cannot show as it is: a template that fails, a text that does not
 * fit its card. The message says where and what; nothing is published.
 */
public abstract class PublishFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  protected PublishFailure(String message) {
    super(message);
  }

  protected PublishFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
