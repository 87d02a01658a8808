package dev.rebound.check.quotation;

import dev.rebound.course.SourceLock;
import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * Writes a lock as the YAML that the loader reads: sorted, so that the order of windows says
 * nothing.
 */
public final class LockFile {
  private LockFile() {}

  public static String of(SourceLock lock) {
    StringBuilder out = new StringBuilder();
    out.append(
        "# Written by `rebound source add`; run it again when excerpts or the source change.\n");
    out.append("version: ").append(SourceLock.VERSION).append("\nsalt: \"").append(lock.salt());
    lock.creator().ifPresent(it -> out.append("\"\ncreator: \"").append(escaped(it)));
    out.append("\"\nparagraphs:\n");
    for (SourceLock.LockedParagraph paragraph : lock.paragraphs()) {
      out.append("  - { number: ")
          .append(paragraph.number())
          .append(", kind: ")
          .append(paragraph.kind().word())
          .append(", words: ")
          .append(paragraph.words());
      paragraph.digest().ifPresent(d -> out.append(", digest: \"").append(d).append('"'));
      out.append(" }\n");
    }
    out.append(lock.excerpts().isEmpty() ? "excerpts: []\n" : "excerpts:\n");
    for (SourceLock.LockedExcerpt excerpt : lock.excerpts()) {
      out.append("  - { id: ")
          .append(excerpt.id())
          .append(", paragraph: ")
          .append(excerpt.paragraph())
          .append(", firstWord: ")
          .append(excerpt.firstWord())
          .append(", words: ")
          .append(excerpt.words())
          .append(excerpt.wholeSentence() ? ", wholeSentence: true" : "")
          .append(excerpt.places() > 1 ? ", places: " + excerpt.places() : "")
          .append(", digest: \"")
          .append(excerpt.digest())
          .append("\" }\n");
    }
    ByteBuffer packed = ByteBuffer.allocate(lock.windows().size() * Long.BYTES);
    lock.windows().forEach(packed::putLong);
    String base64 = Base64.getEncoder().encodeToString(packed.array());
    out.append(base64.isEmpty() ? "windows: \"\"\n" : "windows: |\n");
    for (int i = 0; i < base64.length(); i += 96) {
      out.append("  ").append(base64, i, Math.min(base64.length(), i + 96)).append('\n');
    }
    return out.append("checksum: \"").append(lock.checksum()).append("\"\n").toString();
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
