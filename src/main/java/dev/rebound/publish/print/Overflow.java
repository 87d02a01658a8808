package dev.rebound.publish.print;

/**
 * Text that does not fit where it must.
 *
 * @param face which one, {@code front agree}
 * @param line the words at fault
 */
record Overflow(Face face, String line) {

  /**
   * One side of a card, as the template's {@code data-face} names it.
   *
   * @param side {@code front} or {@code back}
   */
  record Face(String side, String card) {
    static Face parse(String name) {
      int blank = name.indexOf(' ');
      return new Face(name.substring(0, Math.max(blank, 0)), name.substring(blank + 1));
    }
  }
}
