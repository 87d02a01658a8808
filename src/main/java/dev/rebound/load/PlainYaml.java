package dev.rebound.load;

import dev.rebound.source.Located;
import dev.rebound.source.Raw;
import dev.rebound.source.SourceFile;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * YAML as nearly every author writes it, read in one pass over its lines:
 *
 * <pre>{@code
 * options:
 *   - text: "Say sorry, once"
 *     correct: true
 *   - text: Explain the rule
 *     lessons: [agree, four-steps]
 * }</pre>
 *
 * <p>It knows block mappings and lists, texts on one line or going on below, quotes that close on
 * their line, {@code |} and {@code >}, and brackets that close on theirs. Of all else, and of
 * whatever is not valid, it says nothing: it declines the whole document, and {@link YamlReader}
 * asks the library, which has the messages. What it does read is what the library reads, place by
 * place; PlainYamlTest holds the two against each other.
 */
final class PlainYaml {
  /** How deep brackets, lists and mappings may nest here; content needs seven. */
  private static final int MAX_DEPTH = 16;

  /** The library wants a key and its colon within 1,024 characters. */
  private static final int MAX_KEY = 64;

  /** From so many keys on a set looks for a second one of the same name. */
  private static final int MANY_KEYS = 16;

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

  /** 1-based, in the file; one past the last when all are read. */
  private int line;

  private int lineStart;
  private int lineEnd;

  /** Where the line's first character stands that is no blank. */
  private int at;

  /** The column of {@link #at}, from 0; -1 when all is read. */
  private int indent;

  private PlainYaml(SourceFile file, int from, int to) {
    this.file = file;
    this.text = file.text();
    this.from = from;
    this.to = to;
    this.chars = new char[to - from];
    text.getChars(from, to, chars, 0);
    this.line = from == 0 ? 0 : file.at(from).line() - 1;
    this.lineEnd = from - 1;
  }

  /**
   * The document between two offsets of a file.
   *
   * @param from the start of a line
   * @return nothing when the library must read it
   */
  static Optional<Raw> read(SourceFile file, int from, int to) {
    try {
      return Optional.of(new PlainYaml(file, from, to).document());
    } catch (Declined rare) {
      return Optional.empty();
    }
  }

  private Raw document() {
    refuseRareCharacters();
    next();
    if (indent == 0) {
      Raw root = nested(0, 0);
      if (indent < 0) {
        return root;
      }
    }
    throw new Declined();
  }

  /** Tabs, control characters, second line separators, characters of two units. */
  private void refuseRareCharacters() {
    for (char c : chars) {
      if (c < ' ' ? c != '\n' : c > '~' && (c < 0xA0 || c >= 0x2028) && !isCommon(c)) {
        throw new Declined();
      }
    }
  }

  private static boolean isCommon(char c) {
    return c >= 0x202A && c < 0xD800;
  }

  private char charAt(int offset) {
    return chars[offset - from];
  }

  /** On to the next line that holds more than blanks or a comment. */
  private void next() {
    do {
      nextLine();
    } while (indent >= 0 && isBlankOrComment());
  }

  private boolean isBlankOrComment() {
    return at == lineEnd || charAt(at) == '#';
  }

  /**
   * On to the next line, whatever it holds.
   *
   * @return whether there is one
   */
  private boolean nextLine() {
    if (lineEnd + 1 >= to) {
      at = to;
      indent = -1;
      return false;
    }
    line++;
    lineStart = lineEnd + 1;
    lineEnd = Math.min(file.lineEnd(line), to);
    at = lineStart;
    while (at < lineEnd && charAt(at) == ' ') {
      at++;
    }
    indent = at - lineStart;
    return true;
  }

  private SourceSpan span(int offset) {
    return new SourceSpan(file.name(), line, offset - lineStart + 1);
  }

  /** The list or mapping that begins in this line, with {@code column} blanks before it. */
  private Raw nested(int column, int depth) {
    if (depth > MAX_DEPTH) {
      throw new Declined();
    }
    return isItem() ? sequence(column, depth) : mapping(column, depth);
  }

  private boolean isItem() {
    return charAt(at) == '-' && (at + 1 == lineEnd || charAt(at + 1) == ' ');
  }

  private Raw.Sequence sequence(int column, int depth) {
    SourceSpan span = span(at);
    List<Raw> items = new ArrayList<>();
    do {
      at = skipBlanks(at + 1);
      if (at == lineEnd) {
        next();
        if (indent <= column) {
          throw new Declined();
        }
        items.add(nested(indent, depth + 1));
      } else if (isItem() || colon(at) >= 0) {
        items.add(nested(at - lineStart, depth + 1));
      } else {
        items.add(value(at, column, depth + 1));
      }
    } while (indent == column && isItem());
    refuseDeeper(column);
    return new Raw.Sequence(span, List.copyOf(items));
  }

  private Raw.Mapping mapping(int column, int depth) {
    SourceSpan span = span(at);
    List<Raw.Entry> entries = new ArrayList<>();
    Set<String> keys = Set.of();
    do {
      int colon = colon(at);
      if (colon < 0) {
        throw new Declined();
      }
      Located<String> key = key(at, colon);
      if (entries.size() == MANY_KEYS) {
        keys = new HashSet<>();
        for (Raw.Entry entry : entries) {
          keys.add(entry.key().value());
        }
      }
      if (entries.size() < MANY_KEYS ? has(entries, key.value()) : !keys.add(key.value())) {
        throw new Declined();
      }
      int start = skipBlanks(colon + 1);
      if (start < lineEnd && charAt(start) != '#') {
        entries.add(new Raw.Entry(key, value(start, column, depth + 1)));
        continue;
      }
      next();
      if (indent < column || (indent == column && !isItem())) {
        throw new Declined();
      }
      entries.add(new Raw.Entry(key, nested(indent, depth + 1)));
    } while (indent == column);
    refuseDeeper(column);
    return new Raw.Mapping(span, List.copyOf(entries));
  }

  private static boolean has(List<Raw.Entry> entries, String key) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).key().value().equals(key)) {
        return true;
      }
    }
    return false;
  }

  /** After a value only a line of its own level or of one further out can follow. */
  private void refuseDeeper(int column) {
    if (indent > column) {
      throw new Declined();
    }
  }

  /** The colon of {@code key: } or {@code "key": } at an offset; -1 where none is. */
  private int colon(int offset) {
    boolean quoted = isQuote(charAt(offset));
    int end = wordEnd(quoted ? offset + 1 : offset);
    if (quoted && end < lineEnd) {
      end = charAt(end) == charAt(offset) ? end + 1 : lineEnd;
    }
    boolean isKey =
        end > offset
            && end < lineEnd
            && charAt(end) == ':'
            && (end + 1 == lineEnd || charAt(end + 1) == ' ');
    return isKey ? end : -1;
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private Located<String> key(int offset, int colon) {
    int quote = isQuote(charAt(offset)) ? 1 : 0;
    return new Located<>(name(offset + quote, colon - quote), span(offset + quote));
  }

  /** The end of a word of letters and digits, as keys are. */
  private int wordEnd(int offset) {
    int end = offset;
    while (end < lineEnd && end - offset < MAX_KEY) {
      char c = charAt(end);
      boolean inWord =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
      if (!inWord && (c != '-' || end == offset)) {
        break;
      }
      end++;
    }
    return end;
  }

  private int skipBlanks(int offset) {
    int on = offset;
    while (on < lineEnd && charAt(on) == ' ') {
      on++;
    }
    return on;
  }

  /**
   * The value that begins in this line, and on to the next.
   *
   * @param parent the column that what continues the value must stand right of
   */
  private Raw value(int start, int parent, int depth) {
    char first = charAt(start);
    if (first == '|' || first == '>') {
      return block(start, parent);
    }
    if (first == '"' || first == '\'' || first == '[' || first == '{') {
      Flow flow = new Flow(start);
      Raw value = flow.value(depth);
      int end = skipBlanks(flow.on);
      // A comment needs a blank before it.
      if (end < lineEnd && (charAt(end) != '#' || end == flow.on)) {
        throw new Declined();
      }
      next();
      return value;
    }
    return plain(start, parent);
  }

  /** {@code text without quotes}, on one line or more. */
  private Raw.Scalar plain(int start, int parent) {
    refuseIndicator(start);
    SourceSpan span = span(start);
    int end = plainEnd(start);
    int blankLines = 0;
    StringBuilder folded = null;
    while (nextLine()) {
      if (at == lineEnd) {
        blankLines++;
        continue;
      }
      char first = charAt(at);
      if (indent <= parent || first == '#') {
        break;
      }
      if (first == '-' || first == '?' || first == ':') {
        throw new Declined();
      }
      if (folded == null) {
        folded = new StringBuilder().append(chars, start - from, end - start);
      }
      fold(folded, blankLines);
      end = plainEnd(at);
      folded.append(chars, at - from, end - at);
      blankLines = 0;
    }
    endOfText();
    return folded == null ? onOneLine(span, start, end) : folded(span, folded);
  }

  /** The line after a text is the next to read, unless it is a comment. */
  private void endOfText() {
    if (indent >= 0 && isBlankOrComment()) {
      next();
    }
  }

  private static void fold(StringBuilder folded, int blankLines) {
    if (blankLines == 0) {
      folded.append(' ');
    }
    for (int i = 0; i < blankLines; i++) {
      folded.append('\n');
    }
  }

  private static Raw.Scalar folded(SourceSpan span, StringBuilder folded) {
    return new Raw.Scalar(span, folded.toString(), Raw.ScalarType.TEXT, false);
  }

  private Raw.Scalar onOneLine(SourceSpan span, int start, int end) {
    String value = name(start, end);
    return new Raw.Scalar(span, value, YamlReader.type(value), true);
  }

  /** What cannot begin a text without quotes, or could begin something else. */
  private void refuseIndicator(int start) {
    char first = charAt(start);
    boolean number = first == '-' && start + 1 < lineEnd && Character.isDigit(charAt(start + 1));
    if (!number && "-?:,[]{}#&*!|>'\"%@`".indexOf(first) >= 0) {
      throw new Declined();
    }
  }

  /** Where the line's text without quotes ends, trailing blanks cut. */
  private int plainEnd(int start) {
    for (int i = start; i < lineEnd; i++) {
      char c = chars[i - from];
      if ((c == ':' && (i + 1 == lineEnd || charAt(i + 1) == ' '))
          || (c == '#' && charAt(i - 1) == ' ')) {
        throw new Declined();
      }
    }
    int end = lineEnd;
    while (charAt(end - 1) == ' ') {
      end--;
    }
    return end;
  }

  /** {@code |} or {@code >}, with or without {@code -}. */
  private Raw.Scalar block(int start, int parent) {
    SourceSpan span = span(start);
    boolean literal = charAt(start) == '|';
    boolean strip = start + 1 < lineEnd && charAt(start + 1) == '-';
    if (start + (strip ? 2 : 1) != lineEnd || !nextLine() || indent <= parent || at == lineEnd) {
      throw new Declined();
    }
    int column = indent;
    StringBuilder value = new StringBuilder();
    int blankLines = 0;
    boolean first = true;
    boolean more = true;
    do {
      if (at == lineEnd) {
        if (indent > column) {
          throw new Declined();
        }
        blankLines++;
        continue;
      }
      if (indent < column) {
        more = false;
        break;
      }
      if (indent > column && !literal) {
        throw new Declined();
      }
      if (!first && literal) {
        fold(value, blankLines + 1);
      } else if (!first) {
        fold(value, blankLines);
      }
      first = false;
      blankLines = 0;
      value.append(chars, lineStart + column - from, lineEnd - lineStart - column);
    } while (nextLine());
    // Whether a text ends with its line's end is the library's to say where there is none.
    if (more && charAt(to - 1) != '\n') {
      throw new Declined();
    }
    if (!strip) {
      value.append('\n');
    }
    endOfText();
    return folded(span, value);
  }

  /** The text between two offsets; short ones as one object each time. */
  private String name(int start, int end) {
    int length = end - start;
    if (length == 0 || length > LONGEST_NAME) {
      return text.substring(start, end);
    }
    int hash = length;
    for (int i = start - from; i < end - from; i++) {
      hash = 31 * hash + chars[i];
    }
    int slot = (hash ^ (hash >>> 8)) & (NAMES - 1);
    String known = names[slot];
    if (known == null || known.length() != length || !text.startsWith(known, start)) {
      known = text.substring(start, end);
      names[slot] = known;
    }
    return known;
  }

  /** Quotes and brackets, all of which close on their line. */
  private final class Flow {
    /** The next character. */
    private int on;

    Flow(int start) {
      this.on = start;
    }

    private char peek() {
      if (on >= lineEnd) {
        throw new Declined();
      }
      return charAt(on);
    }

    Raw value(int depth) {
      if (depth > MAX_DEPTH) {
        throw new Declined();
      }
      return switch (peek()) {
        case '"', '\'' -> quoted(peek());
        case '[' -> sequence(depth);
        case '{' -> mapping(depth);
        default -> plain();
      };
    }

    /** {@code "\""} and {@code "\\"} are all it knows of one kind, {@code ''} of the other. */
    private Raw.Scalar quoted(char quote) {
      char escape = quote == '"' ? '\\' : '\'';
      int start = on + 1;
      int copied = start;
      StringBuilder unescaped = null;
      on = start;
      for (char c = peek(); c != quote || (escape == quote && follows(quote)); c = peek()) {
        if (c == escape) {
          if (!follows(quote) && !follows(escape)) {
            throw new Declined();
          }
          unescaped = unescaped == null ? new StringBuilder() : unescaped;
          unescaped.append(chars, copied - from, on - copied);
          copied = ++on;
        }
        on++;
      }
      String value;
      if (unescaped == null) {
        value = text.substring(start, on);
      } else {
        value = unescaped.append(chars, copied - from, on - copied).toString();
      }
      on++;
      boolean exact = unescaped == null || text.startsWith(value, start);
      return new Raw.Scalar(span(start), value, Raw.ScalarType.TEXT, exact);
    }

    private boolean follows(char c) {
      return on + 1 < lineEnd && charAt(on + 1) == c;
    }

    private Raw.Scalar plain() {
      int start = on;
      refuseIndicator(start);
      while (",]}".indexOf(peek()) < 0) {
        if ("[{:#?".indexOf(charAt(on)) >= 0) {
          throw new Declined();
        }
        on++;
      }
      int end = on;
      while (charAt(end - 1) == ' ') {
        end--;
      }
      return onOneLine(span(start), start, end);
    }

    private Raw.Sequence sequence(int depth) {
      SourceSpan span = span(on);
      List<Raw> items = new ArrayList<>();
      on = skipBlanks(on + 1);
      if (peek() == ']') {
        on++;
        return new Raw.Sequence(span, List.of());
      }
      do {
        items.add(value(depth + 1));
      } while (goesOn(']'));
      return new Raw.Sequence(span, List.copyOf(items));
    }

    private Raw.Mapping mapping(int depth) {
      SourceSpan span = span(on);
      List<Raw.Entry> entries = new ArrayList<>();
      on = skipBlanks(on + 1);
      if (peek() == '}') {
        on++;
        return new Raw.Mapping(span, List.of());
      }
      do {
        peek();
        int colon = colon(on);
        if (colon < 0) {
          throw new Declined();
        }
        Located<String> key = key(on, colon);
        if (has(entries, key.value())) {
          throw new Declined();
        }
        on = skipBlanks(colon + 1);
        entries.add(new Raw.Entry(key, value(depth + 1)));
      } while (goesOn('}'));
      return new Raw.Mapping(span, List.copyOf(entries));
    }

    /** Past a comma, or past the bracket that closes. */
    private boolean goesOn(char close) {
      on = skipBlanks(on);
      char c = peek();
      if (c != ',' && c != close) {
        throw new Declined();
      }
      on = c == ',' ? skipBlanks(on + 1) : on + 1;
      return c == ',';
    }
  }

  /** This document is the library's. */
  private static final class Declined extends RuntimeException {
    private static final long serialVersionUID = 1;

    Declined() {
      super("", null, false, false);
    }
  }
}
