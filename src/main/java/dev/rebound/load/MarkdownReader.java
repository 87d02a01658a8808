package dev.rebound.load;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableBody;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import dev.rebound.source.Block;
import dev.rebound.source.Inline;
import dev.rebound.source.Markup;
import dev.rebound.source.Problem;
import dev.rebound.source.Problems;
import dev.rebound.source.Prose;
import dev.rebound.source.Raw;
import dev.rebound.source.Reference;
import dev.rebound.source.SourceFile;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;

/**
 * CommonMark and GFM tables to our markup. Only what {@link Block} and {@link Inline} can hold gets
 * through: raw HTML and unknown link schemes become findings, so nothing needs sanitising later.
 */
final class MarkdownReader {
  private static final Parser PARSER =
      Parser.builder(
              new MutableDataSet()
                  .set(Parser.EXTENSIONS, List.of(TablesExtension.create()))
                  .set(TablesExtension.COLUMN_SPANS, false)
                  .set(TablesExtension.WITH_CAPTION, false)
                  .set(TablesExtension.APPEND_MISSING_COLUMNS, true)
                  .set(TablesExtension.DISCARD_EXTRA_COLUMNS, true)
                  .set(TablesExtension.HEADER_SEPARATOR_COLUMN_MATCH, true))
          .build();
  private static final Set<String> EMBEDS = Set.of("dialogue", "question");

  /** What no lesson needs, and what makes a parser slow or deep: see {@link #tooMuch}. */
  private static final int MAX_NESTING = 24;

  private static final String INDENT = " ".repeat(MAX_NESTING * 5);
  private static final int MAX_COLUMNS = 64;
  private static final int MAX_MARKS = 4_000;
  private static final int MAX_LINES = 1_000;

  /** What {@link #tooMuch} counts anywhere in a line, and the line's end. */
  private static final boolean[] IS_MARK = new boolean[128];

  static {
    for (char mark : "`[]*_<&|\n".toCharArray()) {
      IS_MARK[mark] = true;
    }
  }

  private final Problems problems;
  private final IntFunction<SourceSpan> place;
  private final Document document;
  private final Typography typography;
  private final Optional<Body> body;
  private int depth;
  private boolean tooDeep;

  /** A file's Markdown; a one-line text has none. */
  private record Body(SourceFile file, int from) {}

  private MarkdownReader(
      Document document,
      IntFunction<SourceSpan> place,
      Optional<Body> body,
      Typography typography,
      Problems problems) {
    this.body = body;
    this.typography = typography;
    this.document = document;
    this.place = place;
    this.problems = problems;
  }

  /** The body of a file from an offset on. */
  static List<Block> blocks(SourceFile file, int from, Typography typography, Problems problems) {
    String text = file.text().substring(from);
    IntFunction<SourceSpan> place = offset -> file.at(from + offset);
    Optional<Problem> refused = tooMuch(text, place);
    if (refused.isPresent()) {
      problems.add(refused.get());
      return List.of();
    }
    try {
      Document document = PARSER.parse(text);
      Optional<Body> body = Optional.of(new Body(file, from));
      return new MarkdownReader(document, place, body, typography, problems).blocks(document);
    } catch (StackOverflowError deep) {
      problems.syntax(
          file.at(from),
          "the Markdown nests too deeply to be read.",
          "Flatten its lists, quotes or links.");
      return List.of();
    }
  }

  /** One YAML text as inline Markdown. */
  static Prose prose(Raw.Scalar text, Typography typography, Problems problems) {
    if (isPlain(text.text())) {
      return new Prose(
          text.span(), List.of(new Inline.Text(text.span(), typography.curl(text.text()))));
    }
    SourceSpan start = text.span();
    IntFunction<SourceSpan> place =
        text.exact()
            ? offset -> new SourceSpan(start.file(), start.line(), start.column() + offset)
            : offset -> start;
    Optional<Problem> refused = tooMuch(text.text(), place);
    if (refused.isPresent()) {
      problems.add(refused.get());
      return new Prose(start, List.of());
    }
    try {
      Document document = PARSER.parse(text.text());
      List<Block> blocks =
          new MarkdownReader(document, place, Optional.empty(), typography, problems)
              .blocks(document);
      if (blocks.size() == 1 && blocks.get(0) instanceof Block.Paragraph paragraph) {
        return new Prose(start, paragraph.content());
      }
      // "1. Do this" or "# 1" in a one-line text is meant as it stands.
      return new Prose(
          start, List.of(new Inline.Text(start, typography.curl(text.text().strip()))));
    } catch (StackOverflowError deep) {
      problems.syntax(start, "the Markdown nests too deeply to be read.", "Flatten it.");
      return new Prose(start, List.of());
    }
  }

  /** Most YAML texts hold no Markdown at all; they need no parser. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '*', '_', '[', '`', '<', '&', '\\', '\n' -> {
          return false;
        }
        default -> {}
      }
    }
    return true;
  }

  /**
   * Bounds that keep any parser within milliseconds: a person writing a lesson meets none of them.
   */
  private static Optional<Problem> tooMuch(String text, IntFunction<SourceSpan> place) {
    int marks = 0;
    int columns = 0;
    int nesting = 0;
    int lines = 0;
    boolean blank = true;
    boolean opening = true;
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      if (!opening && c < 128 && !IS_MARK[c]) {
        blank &= c == ' ' || c == '\t';
        continue;
      }
      if (c == '\n') {
        lines = blank ? 0 : lines + 1;
        blank = true;
        if (lines > MAX_LINES) {
          return Optional.of(
              new Problem(
                  "SyntaxError",
                  place.apply(i),
                  "more than " + MAX_LINES + " lines without a blank one.",
                  "Split it."));
        }
        opening = true;
        nesting = 0;
        columns = 0;
        continue;
      }
      blank &= c == ' ' || c == '\t';
      if (c == '`' || c == '[' || c == ']' || c == '*' || c == '_' || c == '<' || c == '&') {
        marks++;
      }
      if (c == '|') {
        columns++;
      }
      if (opening && (c == '>' || c == '-' || c == '+' || c == '*')) {
        nesting++;
        if (nesting == MAX_NESTING + 1 && isRule(text, i)) {
          opening = false;
          nesting = 0;
        }
      } else if (opening && isListNumber(text, i)) {
        nesting++;
      } else if (opening && c == ' ' && text.startsWith(INDENT, i)) {
        nesting = MAX_NESTING + 1;
      } else if (c != ' ' && c != '\t' && !(opening && Character.isDigit(c))) {
        opening = false;
      }
      if (marks > MAX_MARKS || columns > MAX_COLUMNS || nesting > MAX_NESTING) {
        String what =
            marks > MAX_MARKS
                ? "more than " + MAX_MARKS + " Markdown marks in one text"
                : columns > MAX_COLUMNS
                    ? "a table of more than " + MAX_COLUMNS + " columns"
                    : "lists or quotes nested deeper than " + MAX_NESTING;
        return Optional.of(
            new Problem("SyntaxError", place.apply(i), what + ".", "Split or flatten it."));
      }
    }
    return Optional.empty();
  }

  /** The stop or bracket of {@code 1.} or {@code 1)}. */
  private static boolean isListNumber(String text, int at) {
    return (text.charAt(at) == '.' || text.charAt(at) == ')')
        && at > 0
        && Character.isDigit(text.charAt(at - 1));
  }

  /** A line of dashes or stars only. */
  private static boolean isRule(String text, int at) {
    int start = text.lastIndexOf('\n', at) + 1;
    int newline = text.indexOf('\n', at);
    String line = text.substring(start, newline < 0 ? text.length() : newline).strip();
    return line.chars().allMatch(c -> c == line.charAt(0)) && line.charAt(0) != '>';
  }

  private List<Block> blocks(Node parent) {
    List<Block> blocks = new ArrayList<>();
    if (descend(parent)) {
      for (Node node : parent.getChildren()) {
        block(node).ifPresent(blocks::add);
      }
    }
    depth--;
    return List.copyOf(blocks);
  }

  /**
   * Whether what is below may still be read: whoever walks the result must not run out of stack.
   */
  private boolean descend(Node parent) {
    depth++;
    if (depth == MAX_NESTING + 1 && !tooDeep) {
      tooDeep = true;
      problems.syntax(
          at(parent),
          "lists, quotes or emphasis nested deeper than " + MAX_NESTING + ".",
          "Split or flatten it.");
    }
    return depth <= MAX_NESTING;
  }

  private Optional<Block> block(Node node) {
    SourceSpan span = at(node);
    if (node instanceof Heading heading) {
      return Optional.of(new Block.Heading(span, heading.getLevel(), inlines(node)));
    } else if (node instanceof Paragraph) {
      return Optional.of(new Block.Paragraph(span, inlines(node)));
    } else if (node instanceof BlockQuote) {
      return Optional.of(quote(span, blocks(node)));
    } else if (node instanceof ListBlock list) {
      List<List<Block>> items = new ArrayList<>();
      for (Node item : list.getChildren()) {
        items.add(blocks(item));
      }
      boolean ordered = list instanceof OrderedList;
      int start = list instanceof OrderedList numbered ? numbered.getStartNumber() : 1;
      return Optional.of(new Block.ItemList(span, ordered, start, List.copyOf(items)));
    } else if (node instanceof TableBlock) {
      return Optional.of(table(span, node));
    } else if (node instanceof FencedCodeBlock fence) {
      return fence(span, fence);
    } else if (node instanceof IndentedCodeBlock code) {
      return Optional.of(new Block.CodeBlock(span, "", code.getContentChars().toString()));
    } else if (node instanceof ThematicBreak) {
      return Optional.of(new Block.ThematicBreak(span));
    } else if (node instanceof HtmlBlockBase && !(node instanceof HtmlCommentBlock)) {
      refuseHtml(span, node.getChars().toString());
    }
    return Optional.empty();
  }

  /**
   * A quote whose last line credits an excerpt is that excerpt's; any other is the author's own.
   */
  private static Block quote(SourceSpan span, List<Block> content) {
    if (!content.isEmpty() && content.get(content.size() - 1) instanceof Block.Paragraph last) {
      List<Inline> run = last.content();
      int end = run.size();
      if (end >= 2
          && run.get(end - 1) instanceof Inline.ReferenceLink credit
          && credit.to().kind().equals("excerpt")
          && run.get(end - 2) instanceof Inline.Text dash
          && (dash.text().strip().equals("—") || dash.text().strip().equals("--"))) {
        boolean ownParagraph = end == 2;
        List<Inline> words = new ArrayList<>();
        if (ownParagraph
            && content.size() == 2
            && content.get(0) instanceof Block.Paragraph quoted) {
          words.addAll(quoted.content());
        } else if (content.size() == 1 && end > 3 && run.get(end - 3) instanceof Inline.Break) {
          words.addAll(run.subList(0, end - 3));
        }
        if (!words.isEmpty()) {
          return new Block.ExcerptQuote(span, List.copyOf(words), credit.to());
        }
      }
    }
    return new Block.BlockQuote(span, content);
  }

  private Optional<Block> fence(SourceSpan span, FencedCodeBlock fence) {
    String info = fence.getInfo().toString().strip();
    String[] words = info.split("\\s+", 2);
    if (words.length == 2 && EMBEDS.contains(words[0])) {
      SourceSpan id =
          place.apply(fence.getInfo().getStartOffset() + info.length() - words[1].length());
      return Optional.of(new Block.Embed(new Reference(words[0], words[1], id)));
    }
    if (words.length == 1 && EMBEDS.contains(words[0])) {
      problems.syntax(
          span,
          "this " + words[0] + " block names no " + words[0] + ".",
          "Write its id after the word: ```"
              + words[0]
              + " "
              + (words[0].equals("dialogue") ? "id" : "bank/id"));
      return Optional.empty();
    }
    if (words[0].equals("chart")) {
      return chart(span, fence);
    }
    SourceSpan text = place.apply(fence.getContentChars().getStartOffset());
    return Optional.of(new Block.CodeBlock(text, words[0], fence.getContentChars().toString()));
  }

  /** A chart's YAML is read where it stands, so that what is wrong in it is found there. */
  private Optional<Block> chart(SourceSpan span, FencedCodeBlock fence) {
    if (span.column() != 1) {
      problems.syntax(
          span,
          "a chart cannot stand inside a list or a quote.",
          "Start the block at the beginning of a line.");
      return Optional.empty();
    }
    BasedSequence yaml = fence.getContentChars();
    if (yaml.isBlank()) {
      problems.syntax(span, "this chart block is empty.", "Say its `type:` and what it shows.");
      return Optional.empty();
    }
    return body.flatMap(
            b ->
                YamlReader.read(
                    b.file, b.from + yaml.getStartOffset(), b.from + yaml.getEndOffset(), problems))
        .flatMap(raw -> ChartReader.read(raw, span, typography, problems))
        .map(Block.ChartBlock::new);
  }

  private Block table(SourceSpan span, Node table) {
    List<List<Inline>> head = new ArrayList<>();
    List<List<List<Inline>>> rows = new ArrayList<>();
    for (Node part : table.getChildren()) {
      for (Node row : part.getChildren()) {
        if (!(row instanceof TableRow)) {
          continue;
        }
        List<List<Inline>> cells = new ArrayList<>();
        for (Node cell : row.getChildren()) {
          if (cell instanceof TableCell) {
            cells.add(inlines(cell));
          }
        }
        if (part instanceof TableHead) {
          head.addAll(cells);
        } else if (part instanceof TableBody) {
          while (cells.size() < head.size()) {
            cells.add(List.of());
          }
          rows.add(List.copyOf(cells.subList(0, head.size())));
        }
      }
    }
    return new Block.Table(span, List.copyOf(head), List.copyOf(rows));
  }

  private List<Inline> inlines(Node parent) {
    List<Inline> run = new ArrayList<>();
    if (descend(parent)) {
      for (Node node : parent.getChildren()) {
        inline(node, run);
      }
    }
    depth--;
    return List.copyOf(run);
  }

  private void inline(Node node, List<Inline> run) {
    SourceSpan span = at(node);
    if (node instanceof Emphasis) {
      run.add(new Inline.Emphasis(span, inlines(node)));
    } else if (node instanceof StrongEmphasis) {
      run.add(new Inline.Strong(span, inlines(node)));
    } else if (node instanceof Code code) {
      run.add(new Inline.Code(span, code.getText().toString()));
    } else if (node instanceof SoftLineBreak) {
      run.add(new Inline.Break(span, false));
    } else if (node instanceof HardLineBreak) {
      run.add(new Inline.Break(span, true));
    } else if (node instanceof Image image) {
      run.add(new Inline.Image(span, image.getUrl().unescape(), Markup.plain(inlines(node))));
    } else if (node instanceof Link link) {
      link(span, link.getUrl().unescape(), inlines(node), run);
    } else if (node instanceof AutoLink auto) {
      String url = auto.getText().toString();
      link(span, url, List.of(new Inline.Text(span, url)), run);
    } else if (node instanceof MailLink mail) {
      String address = mail.getText().toString();
      run.add(
          new Inline.WebLink(span, "mailto:" + address, List.of(new Inline.Text(span, address))));
    } else if (node instanceof LinkRef ref) {
      var defined = ref.getReferenceNode(document);
      if (defined != null) {
        List<Inline> content =
            node.hasChildren()
                ? inlines(node)
                : List.of(new Inline.Text(span, ref.getReference().unescape()));
        link(span, defined.getUrl().unescape(), content, run);
      } else {
        text(node, span, run);
      }
    } else if (node instanceof ImageRef ref) {
      var defined = ref.getReferenceNode(document);
      if (defined != null) {
        run.add(new Inline.Image(span, defined.getUrl().unescape(), Markup.plain(inlines(node))));
      } else {
        text(node, span, run);
      }
    } else if (node instanceof HtmlInlineBase) {
      if (!(node instanceof HtmlInlineComment)) {
        refuseHtml(span, node.getChars().toString());
      }
    } else {
      text(node, span, run);
    }
  }

  /** Text, an entity, or brackets that are no link: neighbours join, so that a run reads as one. */
  private void text(Node node, SourceSpan span, List<Inline> run) {
    BasedSequence chars = node.getChars();
    boolean escaped = chars.indexOf('\\') >= 0 || chars.indexOf('&') >= 0;
    String text = typography.curl(escaped ? chars.unescape() : chars.toString(), run);
    if (text.isEmpty()) {
      return;
    }
    if (!run.isEmpty() && run.get(run.size() - 1) instanceof Inline.Text before) {
      run.set(run.size() - 1, new Inline.Text(before.span(), before.text() + text));
    } else {
      run.add(new Inline.Text(span, text));
    }
  }

  private void link(SourceSpan span, String destination, List<Inline> content, List<Inline> run) {
    Optional<Reference> reference = Reference.parse(destination, span);
    if (reference.isPresent()) {
      boolean mapping =
          reference.get().kind().equals("principle") && Markup.plain(content).equals("·");
      run.add(
          mapping
              ? new Inline.Mapping(reference.get())
              : new Inline.ReferenceLink(reference.get(), content));
      return;
    }
    String lower = destination.toLowerCase(Locale.ROOT);
    if (lower.startsWith("https://")
        || lower.startsWith("http://")
        || lower.startsWith("mailto:")
        || lower.startsWith("#")) {
      run.add(new Inline.WebLink(span, destination, content));
      return;
    }
    int colon = destination.indexOf(':');
    String hint =
        colon > 0
            ? "Links take https:, mailto:, #section, or one of ours: "
                + String.join(":, ", new TreeSet<>(Reference.LINK_KINDS))
                + ":."
            : "Link to a lesson by its id: [text](lesson:id).";
    problems.add(
        new Problem(
            "BrokenLink", span, "a link cannot go to \"" + shortened(destination) + "\".", hint));
    run.addAll(content);
  }

  private void refuseHtml(SourceSpan span, String html) {
    problems.add(
        new Problem(
            "UnsafeHtml",
            span,
            "raw HTML is not published: " + shortened(html.strip()),
            "Say it in Markdown, or put it in `back quotes` to show it as text."));
  }

  private static String shortened(String text) {
    int newline = text.indexOf('\n');
    String line = newline < 0 ? text : text.substring(0, newline);
    return line.length() <= 60 ? line : line.substring(0, 57) + "…";
  }

  private SourceSpan at(Node node) {
    return place.apply(node.getStartOffset());
  }
}
