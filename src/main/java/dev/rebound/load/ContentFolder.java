package dev.rebound.load;

import dev.rebound.source.Problems;
import dev.rebound.source.SourceFile;
import dev.rebound.source.SourceSpan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The only way to a file of {@code content/}: bounded in size, strict UTF-8, and never outside the
 * folder, whatever a symbolic link says.
 */
final class ContentFolder {
  /** The largest text file, in bytes; the sample course's largest is a hundredth of it. */
  static final long MAX_TEXT = 1 << 20;

  /** The longest line, in characters: some parsers take the square of its length. */
  static final int MAX_LINE = 10_000;

  /** The largest picture, in bytes. */
  static final long MAX_PICTURE = 10L << 20;

  /** How much of a file is looked at that is carried as it is. */
  private static final int HEAD = 4096;

  /** What people read, and what editors and systems leave behind. */
  private static final Pattern NO_CONTENT =
      Pattern.compile("(README|LICEN[CS]E).*|.*[.]orig|.*~|Thumbs[.]db|desktop[.]ini");

  private final Path root;
  private final String name;
  private final Set<Path> read = ConcurrentHashMap.newKeySet();

  /**
   * @param root the folder, or a link to it
   * @param name what findings call it, {@code content}
   * @throws IOException when there is no such folder
   */
  ContentFolder(Path root, String name) throws IOException {
    this.root = root.toRealPath();
    this.name = name;
  }

  /** A folder beside it, which the workspace may have. */
  Path beside(String folder) {
    return root.resolveSibling(folder);
  }

  /** What findings call the folder itself. */
  String name() {
    return name;
  }

  /** The name of a path below, as findings show it. */
  String nameOf(Path path) {
    String below = path.equals(root) ? "" : path.toString().substring(root.toString().length() + 1);
    return below.isEmpty() ? name : name + "/" + below.replace('\\', '/');
  }

  Path resolve(String below) {
    return root.resolve(below);
  }

  /**
   * What a folder below has with one of these endings, sorted by name; none when it is missing.
   * Whether each is a file is seen when it is read.
   */
  List<Path> list(Path folder, Problems problems, String... endings) {
    return entries(folder, problems).stream()
        .filter(
            path -> Stream.of(endings).anyMatch(end -> path.getFileName().toString().endsWith(end)))
        .toList();
  }

  /** The folders in a folder below, sorted by name. */
  List<Path> folders(Path folder, Problems problems) {
    return entries(folder, problems).stream().filter(Files::isDirectory).toList();
  }

  /** What a folder below has, but for what is hidden, sorted by name; none when it is missing. */
  List<Path> entries(Path folder, Problems problems) {
    if (!stays(folder, problems) || !Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found
          .filter(path -> !isHidden(path))
          .filter(path -> stays(path, problems))
          .sorted((a, b) -> a.getFileName().toString().compareTo(b.getFileName().toString()))
          .toList();
    } catch (IOException unreadable) {
      problems.syntax(
          SourceSpan.wholeFile(nameOf(folder)), "cannot be listed.", "Look at its rights.");
      return List.of();
    }
  }

  private boolean stays(Path path, Problems problems) {
    if (!Files.isSymbolicLink(path)) {
      return true;
    }
    try {
      if (path.toRealPath().startsWith(root)) {
        return true;
      }
      problems.syntax(
          SourceSpan.wholeFile(nameOf(path)),
          "is a link that leaves " + name + "/.",
          "Put the file itself here.");
    } catch (IOException dangling) {
      problems.syntax(
          SourceSpan.wholeFile(nameOf(path)),
          "is a link that leads nowhere, or in a circle.",
          "Put the file itself here.");
    }
    return false;
  }

  /** Takes note that something reads this file, so that it is no stray. */
  void reads(Path path) {
    read.add(path);
  }

  /**
   * The files that nothing has read, sorted: not hidden ones, nor what only people read. A folder
   * in {@code except} is not looked into.
   */
  List<String> strays(Set<Path> except) {
    List<String> strays = new ArrayList<>();
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              boolean hidden = !folder.equals(root) && isHidden(folder);
              return hidden || except.contains(folder)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              boolean noContent = NO_CONTENT.matcher(file.getFileName().toString()).matches();
              // Not below a linked folder: the folder itself is in the content, too.
              boolean linked = attributes.isSymbolicLink() && Files.isDirectory(file);
              if (!noContent && !linked && !isHidden(file) && !read.contains(file)) {
                strays.add(nameOf(file));
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException unreadable) {
      // What cannot be walked has been reported by whoever wanted to read it.
      return List.of();
    }
    Collections.sort(strays);
    return strays;
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  /** The text of a file; nothing when it cannot be read as such, which is reported. */
  Optional<SourceFile> text(Path path, Problems problems) {
    return bytes(path, problems).flatMap(bytes -> text(path, bytes, problems));
  }

  /** Strict UTF-8 in lines of a bounded length; nothing else, which is reported. */
  Optional<SourceFile> text(Path path, byte[] bytes, Problems problems) {
    return decode(path, bytes, problems).filter(file -> hasShortLines(file, problems));
  }

  /** What a file holds; nothing when it cannot be read or is too large, which is reported. */
  Optional<byte[]> bytes(Path path, Problems problems) {
    return read(path, MAX_TEXT, 10, "KiB", "A content file holds at most %s; split it.", problems);
  }

  /** The bytes of a picture; nothing when it cannot be read as such, which is reported. */
  Optional<byte[]> picture(Path path, Problems problems) {
    Optional<byte[]> bytes =
        read(path, MAX_PICTURE, 20, "MiB", "A picture has at most %s.", problems);
    if (bytes.isPresent() && bytes.get().length == 0) {
      problems.syntax(
          SourceSpan.wholeFile(nameOf(path)),
          "is empty.",
          "Export the picture again, or remove it.");
      return Optional.empty();
    }
    return bytes;
  }

  /**
   * How a file begins that is carried as it is; nothing when it cannot be read, or is larger than
   * {@code limit} MiB, which is reported.
   */
  Optional<byte[]> head(Path path, int limit, Problems problems) {
    if (!isReadable(path, (long) limit << 20, 20, "MiB", "Such a file has at most %s.", problems)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(path)) {
      return Optional.of(in.readNBytes(HEAD));
    } catch (IOException unreadable) {
      return unreadable(path, problems);
    }
  }

  /** How many bytes a file has; 0 when that cannot be told. */
  long size(Path path) {
    try {
      return Files.size(path);
    } catch (IOException unreadable) {
      return 0;
    }
  }

  private Optional<byte[]> read(
      Path path, long limit, int shift, String unit, String hint, Problems problems) {
    if (!isReadable(path, limit, shift, unit, hint, problems)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readAllBytes(path));
    } catch (IOException unreadable) {
      return unreadable(path, problems);
    }
  }

  private Optional<byte[]> unreadable(Path path, Problems problems) {
    problems.syntax(SourceSpan.wholeFile(nameOf(path)), "cannot be read.", "Look at its rights.");
    return Optional.empty();
  }

  /**
   * @param shift from bytes to the unit that the message names
   * @param hint told the limit in that unit
   */
  private boolean isReadable(
      Path path, long limit, int shift, String unit, String hint, Problems problems) {
    reads(path);
    SourceSpan whole = SourceSpan.wholeFile(nameOf(path));
    if (!stays(path, problems)) {
      return false;
    }
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      // Reading a pipe would wait for ever for someone to write to it.
      problems.syntax(
          whole,
          Files.isDirectory(path) ? "is a folder, not a file." : "is a pipe or device, not a file.",
          "Put a file of this name in its place.");
      return false;
    }
    try {
      long size = Files.size(path);
      if (size > limit) {
        problems.syntax(
            whole,
            "is too large: " + (size >> shift) + " " + unit + ".",
            hint.formatted((limit >> shift) + " " + unit));
        return false;
      }
      return true;
    } catch (IOException unreadable) {
      unreadable(path, problems);
      return false;
    }
  }

  /** What an SVG picture says, of whatever length its lines are. */
  Optional<SourceFile> decode(Path path, byte[] bytes, Problems problems) {
    String fileName = nameOf(path);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        problems.syntax(
            SourceSpan.wholeFile(fileName),
            "is not a text file: byte " + (i + 1) + " is zero.",
            "Save it as UTF-8 text, or move it out of " + name + "/.");
        return Optional.empty();
      }
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    // What stands for the unreadable may also be written; only then is it worth a closer look.
    if (text.indexOf('\uFFFD') >= 0) {
      CharBuffer out = CharBuffer.allocate(bytes.length);
      // A new decoder reports what it cannot read instead of replacing it.
      CoderResult result =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), out, true);
      if (result.isError()) {
        SourceFile good = new SourceFile(fileName, out.flip().toString());
        problems.syntax(
            good.at(good.text().length()),
            "is not UTF-8 from here on.",
            "Save the file as UTF-8 (older Windows programs save another encoding).");
        return Optional.empty();
      }
    }
    if (text.isBlank()) {
      problems.syntax(SourceSpan.wholeFile(fileName), "is empty.", "Fill it or remove it.");
      return Optional.empty();
    }
    SourceFile file = new SourceFile(fileName, text);
    Optional<ForbiddenCharacter> forbidden = ForbiddenCharacter.in(file.text());
    if (forbidden.isPresent()) {
      forbidden.get().report(file.at(forbidden.get().at()), problems);
      return Optional.empty();
    }
    return Optional.of(file);
  }

  private static boolean hasShortLines(SourceFile file, Problems problems) {
    for (int line = 1; line <= file.lines(); line++) {
      if (file.lineEnd(line) - file.offset(line, 1) > MAX_LINE) {
        problems.syntax(
            new SourceSpan(file.name(), line, 1),
            "this line has more than " + MAX_LINE + " characters.",
            "Break it into several.");
        return false;
      }
    }
    return true;
  }
}
