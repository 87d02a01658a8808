package dev.rebound.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rebound.publish.output.OutputFolder;
import dev.rebound.source.Checksum;
import dev.rebound.source.Sha256;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a build of the same inputs wrote and said. Where the output folder still holds that, nothing
 * is left to be built.
 *
 * @param made {@link OutputFolder.Outcome#made}
 * @param said the warnings, as they were printed
 */
record LastBuild(SortedMap<String, Long> made, String said) {
  private static final Pattern FILE = Pattern.compile("([0-9a-f]{1,8}) (.+)");

  /** A line a file, an empty line, and what was said. */
  byte[] bytes() {
    StringBuilder text = new StringBuilder();
    made.forEach(
        (path, check) ->
            text.append(Long.toHexString(check)).append(' ').append(path).append('\n'));
    return text.append('\n').append(said).toString().getBytes(UTF_8);
  }

  /** None, where these are not {@link #bytes}. */
  static Optional<LastBuild> of(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    int end = text.indexOf("\n\n");
    if (end < 0) {
      return Optional.empty();
    }
    SortedMap<String, Long> made = new TreeMap<>();
    for (String line : text.substring(0, end).lines().toList()) {
      Matcher file = FILE.matcher(line);
      if (!file.matches()) {
        return Optional.empty();
      }
      made.put(file.group(2), Long.parseLong(file.group(1), 16));
    }
    return Optional.of(new LastBuild(made, text.substring(end + 2)));
  }

  /**
   * A digest of everything that a build reads; none when it cannot be told, because there is a
   * link, which may lead anywhere, or a file that cannot be read.
   *
   * @param folders each with all that is in it; one that is not there counts as that
   * @param options what the command line asks for, as far as it decides what is made or said
   */
  static Optional<String> inputs(List<Path> folders, Collection<String> options) {
    MessageDigest digest = Sha256.begin();
    options.forEach(option -> put(digest, option));
    try {
      for (Path folder : folders) {
        put(digest, Files.isDirectory(folder) ? "folder" : "none");
        if (Files.isDirectory(folder)) {
          Path real = folder.toRealPath();
          for (Path file : files(real)) {
            put(digest, real.relativize(file).toString());
            put(digest, Files.isDirectory(file) ? "folder" : Checksum.of(file));
          }
        }
      }
    } catch (IOException unknown) {
      return Optional.empty();
    }
    return Optional.of(HexFormat.of().formatHex(digest.digest()));
  }

  /** With its length, so that no two lists of texts are one. */
  private static void put(MessageDigest digest, String text) {
    digest.update((text.length() + ":" + text).getBytes(UTF_8));
  }

  /** Folders too, because an empty one may have a finding. */
  private static TreeSet<Path> files(Path folder) throws IOException {
    TreeSet<Path> files = new TreeSet<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path one, BasicFileAttributes attributes) {
            files.add(one);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path one, BasicFileAttributes attributes)
              throws IOException {
            if (!attributes.isRegularFile()) {
              throw new FileSystemException(one.toString(), null, "no plain file");
            }
            files.add(one);
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }
}
