package dev.rebound.course;

import dev.rebound.source.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * {@code content/sources/<id>.lock}: proves quotations without shipping the source.
 *
 * @param salt keys every digest, so that equal words of two sources do not look equal
 * @param windows digests of every run of {@link #WINDOW} words that shares no word with an excerpt
 */
public record SourceLock(
    SourceSpan span,
    String salt,
    List<LockedParagraph> paragraphs,
    List<LockedExcerpt> excerpts,
    Windows windows) {
  /** Words in a run that counts as copied. */
  public static final int WINDOW = 8;

  /**
   * @param number 1-based
   * @param words how many
   * @param digest of its words; absent where it would give words back (see docs/sources.md)
   */
  public record LockedParagraph(
      int number, ParagraphKind kind, int words, Optional<String> digest) {}

  /**
   * @param firstWord 1-based, in the paragraph
   * @param words how many
   * @param wholeSentence whether it holds a whole sentence of the source
   * @param places in how many places of the source it may stand; 1 when it is sure
   */
  public record LockedExcerpt(
      SourceSpan span,
      String id,
      int paragraph,
      int firstWord,
      int words,
      boolean wholeSentence,
      int places,
      String digest) {}

  public Optional<LockedExcerpt> excerpt(String id) {
    return excerpts.stream().filter(e -> e.id().equals(id)).findFirst();
  }

  /** How many words the credited author said or wrote: what a budget is a share of. */
  public int authorsWords() {
    return paragraphs.stream()
        .filter(p -> p.kind().isAuthors())
        .mapToInt(LockedParagraph::words)
        .sum();
  }
}
