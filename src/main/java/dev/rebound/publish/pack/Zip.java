package dev.rebound.publish.pack;

import dev.rebound.publish.Artefact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files to one zip whose bytes depend on nothing but them. */
public final class Zip {
  // From 1980-01-01 on zones would matter: it adds a field with the time in UTC.
  private static final LocalDateTime WHEN = LocalDateTime.of(1980, 2, 1, 0, 0);

  private Zip() {}

  public static byte[] of(List<Artefact> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(65536);
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(Deflater.BEST_COMPRESSION);
      for (Artefact file : files.stream().sorted(Comparator.comparing(Artefact::path)).toList()) {
        ZipEntry entry = new ZipEntry(file.path());
        entry.setTimeLocal(WHEN);
        zip.putNextEntry(entry);
        zip.write(file.bytes());
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
