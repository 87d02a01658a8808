package dev.rebound.publish.print.scripts;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line that runs both ways. The engine sets its parts one after the other, all from one side,
 * while the Unicode bidirectional algorithm (Standard Annex 9, rule L2) turns round what stands
 * together:
 *
 * <pre>{@code
 * ראו <em>Fix it</em> now   →   now Fix it ראו   and not   Fix it now ראו
 * }</pre>
 */
public final class MixedLine {
  /**
   * A part of one direction in one element.
   *
   * @param text where it begins, an index into the line's texts
   */
  private record Part(int text, byte level) {}

  private MixedLine() {}

  /**
   * The first of a line's texts that would be set in another place than it is read.
   *
   * @param texts the line in pieces, one for each element
   * @param leftward whether the language around it runs from right to left
   */
  public static Optional<Integer> misplaced(List<String> texts, boolean leftward) {
    String whole = String.join("", texts);
    if (!leftward && !Scripts.runLeft(whole)) {
      return Optional.empty();
    }
    Bidi bidi =
        new Bidi(whole, leftward ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
    List<Part> parts = parts(texts, bidi);
    byte[] levels = new byte[parts.size()];
    Integer[] seen = new Integer[parts.size()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = parts.get(i).level();
      seen[i] = i;
    }
    Bidi.reorderVisually(levels, 0, seen, 0, levels.length);
    for (int i = 0; i < seen.length; i++) {
      int set = leftward ? seen.length - 1 - i : i;
      if (seen[i] != set) {
        return Optional.of(parts.get(set).text());
      }
    }
    return Optional.empty();
  }

  private static List<Part> parts(List<String> texts, Bidi bidi) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < texts.size(); i++) {
      int end = at + texts.get(i).length();
      for (int from = at; from < end; from++) {
        byte level = (byte) bidi.getLevelAt(from);
        if (from == at || level != parts.get(parts.size() - 1).level()) {
          parts.add(new Part(i, level));
        }
      }
      at = end;
    }
    return parts;
  }
}
