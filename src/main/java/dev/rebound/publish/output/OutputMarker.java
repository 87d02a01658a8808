package dev.rebound.publish.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The file by which a folder says that a build made it, and which files:
 *
 * <pre>{@code
 * A build of Rebound made this folder; the next one replaces it.
 * .rebound
 * index.html
 * }</pre>
 *
 * <p>Builds of 0.1 wrote the first line alone.
 */
final class OutputMarker {
  static final String NAME = ".rebound";

  private static final String FIRST =
      "A build of Rebound made this folder; the next one replaces it.";

  private static final long LARGEST = 64 << 20;

  /** What people and hosts put into a site, which builds never made. */
  private static final Pattern NEVER_OURS = Pattern.compile("\\..*|CNAME|README(\\..*)?");

  private final boolean listed;
  private final Set<String> made = new HashSet<>();
  private final Set<String> folders = new HashSet<>();

  private OutputMarker(List<String> lines) {
    listed = !lines.isEmpty();
    for (String line : lines) {
      String path = ArtefactPaths.composed(line);
      made.add(path);
      for (String up = ArtefactPaths.parent(path);
          !up.isEmpty() && folders.add(up);
          up = ArtefactPaths.parent(up)) {}
    }
  }

  /** The marker of a folder; none when what is there by its name is not ours. */
  static Optional<OutputMarker> read(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (!Disk.isFile(file) || Files.size(file) > LARGEST) {
      return Optional.empty();
    }
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.get(0).equals(FIRST)) {
      return Optional.empty();
    }
    List<String> paths = lines.stream().skip(1).filter(line -> !line.isBlank()).toList();
    return paths.stream().allMatch(ArtefactPaths::isInside)
        ? Optional.of(new OutputMarker(paths))
        : Optional.empty();
  }

  /** It lists itself: a list is never empty, so that it cannot be taken for one of 0.1. */
  static String text(Collection<String> paths) {
    Set<String> lines = new TreeSet<>(paths);
    lines.add(NAME);
    return FIRST + "\n" + String.join("\n", lines) + "\n";
  }

  /** Whether a build made the file at this path. */
  boolean made(String path) {
    return path.equals(NAME) || (listed ? made.contains(path) : !neverOurs(path));
  }

  /** Whether a build may have made something in this folder. */
  boolean madeIn(String folder) {
    return listed ? folders.contains(folder) : !neverOurs(folder);
  }

  private static boolean neverOurs(String path) {
    return NEVER_OURS.matcher(path.substring(path.lastIndexOf('/') + 1)).matches();
  }
}
