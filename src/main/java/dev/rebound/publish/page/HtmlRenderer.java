package dev.rebound.publish.page;

import dev.rebound.source.Block;
import dev.rebound.source.Inline;
import dev.rebound.source.Markup;
import dev.rebound.source.Reference;
import dev.rebound.source.Slug;
import dev.rebound.source.SourceSpan;
import dev.rebound.source.XmlText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Markup trees to HTML. One renderer is one page's body: it gives every heading an id of its own
 * and remembers the principles that have been cited.
 */
public final class HtmlRenderer {
  /** A heading of a rendered body, for its table of contents. */
  public record Heading(int level, String id, String text) {}

  private final RenderContext around;
  private final Slug slugs = new Slug();
  private final Set<String> noted = new HashSet<>();
  private final List<Heading> headings = new ArrayList<>();
  private final StringBuilder out;
  private final Footnotes footnotes;
  private int charts;

  private HtmlRenderer(RenderContext around, int size) {
    this.around = around;
    this.out = new StringBuilder(size);
    this.footnotes = new Footnotes(around);
  }

  /** A rendered body and its headings. */
  public record Body(Html html, List<Heading> headings) {}

  /** A body of blocks. */
  public static Body body(List<Block> blocks, RenderContext around) {
    HtmlRenderer renderer = new HtmlRenderer(around, 8192);
    renderer.footnotes.of(blocks);
    for (Block block : blocks) {
      renderer.out.append(around.before(block));
      renderer.block(block);
      renderer.out.append(around.after(block));
    }
    renderer.footnotes();
    return new Body(new Html(renderer.out.toString()), List.copyOf(renderer.headings));
  }

  /** One run of text. */
  public static Html run(List<Inline> inlines, RenderContext around) {
    HtmlRenderer renderer = new HtmlRenderer(around, 128);
    renderer.inlines(inlines);
    return new Html(renderer.out.toString());
  }

  /** A run that stands at a place of its own, and says so where an output wants that. */
  static Html run(SourceSpan at, List<Inline> inlines, RenderContext around) {
    String place = around.place(at);
    Html run = run(inlines, around);
    return place.isEmpty() ? run : new Html("<span" + place + ">" + run + "</span>");
  }

  private void blocks(List<Block> blocks) {
    for (Block block : blocks) {
      block(block);
    }
  }

  private void block(Block block) {
    if (block instanceof Block.Paragraph paragraph) {
      paragraph(paragraph);
    } else if (block instanceof Block.Heading heading) {
      heading(heading);
    } else if (block instanceof Block.ItemList list) {
      noted(list, () -> list(list));
    } else if (block instanceof Block.ExcerptQuote quote) {
      out.append("<figure class=\"excerpt\"><blockquote><p")
          .append(place(quote.words()))
          .append('>');
      inlines(quote.words());
      out.append("</p></blockquote><figcaption>")
          .append(around.credit(quote.excerpt()))
          .append("</figcaption></figure>\n");
    } else if (block instanceof Block.BlockQuote quote) {
      out.append("<blockquote>");
      blocks(quote.content());
      out.append("</blockquote>\n");
    } else if (block instanceof Block.Table table) {
      noted(table, () -> table(table));
    } else if (block instanceof Block.CodeBlock code) {
      out.append("<pre tabindex=\"0\"><code>");
      XmlText.escape(code.text(), out);
      out.append("</code></pre>\n");
    } else if (block instanceof Block.Embed embed) {
      out.append(around.embed(embed.to()));
    } else if (block instanceof Block.ChartBlock it) {
      out.append(around.chart(it.chart(), ++charts));
    } else if (block instanceof Block.ThematicBreak) {
      out.append("<hr>\n");
    }
  }

  /** The notes that are marked, in the order of their marks; one may mark another. */
  private void footnotes() {
    for (int i = 0; i < footnotes.marked().size(); i++) {
      Block.Footnote note = footnotes.marked().get(i);
      out.append(footnotes.opens(i));
      List<Block> content = note.content();
      int last = content.size() - 1;
      for (int k = 0; k < last; k++) {
        block(content.get(k));
      }
      // The way back stands behind the last words.
      if (last >= 0 && content.get(last) instanceof Block.Paragraph paragraph) {
        out.append("<p").append(around.place(paragraph.span())).append('>');
        inlines(paragraph.content());
        out.append(footnotes.back(note)).append("</p>");
      } else {
        blocks(content.subList(Math.max(0, last), content.size()));
        out.append(footnotes.back(note));
      }
      out.append("</li>\n");
    }
    out.append(footnotes.closes());
  }

  private void heading(Block.Heading heading) {
    String text = Markup.plain(heading.content());
    String id = around.idPrefix() + slugs.of(text);
    headings.add(new Heading(heading.level(), id, text));
    out.append("<h").append(heading.level()).append(" id=\"");
    XmlText.escape(id, out);
    out.append('"').append(place(heading.content())).append('>');
    inlines(heading.content());
    out.append("</h").append(heading.level()).append(">\n");
  }

  private void list(Block.ItemList list) {
    String tag = list.ordered() ? "ol" : "ul";
    out.append('<').append(tag);
    if (list.ordered() && list.start() != 1) {
      out.append(" start=\"").append(list.start()).append('"');
    }
    out.append(">\n");
    for (List<Block> item : list.items()) {
      if (item.size() == 1 && item.get(0) instanceof Block.Paragraph only) {
        out.append("<li").append(around.place(only.span())).append('>');
        inlines(only.content());
      } else {
        out.append("<li>");
        blocks(item);
      }
      out.append("</li>\n");
    }
    out.append("</").append(tag).append(">\n");
  }

  private void table(Block.Table table) {
    // Wide tables scroll on their own, and whoever uses a keyboard must be able to scroll them.
    out.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"");
    XmlText.escape(around.tableLabel(), out);
    out.append("\"><table");
    attribute("class", around.tableClass(table));
    out.append(">\n<thead><tr>");
    for (List<Inline> cell : table.head()) {
      boolean empty = Markup.plain(cell).isEmpty();
      // An empty corner is no heading of anything.
      out.append(empty ? "<td" : "<th scope=\"col\"").append(place(cell)).append('>');
      inlines(cell);
      out.append(empty ? "</td>" : "</th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
    for (List<List<Inline>> row : table.rows()) {
      out.append("<tr>");
      for (List<Inline> cell : row) {
        out.append("<td").append(place(cell)).append('>');
        inlines(cell);
        out.append("</td>");
      }
      out.append("</tr>\n");
    }
    out.append("</tbody></table></div>\n");
  }

  /** A list or a table, with a note after it for each term that is named for the first time. */
  private void noted(Block block, Runnable render) {
    String notes = notes(Markup.references(List.of(block)), Set.of("term"));
    out.append(notes.isEmpty() ? "" : "<div class=\"cited\">");
    render.run();
    out.append(notes.isEmpty() ? "" : notes + "</div>\n");
  }

  private String notes(List<Reference> references, Set<String> kinds) {
    StringBuilder notes = new StringBuilder();
    for (Reference to : references) {
      if (kinds.contains(to.kind()) && noted.add(to.kind() + ":" + to.id())) {
        notes.append(around.note(to));
      }
    }
    return notes.toString();
  }

  /** A paragraph, with a note beside it for each principle and term that is new in it. */
  private void paragraph(Block.Paragraph paragraph) {
    Optional<Inline.Image> media = paragraph.media();
    if (media.isPresent()) {
      out.append(around.media(media.get()));
      return;
    }
    String notes = notes(Markup.referencesOf(paragraph.content()), Set.of("principle", "term"));
    out.append(notes.isEmpty() ? "<p" : "<div class=\"cited\"><p")
        .append(around.place(paragraph.span()))
        .append('>');
    inlines(paragraph.content());
    out.append("</p>\n");
    if (!notes.isEmpty()) {
      out.append(notes).append("</div>\n");
    }
  }

  static SourceSpan extent(List<Inline> run) {
    return run.get(0).span().to(run.get(run.size() - 1).span());
  }

  private String place(List<Inline> run) {
    return run.isEmpty() ? "" : around.place(extent(run));
  }

  private void inlines(List<Inline> inlines) {
    for (Inline inline : inlines) {
      inline(inline);
    }
  }

  private void inline(Inline inline) {
    if (inline instanceof Inline.Text text) {
      XmlText.escape(text.text(), out);
    } else if (inline instanceof Inline.Emphasis it) {
      wrapped("em", it.content());
    } else if (inline instanceof Inline.Strong it) {
      wrapped("strong", it.content());
    } else if (inline instanceof Inline.Code code) {
      out.append("<code>");
      XmlText.escape(code.text(), out);
      out.append("</code>");
    } else if (inline instanceof Inline.ReferenceLink link) {
      referenceLink(link);
    } else if (inline instanceof Inline.Mapping mapping) {
      out.append(around.mapping(mapping.to()));
    } else if (inline instanceof Inline.WebLink link) {
      webLink(link);
    } else if (inline instanceof Inline.Image image) {
      out.append("<img src=\"");
      XmlText.escape(around.image(image.path()), out);
      out.append("\" alt=\"");
      XmlText.escape(image.alt(), out);
      out.append("\">");
    } else if (inline instanceof Inline.FootnoteMark mark) {
      out.append(footnotes.mark(mark));
    } else if (inline instanceof Inline.Break line) {
      out.append(line.hard() ? "<br>\n" : "\n");
    }
  }

  private void referenceLink(Inline.ReferenceLink link) {
    Reference to = link.to();
    if (to.kind().equals("field")) {
      out.append(around.field(to, Markup.plain(link.content())));
      return;
    }
    boolean term = to.kind().equals("term");
    Optional<String> href = around.href(to);
    String opens = term ? around.termId(to.id()) : "";
    String id = term && href.isPresent() ? around.mentionId(to.id()) : "";
    link(href, "to-" + to.kind(), opens, id, link.content());
    String aside = href.isPresent() ? around.aside(to) : "";
    if (!aside.isEmpty()) {
      out.append(" <small>(");
      XmlText.escape(aside, out);
      out.append(")</small>");
    }
  }

  private void webLink(Inline.WebLink link) {
    String to = link.destination();
    if (to.startsWith("#")) {
      link(Optional.of("#" + around.idPrefix() + to.substring(1)), "", "", "", link.content());
    } else {
      link(Optional.of(to), "to-web", "", "", link.content());
    }
  }

  /**
   * @param opens the id of the note it opens, or empty
   * @param id its own, or empty
   */
  private void link(
      Optional<String> href, String kind, String opens, String id, List<Inline> content) {
    if (href.isEmpty()) {
      inlines(content);
      return;
    }
    out.append("<a href=\"");
    XmlText.escape(href.get(), out);
    out.append('"');
    attribute("id", id);
    attribute("class", kind);
    attribute("data-term", opens);
    out.append(kind.equals("to-file") ? " download>" : ">");
    inlines(content);
    out.append("</a>");
  }

  private void attribute(String name, String value) {
    if (!value.isEmpty()) {
      out.append(' ').append(name).append("=\"");
      XmlText.escape(value, out);
      out.append('"');
    }
  }

  private void wrapped(String tag, List<Inline> content) {
    out.append('<').append(tag).append('>');
    inlines(content);
    out.append("</").append(tag).append('>');
  }
}
