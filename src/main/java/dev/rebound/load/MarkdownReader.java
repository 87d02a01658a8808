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
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
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
import dev.rebound.source.SourceFile;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * CommonMark, GFM tables and footnotes to our markup. Only what {@link Block} and {@link Inline}
 * can hold gets through: raw HTML and unknown link schemes become findings, so nothing needs
 * sanitising later.
 */
final class MarkdownReader {
  /** A text of one line: no table, which the other parser prepares for in every text. */
  private static final Parser LINE = Parser.builder().build();

  private static final Parser PARSER =
      Parser.builder(
              new MutableDataSet()
                  .set(
                      Parser.EXTENSIONS,
                      List.of(TablesExtension.create(), FootnoteExtension.create()))
                  .set(TablesExtension.COLUMN_SPANS, false)
                  .set(TablesExtension.WITH_CAPTION, false)
                  .set(TablesExtension.APPEND_MISSING_COLUMNS, true)
                  .set(TablesExtension.DISCARD_EXTRA_COLUMNS, true)
                  .set(TablesExtension.HEADER_SEPARATOR_COLUMN_MATCH, true))
          .build();

  private final Problems problems;
  private final Extent extent;
  private final Document document;
  private final MarkdownParts parts;
  private int depth;
  private boolean tooDeep;

  private MarkdownReader(Document document, Extent extent, MarkdownParts parts, Problems problems) {
    this.parts = parts;
    this.document = document;
    this.extent = extent;
    this.problems = problems;
  }

  /** The body of a file from an offset on; nothing where it is more than is read, and said so. */
  static Optional<List<Block>> blocks(
      SourceFile file, int from, Typography typography, Problems problems) {
    String text = file.text().substring(from);
    Extent extent = (start, end) -> file.span(from + start, from + end);
    Optional<Problem> refused = MarkdownLimits.tooMuch(text, extent);
    if (refused.isPresent()) {
      problems.add(refused.get());
      return Optional.empty();
    }
    try {
      Document document = document(text);
      var body = Optional.of(new MarkdownParts.Body(file, from));
      MarkdownParts parts = new MarkdownParts(body, extent, typography, problems);
      return Optional.of(new MarkdownReader(document, extent, parts, problems).blocks(document));
    } catch (StackOverflowError deep) {
      problems.syntax(
          file.at(from),
          "the Markdown nests too deeply to be read.",
          "Flatten its lists, quotes or links.");
      return Optional.empty();
    }
  }

  /** What Flexmark makes of it; a test counts the characters that it looks at. */
  static Document document(CharSequence text) {
    return PARSER.parse(BasedSequence.of(text));
  }

  /** One YAML text as inline Markdown. */
  static Prose prose(SourceFile file, Raw.Scalar text, Typography typography, Problems problems) {
    return new Prose(text.span(), line(file, text, typography, problems), text.style());
  }

  private static List<Inline> line(
      SourceFile file, Raw.Scalar text, Typography typography, Problems problems) {
    SourceSpan span = text.span();
    if (text.text().length() > MarkdownLimits.MAX_TEXT) {
      problems.syntax(
          span,
          "a text of more than " + MarkdownLimits.MAX_TEXT + " characters.",
          "Shorten it; what is long to read belongs in a lesson.");
      return List.of();
    }
    if (isPlain(text.text())) {
      return List.of(new Inline.Text(span, typography.curl(text.text())));
    }
    Extent extent = Extent.of(file, text);
    Optional<Problem> refused = MarkdownLimits.tooMuch(text.text(), extent);
    if (refused.isPresent()) {
      problems.add(refused.get());
      return List.of();
    }
    try {
      Document document = (text.text().indexOf('\n') < 0 ? LINE : PARSER).parse(text.text());
      MarkdownParts parts = new MarkdownParts(Optional.empty(), extent, typography, problems);
      List<Block> blocks = new MarkdownReader(document, extent, parts, problems).blocks(document);
      if (blocks.size() == 1 && blocks.get(0) instanceof Block.Paragraph paragraph) {
        return paragraph.content();
      }
      // "1. Do this" or "# 1" in a one-line text is meant as it stands.
      return List.of(new Inline.Text(span, typography.curl(text.text().strip())));
    } catch (StackOverflowError deep) {
      problems.syntax(span, "the Markdown nests too deeply to be read.", "Flatten it.");
      return List.of();
    }
  }

  /**
   * Whether a text is one line without a character that Markdown gives a meaning to. Most texts of
   * a bank are; a parser takes forty times as long to find that out.
   */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("*_[`<&\\\n".indexOf(text.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
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
    if (depth == MarkdownLimits.MAX_NESTING + 1 && !tooDeep) {
      tooDeep = true;
      problems.syntax(
          blockAt(parent),
          "lists, quotes or emphasis nested deeper than " + MarkdownLimits.MAX_NESTING + ".",
          "Split or flatten it.");
    }
    return depth <= MarkdownLimits.MAX_NESTING;
  }

  private Optional<Block> block(Node node) {
    SourceSpan span = blockAt(node);
    if (node instanceof Heading heading) {
      return Optional.of(new Block.Heading(span, heading.getLevel(), inlines(node)));
    } else if (node instanceof Paragraph) {
      return Optional.of(new Block.Paragraph(span, inlines(node)));
    } else if (node instanceof BlockQuote) {
      return Optional.of(MarkdownParts.quote(span, blocks(node)));
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
      BasedSequence info = fence.getInfo();
      List<BasedSequence> lines = fence.getContentLines();
      return parts.fence(
          new MarkdownParts.Fence(
              span,
              info.toString(),
              info.getStartOffset(),
              joined(lines),
              lines.isEmpty() ? 0 : lines.get(0).getStartOffset(),
              lines.isEmpty() ? 0 : lines.get(lines.size() - 1).getEndOffset()));
    } else if (node instanceof IndentedCodeBlock code) {
      return Optional.of(new Block.CodeBlock(span, "", joined(code.getContentLines())));
    } else if (node instanceof FootnoteBlock note) {
      return Optional.of(new Block.Footnote(span, note.getText().toString().strip(), blocks(node)));
    } else if (node instanceof ThematicBreak) {
      return Optional.of(new Block.ThematicBreak(span));
    } else if (node instanceof HtmlBlockBase && !(node instanceof HtmlCommentBlock)) {
      refuseHtml(span, node.getChars().toString());
    }
    return Optional.empty();
  }

  /** Flexmark's own sequence of the lines takes the square of their number to make. */
  private static String joined(List<BasedSequence> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(text::append);
    return text.toString();
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
      run.add(new Inline.Image(span, unescaped(image.getUrl()), Markup.plain(inlines(node))));
    } else if (node instanceof Footnote mark) {
      run.add(new Inline.FootnoteMark(span, mark.getText().toString().strip()));
    } else if (node instanceof Link link) {
      parts.link(span, unescaped(link.getUrl()), inlines(node), run);
    } else if (node instanceof AutoLink auto) {
      String url = auto.getText().toString();
      parts.link(span, url, List.of(new Inline.Text(span, url)), run);
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
                : List.of(new Inline.Text(span, unescaped(ref.getReference())));
        parts.link(span, unescaped(defined.getUrl()), content, run);
      } else {
        text(node, span, run);
      }
    } else if (node instanceof ImageRef ref) {
      var defined = ref.getReferenceNode(document);
      if (defined != null) {
        run.add(new Inline.Image(span, unescaped(defined.getUrl()), Markup.plain(inlines(node))));
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

  /** Text, an entity, or brackets that are no link. */
  private void text(Node node, SourceSpan span, List<Inline> run) {
    BasedSequence chars = node.getChars();
    boolean escaped = chars.indexOf('\\') >= 0 || chars.indexOf('&') >= 0;
    parts.text(span, escaped ? unescaped(chars) : chars.toString(), run);
  }

  /** What escapes and entities stand for; what no text may hold is reported and left out. */
  private String unescaped(BasedSequence chars) {
    String text = chars.unescape();
    // CommonMark 2.5: &#0; and what is beyond Unicode are U+FFFD.
    boolean lost = text.indexOf('\uFFFD') >= 0 && chars.indexOf('\uFFFD') < 0;
    Optional<ForbiddenCharacter> forbidden = ForbiddenCharacter.in(text);
    if (!lost && forbidden.isEmpty()) {
      return text;
    }
    SourceSpan span = extent.of(chars.getStartOffset(), chars.getEndOffset());
    forbidden.ifPresent(it -> it.report(span, problems));
    if (lost) {
      problems.syntax(
          span,
          "\"" + MarkdownParts.shortened(chars.toString()) + "\" is no character.",
          "Delete it.");
    }
    return ForbiddenCharacter.removed(text);
  }

  private void refuseHtml(SourceSpan span, String html) {
    problems.add(
        new Problem(
            "UnsafeHtml",
            span,
            "raw HTML is not published: " + MarkdownParts.shortened(html.strip()),
            "Say it in Markdown, or put it in `back quotes` to show it as text."));
  }

  private SourceSpan at(Node node) {
    return extent.of(node.getStartOffset(), node.getEndOffset());
  }

  /** Without the line ends behind it. */
  private SourceSpan blockAt(Node node) {
    int start = node.getStartOffset();
    int end = node.getEndOffset();
    while (end > start && Character.isWhitespace(document.getChars().charAt(end - 1))) {
      end--;
    }
    return extent.of(start, end);
  }
}
