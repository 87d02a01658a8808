package dev.rebound.publish.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text into lines. SVG does not, and the reader's font is not known: widths are those of a
 * wide sans, so that what fits here fits there.
 */
final class Wrapping {
  private static final String NARROW = "ijl.,:;'|!’‘()[]ft-r ";
  private static final String WIDE = "mwMW%@—…";

  private Wrapping() {}

  /** About how wide a text is, in units of the drawing. */
  static double width(String text, boolean bold) {
    double em = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (NARROW.indexOf(c) >= 0) {
        em += 0.34;
      } else if (WIDE.indexOf(c) >= 0) {
        em += 0.9;
      } else if (Character.isUpperCase(c)) {
        em += 0.69;
      } else {
        em += c > 0x2e80 ? 1 : 0.57;
      }
    }
    return em * Svg.SIZE * (bold ? 1.05 : 1);
  }

  /** Words that do not fit in a line stand in the next; one that fits in none stands alone. */
  static List<String> lines(String text, double width, boolean bold) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      if (line.length() > 0 && width(line + " " + word, bold) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
