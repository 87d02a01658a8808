package dev.rebound.publish.print;

import dev.rebound.publish.print.scripts.Scripts;

/**
 * A character no font has, which would print as an empty box, or a mark that no font has a place
 * for on its letter.
 *
 * @param words the run of text it stands in
 */
record UnprintableCharacter(int codePoint, String words) {
  @Override
  public String toString() {
    return (Scripts.isMark(codePoint)
            ? "No font can set the mark \u25CC%s (U+%04X) on its letter in “%s”."
            : "No font has the character %s (U+%04X) in “%s”.")
        .formatted(Character.toString(codePoint), codePoint, words);
  }
}
