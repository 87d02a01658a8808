package dev.rebound.publish.print.scripts;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.bidi.support.ICUBreakers;
import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The directions and the letters of a page. Latin, Greek and Cyrillic are set as they are; Hebrew
 * and Arabic as the engine's own module does it, with ICU.
 */
public final class Scripts {
  private Scripts() {}

  /** Whether there is anything in a text that runs from right to left. */
  public static boolean runLeft(String text) {
    return text.chars().anyMatch(Scripts::runsLeft);
  }

  private static boolean runsLeft(int letter) {
    byte direction = Character.getDirectionality(letter);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  /** Whether a character stands over or under the letter before it. */
  public static boolean isMark(int point) {
    return Character.getType(point) == Character.NON_SPACING_MARK
        || Character.getType(point) == Character.ENCLOSING_MARK;
  }

  /** Marks of Thai and Lao, whose fonts set them right without being told on which letter. */
  public static boolean isPlacedByFont(int mark) {
    Character.UnicodeScript script = Character.UnicodeScript.of(mark);
    return script == Character.UnicodeScript.THAI || script == Character.UnicodeScript.LAO;
  }

  /** A text in pieces, each a character with the marks that follow it. */
  public static List<String> clusters(String text) {
    List<String> clusters = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < text.length(); ) {
      int next = at + Character.charCount(text.codePointAt(at));
      if (next == text.length() || !isMark(text.codePointAt(next))) {
        clusters.add(text.substring(from, next));
        from = next;
      }
      at = next;
    }
    return clusters;
  }

  /** Letters and their marks as one character, where Unicode has one: others cannot be set. */
  public static String composed(String text) {
    return Normalizer.isNormalized(text, Normalizer.Form.NFC)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /**
   * Tells the engine how this page's lines run and break.
   *
   * @param mirrored whether the page itself runs from right to left
   * @param available whether the face has a letter's form: a letter stays as it is where it has not
   */
  public static void set(
      PdfRendererBuilder builder, String page, boolean mirrored, IntPredicate available) {
    builder.useUnicodeLineBreaker(new ICUBreakers.ICULineBreaker(Locale.ROOT));
    if (mirrored || runLeft(page)) {
      builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
      builder.useUnicodeBidiReorderer(new Letters(available));
    }
    if (mirrored) {
      builder.defaultTextDirection(TextDirection.RTL);
    }
  }

  /** Breaks lines so that the last has more than one short word. */
  public static FSTextBreaker balanced() {
    return new Balanced();
  }

  private static final class Balanced implements FSTextBreaker {
    /** So many letters of two words have room in every column of a card. */
    private static final int SHORT = 15;

    private final FSTextBreaker breaker = new ICUBreakers.ICULineBreaker(Locale.ROOT);
    private int last;
    private int end;

    @Override
    public void setText(String text) {
      breaker.setText(text);
      end = text.length();
      String stripped = text.stripTrailing();
      int blank = stripped.lastIndexOf(' ');
      int before = blank < 0 ? -1 : stripped.lastIndexOf(' ', blank - 1);
      // Two words stay two lines where there is no third.
      last = before > 0 && stripped.length() - before - 1 <= SHORT ? before + 1 : end;
    }

    @Override
    public int next() {
      int at = breaker.next();
      while (at > last && at < end) {
        at = breaker.next();
      }
      return at;
    }
  }

  /** Writes a page's texts with composed letters, and turns its columns round. */
  public static void prepare(Document page, boolean mirrored) {
    NodeVisitor visitor =
        (node, depth) -> {
          if (node instanceof TextNode text) {
            String composed = composed(text.getWholeText());
            if (!composed.equals(text.getWholeText())) {
              text.text(composed);
            }
          }
        };
    page.traverse(visitor);
    if (mirrored) {
      Mirror.turn(page);
    }
  }

  /** What draws pictures knows which way a text runs, but joins no letters. */
  public static void join(Element drawing) {
    Letters letters = new Letters(form -> true);
    for (Element text : drawing.select("text, tspan")) {
      text.textNodes().forEach(node -> node.text(letters.shapeText(composed(node.getWholeText()))));
    }
  }

  /** ICU's letters, as far as the printed face has their forms. */
  private static final class Letters implements BidiReorderer {
    private static final int FIRST_FORM = 0xFB50;

    private final BidiReorderer icu = new ICUBidiReorderer();
    private final IntPredicate available;

    Letters(IntPredicate available) {
      this.available = available;
    }

    @Override
    public String shapeText(String text) {
      if (!runLeft(text)) {
        return text;
      }
      StringBuilder shaped = new StringBuilder();
      icu.shapeText(text)
          .chars()
          .forEach(
              letter -> {
                if (letter < FIRST_FORM || available.test(letter)) {
                  shaped.append((char) letter);
                } else {
                  shaped.append(
                      Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKC));
                }
              });
      return shaped.toString();
    }

    @Override
    public String deshapeText(String text) {
      return icu.deshapeText(text);
    }

    @Override
    public String reorderRTLTextToLTR(String text) {
      return icu.reorderRTLTextToLTR(text);
    }

    @Override
    public boolean isLiveImplementation() {
      return true;
    }
  }
}
