package dev.rebound.check;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a feedback says outright that the answer was right, or that it was wrong; in English. */
public enum Verdict {
  YES(
      "yes|yep|very (?:good|well|true)|right|correct|exactly(?: right| so)?|precisely|indeed|true|agreed|well (?:done|chosen|spotted)"
          + "|good(?: (?:choice|answer|call|pick|work|job|thinking))?|great(?: (?:choice|answer|job|work))?"
          + "|nice(?: (?:one|work|job))?|perfect|excellent(?: choice| answer)?|brilliant|spot on|bravo|quite right"
          + "|absolutely(?: right)?|(?:that|this)(?:'s| is) (?:it|right|correct|true)|you(?:'re| are) right"
          + "|you got it|right answer|correct answer",
      "(?:this|that|it|here) (?:is|was) (?:exactly )?(?:the |a )?(?:right|correct|best|ideal|perfect)"
          + " (?:answer|choice|option|reply|response|sentence|one)\\b"
          + "|(?:^|[.!?:] )(?:this|that|the)(?: answer| choice| option| reply)? (?:is|was)"
          + " (?:exactly )?(?:right|correct)[.!]"
          + "|\\b(?:the|a) (?:right|correct|best) (?:answer|choice|option)[.!]"
          + "|you (?:chose|picked|answered|decided|did) (?:well|right|rightly|correctly|the right|the best)\\b"
          + "|\\byou(?:'re| are) (?:right|correct)[.!]",
      List.of("right", "correct", "best", "ideal", "perfect", "well")),
  NO(
      "no|nope|wrong|incorrect|false|not (?:the |a )?(?:right|best|good|correct) (?:answer|choice|option|reply|one)|not (?:quite|really|right|correct|true|so|this(?: one)?)|never|unfortunately(?: not)?"
          + "|sorry|mistake|bad choice|wrong (?:answer|choice)|(?:that|this)(?:'s| is) (?:wrong|incorrect|not (?:it|right|correct|true))"
          + "|you(?:'re| are) wrong|try again",
      "(?:this|that|it|here) (?:is|was) (?:the |a )?(?:wrong|incorrect|poor|bad|worst)"
          + " (?:answer|choice|option|reply|response|sentence|one)\\b"
          + "|(?:^|[.!?:,] |\\bso )(?:this|that|the)(?: answer| choice| option| reply)? (?:is|was)"
          + " (?:wrong|incorrect|a mistake|not (?:right|correct))[.!]"
          + "|(?:isn't|is not|wasn't) (?:the |a )(?:right|correct|best|good) (?:answer|choice|option|reply)"
          + "|\\b(?:the|a) (?:wrong|incorrect|poor) (?:answer|choice|option)[.!]"
          + "|you (?:chose|picked|answered|decided) (?:badly|wrong|wrongly|poorly|the wrong)\\b",
      List.of("wrong", "correct", "poor", "bad", "worst", "mistake", "right", "best", "good"));

  /** Words that agree with a "yes" or a "no" of the answer itself, whichever is right. */
  private static final Pattern ECHO =
      Pattern.compile("(?:yes|yep|no|nope|true|false|never|indeed|agreed|not so|not true)\\b.*");

  /** What is granted first and taken back. */
  private static final Pattern TAKEN_BACK =
      Pattern.compile(
          "[\\s\\p{P}]*(?:but|yet|still|though|however|except|only|and|in|for|as|if)\\b.*");

  /** In characters: "True, perhaps." is no more than "True." */
  private static final int HEDGE = 16;

  private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?…])\\s+");

  private final Pattern opening;
  private final Pattern within;

  /** One of these stands wherever {@link #within} is found: to look for them is much faster. */
  @SuppressWarnings("ImmutableEnumChecker") // List.of makes no other.
  private final List<String> signs;

  Verdict(String opening, String within, List<String> signs) {
    this.opening = Pattern.compile("(?:" + opening + ")(?=\\s*(?:[.!:;,–—]|\\s-\\s|$))");
    this.within = Pattern.compile(within);
    this.signs = signs;
  }

  /**
   * Whether a feedback says so.
   *
   * @param echoes whether the answer itself is a yes or a no, which a feedback may take up
   */
  public boolean isIn(String feedback, boolean echoes) {
    String text = feedback.toLowerCase(Locale.ROOT).replace('’', '\'').strip();
    if (signs.stream().anyMatch(text::contains) && saidWithin(text)) {
      return true;
    }
    List<String> sentences = List.of(SENTENCES.split(text));
    for (int i = 0; i < sentences.size(); i++) {
      var start = opening.matcher(sentences.get(i));
      // Inside a longer text "No." is often what somebody says.
      if ((i == 0 || i == sentences.size() - 1) && start.lookingAt()) {
        String rest = sentences.get(i).substring(start.end());
        String next = i + 1 == sentences.size() ? "" : sentences.get(i + 1);
        boolean echo = echoes && ECHO.matcher(start.group()).matches();
        if (!echo
            && !TAKEN_BACK.matcher(rest).matches()
            && !(rest.length() < HEDGE && TAKEN_BACK.matcher(next).matches())) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean saidWithin(String text) {
    var said = within.matcher(text);
    while (said.find()) {
      String before = text.substring(Math.max(0, said.start() - 24), said.start());
      if (!before.matches(
          ".*\\b(?:not|never|hardly|if|whether|think|thinks|says?|sounds?)\\b[^.!?]*")) {
        return true;
      }
    }
    return false;
  }
}
