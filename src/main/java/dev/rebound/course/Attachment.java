package dev.rebound.course;

import java.nio.file.Path;

/**
 * A file that outputs carry as it is. It can be large, so that nothing holds it in memory: whoever
 * writes it copies it from its place.
 *
 * @param path in the course's folder, {@code files/refund.pdf}
 * @param size in bytes
 * @param file where it can be read
 */
public record Attachment(String path, long size, Path file) {
  /** {@code refund.pdf} */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** {@code pdf} */
  public String ending() {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
