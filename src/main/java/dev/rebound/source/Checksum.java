package dev.rebound.source;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * Tells bytes from what they were before: how many there are, and their CRC-32C. Nobody is kept
 * from making others that have the same; that is what {@link Sha256} is for, which is slow in a run
 * of seconds: the JVM reaches the processor's own instructions for it only in code that it has
 * compiled for long.
 */
public final class Checksum {
  private Checksum() {}

  /** Of these bytes. */
  public static String of(byte[] bytes) {
    CRC32C check = new CRC32C();
    check.update(bytes);
    return of(bytes.length, check);
  }

  /** Of a file, which may be too large to be held. */
  public static String of(Path file) throws IOException {
    CRC32C check = new CRC32C();
    return of(
        Files.copy(file, new CheckedOutputStream(OutputStream.nullOutputStream(), check)), check);
  }

  private static String of(long size, CRC32C check) {
    return size + "-" + HexFormat.of().toHexDigits((int) check.getValue());
  }
}
