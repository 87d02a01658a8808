package dev.rebound.course;

import dev.rebound.source.Located;
import dev.rebound.source.SourceSpan;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@code content/sources/<id>.md}: somebody else's work that principles rest on. Its text is never
 * here, only its bibliographic record, short excerpts, and a lock to verify them by.
 *
 * @param title absent when unknown, as are all bibliographic fields
 * @param about what it is, in our words
 * @param container what it was published in
 * @param blocks which paragraphs are whose
 */
public record Source(
    Located<String> id,
    Optional<Located<String>> title,
    Optional<Located<String>> creator,
    String kind,
    Optional<Located<String>> about,
    Optional<Located<String>> container,
    Optional<Located<String>> url,
    Optional<Located<String>> date,
    Optional<Located<String>> retrieved,
    Optional<Located<String>> rights,
    List<Located<String>> trademarks,
    QuotationLimit quotation,
    List<ParagraphRange> blocks,
    List<Excerpt> excerpts,
    Optional<SourceLock> lock) {

  /**
   * How much of it may be quoted over all outputs.
   *
   * @param words at most so many words an excerpt
   * @param percent at most so much of the author's own words, distinct words counted once
   * @param quotes at most so many excerpts, when the source is that strict
   */
  public record QuotationLimit(SourceSpan span, int words, double percent, OptionalInt quotes) {}

  /**
   * {@code 9-15: transcript}
   *
   * @param first 1-based, as is {@code last}, which is included
   */
  public record ParagraphRange(SourceSpan span, int first, int last, ParagraphKind kind) {}

  /** What to call it: whose it is, else its title, else its id. */
  public String name() {
    return creator.or(() -> title).orElse(id).value();
  }

  /** The same with another lock. */
  public Source withLock(SourceLock other) {
    return new Source(
        id,
        title,
        creator,
        kind,
        about,
        container,
        url,
        date,
        retrieved,
        rights,
        trademarks,
        quotation,
        blocks,
        excerpts,
        Optional.of(other));
  }

  /** The kind of a 1-based paragraph; boilerplate where nothing is declared. */
  public ParagraphKind kindOf(int paragraph) {
    for (ParagraphRange range : blocks) {
      if (paragraph >= range.first() && paragraph <= range.last()) {
        return range.kind();
      }
    }
    return ParagraphKind.BOILERPLATE;
  }
}
