package dev.rebound.load;

import dev.rebound.source.Block;
import dev.rebound.source.Inline;
import dev.rebound.source.Problems;
import dev.rebound.source.Raw;
import dev.rebound.source.SourceFile;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the Markdown that nearly every lesson is made of, in one pass and without a tree between:
 *
 * <pre>{@code
 * ## A heading
 *
 * Words, *more* words and a [link](lesson:agree).
 *
 * - an item of one line
 * }</pre>
 *
 * <p>It reads only what CommonMark leaves one reading of. At the first mark it is not certain of it
 * declines the whole text, before anything is reported, and {@link FlexmarkReader} reads it. So
 * what is missing here costs time, and nothing else.
 */
final class PlainMarkdown extends PlainInlines {
  /** Which lines go on a block of text. */
  private static final int NO_LINE = 0;

  private static final int ANY_LINE = 1;
  private static final int QUOTED_LINE = 2;
  private static final int ITEM_LINE = 3;

  private int lastBlank;
  private int lines = NO_LINE;
  private int indent;

  private PlainMarkdown(
      String text,
      int from,
      SourceSpan start,
      boolean placed,
      Optional<MarkdownParts.Body> body,
      Typography typography) {
    super(text, from, start, placed, body, typography);
    this.lastBlank = line - 1;
  }

  /** The body of a file from an offset on, or nothing when it takes more than this to read it. */
  static Optional<List<Block>> blocks(
      SourceFile file, int from, Typography typography, Problems problems) {
    SourceSpan start = file.at(from);
    if (start.column() != 1) {
      return Optional.empty();
    }
    var body = Optional.of(new MarkdownParts.Body(file, from));
    PlainMarkdown reader = new PlainMarkdown(file.text(), from, start, true, body, typography);
    try {
      List<Block> blocks = reader.blocks();
      reader.found.forEach(problems::add);
      return Optional.of(blocks);
    } catch (Declined unsure) {
      return Optional.empty();
    }
  }

  /** One YAML text, or nothing when it takes more than this to read it. */
  static Optional<List<Inline>> prose(Raw.Scalar text, Typography typography, Problems problems) {
    PlainMarkdown reader =
        new PlainMarkdown(text.text(), 0, text.span(), text.exact(), Optional.empty(), typography);
    try {
      List<Inline> content = reader.prose();
      reader.found.forEach(problems::add);
      return Optional.of(content);
    } catch (Declined unsure) {
      return Optional.empty();
    }
  }

  private List<Inline> prose() {
    require(startsText(0));
    List<Inline> content = run(TOP);
    require(at == end);
    requireWithinLimits();
    return content;
  }

  private List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    while (at < end) {
      if (chars[at] == '\n') {
        lastBlank = line;
        nextLine();
        continue;
      }
      block(blocks);
      requireWithinLimits();
    }
    return List.copyOf(blocks);
  }

  /** Stops at the start of a line. */
  private void block(List<Block> blocks) {
    SourceSpan span = span(at);
    char first = chars[at];
    if (first == '#') {
      blocks.add(heading(span));
    } else if (first == '>') {
      blocks.add(quote(span));
    } else if (first == '|') {
      blocks.add(table(span));
    } else if (first == '`' && chars[at + 1] == '`') {
      fence(span).ifPresent(blocks::add);
    } else if (markerLength(at) > 0) {
      // Items go on after blank lines, too.
      require(blocks.isEmpty() || !(blocks.get(blocks.size() - 1) instanceof Block.ItemList));
      blocks.add(list(span));
    } else {
      blocks.add(paragraph(ANY_LINE));
      nextLine();
    }
  }

  private Block heading(SourceSpan span) {
    int level = 0;
    while (chars[at] == '#') {
      level++;
      at++;
    }
    require(level <= 6 && chars[at] == ' ');
    at++;
    require(chars[at] != ' ' && chars[at] != '\n');
    List<Inline> content = run(TOP);
    require(chars[at - 1] != '#');
    nextLine();
    return new Block.Heading(span, level, content);
  }

  /** Stops at the end of its last line. */
  private Block paragraph(int goesOn) {
    require(startsText(at));
    SourceSpan span = span(at);
    lines = goesOn;
    List<Inline> content = run(TOP);
    lines = NO_LINE;
    return new Block.Paragraph(span, content);
  }

  private Block quote(SourceSpan span) {
    List<Block> content = new ArrayList<>(2);
    while (true) {
      require(chars[at] == '>' && chars[at + 1] == ' ');
      at += 2;
      content.add(paragraph(QUOTED_LINE));
      nextLine();
      if (chars[at] == '\n') {
        return MarkdownParts.quote(span, List.copyOf(content));
      }
      require(chars[at] == '>' && chars[at + 1] == '\n' && at + 1 < end);
      at++;
      nextLine();
    }
  }

  private Block list(SourceSpan span) {
    boolean ordered = chars[at] != '-';
    int number = 1;
    if (ordered) {
      number = Integer.parseInt(text, from + at, from + at + markerLength(at) - 2, 10);
    }
    List<List<Block>> items = new ArrayList<>();
    while (true) {
      int length = markerLength(at);
      require(length > 0 && ordered == (chars[at] != '-'));
      at += length;
      indent = length;
      items.add(List.of(paragraph(ITEM_LINE)));
      nextLine();
      if (chars[at] == '\n') {
        return new Block.ItemList(span, ordered, number, List.copyOf(items));
      }
    }
  }

  /** Of {@code - } or {@code 1. } with its blank; 0 where none stands. */
  private int markerLength(int from) {
    int i = from;
    if (chars[i] != '-') {
      while (chars[i] >= '0' && chars[i] <= '9') {
        i++;
      }
      if (i == from || i > from + 6 || chars[i] != '.') {
        return 0;
      }
    }
    return chars[i + 1] == ' ' ? i + 2 - from : 0;
  }

  private Block table(SourceSpan span) {
    List<List<Inline>> head = row();
    int columns = 0;
    require(chars[at] == '|');
    while (chars[at + 1] != '\n') {
      at++;
      while (chars[at] == ' ') {
        at++;
      }
      at += chars[at] == ':' ? 1 : 0;
      int dashes = at;
      while (chars[at] == '-') {
        at++;
      }
      require(at - dashes >= 3);
      at += chars[at] == ':' ? 1 : 0;
      while (chars[at] == ' ') {
        at++;
      }
      require(chars[at] == '|');
      columns++;
    }
    require(columns == head.size());
    at++;
    nextLine();
    List<List<List<Inline>>> rows = new ArrayList<>();
    while (chars[at] == '|') {
      List<List<Inline>> row = row();
      require(row.size() == columns);
      rows.add(row);
    }
    require(chars[at] == '\n');
    return new Block.Table(span, head, List.copyOf(rows));
  }

  /** Stops at the start of the next line. */
  private List<List<Inline>> row() {
    List<List<Inline>> cells = new ArrayList<>(4);
    inTable = true;
    while (chars[at + 1] != '\n') {
      at++;
      if (chars[at] == ' ' && chars[at + 1] == '|') {
        cells.add(List.of(new Inline.Text(span(at), " ")));
        at++;
        continue;
      }
      while (chars[at] == ' ') {
        at++;
      }
      // Such a cell may be one of the line that divides head and body.
      require(chars[at] != '-' && chars[at] != ':' && chars[at] != '|');
      cells.add(run(TOP));
    }
    inTable = false;
    require(!cells.isEmpty() && cells.size() < MarkdownLimits.MAX_COLUMNS);
    at++;
    nextLine();
    return List.copyOf(cells);
  }

  private Optional<Block> fence(SourceSpan span) {
    require(chars[at + 1] == '`' && chars[at + 2] == '`');
    at += 3;
    int infoFrom = at;
    while (chars[at] != '\n') {
      char c = chars[at];
      boolean single = c == ' ' && at > infoFrom && isLetterOrDigit(chars[at + 1]);
      require(single || isLetterOrDigit(c) || c == '-' || c == '/');
      at++;
    }
    String info = text.substring(from + infoFrom, from + at);
    nextLine();
    int contentFrom = at;
    boolean blank = true;
    while (!(chars[at] == '`' && chars[at + 1] == '`' && chars[at + 2] == '`')) {
      require(at < end);
      blank &= contentLine();
    }
    int contentTo = at;
    at += 3;
    require(chars[at] == '\n');
    nextLine();
    // Where nothing stands there is no place for it.
    boolean embed = info.startsWith("question ") || info.startsWith("dialogue ");
    require(embed || !blank);
    // Whatever stands there may count as a mark.
    marks += contentTo - contentFrom;
    String content = text.substring(from + contentFrom, from + contentTo);
    return parts.fence(
        new MarkdownParts.Fence(span, info, infoFrom, content, contentFrom, contentTo));
  }

  /** Reads a line of a fence, and says whether it is blank. */
  private boolean contentLine() {
    int first = at;
    while (chars[first] == ' ') {
      first++;
    }
    boolean blank = chars[first] == '\n';
    require(chars[first] != '`');
    // Quotes and lists nest where a line begins.
    while ("-+*>.) ".indexOf(chars[first]) >= 0 || Character.isDigit(chars[first])) {
      first++;
    }
    require(first - at < MarkdownLimits.MAX_NESTING);
    int columns = 0;
    for (; chars[at] != '\n'; at++) {
      char c = chars[at];
      columns += c == '|' ? 1 : 0;
      require(c >= ' ' && (c < 127 || c >= 0xA0));
    }
    require(columns < MarkdownLimits.MAX_COLUMNS);
    nextLine();
    return blank;
  }

  @Override
  int next() {
    if (lines == NO_LINE || at >= end || chars[at + 1] == '\n') {
      return -1;
    }
    int next = at + 1;
    if (lines == QUOTED_LINE) {
      require(chars[next] == '>');
      if (chars[next + 1] == '\n') {
        return -1;
      }
      require(chars[next + 1] == ' ');
      next += 2;
    } else if (lines == ITEM_LINE) {
      if (markerLength(next) > 0) {
        return -1;
      }
      for (int blanks = 0; blanks < indent; blanks++) {
        require(chars[next] == ' ');
        next++;
      }
    }
    require(startsText(next));
    return next;
  }

  /** {@link MarkdownLimits} counts no more than this does. */
  private void requireWithinLimits() {
    require(marks < MarkdownLimits.MAX_MARKS && line - lastBlank < MarkdownLimits.MAX_LINES);
  }
}
