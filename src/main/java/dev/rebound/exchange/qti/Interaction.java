package dev.rebound.exchange.qti;

import java.util.List;

/**
 * One thing to do in an item.
 *
 * @param prompt HTML
 * @param body HTML with a mark for each choice that stands in the text, or each gap; else empty
 * @param several whether more than one choice may be picked
 * @param targets what choices are put to: the right sides, the gaps
 */
record Interaction(
    Kind kind,
    String response,
    String prompt,
    String body,
    boolean several,
    boolean shuffled,
    List<Choice> choices,
    List<Choice> targets) {
  enum Kind {
    CHOICE,
    ORDER,
    MATCH,
    ASSOCIATE,
    /** Words to choose from for a gap in a text. */
    INLINE,
    GAPS,
    TEXT,
    NUMBER,
    ESSAY,
    HOT_TEXT
  }

  /** Something to pick, or to put something to. */
  record Choice(String id, String html) {}

  /** The mark of the nth thing in a text. */
  static String mark(int n) {
    return "\uE000" + n + "\uE001";
  }

  /** Anything that marks stand between. */
  static final String MARK = "\uE000(\\d{1,5})\uE001";

  Interaction(Kind kind, String response, String prompt) {
    this(kind, response, prompt, "", false, false, List.of(), List.of());
  }
}
