package dev.rebound.publish.print;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/**
 * Where lines may break: as the JDK says, the same in every locale, but never inside a word or a
 * time: firm’s, 14:02.
 */
final class LineBreaks implements FSTextBreaker {
  private final BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
  private String text = "";

  @Override
  public int next() {
    int at = breaks.next();
    while (at != BreakIterator.DONE && (isAfterInnerApostrophe(at) || isInTime(at))) {
      at = breaks.next();
    }
    return at;
  }

  @Override
  public void setText(String newText) {
    text = newText;
    breaks.setText(newText);
  }

  private boolean isAfterInnerApostrophe(int at) {
    return at >= 2
        && at < text.length()
        && text.charAt(at - 1) == '\u2019'
        && Character.isLetter(text.charAt(at - 2))
        && Character.isLetter(text.charAt(at));
  }

  private boolean isInTime(int at) {
    return at >= 2
        && at < text.length()
        && text.charAt(at - 1) == ':'
        && Character.isDigit(text.charAt(at - 2))
        && Character.isDigit(text.charAt(at));
  }
}
