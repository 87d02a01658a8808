package dev.rebound.source;

/**
 * Reads the inline Markdown of a YAML text. Given to whoever reads raw values without knowing
 * Markdown.
 */
@FunctionalInterface
public interface ProseReader {
  Prose read(Raw.Scalar text);
}
