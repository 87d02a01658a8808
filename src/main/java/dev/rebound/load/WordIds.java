package dev.rebound.load;

import dev.rebound.source.Prose;
import dev.rebound.source.ProseReader;
import dev.rebound.source.Raw;
import dev.rebound.source.Slug;

/**
 * {@code ids: words}: what has no id of its own is called by its words, which platforms show in
 * their reports. {@code I will look into it.} is {@code i-will-look-into-it}.
 */
record WordIds(ProseReader prose) implements ProseReader {
  private static final int LONGEST = 64;

  /** The reader, or one that gives such ids where a file asks for them. */
  static ProseReader where(Raw.Mapping file, ProseReader prose) {
    return file.text("ids").filter(it -> it.value().equals("words")).isPresent()
        ? new WordIds(prose)
        : prose;
  }

  @Override
  public Prose read(Raw.Scalar text) {
    return prose.read(text);
  }

  /**
   * Words that are cut are told apart by a digest, and words without a Latin letter named by it.
   */
  @Override
  public String id(String text) {
    String digest = prose.id(text);
    String words = Slug.id(text, LONGEST);
    return words.isEmpty()
        ? digest
        : words.equals(Slug.id(text, Integer.MAX_VALUE))
            ? words
            : words + "-" + digest.substring(1, 5);
  }
}
