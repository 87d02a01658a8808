package dev.rebound.load;

import dev.rebound.course.FontFile;
import dev.rebound.source.Problem;
import dev.rebound.source.Problems;
import dev.rebound.source.Sha256;
import dev.rebound.source.SourceSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The fonts that a workspace adds: {@code fonts/*.ttf}, beside the content, with their licences.
 */
final class FontReader {
  /** The largest, in bytes: a face with all of Chinese takes about 10 MiB. */
  private static final long MAX_FONT = 40L << 20;

  private static final int MAX_FONTS = 8;

  private FontReader() {}

  static List<FontFile> read(Path folder, Problems problems) {
    List<FontFile> fonts = new ArrayList<>();
    for (Path file : files(folder)) {
      String name = String.valueOf(file.getFileName());
      if (!name.toLowerCase(Locale.ROOT).endsWith(".ttf")) {
        continue;
      }
      try {
        if (fonts.size() == MAX_FONTS) {
          problems.add(problem(name, "is one font too many.", "Eight at most are read."));
          break;
        }
        if (Files.size(file) > MAX_FONT) {
          problems.add(problem(name, "has more than 40 MiB.", "Take a smaller font."));
        } else {
          byte[] bytes = Files.readAllBytes(file);
          fonts.add(new FontFile(name, Sha256.of(bytes), licensed(folder, name), bytes));
        }
      } catch (IOException failure) {
        problems.add(problem(name, "cannot be read.", "Look at its permissions."));
      }
    }
    return List.copyOf(fonts);
  }

  private static Problem problem(String name, String what, String hint) {
    return new Problem("SyntaxError", SourceSpan.wholeFile("fonts/" + name), what, hint);
  }

  /** Regular files only: a link may lead anywhere. */
  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    } catch (IOException failure) {
      return List.of();
    }
  }

  /** {@code OFL.txt}, {@code LICENSE}, or a text of the font's own name. */
  private static boolean licensed(Path folder, String font) {
    String own = font.substring(0, font.lastIndexOf('.')).toLowerCase(Locale.ROOT);
    return files(folder).stream()
        .map(file -> String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT))
        .filter(name -> !name.endsWith(".ttf"))
        .anyMatch(name -> name.matches("(ofl|licen[cs]e|copying).*") || name.startsWith(own + "."));
  }
}
