package dev.rebound.course;

import dev.rebound.source.Sha256;
import dev.rebound.source.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * {@code content/sources/<id>.lock}: proves quotations without shipping the source.
 *
 * @param version of its format
 * @param creator whose the record said the source was when it was locked
 * @param salt keys every digest, so that equal words of two sources do not look equal
 * @param windows digests of every run of {@link #WINDOW} words that shares no word with an excerpt
 */
public record SourceLock(
    SourceSpan span,
    int version,
    String salt,
    Optional<String> creator,
    List<LockedParagraph> paragraphs,
    List<LockedExcerpt> excerpts,
    Windows windows) {
  /** What is written now. Version 1 has neither creator nor checksum. */
  public static final int VERSION = 2;

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

  /** Of everything in it, so that nothing in it can be changed alone. */
  public String checksum() {
    StringBuilder all =
        new StringBuilder(salt).append('\n').append(creator.orElse("")).append('\n');
    for (LockedParagraph paragraph : paragraphs) {
      all.append(
          List.of(
              paragraph.number(),
              paragraph.kind().word(),
              paragraph.words(),
              paragraph.digest().orElse("")));
    }
    for (LockedExcerpt one : excerpts) {
      all.append(
          List.of(
              one.id(),
              one.paragraph(),
              one.firstWord(),
              one.words(),
              one.wholeSentence(),
              one.places(),
              one.digest()));
    }
    windows.forEach(window -> all.append(window).append(' '));
    return Sha256.of(all.toString()).substring(0, 32);
  }

  /** The same by another creator. */
  public SourceLock by(Optional<String> other) {
    return new SourceLock(span, version, salt, other, paragraphs, excerpts, windows);
  }

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
