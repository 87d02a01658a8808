package dev.rebound.load;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Holds a file that learners take along against its ending, by how it begins. */
final class AttachmentReader {
  /** What their names end in: what people open, and nothing that can hold a program. */
  static final List<String> ENDINGS =
      List.of(".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".csv", ".txt");

  static final int MAX_MIB = 20;

  private AttachmentReader() {}

  /** What is wrong with a file of this name that begins like this. */
  static Optional<Flaw> flaw(String name, byte[] head) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    boolean fits =
        switch (ending) {
          case "pdf" -> starts(head, "%PDF-");
          case "csv", "txt" -> isText(head);
          // Office documents are zip files.
          default -> starts(head, "PK\u0003\u0004");
        };
    return fits
        ? Optional.empty()
        : Optional.of(
            new Flaw(
                "is no " + ending.toUpperCase(Locale.ROOT) + " file, although it is called one.",
                "Save it again as what it is called, or remove it."));
  }

  private static boolean starts(byte[] head, String with) {
    return new String(head, 0, Math.min(with.length(), head.length), StandardCharsets.ISO_8859_1)
        .equals(with);
  }

  private static boolean isText(byte[] head) {
    for (byte one : head) {
      if (one == 0) {
        return false;
      }
    }
    return head.length > 0;
  }
}
