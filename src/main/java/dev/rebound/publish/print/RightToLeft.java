package dev.rebound.publish.print;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Lines that run from right to left: the JDK says where (Unicode Standard Annex 9); Arabic letters
 * take the form that their neighbours ask for; and since the engine sets glyphs from left to right,
 * what runs the other way is turned round.
 *
 * <pre>{@code
 * سلام   →   seen initial, lam medial with alef final, meem isolated
 * }</pre>
 *
 * <p>The forms are Unicode's <em>Arabic Presentation Forms</em>, one character a glyph, which the
 * font must have. In the finished document they are letters again: see {@link PlainLetters}.
 */
final class RightToLeft implements BidiReorderer {
  private static final int LAM = 0x644;

  /**
   * In a ligature's marks: those that follow are the second letter's. Of the signs that the Arabic
   * face has, a mark too, it is the one that can be spared (U+0615, a small high tah).
   */
  static final char PART = '\u0615';

  /** The first of those ligatures that every writer expects. */
  private static final int LAM_WITH_ALEF = 0xFEF5;

  private static final String OPENING = "([{<«‹";
  private static final String CLOSING = ")]}>»›";

  /** Each form, by the letter (or lam and alef) it stands for and the end of its Unicode name. */
  private static final Map<String, Integer> FORMS = forms();

  private static Map<String, Integer> forms() {
    Map<String, Integer> forms = new HashMap<>();
    for (int form = 0xFB50; form <= 0xFEFC; form++) {
      String name = Character.isDefined(form) ? Character.getName(form) : "";
      int last = name.lastIndexOf(' ', name.length() - " FORM".length() - 1);
      String letters = Normalizer.normalize(Character.toString(form), Normalizer.Form.NFKC);
      if (name.endsWith(" FORM") && (letters.length() == 1 || form >= LAM_WITH_ALEF)) {
        forms.put(letters + name.substring(last), form);
      }
    }
    return Map.copyOf(forms);
  }

  private final IntPredicate available;

  /**
   * @param available whether the font has a form; a letter stays as it is where it has not
   */
  RightToLeft(IntPredicate available) {
    this.available = available;
  }

  /** Whether there is anything in a text that runs from right to left. */
  static boolean in(String text) {
    return text.chars().anyMatch(RightToLeft::runsLeft);
  }

  /** Whether a character is one of the ligatures of lam and an alef. */
  static boolean isLamWithAlef(int point) {
    return point >= LAM_WITH_ALEF && point <= 0xFEFC;
  }

  /** Every form of a letter, and the ligatures that it is part of, as {@link #PART} says. */
  static List<String> forms(char letter) {
    List<String> forms = new ArrayList<>();
    FORMS.forEach(
        (name, form) -> {
          int part = name.substring(0, name.indexOf(' ')).indexOf(letter);
          if (part >= 0) {
            forms.add(Character.toString(form) + (part == 0 ? "" : PART));
          }
        });
    return forms;
  }

  /** Hebrew points and Arabic vowel signs. */
  static boolean isPoint(int point) {
    return point >= 0x591
        && point <= 0x8FF
        && Character.getType(point) == Character.NON_SPACING_MARK;
  }

  private static boolean runsLeft(int letter) {
    byte direction = Character.getDirectionality(letter);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  @Override
  public String shapeText(String text) {
    StringBuilder shaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      int before = neighbour(text, i, -1);
      int after = neighbour(text, i, 1);
      boolean joinsBefore = before >= 0 && joins(text.charAt(before), letter);
      if (letter == LAM && after >= 0) {
        int ligature = form("" + letter + text.charAt(after), joinsBefore, false);
        if (ligature != 0) {
          int end = after + 1;
          while (end < text.length() && Clusters.isMark(text.charAt(end))) {
            end++;
          }
          shaped.append((char) ligature).append(text, i + 1, after);
          if (end > after + 1) {
            shaped.append(PART).append(text, after + 1, end);
          }
          i = end - 1;
          continue;
        }
      }
      boolean joinsAfter = after >= 0 && joins(letter, text.charAt(after));
      int form = form(String.valueOf(letter), joinsBefore, joinsAfter);
      shaped.append(form == 0 ? letter : (char) form);
    }
    return shaped.toString();
  }

  private int form(String letters, boolean joinsBefore, boolean joinsAfter) {
    String kind =
        joinsBefore
            ? (joinsAfter ? " MEDIAL FORM" : " FINAL FORM")
            : (joinsAfter ? " INITIAL FORM" : " ISOLATED FORM");
    int form = FORMS.getOrDefault(letters + kind, 0);
    return available.test(form) ? form : 0;
  }

  /** Whether one letter reaches over to the next; the stretching stroke does to both sides. */
  private static boolean joins(char letter, char next) {
    return (letter == '\u0640' || FORMS.containsKey(letter + " INITIAL FORM"))
        && (next == '\u0640' || FORMS.containsKey(next + " FINAL FORM"));
  }

  /** The next character that is no mark above or below another; -1 at the end. */
  private static int neighbour(String text, int at, int step) {
    int i = at + step;
    while (i >= 0 && i < text.length() && Clusters.isMark(text.charAt(i))) {
      i += step;
    }
    return i < text.length() ? i : -1;
  }

  @Override
  public String deshapeText(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  @Override
  public String reorderRTLTextToLTR(String text) {
    StringBuilder reversed = new StringBuilder(text).reverse();
    for (int i = 0; i < reversed.length(); i++) {
      int opening = OPENING.indexOf(reversed.charAt(i));
      int closing = CLOSING.indexOf(reversed.charAt(i));
      if (opening >= 0) {
        reversed.setCharAt(i, CLOSING.charAt(opening));
      } else if (closing >= 0) {
        reversed.setCharAt(i, OPENING.charAt(closing));
      }
    }
    return reversed.toString();
  }

  @Override
  public boolean isLiveImplementation() {
    return true;
  }

  /** Where a paragraph changes its direction. */
  static final class Splitter implements BidiSplitter {
    private Bidi bidi = new Bidi("", Bidi.DIRECTION_LEFT_TO_RIGHT);

    @Override
    public void setParagraph(String paragraph, byte direction) {
      bidi =
          new Bidi(
              paragraph,
              direction == RTL ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
    }

    @Override
    public int countTextRuns() {
      return bidi.getRunCount();
    }

    @Override
    public BidiTextRun getVisualRun(int run) {
      int start = bidi.getRunStart(run);
      return new BidiTextRun(
          start, bidi.getRunLimit(run) - start, bidi.getRunLevel(run) % 2 == 0 ? LTR : RTL);
    }

    @Override
    public byte getBaseDirection(String paragraph) {
      Bidi whole = new Bidi(paragraph, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
      return whole.baseIsLeftToRight() ? LTR : RTL;
    }
  }
}
