package dev.rebound.load;

import dev.rebound.source.Checksum;
import dev.rebound.source.Problem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was read from each file of a content folder, by the file's name and a checksum of all that
 * its reading depends on. Whoever reads the folder again hands these in and gets new ones; there is
 * no other place where a reading is kept.
 */
public final class ContentParts {
  /** Of a folder that was not read before. */
  public static final ContentParts NONE = new ContentParts(Map.of(), Map.of(), List.of());

  private final Map<String, Part> byName;

  /** What was in each folder that was listed. */
  private final Map<Path, List<Path>> entries;

  /** What may have changed since; absent where nobody knows. */
  private final Optional<Set<String>> changed;

  /** What files are supposed to hold, whatever stands in them. */
  private final Map<String, byte[]> supposed;

  /** The files that nothing read. */
  private final List<String> strays;

  /**
   * One parsed file.
   *
   * @param key what it was read from, see {@link #key}
   * @param as what it was read as, and in which language
   * @param value nothing when it cannot be read as what it should be
   * @param problems what is wrong in it
   */
  record Part(String key, String as, Optional<?> value, List<Problem> problems) {
    /** The value as what it was read as: the key says that, so equal keys have equal types. */
    @SuppressWarnings("unchecked")
    <T> Optional<T> valueAs() {
      return (Optional<T>) value;
    }
  }

  ContentParts(Map<String, Part> byName, Map<Path, List<Path>> entries, List<String> strays) {
    this(Map.copyOf(byName), Map.copyOf(entries), Optional.empty(), Map.of(), List.copyOf(strays));
  }

  private ContentParts(
      Map<String, Part> byName,
      Map<Path, List<Path>> entries,
      Optional<Set<String>> changed,
      Map<String, byte[]> supposed,
      List<String> strays) {
    this.byName = byName;
    this.entries = entries;
    this.changed = changed;
    this.supposed = supposed;
    this.strays = strays;
  }

  /**
   * The same for whoever watches the folder and reads it again: other files than these are taken as
   * they were read, without a look. A file that cannot be read any more keeps what it last said,
   * beside what is wrong with it.
   *
   * @param names as findings call them
   */
  public ContentParts changedSince(Set<String> names) {
    return new ContentParts(byName, entries, Optional.of(Set.copyOf(names)), Map.of(), strays);
  }

  /**
   * The same for whoever wants to know what would be, if some files held something else.
   *
   * @param files what they hold by their names
   */
  public ContentParts supposing(Map<String, byte[]> files) {
    return new ContentParts(
        byName, entries, Optional.of(Set.copyOf(files.keySet())), Map.copyOf(files), strays);
  }

  Optional<byte[]> supposed(String name) {
    return Optional.ofNullable(supposed.get(name));
  }

  /** The files that are supposed to be in a folder. */
  Stream<Path> supposedIn(Path folder, String name) {
    return supposed.keySet().stream()
        .filter(it -> it.lastIndexOf('/') == name.length() && it.startsWith(name))
        .map(it -> folder.resolve(it.substring(name.length() + 1)));
  }

  /**
   * The files that nothing reads, where they are those of before: no file has come or gone.
   *
   * @param now the parts of this reading
   */
  Optional<List<String>> strays(Map<String, Part> now) {
    return changed
        .filter(byName.keySet()::containsAll)
        .filter(now.keySet()::containsAll)
        .map(same -> strays);
  }

  /** Whether so much may have changed that reading side by side pays. */
  boolean isMuch() {
    return changed.filter(it -> it.size() <= 8).isEmpty();
  }

  /**
   * What a folder had, where nothing can have come or gone.
   *
   * @param name as findings call it
   */
  Optional<List<Path>> entries(Path folder, String name) {
    return Optional.ofNullable(entries.get(folder))
        .filter(known -> changed.isPresent())
        .filter(known -> changed.get().stream().allMatch(it -> leaves(it, folder, name, known)));
  }

  /** Whether a folder's list is the same after a change. */
  private static boolean leaves(String changed, Path folder, String name, List<Path> known) {
    if ((name + "/").startsWith(changed + "/")) {
      return false;
    }
    int last = changed.lastIndexOf('/');
    if (last != name.length() || !changed.startsWith(name) || changed.startsWith(".", last + 1)) {
      return true;
    }
    Path file = folder.resolve(changed.substring(last + 1));
    return known.contains(file) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** The part of a file that nobody has touched. */
  Optional<Part> untouched(String name, String as) {
    return changed.isPresent() && !changed.get().contains(name)
        ? Optional.ofNullable(byName.get(name)).filter(part -> part.as.equals(as))
        : Optional.empty();
  }

  /** What a file last said, whatever it says now. */
  Optional<?> lastGood(String name, String as) {
    return changed.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(byName.get(name))
            .filter(part -> part.as.equals(as))
            .flatMap(Part::value);
  }

  /** The part that was read from this file when it had the same key. */
  Optional<Part> get(String name, String key) {
    return Optional.ofNullable(byName.get(name))
        .filter(part -> part.key.equals(key) && !key.isEmpty());
  }

  /**
   * What a part is known by.
   *
   * @param as what the file is read as, and in which language
   */
  static String key(String as, byte[] bytes) {
    return as + "\n" + Checksum.of(bytes);
  }

  /** A part's key; empty where there is none. */
  static String keyOf(@Nullable Part part) {
    return part == null ? "" : part.key;
  }
}
