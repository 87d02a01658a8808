package dev.rebound.publish.page;

import dev.rebound.publish.chart.ChartDrawing;
import dev.rebound.source.Block;
import dev.rebound.source.Chart;
import dev.rebound.source.Inline;
import dev.rebound.source.Reference;
import dev.rebound.source.SourceSpan;
import java.util.Optional;

/**
 * What an output decides about the markup it shows. The defaults suit print: words without links,
 * mapping links left out.
 */
public interface RenderContext extends LinkResolver {
  @Override
  default Optional<String> href(Reference to) {
    return Optional.empty();
  }

  /** HTML that names the principle a line maps to. */
  default String mapping(Reference principle) {
    return "";
  }

  /** HTML that stands beside the block that first cites a principle or names a term. */
  default String note(Reference to) {
    return "";
  }

  /** The id of the note that a term's link opens, where there is one. */
  default String termId(String term) {
    return "";
  }

  /** HTML of what the shop says of itself: {@code [shop](field:shop)}. */
  default String field(Reference to, String words) {
    return Html.escape(words);
  }

  /** An id for a link that names a term, where something will lead to this very mention. */
  default String mentionId(String term) {
    return "";
  }

  /** HTML of the credit line below a quoted excerpt. */
  default String credit(Reference excerpt) {
    return "";
  }

  /** HTML of an embedded dialogue or question. */
  default String embed(Reference to) {
    return "";
  }

  /**
   * HTML of a chart: on paper its drawing, its title and its source.
   *
   * @param number which chart of the body it is, from 1
   */
  default String chart(Chart chart, int number) {
    return "<figure class=\"chart\"><figcaption>"
        + Html.escape(chart.title().value())
        + "</figcaption>\n"
        + ChartDrawing.svg(chart, ChartDrawing.WIDE)
        + "\n<p class=\"chart-source\">"
        + Html.escape(chart.source().value())
        + "</p></figure>\n";
  }

  /** The address of a picture, given its path in the course's folder. */
  default String image(String path) {
    return path;
  }

  /** HTML of a film or a recording. */
  default String media(Inline.Image shown) {
    return "";
  }

  /** What a reader should know of a link before following it, such as the size of a file. */
  default String aside(Reference to) {
    return "";
  }

  /**
   * What a screen reader calls the mark of a footnote, the notes, and the way back: keys as in the
   * interface words.
   */
  default String word(String key) {
    return "";
  }

  /** Stands before every heading's id, where several bodies share one page. */
  default String idPrefix() {
    return "";
  }

  /** HTML before a block of the body itself. */
  default String before(Block block) {
    return "";
  }

  /** HTML after a block of the body itself. */
  default String after(Block block) {
    return "";
  }

  /** Attributes that tell where a text stands in its file: {@link Routes#place}. */
  default String place(SourceSpan span) {
    return "";
  }

  /** The class of a table, where it has one. */
  default String tableClass(Block.Table table) {
    return "";
  }

  /** What a screen reader calls a table that can be scrolled. */
  default String tableLabel() {
    return "Table";
  }
}
