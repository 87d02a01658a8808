package dev.rebound.check.update;

/** What a learner who is under way notices of a change, the hardest first. */
public enum Effect {
  /** The platform or the player finds nothing of the former record. */
  STARTS_ANEW("starts anew"),
  /** An answer, a visit or a conversation must be given again. */
  ASKED_AGAIN("asked again"),
  /** What was done stays, and may count for more or less than before. */
  SCORE_MAY_CHANGE("score may change"),
  /** There is more or less to do; what was done stays. */
  MORE_OR_LESS("more or less to do"),
  /** Nothing of it is noticed. */
  KEPT("kept");

  private final String words;

  Effect(String words) {
    this.words = words;
  }

  /** As users read it. */
  public String words() {
    return words;
  }
}
