package dev.rebound.load;

import dev.rebound.source.Inline;
import dev.rebound.source.Markup;
import dev.rebound.source.Problem;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where {@link PlainMarkdown} stands in its text, and what it knows of the inside of a block:
 * {@code some *words* and a [link](lesson:agree)}.
 */
abstract class PlainInlines {
  /** What is text wherever it stands in a line: ASCII that is no mark of anything. */
  private static final boolean[] ORDINARY = new boolean[128];

  /** What a destination may hold: nothing that is escaped, decoded or counted. */
  private static final boolean[] IN_DESTINATION = new boolean[128];

  static {
    for (int c = ' '; c < 127; c++) {
      ORDINARY[c] = "\"'&!_`[]*|<\\~".indexOf(c) < 0;
      IN_DESTINATION[c] = isLetterOrDigit((char) c) || "-._/:#?=%+,@".indexOf(c) >= 0;
    }
  }

  /** What a run stands in. One or two stars are their own number. */
  static final int TOP = 0;

  private static final int EMPHASIS = 1;
  private static final int STRONG = 2;
  private static final int LINK = 3;

  final String text;

  /** Where {@link #chars} begin in the text. */
  final int from;

  /** What is read, and line ends behind it: who looks ahead finds the end of a line. */
  final char[] chars;

  final int end;
  final MarkdownParts parts;
  final List<Problem> found = new ArrayList<>(0);
  int at;
  int line;
  int marks;
  boolean inTable;

  private final SourceSpan start;
  private final boolean placed;
  private final List<List<Inline>> runs =
      List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  private int lineStart;
  private int depth = -1;

  /**
   * @param from where what is read begins in {@code text}
   * @param start its place
   * @param placed whether what follows stands where it seems to, or all of it at its start
   */
  PlainInlines(
      String text,
      int from,
      SourceSpan start,
      boolean placed,
      Optional<MarkdownParts.Body> body,
      Typography typography) {
    this.text = text;
    this.from = from;
    this.start = start;
    this.placed = placed;
    this.end = text.length() - from;
    this.chars = new char[end + 3];
    text.getChars(from, text.length(), chars, 0);
    chars[end] = '\n';
    chars[end + 1] = '\n';
    chars[end + 2] = '\n';
    this.line = start.line();
    this.lineStart = 1 - start.column();
    this.parts =
        new MarkdownParts(
            body,
            offset -> body.map(it -> it.file().at(from + offset)).orElse(start),
            typography,
            found::add);
  }

  /** Where the next line goes on what this one ends, or -1 where it does not. */
  abstract int next();

  /** A run of text, up to the end of what it stands in. */
  List<Inline> run(int within) {
    require(depth < 2);
    depth++;
    List<Inline> run = runs.get(depth);
    read(within, run);
    depth--;
    List<Inline> content = List.copyOf(run);
    run.clear();
    return content;
  }

  private void read(int within, List<Inline> run) {
    int words = at;
    boolean quotes = false;
    while (true) {
      char c = chars[at];
      if (c < 128 ? ORDINARY[c] : isOrdinary(c)) {
        at++;
        continue;
      }
      if (c == '"' || c == '\'') {
        quotes = true;
        at++;
        continue;
      }
      int length = textLength(c);
      if (length > 0) {
        at += length;
        continue;
      }
      boolean cellEnds = c == '|' && inTable && within == TOP;
      int to = at;
      if (cellEnds || c == '\n') {
        while (to > words && chars[to - 1] == ' ') {
          to--;
        }
        require(cellEnds || to == at);
      }
      if (to > words) {
        words(words, to, quotes, run);
      }
      if (cellEnds) {
        return;
      }
      switch (c) {
        case '\n' -> {
          int next = next();
          if (next < 0) {
            require(within == TOP && !inTable);
            return;
          }
          run.add(new Inline.Break(span(at), false));
          nextLine();
          at = next;
        }
        case '*' -> {
          if (within == EMPHASIS || within == STRONG) {
            return;
          }
          run.add(emphasis());
        }
        case ']' -> {
          require(within == LINK);
          return;
        }
        case '`' -> run.add(code());
        case '[', '!' -> {
          require(within != LINK);
          link(c == '!', run);
        }
        default -> throw new Declined();
      }
      words = at;
      quotes = false;
    }
  }

  /** How much of what begins here with a mark is text; 0 where none is. */
  private int textLength(char mark) {
    if (mark == '!') {
      return chars[at + 1] == '[' ? 0 : 1;
    } else if (mark == '&') {
      marks++;
      return chars[at + 1] == ' ' ? 1 : 0;
    } else if (mark == '_') {
      // Inside a word or between blanks they neither open nor close.
      int length = 1;
      while (chars[at + length] == '_') {
        length++;
      }
      marks += length;
      char before = at == 0 ? '\n' : chars[at - 1];
      char after = chars[at + length];
      boolean text =
          (isLetterOrDigit(before) && isLetterOrDigit(after))
              || ((before == ' ' || before == '\n') && (after == ' ' || after == '\n'));
      return text ? length : 0;
    } else if (mark == '\u00A0' || mark == '\u202F') {
      // At an edge it may be one of the blanks that are cut off.
      return at > 0 && isSolid(chars[at - 1]) && isSolid(chars[at + 1]) ? 1 : 0;
    }
    return 0;
  }

  private void words(int first, int to, boolean quotes, List<Inline> run) {
    String words = text.substring(from + first, from + to);
    if (quotes || (!run.isEmpty() && run.get(run.size() - 1) instanceof Inline.Text)) {
      parts.text(span(first), words, run);
    } else {
      run.add(new Inline.Text(span(first), words));
    }
  }

  /**
   * {@code *so*} or {@code **so**}. Nothing in it has stars of its own but what a link or code
   * keeps to itself, so that they belong to each other.
   */
  private Inline emphasis() {
    SourceSpan span = span(at);
    int stars = stars();
    require(stars <= STRONG && flanks(at + stars, at - 1));
    at += stars;
    List<Inline> content = run(stars);
    require(stars() == stars && flanks(at - 1, at + stars));
    at += stars;
    return stars == STRONG ? new Inline.Strong(span, content) : new Inline.Emphasis(span, content);
  }

  private int stars() {
    int stars = 0;
    while (chars[at + stars] == '*') {
      stars++;
    }
    marks += stars;
    return stars;
  }

  /** Whether stars between two characters belong to the one that is inside. */
  private boolean flanks(int inside, int outside) {
    char in = chars[inside];
    char out = outside < 0 ? '\n' : chars[outside];
    return Character.isLetterOrDigit(in)
        || (isPunctuation(in) && (out == ' ' || out == '\n' || isPunctuation(out)));
  }

  private static boolean isPunctuation(char c) {
    return "\"'(),.:;!?[]`—–…“”‘’".indexOf(c) >= 0;
  }

  private Inline code() {
    SourceSpan span = span(at);
    at++;
    int first = at;
    while (chars[at] != '`') {
      char c = chars[at];
      require(c < 128 ? c >= ' ' && c != '|' && c != '\\' && c != 127 : isOrdinary(c));
      marks++;
      at++;
    }
    require(at > first && chars[first] != ' ' && chars[at - 1] != ' ' && chars[at + 1] != '`');
    marks += 2;
    at++;
    return new Inline.Code(span, text.substring(from + first, from + at - 1));
  }

  private void link(boolean image, List<Inline> run) {
    SourceSpan span = span(at);
    at += image ? 2 : 1;
    require(chars[at] != ' ' && chars[at] != '\n');
    List<Inline> content = run(LINK);
    require(!content.isEmpty() && chars[at - 1] != ' ' && chars[at + 1] == '(');
    at += 2;
    int first = at;
    while (chars[at] < 128 && IN_DESTINATION[chars[at]]) {
      marks++;
      at++;
    }
    require(at > first && chars[at] == ')');
    marks += 2;
    String destination = text.substring(from + first, from + at);
    at++;
    if (image) {
      run.add(new Inline.Image(span, destination, Markup.plain(content)));
    } else {
      parts.link(span, destination, content, run);
    }
  }

  /** Whether a line that begins with this can be nothing but text. */
  boolean startsText(int from) {
    int i = from;
    // 1990 is text, 1. is not, and 1 - - - nests for who counts it.
    while ((chars[i] >= '0' && chars[i] <= '9') || (i > from && chars[i] == ' ')) {
      i++;
    }
    char c = chars[i];
    if (i > from) {
      return i - from < MarkdownLimits.MAX_NESTING && (isLetter(c) || ",%:".indexOf(c) >= 0);
    }
    return switch (c) {
      case '"', '\'', '(', '“', '‘', '—', '–', '…', '[' -> true;
      case '!' -> chars[i + 1] == '[';
      case '`' -> chars[i + 1] != '`';
      // What else stars may begin, a list or a line across, is no emphasis.
      case '*' -> true;
      default -> isLetter(c);
    };
  }

  private static boolean isLetter(char c) {
    return c < 128 ? (c | 32) >= 'a' && (c | 32) <= 'z' : Character.isLetter(c);
  }

  static boolean isLetterOrDigit(char c) {
    return isLetter(c) || (c >= '0' && c <= '9');
  }

  private static boolean isSolid(char c) {
    return c < 128 ? c != ' ' && ORDINARY[c] : isOrdinary(c);
  }

  /**
   * Beyond ASCII: letters and signs, but no blanks of other widths, nothing invisible and no halves
   * of characters.
   */
  static boolean isOrdinary(char c) {
    return (c > 0xA0 && c < 0x1680 && c != 0xAD)
        || (c > 0x1680 && c < 0x2000 && c != 0x180E)
        || (c > 0x200F && c < 0x2028)
        || (c > 0x202F && c < 0x205F)
        || (c > 0x206F && c < 0x3000)
        || (c > 0x3000 && c < Character.MIN_SURROGATE)
        || (c >= 0xF900 && c < 0xFE00)
        || (c > 0xFE0F && c < 0xFEFF)
        || (c > 0xFF00 && c < 0xFFF0);
  }

  void nextLine() {
    at++;
    line++;
    lineStart = at;
  }

  SourceSpan span(int offset) {
    return placed ? new SourceSpan(start.file(), line, offset - lineStart + 1) : start;
  }

  static void require(boolean certain) {
    if (!certain) {
      throw new Declined();
    }
  }

  /** Thrown for whole files at a time, and so often that its stack would be felt. */
  static final class Declined extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Declined() {
      super(null, null, false, false);
    }
  }
}
