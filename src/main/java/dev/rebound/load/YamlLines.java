package dev.rebound.load;

import dev.rebound.source.Located;
import dev.rebound.source.Raw;
import dev.rebound.source.SourceFile;
import dev.rebound.source.SourceSpan;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a YAML document, one after the other, for {@link PlainYaml} and {@link PlainFlow}:
 * where the reader is, and what is alike in the block style and the flow style. Offsets are the
 * file's.
 */
final class YamlLines {
  /** The library wants a key and its colon within 1,024 characters. */
  private static final int MAX_KEY = 64;

  /** As many texts as a file's keys and ids need; a power of two. */
  private static final int NAMES = 256;

  private static final int LONGEST_NAME = 32;

  private final SourceFile file;
  private final String text;
  private final char[] chars;
  private final int from;
  private final int to;

  /** Keys and ids, which a course repeats thousands of times, as one object each. */
  private final String[] names = new String[NAMES];

  /** 1-based, in the file. */
  private int line;

  private int lineStart;

  /** Where the line ends, without its line end. */
  int end;

  /** Where the line's first character stands that is no blank. */
  int at;

  /** How many blanks stand before {@link #at}; -1 when all is read. */
  int indent;

  /** Before the first line. */
  YamlLines(SourceFile file, int from, int to) {
    this.file = file;
    this.text = file.text();
    this.from = from;
    this.to = to;
    this.chars = new char[to - from];
    text.getChars(from, to, chars, 0);
    this.line = from == 0 ? 0 : file.at(from).line() - 1;
    this.end = from - 1;
  }

  /** Whether tabs, control characters, second line separators or characters of two units occur. */
  boolean hasRareCharacters() {
    for (char c : chars) {
      if (c < ' ' ? c != '\n' : c > '~' && (c < 0xA0 || c >= 0x2028) && !isCommon(c)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCommon(char c) {
    return c >= 0x202A && c < 0xD800;
  }

  char charAt(int offset) {
    return chars[offset - from];
  }

  /** Whether the document's last line has its line end. */
  boolean endsWithLine() {
    return charAt(to - 1) == '\n';
  }

  /** On to the next line that holds more than blanks or a comment. */
  void next() {
    do {
      nextLine();
    } while (indent >= 0 && isBlankOrComment());
  }

  boolean isBlankOrComment() {
    return at == end || charAt(at) == '#';
  }

  /**
   * On to the next line, whatever it holds.
   *
   * @return whether there is one
   */
  boolean nextLine() {
    if (end + 1 >= to) {
      at = to;
      indent = -1;
      return false;
    }
    line++;
    lineStart = end + 1;
    end = Math.min(file.lineEnd(line), to);
    at = skipBlanks(lineStart);
    indent = at - lineStart;
    return true;
  }

  /** How many characters of the line stand before an offset. */
  int column(int offset) {
    return offset - lineStart;
  }

  SourceSpan span(int offset) {
    return new SourceSpan(file.name(), line, offset - lineStart + 1);
  }

  int skipBlanks(int offset) {
    int on = offset;
    while (on < end && charAt(on) == ' ') {
      on++;
    }
    return on;
  }

  /** The end of what stands before an offset, blanks cut. */
  int cutBlanks(int offset) {
    int cut = offset;
    while (charAt(cut - 1) == ' ') {
      cut--;
    }
    return cut;
  }

  /** The colon of {@code key: } or {@code "key": } at an offset; -1 where none is. */
  int colon(int offset) {
    boolean quoted = isQuote(charAt(offset));
    int on = quoted ? quotedEnd(offset) : wordEnd(offset);
    boolean isKey =
        on > offset && on < end && charAt(on) == ':' && (on + 1 == end || charAt(on + 1) == ' ');
    return isKey ? on : -1;
  }

  Located<String> key(int offset, int colon) {
    int quote = isQuote(charAt(offset)) ? 1 : 0;
    return new Located<>(name(offset + quote, colon - quote), span(offset + quote));
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  /** Behind the quote that closes; the start where a key would need more than a look. */
  private int quotedEnd(int offset) {
    char quote = charAt(offset);
    for (int on = offset + 1; on < end && on - offset < MAX_KEY; on++) {
      char c = charAt(on);
      if (c == quote) {
        return on + 1;
      } else if (c == '\\') {
        return offset;
      }
    }
    return offset;
  }

  /** The end of a word of letters and digits, as keys are. */
  private int wordEnd(int offset) {
    int on = offset;
    while (on < end && on - offset < MAX_KEY) {
      char c = charAt(on);
      boolean inWord =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
      if (!inWord && (c != '-' || on == offset)) {
        break;
      }
      on++;
    }
    return on;
  }

  /** Whether no text without quotes begins here, or perhaps none. A dash does before a digit. */
  boolean isIndicator(int offset) {
    char first = charAt(offset);
    boolean number = first == '-' && offset + 1 < end && Character.isDigit(charAt(offset + 1));
    return !number && "-?:,[]{}#&*!|>'\"%@`".indexOf(first) >= 0;
  }

  /** The text without quotes between two offsets of the line. */
  Raw.Scalar plain(SourceSpan span, int start, int stop) {
    String value = name(start, stop);
    return new Raw.Scalar(span, value, YamlReader.type(value), true);
  }

  /**
   * The text between quotes.
   *
   * @param unescaped when it is not what stands in the file
   */
  Raw.Scalar quoted(int start, int stop, @Nullable StringBuilder unescaped) {
    String value = unescaped == null ? text.substring(start, stop) : unescaped.toString();
    boolean exact = unescaped == null || text.startsWith(value, start);
    return new Raw.Scalar(span(start), value, Raw.ScalarType.TEXT, exact);
  }

  void copy(int start, int stop, StringBuilder into) {
    into.append(chars, start - from, stop - start);
  }

  /** The text between two offsets; short ones as one object each time. */
  private String name(int start, int stop) {
    int length = stop - start;
    if (length == 0 || length > LONGEST_NAME) {
      return text.substring(start, stop);
    }
    int hash = length;
    for (int i = start; i < stop; i++) {
      hash = 31 * hash + charAt(i);
    }
    int slot = (hash ^ (hash >>> 8)) & (NAMES - 1);
    String known = names[slot];
    if (known == null || known.length() != length || !text.startsWith(known, start)) {
      known = text.substring(start, stop);
      names[slot] = known;
    }
    return known;
  }
}
