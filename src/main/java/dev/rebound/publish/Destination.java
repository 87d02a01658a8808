package dev.rebound.publish;

import dev.rebound.source.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * A file or folder that a publisher will write, and what of the content it is made from.
 *
 * @param path from the output folder; what lies in a package follows the package's path and {@code
 *     !/}
 * @param what {@code lesson "fog"}; {@code the workbook} where nothing of the content names it
 * @param from where the author named it
 */
public record Destination(String path, String what, Optional<SourceSpan> from) {
  /** One that bears a name of ours. */
  public static Destination ours(String path, String what) {
    return new Destination(path, what, Optional.empty());
  }

  /** The folder that every course's downloads lie in. */
  public static List<Destination> downloadFolder(String course) {
    return List.of(ours(course + "/downloads", "the course's downloads"));
  }

  /** The path of the file itself: in its package, where it lies in one. */
  String own() {
    int inside = path.indexOf("!/");
    return inside < 0 ? path : path.substring(inside + 2);
  }
}
