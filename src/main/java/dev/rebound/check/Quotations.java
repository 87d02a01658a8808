package dev.rebound.check;

import java.util.ArrayList;
import java.util.List;

/** A text cut into sentences, each with what stands in it between quotation marks. */
public final class Quotations {
  private static final String OPENING = "“„«\"";
  private static final String CLOSING = "”“»\"";

  private Quotations() {}

  /**
   * One sentence.
   *
   * @param told what stands outside of the marks
   * @param quoted each run between marks
   */
  public record Sentence(String told, List<Quoted> quoted) {}

  /**
   * Words between marks.
   *
   * @param start of them in the text
   */
  public record Quoted(String text, int start) {}

  /**
   * The sentences of a text; a stop between marks ends none unless a new one begins behind them.
   */
  public static List<Sentence> sentences(String text) {
    List<Sentence> sentences = new ArrayList<>();
    StringBuilder told = new StringBuilder();
    List<Quoted> quoted = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int mark = OPENING.indexOf(c);
      int end = mark < 0 ? -1 : text.indexOf(CLOSING.charAt(mark), i + 1);
      boolean ends;
      if (end > i) {
        quoted.add(new Quoted(text.substring(i + 1, end), i + 1));
        told.append(" … ");
        ends = isStop(text.charAt(end - 1));
        i = end + 1;
      } else {
        told.append(c);
        ends = isStop(c);
        i++;
      }
      if (ends && begins(text, i)) {
        sentences.add(new Sentence(told.toString(), List.copyOf(quoted)));
        told.setLength(0);
        quoted.clear();
      }
    }
    sentences.add(new Sentence(told.toString(), List.copyOf(quoted)));
    return sentences;
  }

  private static boolean isStop(char c) {
    return c == '.' || c == '!' || c == '?' || c == '…';
  }

  /** Whether a sentence begins here: behind a blank, with a capital, a digit or a mark. */
  private static boolean begins(String text, int at) {
    int next = at;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return next > at && next < text.length() && !Character.isLowerCase(text.charAt(next));
  }
}
