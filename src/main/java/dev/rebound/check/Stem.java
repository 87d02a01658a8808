package dev.rebound.check;

import java.util.regex.Pattern;

/** What a stem asks, apart from the story it tells and the people it quotes. */
public final class Stem {
  private static final Pattern ENDS_SAYING =
      Pattern.compile("([\"“][^\"”]*[.!?][\"”])(?=\\s+\\p{Lu})");
  private static final Pattern SAID = Pattern.compile("[\"“][^\"”]*[\"”]");

  private Stem() {}

  /**
   * The part that puts the task: the last sentence with a question mark, or else the last sentence.
   *
   * @return empty where nothing stands outside of quotation marks
   */
  public static String task(String stem) {
    String told = told(stem);
    String last = "";
    int end = told.length();
    for (int i = end - 1; i >= 0; i--) {
      boolean begins = i == 0 || (isBlank(told.charAt(i)) && isStop(told.charAt(i - 1)));
      if (begins && saysSomething(told, i, end)) {
        String sentence = told.substring(i, end).strip();
        if (sentence.endsWith("?")) {
          return sentence;
        }
        last = last.isEmpty() ? sentence : last;
      }
      end = begins ? i : end;
    }
    return last;
  }

  public static boolean asks(String stem) {
    return task(stem).endsWith("?");
  }

  /** Whether it stops in the middle of a sentence, which the options finish. */
  public static boolean isUnfinished(String stem) {
    int end = stem.length();
    while (end > 0 && "\"'”’)".indexOf(stem.charAt(end - 1)) >= 0) {
      end--;
    }
    return !stem.isEmpty() && (end == 0 || !isStop(stem.charAt(end - 1)));
  }

  /** A stem without what somebody says in it. */
  private static String told(String stem) {
    // A quotation that ends a sentence takes the full stop with it: He says, "No." What now?
    return stem.indexOf('"') < 0 && stem.indexOf('“') < 0
        ? stem
        : SAID.matcher(ENDS_SAYING.matcher(stem).replaceAll("…. ")).replaceAll("…");
  }

  private static boolean saysSomething(String told, int start, int end) {
    for (int i = start; i < end; i++) {
      if (Character.isLetterOrDigit(told.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isStop(char c) {
    return c == '.' || c == '!' || c == '?';
  }

  private static boolean isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
