package dev.rebound.load;

import dev.rebound.source.Problems;
import dev.rebound.source.Raw;
import dev.rebound.source.ScalarStyle;
import dev.rebound.source.SourceFile;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

/**
 * YAML 1.2 to located values, straight from the library's events: every node keeps its mark, and
 * depth is bounded before anything is built. Aliases, anchors and tags are refused: content has no
 * use for them, and without them no document can grow beyond its own size.
 */
final class YamlReader {
  /** How deep lists and mappings may nest; content needs seven. */
  static final int MAX_DEPTH = 32;

  /** What of the library is made once, and only where a file asks for it. */
  private static final class Library {
    /** Its defaults compile a dozen patterns. Files are bounded by their size. */
    static final LoadSettings SETTINGS =
        LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();

    static final ScalarResolver RESOLVER = new CoreScalarResolver(false);

    static final Pattern ESCAPE =
        Pattern.compile("\\\\(x\\p{XDigit}{2}|u\\p{XDigit}{4}|U\\p{XDigit}{8}|.)", Pattern.DOTALL);

    static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]+");
  }

  private final SourceFile file;
  private final int from;
  private final int firstLine;
  private final Problems problems;
  private final Iterator<Event> events;

  /** Where what was read last ends in the file, its quotes included. */
  private int end;

  /** The last text in quotes. */
  private Optional<ScalarEvent> quoted = Optional.empty();

  /** Whether it has characters of two UTF-16 units: few files do, and every node has a place. */
  private final boolean astral;

  private YamlReader(SourceFile file, int from, int to, Problems problems) {
    this.file = file;
    this.problems = problems;
    this.from = from;
    this.firstLine = from == 0 ? 0 : file.at(from).line() - 1;
    String yaml = file.text().substring(from, to);
    this.astral = yaml.codePointCount(0, yaml.length()) < yaml.length();
    this.events = new Parse(Library.SETTINGS).parseString(yaml).iterator();
  }

  /**
   * The one document between two offsets of a file; nothing when it is empty or broken, which is
   * reported.
   */
  static Optional<Raw> read(SourceFile file, int from, int to, Problems problems) {
    YamlReader reader = new YamlReader(file, from, to, problems);
    try {
      return reader.document();
    } catch (Refused refused) {
      problems.syntax(refused.span, refused.said, refused.hint);
    } catch (MarkedYamlEngineException broken) {
      String said = String.valueOf(broken.getProblem());
      // Where a quote or bracket was opened says more than where the file ends.
      Optional<Mark> mark =
          said.contains("end of stream") || said.contains("<stream end>")
              ? broken.getContextMark().or(broken::getProblemMark)
              : broken.getProblemMark().or(broken::getContextMark);
      SourceSpan span = mark.map(reader::span).orElse(SourceSpan.wholeFile(file.name()));
      if (!reader.blamesQuote(broken.getProblemMark())) {
        problems.syntax(span, "not valid YAML: " + said + ".", hint(said));
      }
    } catch (YamlEngineException broken) {
      problems.syntax(
          SourceSpan.wholeFile(file.name()),
          "not valid YAML: " + firstLineOf(broken.getMessage()) + ".",
          "Look for lines that start with %.");
    }
    return Optional.empty();
  }

  /**
   * A quote that is not closed ends where the next one was to begin, often many lines on, and what
   * follows is no YAML: the quote that opened is to blame.
   */
  private boolean blamesQuote(Optional<Mark> broken) {
    Optional<Mark> start = quoted.flatMap(ScalarEvent::getStartMark);
    Optional<Mark> end = quoted.flatMap(ScalarEvent::getEndMark);
    if (broken.isEmpty()
        || start.isEmpty()
        || end.isEmpty()
        || start.get().getLine() == end.get().getLine()
        || end.get().getLine() != broken.get().getLine()) {
      return false;
    }
    problems.syntax(
        span(start.get()),
        "the quote that opens here is closed only in line "
            + span(end.get()).line()
            + ", where more text follows.",
        "Close it where its text ends; double a ' in '…', write \\\" in \"…\".");
    return true;
  }

  /** A whole YAML file. */
  static Optional<Raw> read(SourceFile file, Problems problems) {
    return read(file, 0, file.text().length(), problems);
  }

  private Optional<Raw> document() {
    Optional<Raw> root = Optional.empty();
    while (events.hasNext()) {
      Event event = events.next();
      switch (event.getEventId()) {
        case DocumentStart -> {
          if (root.isPresent()) {
            SourceSpan at = span(((DocumentStartEvent) event).getStartMark().orElseThrow());
            throw new Refused(
                at, "a second YAML document starts here.", "Keep one document to a file.");
          }
        }
        case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
        default -> root = Optional.of(node(event, 0));
      }
    }
    if (root.isEmpty()) {
      throw new Refused(
          file.at(from), "there is nothing here but comments.", "Fill it or remove it.");
    }
    return root;
  }

  private Raw node(Event event, int depth) {
    int start = offset(event.getStartMark().orElseThrow());
    if (depth > MAX_DEPTH) {
      throw new Refused(
          file.at(start),
          "nested deeper than " + MAX_DEPTH + " levels.",
          "Content never needs that; flatten it.");
    }
    if (event instanceof AliasEvent) {
      throw new Refused(file.at(start), "YAML aliases are not used here.", "Write the value out.");
    }
    if (((NodeEvent) event).getAnchor().isPresent()) {
      throw new Refused(file.at(start), "YAML anchors are not used here.", "Remove the `&name`.");
    }
    if (event instanceof ScalarEvent scalar) {
      refuseTag(scalar.getTag(), start);
      return scalar(scalar, start);
    }
    CollectionStartEvent collection = (CollectionStartEvent) event;
    refuseTag(collection.getTag(), start);
    return collection instanceof SequenceStartEvent
        ? sequence(collection, start, depth)
        : mapping(collection, start, depth);
  }

  private Raw.Sequence sequence(CollectionStartEvent event, int start, int depth) {
    List<Raw> items = new ArrayList<>();
    Event next = events.next();
    while (!next.getEventId().equals(Event.ID.SequenceEnd)) {
      items.add(node(next, depth + 1));
      next = events.next();
    }
    return new Raw.Sequence(closed(event, start, next), List.copyOf(items));
  }

  private Raw.Mapping mapping(CollectionStartEvent event, int start, int depth) {
    List<Raw.Entry> entries = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    Event next = events.next();
    for (; !next.getEventId().equals(Event.ID.MappingEnd); next = events.next()) {
      Raw key = node(next, depth + 1);
      if (!(key instanceof Raw.Scalar name)) {
        throw new Refused(
            key.span(),
            "a " + key.kind() + " cannot be a key.",
            "Quote text that starts with [ or {.");
      }
      Event second = events.next();
      if (event.isFlow() && isCut(next, second) && joins(entries, name)) {
        continue;
      }
      Raw value = node(second, depth + 1);
      if (keys.add(name.text())) {
        entries.add(new Raw.Entry(name.located(), value));
      } else {
        problems.syntax(
            name.span(),
            "key \"" + name.text() + "\" stands here a second time.",
            "Only the first counts; remove or rename one.");
      }
    }
    return new Raw.Mapping(closed(event, start, next), List.copyOf(entries));
  }

  /**
   * In brackets it ends with them; else with the last thing in it, for blanks and comments follow.
   */
  private SourceSpan closed(CollectionStartEvent start, int from, Event close) {
    if (start.isFlow()) {
      end = offset(close.getEndMark().orElseThrow());
    }
    return file.span(from, Math.max(from, end));
  }

  /** Whether a key in braces has no colon: {@code we can} in {@code { text: Yes, we can }}. */
  private boolean isCut(Event key, Event value) {
    return value instanceof ScalarEvent scalar
        && style(scalar) == ScalarStyle.PLAIN
        && scalar.getValue().isEmpty()
        && file.text()
            .substring(
                offset(key.getEndMark().orElseThrow()), offset(value.getStartMark().orElseThrow()))
            .isBlank();
  }

  /** Joins what a comma has cut off to the text before it, and says what to do. */
  private boolean joins(List<Raw.Entry> entries, Raw.Scalar rest) {
    if (entries.isEmpty()
        || !(entries.get(entries.size() - 1).value() instanceof Raw.Scalar before)
        || before.type() == Raw.ScalarType.NULL) {
      return false;
    }
    String whole = before.text() + ", " + rest.text();
    String shown = whole.length() <= 60 ? whole : whole.substring(0, 57) + "…";
    problems.syntax(
        rest.span(),
        "in braces a text ends at a comma, and this is left over: \"" + rest.text() + "\".",
        "Quote the whole text: \"" + shown + "\".");
    Raw.Entry last = entries.remove(entries.size() - 1);
    entries.add(
        new Raw.Entry(
            last.key(),
            new Raw.Scalar(
                before.span().to(rest.span()), whole, Raw.ScalarType.TEXT, before.style())));
    return true;
  }

  private Raw.Scalar scalar(ScalarEvent event, int start) {
    String text = allowed(event, start);
    ScalarStyle style = style(event);
    boolean inQuotes = style == ScalarStyle.SINGLE_QUOTED || style == ScalarStyle.DOUBLE_QUOTED;
    if (inQuotes) {
      quoted = Optional.of(event);
    }
    end = Math.max(start, offset(event.getEndMark().orElseThrow()));
    if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
      while (end > start && " \t\n".indexOf(file.text().charAt(end - 1)) >= 0) {
        end--;
      }
    }
    int inset = inQuotes ? 1 : 0;
    Raw.ScalarType type = style == ScalarStyle.PLAIN ? type(text) : Raw.ScalarType.TEXT;
    return new Raw.Scalar(file.span(start + inset, end - inset), text, type, style);
  }

  private static ScalarStyle style(ScalarEvent event) {
    return switch (event.getScalarStyle()) {
      case SINGLE_QUOTED -> ScalarStyle.SINGLE_QUOTED;
      case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> ScalarStyle.DOUBLE_QUOTED;
      case LITERAL -> ScalarStyle.LITERAL;
      case FOLDED -> ScalarStyle.FOLDED;
      case PLAIN -> ScalarStyle.PLAIN;
    };
  }

  /** Its text; what only an escape can have brought in is reported and left out. */
  private String allowed(ScalarEvent event, int start) {
    String text = event.getValue();
    Optional<ForbiddenCharacter> forbidden = ForbiddenCharacter.in(text);
    if (forbidden.isEmpty()) {
      return text;
    }
    Matcher escape = Library.ESCAPE.matcher(file.text());
    int found = start;
    for (int from = start; escape.find(from); from = escape.end()) {
      if (unescaped(escape.group(1)) == forbidden.get().codePoint()) {
        found = escape.start();
        break;
      }
    }
    forbidden.get().report(file.at(found), problems);
    return ForbiddenCharacter.removed(text);
  }

  /**
   * @param escape what stands after the backslash
   * @see <a href="https://yaml.org/spec/1.2.2/#57-escaped-characters">YAML 1.2.2: 5.7</a>
   */
  private static int unescaped(String escape) {
    return switch (escape.charAt(0)) {
      case '0' -> 0;
      case 'a' -> 7;
      case 'b' -> 8;
      case 'v' -> 0xB;
      case 'f' -> 0xC;
      case 'e' -> 0x1B;
      case 'N' -> 0x85;
      case 'x', 'u', 'U' ->
          escape.length() == 1 ? -1 : Integer.parseUnsignedInt(escape, 1, escape.length(), 16);
      default -> -1;
    };
  }

  /** What a text without quotes is. */
  static Raw.ScalarType type(String text) {
    // All else begins with one of these; most plain texts of a course are ids.
    char first = text.isEmpty() ? '~' : text.charAt(0);
    if ("+-.0123456789~nNtTfF".indexOf(first) < 0
        || (Character.isLetter(first) && text.length() > "false".length())) {
      return Raw.ScalarType.TEXT;
    }
    if (text.equals("true") || text.equals("false")) {
      return Raw.ScalarType.BOOLEAN;
    } else if (isDigits(text)) {
      return Raw.ScalarType.INTEGER;
    }
    Tag tag = Library.RESOLVER.resolve(text, true);
    // 0x50, 0o17 and .inf are numbers to YAML; to an author of lessons they are text.
    if (tag.equals(Tag.INT) && Library.DECIMAL.matcher(text).matches()) {
      return Raw.ScalarType.INTEGER;
    } else if (tag.equals(Tag.FLOAT) && !text.contains(".inf") && !text.contains(".nan")) {
      return Raw.ScalarType.NUMBER;
    } else if (tag.equals(Tag.BOOL)) {
      return Raw.ScalarType.BOOLEAN;
    }
    return tag.equals(Tag.NULL) ? Raw.ScalarType.NULL : Raw.ScalarType.TEXT;
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private void refuseTag(Optional<String> tag, int start) {
    if (tag.isPresent()) {
      throw new Refused(
          file.at(start),
          "YAML tags are not used here.",
          "Remove the `!` word; quote text that starts with `!`.");
    }
  }

  private SourceSpan span(Mark mark) {
    return file.at(offset(mark));
  }

  /** Marks count code points in lines of the document; the file counts UTF-16 units. */
  private int offset(Mark mark) {
    int line = mark.getLine() + firstLine + 1;
    int start = file.offset(line, 1);
    int room = file.lineEnd(line) - start;
    int column = mark.getColumn();
    if (astral) {
      String text = file.text();
      int points = text.codePointCount(start, start + room);
      column = text.offsetByCodePoints(start, Math.min(column, points)) - start;
    }
    return start + Math.min(column, room);
  }

  private static String hint(String said) {
    if (said.contains("(TAB)") || said.contains("'\\t")) {
      return "Indent with blanks, not tabs.";
    }
    if (said.contains("mapping values are not allowed")) {
      return "Quote a text that holds `: `.";
    }
    if (said.contains("expected <block end>")) {
      return "Look at the indentation of this line and the one above; quote a text that goes on after its closing quote.";
    }
    if (said.contains("while scanning a quoted scalar")
        || said.contains("expected ',' or ")
        || said.contains("unexpected end of stream")) {
      return "A quote or bracket was opened and not closed.";
    }
    if (said.contains("cannot start any token") || said.contains("escape character")) {
      return "Quote the text, in single quotes if it holds a backslash.";
    }
    return "";
  }

  private static String firstLineOf(@org.jspecify.annotations.Nullable String message) {
    String said = String.valueOf(message);
    int end = said.indexOf('\n');
    return end < 0 ? said : said.substring(0, end);
  }

  /** Valid YAML that content does not use. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    final transient SourceSpan span;
    final String said;
    final String hint;

    Refused(SourceSpan span, String message, String hint) {
      super(message, null, false, false);
      this.span = span;
      this.said = message;
      this.hint = hint;
    }
  }
}
