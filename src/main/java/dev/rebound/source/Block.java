package dev.rebound.source;

import java.util.List;
import java.util.Optional;

/** A block of a Markdown body, sanitised. What is not one of these cannot reach a page. */
public sealed interface Block {
  SourceSpan span();

  /**
   * {@code ## Title}
   *
   * @param level 1 to 6
   */
  record Heading(SourceSpan span, int level, List<Inline> content) implements Block {}

  record Paragraph(SourceSpan span, List<Inline> content) implements Block {
    /** What stands here instead of words: {@code ![What it shows](media/counter.mp4)}. */
    public Optional<Inline.Image> media() {
      return content.size() == 1
              && content.get(0) instanceof Inline.Image only
              && only.path().startsWith(MEDIA)
          ? Optional.of(only)
          : Optional.empty();
    }
  }

  /** Where a course's films and recordings stand. */
  String MEDIA = "media/";

  /** {@code > said by somebody} without a credit that names an excerpt. */
  record BlockQuote(SourceSpan span, List<Block> content) implements Block {}

  /**
   * A quoted excerpt and its credit:
   *
   * <pre>{@code
   * > a short fragment, to the letter
   * > — [Ron Kaufman](excerpt:kaufman-bounce/concern-restores)
   * }</pre>
   *
   * @param credit whom the credit names
   */
  record ExcerptQuote(SourceSpan span, List<Inline> words, Reference excerpt, List<Inline> credit)
      implements Block {}

  /**
   * {@code - item} or {@code 1. item}
   *
   * @param start the first number of an ordered list
   */
  record ItemList(SourceSpan span, boolean ordered, int start, List<List<Block>> items)
      implements Block {}

  /** A GFM table; every row has as many cells as the head. */
  record Table(SourceSpan span, List<List<Inline>> head, List<List<List<Inline>>> rows)
      implements Block {}

  /**
   * A fenced or indented block that is no embed.
   *
   * @param span where its text starts
   */
  record CodeBlock(SourceSpan span, String language, String text) implements Block {}

  /** {@code ```dialogue late-room} or {@code ```question agree/slow-service} */
  record Embed(Reference to) implements Block {
    @Override
    public SourceSpan span() {
      return to.span();
    }
  }

  /** {@code ```chart}, and what is drawn as YAML. */
  record ChartBlock(Chart chart) implements Block {
    @Override
    public SourceSpan span() {
      return chart.span();
    }
  }

  /**
   * {@code [^nordic]: What the note says.}
   *
   * @param name what marks call it
   */
  record Footnote(SourceSpan span, String name, List<Block> content) implements Block {}

  /** {@code ---} */
  record ThematicBreak(SourceSpan span) implements Block {}
}
