package dev.rebound.publish;

import java.nio.charset.StandardCharsets;

/**
 * One file of a build, not yet on disk.
 *
 * @param path from the output folder, with {@code /}
 */
public record Artefact(String path, byte[] bytes) {
  public static Artefact text(String path, String text) {
    return new Artefact(path, text.getBytes(StandardCharsets.UTF_8));
  }
}
