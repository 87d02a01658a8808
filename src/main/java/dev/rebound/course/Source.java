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
 * @param license {@code ours}, or the SPDX id of an open licence; absent where it is somebody's own
 * @param blocks which paragraphs are whose
 * @param text its own, where it is at hand
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
    Optional<Located<String>> license,
    List<Located<String>> trademarks,
    QuotationLimit quotation,
    List<ParagraphRange> blocks,
    List<Excerpt> excerpts,
    Optional<SourceLock> lock,
    Optional<SourceText> text) {

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

  /** Whether its text may stand beside its record, and be quoted without a budget. */
  public boolean isFree() {
    return license.isPresent();
  }

  /** Whether it is our own work, which may be quoted and repeated as we like. */
  public boolean isOurs() {
    return license.filter(it -> it.value().equals("ours")).isPresent();
  }

  /** The same with its text at hand, and the lock that it gives. */
  public Source with(SourceText own, SourceLock other) {
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
        license,
        trademarks,
        quotation,
        blocks,
        excerpts,
        Optional.of(other),
        Optional.of(own));
  }

  /**
   * The kind of a 1-based paragraph; boilerplate where nothing is declared. A free one that
   * declares nothing is all its author's.
   */
  public ParagraphKind kindOf(int paragraph) {
    for (ParagraphRange range : blocks) {
      if (paragraph >= range.first() && paragraph <= range.last()) {
        return range.kind();
      }
    }
    return isFree() && blocks.isEmpty() ? ParagraphKind.ARTICLE : ParagraphKind.BOILERPLATE;
  }
}
