package dev.rebound.serve;

/** Why a request is not answered. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String says;

  Refusal(int status, String says) {
    super(says);
    this.status = status;
    this.says = says;
  }

  int status() {
    return status;
  }

  String says() {
    return says;
  }
}
