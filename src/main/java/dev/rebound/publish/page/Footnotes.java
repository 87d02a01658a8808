package dev.rebound.publish.page;

import dev.rebound.source.Block;
import dev.rebound.source.Inline;
import dev.rebound.source.Markup;
import dev.rebound.source.XmlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The footnotes of one body: numbered in the order in which the text marks them. */
final class Footnotes {
  private final RenderContext around;
  private final Map<String, Block.Footnote> notes = new HashMap<>();
  private final List<Block.Footnote> marked = new ArrayList<>();

  Footnotes(RenderContext around) {
    this.around = around;
  }

  /** Takes the notes of a body. */
  void of(List<Block> body) {
    Markup.eachBlock(
        body,
        block -> {
          if (block instanceof Block.Footnote note) {
            notes.putIfAbsent(note.name(), note);
          }
        });
  }

  /** Those that have been marked so far. */
  List<Block.Footnote> marked() {
    return marked;
  }

  /** HTML of a mark; the first of a note is where its way back leads. */
  String mark(Inline.FootnoteMark mark) {
    Block.Footnote note = notes.get(mark.name());
    if (note == null) {
      return "";
    }
    boolean first = !marked.contains(note);
    if (first) {
      marked.add(note);
    }
    int number = marked.indexOf(note) + 1;
    String label = around.word("footnote").replace("{0}", Integer.toString(number));
    return "<sup class=\"note-mark\"><a href=\"#"
        + id("fn", number)
        + '"'
        + (first ? " id=\"" + id("fnref", number) + '"' : "")
        + (label.isEmpty() ? "" : " aria-label=\"" + Html.escape(label) + '"')
        + ">"
        + number
        + "</a></sup>";
  }

  /** What stands before the note at this place of the list. */
  String opens(int at) {
    String label = around.word("footnotes");
    return (at > 0
            ? ""
            : "<section class=\"footnotes\""
                + (label.isEmpty() ? "" : " aria-label=\"" + Html.escape(label) + '"')
                + "><ol>\n")
        + "<li id=\""
        + id("fn", at + 1)
        + "\">";
  }

  /** What stands after the last note, where there is any. */
  String closes() {
    return marked.isEmpty() ? "" : "</ol></section>\n";
  }

  /** The way back to the first mark; on paper there is none. */
  String back(Block.Footnote note) {
    String label = around.word("footnote-back");
    return label.isEmpty()
        ? ""
        : " <a class=\"back\" href=\"#"
            + id("fnref", marked.indexOf(note) + 1)
            + "\" aria-label=\""
            + Html.escape(label)
            + "\">\u21a9</a>";
  }

  private String id(String kind, int number) {
    StringBuilder id = new StringBuilder();
    XmlText.escape(around.idPrefix(), id);
    return id + kind + "--" + number;
  }
}
