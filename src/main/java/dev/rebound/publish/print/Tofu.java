package dev.rebound.publish.print;

/**
 * A character no font has, which would print as an empty box.
 *
 * @param words the run of text it stands in
 */
record Tofu(int codePoint, String words) {
  @Override
  public String toString() {
    return "No font has the character %s (U+%04X) in “%s”."
        .formatted(Character.toString(codePoint), codePoint, words);
  }
}
