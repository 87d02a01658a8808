package dev.rebound.load;

import java.util.Locale;

/**
 * Typewriter quotes to printed ones, one character for one, so that places in a text stay where they are:
 * {@code "It's late."} becomes {@code “It’s late.”}
 *
 * <p>Languages quote differently, so only those we know are touched; authors of others write the marks they mean.
 */
final class Typography {
  private final boolean english;

  private Typography(boolean english) {
    this.english = english;
  }

  /**
   * @param language a BCP 47 tag
   */
  static Typography of(String language) {
    return new Typography(language.toLowerCase(Locale.ROOT).split("-", 2)[0].equals("en"));
  }

  /** A text that stands by itself: a title, a term. */
  String curl(String text) {
    return curl(text, ' ');
  }

  /**
   * @param before the character that stands before the text on the page; a blank at the start of a line
   */
  String curl(String text, char before) {
    if (!english || (text.indexOf('"') < 0 && text.indexOf('\'') < 0)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    char last = before;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean opens = Character.isWhitespace(last) || "([{—–-/“‘".indexOf(last) >= 0;
      if (c == '"') {
        c = opens ? '“' : '”';
      } else if (c == '\'') {
        // 'tis and '90s are rare; an apostrophe at a word's start before a digit is not a quote.
        boolean year = i + 1 < text.length() && Character.isDigit(text.charAt(i + 1));
        c = opens && !year ? '‘' : '’';
      }
      out.append(c);
      last = c;
    }
    return out.toString();
  }
}
