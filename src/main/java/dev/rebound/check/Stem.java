package dev.rebound.check;

import java.util.ArrayList;
import java.util.List;
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
    List<String> sentences = sentences(stem);
    for (int i = sentences.size() - 1; i >= 0; i--) {
      if (sentences.get(i).endsWith("?")) {
        return sentences.get(i);
      }
    }
    return sentences.isEmpty() ? "" : sentences.get(sentences.size() - 1);
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

  /** The sentences, with their marks; what somebody says in them is left out. */
  public static List<String> sentences(String stem) {
    if (stem.indexOf('"') < 0 && stem.indexOf('“') < 0) {
      return split(stem);
    }
    // A quotation that ends a sentence takes the full stop with it: He says, "No." What now?
    String told = SAID.matcher(ENDS_SAYING.matcher(stem).replaceAll("…. ")).replaceAll("…");
    return split(told);
  }

  private static List<String> split(String told) {
    List<String> sentences = new ArrayList<>();
    int start = 0;
    for (int i = 1; i < told.length(); i++) {
      if (isBlank(told.charAt(i)) && isStop(told.charAt(i - 1))) {
        add(told.substring(start, i), sentences);
        start = i;
      }
    }
    add(told.substring(start), sentences);
    return sentences;
  }

  private static void add(String sentence, List<String> sentences) {
    for (int i = 0; i < sentence.length(); i++) {
      if (Character.isLetterOrDigit(sentence.charAt(i))) {
        sentences.add(sentence.strip());
        return;
      }
    }
  }

  private static boolean isStop(char c) {
    return c == '.' || c == '!' || c == '?';
  }

  private static boolean isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
