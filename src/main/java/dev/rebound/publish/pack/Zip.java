package dev.rebound.publish.pack;

import dev.rebound.publish.Artefact;
import java.io.IOException;
import java.io.OutputStream;
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

  /** An archive of these, each made when its turn comes. */
  public static Artefact of(String path, List<Artefact> files) {
    List<Artefact> sorted = files.stream().sorted(Comparator.comparing(Artefact::path)).toList();
    return Artefact.of(path, out -> write(sorted, out));
  }

  private static void write(List<Artefact> files, OutputStream out) throws IOException {
    Stream zip = new Stream(out);
    try {
      for (Artefact file : files) {
        ZipEntry entry = new ZipEntry(file.path());
        entry.setTimeLocal(WHEN);
        zip.putNextEntry(entry);
        file.writeTo(zip);
        zip.closeEntry();
      }
      zip.finish();
    } finally {
      zip.release();
    }
  }

  /** Closing it would close what it writes to; its deflater holds memory outside the heap. */
  private static final class Stream extends ZipOutputStream {
    Stream(OutputStream out) {
      super(out);
      setLevel(Deflater.BEST_COMPRESSION);
    }

    void release() {
      def.end();
    }
  }
}
