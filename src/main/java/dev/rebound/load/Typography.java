package dev.rebound.load;

import dev.rebound.source.Inline;
import dev.rebound.source.Raw;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Typewriter quotes to printed ones, one character for one, so that places in a text stay where
 * they are: {@code "It's late."} becomes {@code “It’s late.”}
 *
 * <p>Languages quote differently, so only those we know are touched; authors of others write the
 * marks they mean.
 */
final class Typography {
  /** Texts that pages show and that are no Markdown. */
  private static final Set<String> TITLES =
      Set.of("title", "subtitle", "setting", "audience", "term", "who");

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

  /** The next text of a run. */
  String curl(String text, List<Inline> run) {
    if (run.isEmpty()) {
      return curl(text, ' ');
    }
    Inline last = run.get(run.size() - 1);
    if (last instanceof Inline.Text before) {
      return curl(text, before.text().charAt(before.text().length() - 1));
    }
    return curl(text, last instanceof Inline.Break ? ' ' : 'x');
  }

  /** The same with its titles in printed quotes, however deep they stand. */
  Raw.Mapping titles(Raw.Mapping raw) {
    List<Raw.Entry> entries = new ArrayList<>(raw.entries().size());
    boolean changed = false;
    for (Raw.Entry entry : raw.entries()) {
      Raw value =
          entry.value() instanceof Raw.Scalar text && TITLES.contains(entry.key().value())
              ? title(text)
              : titlesBelow(entry.value());
      boolean same = value == entry.value();
      entries.add(same ? entry : new Raw.Entry(entry.key(), value));
      changed |= !same;
    }
    return changed ? new Raw.Mapping(raw.span(), List.copyOf(entries)) : raw;
  }

  private Raw titlesBelow(Raw value) {
    if (value instanceof Raw.Mapping mapping) {
      return titles(mapping);
    } else if (value instanceof Raw.Sequence list) {
      List<Raw> items = new ArrayList<>(list.items().size());
      boolean changed = false;
      for (Raw item : list.items()) {
        Raw now = item instanceof Raw.Mapping one ? titles(one) : item;
        items.add(now);
        changed |= now != item;
      }
      return changed ? new Raw.Sequence(list.span(), List.copyOf(items)) : list;
    }
    return value;
  }

  private Raw.Scalar title(Raw.Scalar text) {
    String curled = curl(text.text());
    return curled.equals(text.text())
        ? text
        : new Raw.Scalar(text.span(), curled, text.type(), text.style());
  }

  /**
   * @param before the character that stands before the text on the page; a blank at the start of a
   *     line
   */
  String curl(String text, char before) {
    if (!english || (text.indexOf('"') < 0 && text.indexOf('\'') < 0)) {
      return text;
    }
    char[] out = text.toCharArray();
    for (int i = 0; i < out.length; i++) {
      char c = out[i];
      if (c != '"' && c != '\'') {
        continue;
      }
      boolean opens = opens(i == 0 ? before : out[i - 1]);
      if (c == '"') {
        out[i] = opens ? '“' : '”';
      } else {
        // 'tis and '90s are rare; an apostrophe at a word's start before a digit is not a quote.
        boolean year = i + 1 < out.length && Character.isDigit(out[i + 1]);
        out[i] = opens && !year ? '‘' : '’';
      }
    }
    return new String(out);
  }

  /** Whether a quote that stands behind this character opens. */
  private static boolean opens(char before) {
    return Character.isWhitespace(before) || "([{—–-/“‘".indexOf(before) >= 0;
  }
}
