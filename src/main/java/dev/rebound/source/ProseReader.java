package dev.rebound.source;

/**
 * Reads the inline Markdown of a YAML text. Given to whoever reads raw values without knowing
 * Markdown.
 */
@FunctionalInterface
public interface ProseReader {
  Prose read(Raw.Scalar text);

  /**
   * The id of an option, pair, step or reply that has none of its own: a digest of its text, so
   * that answers stay what they were when options are reordered.
   */
  default String id(String text) {
    return "o" + Sha256.of(text).substring(0, 8);
  }
}
