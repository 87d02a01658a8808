package dev.rebound.publish.output;

import dev.rebound.publish.Artefact;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Paths of artefacts: from the output folder, with {@code /}. */
final class ArtefactPaths {
  static final String README = "README.md";

  private ArtefactPaths() {}

  /** Their paths. That two are at one place, or one outside, is a fault of a publisher. */
  static SortedSet<String> sorted(Collection<Artefact> artefacts) {
    SortedSet<String> sorted = new TreeSet<>();
    Map<String, String> taken = new HashMap<>();
    taken.put(key(OutputMarker.NAME), OutputMarker.NAME);
    taken.put(key(README), README);
    for (Artefact artefact : artefacts) {
      String path = artefact.path();
      if (!isInside(path)) {
        throw new IllegalStateException("an artefact cannot be written to " + path);
      }
      if (taken.put(key(path), path) != null) {
        throw new IllegalStateException("two artefacts at " + path);
      }
      sorted.add(path);
    }
    for (String path : sorted) {
      for (String folder = parent(path); !folder.isEmpty(); folder = parent(folder)) {
        if (taken.containsKey(key(folder))) {
          throw new IllegalStateException("two artefacts at " + folder);
        }
      }
    }
    return sorted;
  }

  static boolean isInside(String path) {
    return !path.contains("\\")
        && !path.contains(":")
        && path.chars().noneMatch(Character::isISOControl)
        && Stream.of(path.split("/", -1))
            .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
  }

  /** The folder of a path; empty at the top. */
  static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** macOS may give a name back with its accents as characters of their own. */
  static String composed(String path) {
    return Normalizer.normalize(path, Normalizer.Form.NFC);
  }

  /**
   * The same for two paths that are one file on some system: Windows and macOS do not tell case
   * apart, and Windows drops dots and blanks at the end of a name.
   */
  static String key(String path) {
    return composed(path)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[. ]+(?=/|$)", "");
  }
}
