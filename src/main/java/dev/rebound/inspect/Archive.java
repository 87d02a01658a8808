package dev.rebound.inspect;

import dev.rebound.source.Finding;
import dev.rebound.source.SourceSpan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A zip read without trust: every byte is counted as it is unpacked, whatever the headers claim.
 *
 * @param sizes the files, with what they unpack to
 * @param texts of those, the XML, HTML and CSS files up to {@link #TEXT}
 * @param folded each path by itself in lower case
 * @param whole false when reading had to stop
 */
record Archive(
    Map<String, Long> sizes, Map<String, byte[]> texts, Map<String, String> folded, boolean whole) {
  /** As much as any course needs, and less than fills a disk. */
  static final long UNPACKED = 2L << 30;

  static final int ENTRIES = 50_000;

  /** Deflate itself reaches 1,032 to 1; files of a course stay far below a tenth. */
  static final int RATIO = 200;

  /** Below this size no ratio hurts anybody. */
  static final long HARMLESS = 16L << 20;

  static final int TEXT = 4 << 20;

  /** Of all texts together, which are kept in memory: a small zip can hold hundreds as large. */
  static final long TEXTS = 128L << 20;

  static Archive read(String name, InputStream in, List<Finding> found) throws IOException {
    SourceSpan zip = SourceSpan.wholeFile(name);
    Counted counted = new Counted(in);
    Map<String, Long> sizes = new TreeMap<>();
    Map<String, byte[]> texts = new HashMap<>();
    Map<String, String> folded = new HashMap<>();
    long total = 0;
    long kept = 0;
    int entries = 0;
    try (ZipInputStream files = new ZipInputStream(counted, StandardCharsets.UTF_8)) {
      for (ZipEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
        if (++entries > ENTRIES) {
          found.add(
              PackageRule.ZIP_BOMB.at(
                  zip, "holds more than " + ENTRIES + " files.", "Reading stopped there."));
          return new Archive(sizes, texts, folded, false);
        }
        String path = entry.getName();
        checkPath(zip, path, found);
        if (entry.isDirectory()) {
          continue;
        }
        ByteArrayOutputStream text = isText(path) ? new ByteArrayOutputStream() : null;
        long before = counted.count;
        long size = 0;
        byte[] buffer = new byte[16384];
        for (int n = files.read(buffer); n >= 0; n = files.read(buffer)) {
          size += n;
          total += n;
          if (text != null && size <= TEXT) {
            text.write(buffer, 0, n);
            kept += n;
          }
          long packed = Math.max(1, counted.count - before);
          if (total > UNPACKED || kept > TEXTS || (size > HARMLESS && size / packed > RATIO)) {
            found.add(
                PackageRule.ZIP_BOMB.at(
                    zip,
                    "\"" + path + "\" unpacks to far more than it holds.",
                    "Reading stopped after " + (total >> 20) + " MiB."));
            return new Archive(sizes, texts, folded, false);
          }
        }
        String other = folded.putIfAbsent(path.toLowerCase(Locale.ROOT), path);
        if (other != null) {
          found.add(
              PackageRule.DUPLICATE_PATH.at(
                  zip,
                  other.equals(path)
                      ? "holds \"" + path + "\" twice."
                      : "holds \"" + other + "\" and \"" + path + "\", one file on many servers.",
                  "Give each file a name of its own."));
        }
        sizes.put(path, size);
        if (text != null && size <= TEXT) {
          texts.put(path, text.toByteArray());
        }
      }
    } catch (IOException | IllegalArgumentException broken) {
      // Names that are not UTF-8 are an IllegalArgumentException to the JDK.
      found.add(
          PackageRule.BROKEN_ZIP.at(
              zip,
              "cannot be unpacked: " + inWords(broken) + ".",
              "Make the zip again; it may have been cut short or encrypted."));
      return new Archive(sizes, texts, folded, false);
    }
    if (entries == 0) {
      found.add(
          PackageRule.BROKEN_ZIP.at(zip, "is not a zip with files.", "Name a package's zip file."));
    }
    return new Archive(sizes, texts, folded, entries > 0);
  }

  private static void checkPath(SourceSpan zip, String path, List<Finding> found) {
    String why =
        path.contains("\\")
            ? "has a backslash, which is no folder to most servers"
            : path.startsWith("/") || path.matches("[A-Za-z]:.*")
                ? "is absolute"
                : List.of(path.split("/", -1)).contains("..")
                    ? "leaves the package"
                    : path.chars().anyMatch(c -> c < ' ' || c == 127)
                        ? "has a control character"
                        : "";
    if (!why.isEmpty()) {
      found.add(
          PackageRule.UNSAFE_PATH.at(
              zip,
              "the path \"" + path + "\" " + why + ".",
              "Use relative paths with / between folders."));
    }
  }

  private static boolean isText(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    return List.of(".xml", ".html", ".htm", ".css").stream().anyMatch(name::endsWith);
  }

  private static String inWords(Exception broken) {
    String message = broken.getMessage();
    return message == null || message.isBlank()
        ? "it ends too early"
        : message.replaceAll("[.\\s]+$", "").toLowerCase(Locale.ROOT);
  }

  /** What to say of a path that is not there: whether another differs from it in case alone. */
  String hint(String path) {
    String near = folded.get(path.toLowerCase(Locale.ROOT));
    return near == null ? "" : "There is \"" + near + "\": most servers tell case apart.";
  }

  /** Counts what is read, before it is unpacked. */
  private static final class Counted extends InputStream {
    private final InputStream in;
    private long count;

    Counted(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      int one = in.read();
      count += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int n = in.read(buffer, from, length);
      count += Math.max(0, n);
      return n;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
