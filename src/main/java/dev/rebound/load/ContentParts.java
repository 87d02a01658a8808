package dev.rebound.load;

import dev.rebound.source.Problem;
import dev.rebound.source.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was read from each file of a content folder, by the file's name and a digest of all that its
 * reading depends on. Whoever reads the folder again hands these in and gets new ones; there is no
 * other place where a reading is kept.
 */
public final class ContentParts {
  /** Of a folder that was not read before. */
  public static final ContentParts NONE = new ContentParts(Map.of());

  private final Map<String, Part> byName;

  /**
   * One parsed file.
   *
   * @param key what it was read from, see {@link #key}
   * @param value nothing when it cannot be read as what it should be
   * @param problems what is wrong in it
   */
  record Part(String key, Optional<?> value, List<Problem> problems) {
    /** The value as what it was read as: the key says that, so equal keys have equal types. */
    @SuppressWarnings("unchecked")
    <T> Optional<T> valueAs() {
      return (Optional<T>) value;
    }
  }

  ContentParts(Map<String, Part> byName) {
    this.byName = Map.copyOf(byName);
  }

  /** The part that was read from this file when it had the same key. */
  Optional<Part> get(String name, String key) {
    return Optional.ofNullable(byName.get(name)).filter(part -> part.key.equals(key));
  }

  /**
   * What a part is known by.
   *
   * @param kind what the file is read as
   * @param language whose typography it gets
   */
  static String key(String kind, String language, byte[] bytes) {
    return Sha256.of((kind + "\n" + language + "\n").getBytes(StandardCharsets.UTF_8), bytes);
  }

  /** A part's key; empty where there is none. */
  static String keyOf(@Nullable Part part) {
    return part == null ? "" : part.key;
  }
}
