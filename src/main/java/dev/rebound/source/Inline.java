package dev.rebound.source;

import java.util.List;

/**
 * A run of text inside a block, sanitised: what is not one of these cannot reach a page. References
 * are unresolved; {@code publish/page} resolves them for its output.
 */
public sealed interface Inline {
  SourceSpan span();

  /** Text as it stands. */
  record Text(SourceSpan span, String text) implements Inline {}

  /** {@code *so*} */
  record Emphasis(SourceSpan span, List<Inline> content) implements Inline {}

  /** {@code **so**} */
  record Strong(SourceSpan span, List<Inline> content) implements Inline {}

  /** {@code `so`} */
  record Code(SourceSpan span, String text) implements Inline {}

  /** {@code [agree first](principle:agree-with-value)} */
  record ReferenceLink(Reference to, List<Inline> content) implements Inline {
    @Override
    public SourceSpan span() {
      return to.span();
    }
  }

  /**
   * {@code [·](principle:agree-with-value)}: the line before it applies (or, where the context says
   * so, breaks) that principle.
   */
  record Mapping(Reference to) implements Inline {
    @Override
    public SourceSpan span() {
      return to.span();
    }
  }

  /** {@code [text](https://…)}, {@code mailto:} or a place in the same file, {@code #so}. */
  record WebLink(SourceSpan span, String destination, List<Inline> content) implements Inline {}

  /**
   * {@code ![alt](images/bounce.svg)}
   *
   * @param path relative to the course's folder
   */
  record Image(SourceSpan span, String path, String alt) implements Inline {}

  /**
   * {@code [^nordic]}
   *
   * @param name of the {@link Block.Footnote} it leads to
   */
  record FootnoteMark(SourceSpan span, String name) implements Inline {}

  /**
   * A line's end.
   *
   * @param hard whether the reader must see it
   */
  record Break(SourceSpan span, boolean hard) implements Inline {}
}
