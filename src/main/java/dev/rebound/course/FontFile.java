package dev.rebound.course;

/**
 * A font that a workspace adds for what the printed faces lack: {@code fonts/<name>.ttf}, beside
 * the content.
 *
 * @param name of the file
 * @param digest SHA-256 of its bytes
 * @param licensed whether its licence lies beside it
 */
public record FontFile(String name, String digest, boolean licensed, byte[] bytes) {
  /** As findings name it. */
  public String path() {
    return "fonts/" + name;
  }
}
