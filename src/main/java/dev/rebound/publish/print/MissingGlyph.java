package dev.rebound.publish.print;

/**
 * A character no font has.
 *
 * @param words the run of text it stands in
 */
record MissingGlyph(int codePoint, String words) {
  @Override
  public String toString() {
    return "No font has the character %s (U+%04X) in “%s”."
        .formatted(Character.toString(codePoint), codePoint, words);
  }
}
