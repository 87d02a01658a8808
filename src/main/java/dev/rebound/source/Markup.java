package dev.rebound.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Walks over markup trees: one place that knows what contains what. */
public final class Markup {
  private Markup() {}

  /** The text of a run without its marks; a line's end is a blank, a mapping link is nothing. */
  public static String plain(List<Inline> inlines) {
    if (isPlain(inlines)) {
      return ((Inline.Text) inlines.get(0)).text().strip();
    }
    StringBuilder out = new StringBuilder();
    eachInline(
        inlines,
        inline -> {
          if (inline instanceof Inline.Text text) {
            out.append(text.text());
          } else if (inline instanceof Inline.Code code) {
            out.append(code.text());
          } else if (inline instanceof Inline.Image image) {
            out.append(image.alt());
          } else if (inline instanceof Inline.Break) {
            out.append(' ');
          }
        });
    return out.toString().strip();
  }

  /**
   * Whether a run is one text without marks, as most texts of a quiz are: there is no more to it.
   */
  public static boolean isPlain(List<Inline> inlines) {
    return inlines.size() == 1 && inlines.get(0) instanceof Inline.Text;
  }

  /** The words of {@link #plain}. */
  public static List<String> words(List<Inline> inlines) {
    return Words.texts(plain(inlines));
  }

  /** Every inline of a run, outside in, in reading order. */
  public static void eachInline(List<Inline> inlines, Consumer<Inline> visit) {
    for (int i = 0; i < inlines.size(); i++) {
      Inline inline = inlines.get(i);
      visit.accept(inline);
      if (inline instanceof Inline.Emphasis it) {
        eachInline(it.content(), visit);
      } else if (inline instanceof Inline.Strong it) {
        eachInline(it.content(), visit);
      } else if (inline instanceof Inline.ReferenceLink it) {
        eachInline(it.content(), visit);
      } else if (inline instanceof Inline.WebLink it) {
        eachInline(it.content(), visit);
      }
    }
  }

  /** Every block of a body, outside in, in reading order. */
  public static void eachBlock(List<Block> blocks, Consumer<Block> visit) {
    for (Block block : blocks) {
      visit.accept(block);
      if (block instanceof Block.BlockQuote quote) {
        eachBlock(quote.content(), visit);
      } else if (block instanceof Block.ItemList list) {
        list.items().forEach(item -> eachBlock(item, visit));
      } else if (block instanceof Block.Footnote note) {
        eachBlock(note.content(), visit);
      }
    }
  }

  /**
   * Every run of text of a body: a paragraph, a heading, a table cell, a text of a chart. The words
   * of an excerpt quote are not the author's own and are left out.
   */
  public static void eachRun(List<Block> blocks, Consumer<List<Inline>> visit) {
    eachBlock(
        blocks,
        block -> {
          if (block instanceof Block.Heading heading) {
            visit.accept(heading.content());
          } else if (block instanceof Block.Paragraph paragraph) {
            visit.accept(paragraph.content());
          } else if (block instanceof Block.Table table) {
            table.head().forEach(visit);
            table.rows().forEach(row -> row.forEach(visit));
          } else if (block instanceof Block.ChartBlock it) {
            it.chart().runs().forEach(visit);
          }
        });
  }

  /** The references of a body: links, mappings, embeds and credits, in reading order. */
  public static List<Reference> references(List<Block> blocks) {
    List<Reference> found = new ArrayList<>();
    eachBlock(
        blocks,
        block -> {
          if (block instanceof Block.Heading heading) {
            addReferences(heading.content(), found);
          } else if (block instanceof Block.Paragraph paragraph) {
            addReferences(paragraph.content(), found);
          } else if (block instanceof Block.Table table) {
            table.head().forEach(cell -> addReferences(cell, found));
            table.rows().forEach(row -> row.forEach(cell -> addReferences(cell, found)));
          } else if (block instanceof Block.ExcerptQuote quote) {
            addReferences(quote.words(), found);
            found.add(quote.excerpt());
          } else if (block instanceof Block.Embed embed) {
            found.add(embed.to());
          }
        });
    return found;
  }

  /** The references of one run. */
  public static List<Reference> referencesOf(List<Inline> inlines) {
    List<Reference> found = new ArrayList<>();
    addReferences(inlines, found);
    return found;
  }

  private static void addReferences(List<Inline> inlines, List<Reference> found) {
    if (isPlain(inlines)) {
      return;
    }
    eachInline(
        inlines,
        inline -> {
          if (inline instanceof Inline.ReferenceLink link) {
            found.add(link.to());
          } else if (inline instanceof Inline.Mapping mapping) {
            found.add(mapping.to());
          }
        });
  }
}
