package dev.rebound.exchange;

import dev.rebound.source.SourceSpan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Unpacks zips that nobody vouches for, within bounds, and writes our own. */
public final class ZipParts {
  private static final int MOST_FILES = 5_000;

  /** Of all that is in it, wanted or not. */
  private static final long UNPACKED = 256L << 20;

  /** Of what is wanted. */
  private static final long WANTED = 24L << 20;

  private static final long HARMLESS = 1L << 20;
  private static final long RATIO = 500;

  /** What the list at the end of each zip ends with. */
  private static final byte[] END = {'P', 'K', 5, 6};

  private static final String FETCH_ANEW = "Fetch or export it again.";

  private ZipParts() {}

  /** Whether a name stands in it, without unpacking anything. */
  public static boolean names(Upload file, String path) {
    byte[] wanted = path.getBytes(StandardCharsets.US_ASCII);
    return file.isZip() && indexOf(file.bytes(), wanted) >= 0;
  }

  /**
   * The parts that are wanted, by their paths.
   *
   * @throws Unreadable when it is no zip, is cut short, unpacks to too much, leaves its root, or
   *     has XML with a document type
   */
  public static Map<String, byte[]> read(Upload file, Predicate<String> wanted) throws Unreadable {
    Map<String, byte[]> parts = unpack(file, wanted);
    for (Map.Entry<String, byte[]> part : parts.entrySet()) {
      refuseTypes(part.getKey(), part.getValue(), file);
    }
    return parts;
  }

  /** The same for parts that {@link XmlReader} reads, which sees to document types itself. */
  public static Map<String, byte[]> unpack(Upload file, Predicate<String> wanted)
      throws Unreadable {
    if (!file.isZip()) {
      throw Stranger.of(file)
          .orElseGet(
              () ->
                  new Unreadable(
                      file.whole(),
                      "is no zip, which each Word or Excel file and each package is.",
                      "Open it in the program that made it and save it anew."));
    }
    Map<String, byte[]> parts = new TreeMap<>();
    int count = 0;
    // By the list at its end, as every office program reads it.
    try (ZipFile zip = ZipFile.builder().setByteArray(file.bytes()).get()) {
      Unpacked unpacked = new Unpacked(file);
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        String path = entry.getName();
        check(++count, path, file);
        if (entry.getGeneralPurposeBit().usesEncryption()) {
          throw new Unreadable(file.whole(), "has a password.", "Save it without one.");
        }
        if (entry.isDirectory() || !wanted.test(path)) {
          unpacked.count(entry.getSize());
          continue;
        }
        try (InputStream in = zip.getInputStream(entry)) {
          if (parts.put(path, unpacked.read(in)) != null) {
            throw new Unreadable(file.whole(), "holds \"" + path + "\" twice.", "Save it anew.");
          }
        }
      }
    } catch (IOException | IllegalArgumentException broken) {
      throw new Unreadable(file.whole(), "cannot be unpacked: " + inWords(file) + ".", FETCH_ANEW);
    }
    if (count == 0) {
      throw new Unreadable(file.whole(), "is an empty zip.", FETCH_ANEW);
    }
    return parts;
  }

  /** Counts what all parts of a zip unpack to. */
  private static final class Unpacked {
    private final Upload file;
    private final byte[] buffer = new byte[1 << 14];
    private long total;
    private long kept;

    Unpacked(Upload file) {
      this.file = file;
    }

    byte[] read(InputStream in) throws IOException, Unreadable {
      ByteArrayOutputStream part = new ByteArrayOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        total += n;
        kept += n;
        part.write(buffer, 0, n);
        bound(part.size());
      }
      return part.toByteArray();
    }

    /** What nobody wants is not unpacked; how large it would be it says itself. */
    void count(long size) throws Unreadable {
      total += Math.max(0, size);
      bound(size);
    }

    private void bound(long size) throws Unreadable {
      boolean bomb = size > HARMLESS && size / RATIO > file.bytes().length;
      if (total > UNPACKED || kept > WANTED || bomb) {
        throw new Unreadable(
            file.whole(),
            "unpacks to far more than it holds.",
            "Reading stopped. No program writes such a file.");
      }
    }
  }

  private static void check(int count, String path, Upload file) throws Unreadable {
    boolean leaves =
        path.contains("\\")
            || path.startsWith("/")
            || path.matches("[A-Za-z]:.*")
            || java.util.List.of(path.split("/", -1)).contains("..");
    if (leaves || count > MOST_FILES) {
      throw new Unreadable(
          file.whole(),
          leaves
              ? "has the path \"" + HtmlReader.cut(path) + "\", which leaves it."
              : "holds more than 5,000 files.",
          "No program writes such a file.");
    }
  }

  private static void refuseTypes(String path, byte[] bytes, Upload file) throws Unreadable {
    if (!path.endsWith(".xml") && !path.endsWith(".rels")) {
      return;
    }
    boolean wide =
        bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0 || (bytes[0] & 0xFF) >= 0xFE);
    if (wide
        || indexOf(bytes, "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII)) >= 0
        || indexOf(bytes, "<!ENTITY".getBytes(StandardCharsets.US_ASCII)) >= 0) {
      throw new Unreadable(
          SourceSpan.wholeFile(file.name() + "!/" + path),
          wide ? "is not UTF-8." : "has a document type, which may read other files.",
          "No program writes such a file.");
    }
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    for (int i = 0; i <= bytes.length - wanted.length; i++) {
      int n = 0;
      while (n < wanted.length && bytes[i + n] == wanted[n]) {
        n++;
      }
      if (n == wanted.length) {
        return i;
      }
    }
    return -1;
  }

  private static String inWords(Upload file) {
    return indexOf(file.bytes(), END) < 0 ? "it was cut short" : "it is damaged";
  }

  /** A zip of these parts: the same parts give the same bytes. */
  public static byte[] write(Map<String, byte[]> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : new TreeMap<>(parts).entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTimeLocal(LocalDateTime.of(1980, 2, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
