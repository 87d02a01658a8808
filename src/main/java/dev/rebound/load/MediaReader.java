package dev.rebound.load;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Holds a film or a recording against its ending, by how it begins. */
final class MediaReader {
  /** What their names end in: what every browser plays. */
  static final List<String> ENDINGS = List.of(".mp4", ".webm", ".mp3", ".m4a");

  /** Some ten minutes of film in which a face and a gesture can be followed on a phone. */
  static final int MAX_MIB = 60;

  private MediaReader() {}

  /** What is wrong with a file of this name that begins like this. */
  static Optional<Flaw> flaw(String name, byte[] head) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    String kind = kind(head);
    boolean fits = ending.equals("m4a") ? kind.equals("mp4") : ending.equals(kind);
    if (fits) {
      return Optional.empty();
    }
    return Optional.of(
        new Flaw(
            "is no " + ending.toUpperCase(Locale.ROOT) + " file, although it is called one.",
            kind.isEmpty()
                ? "Export it again: films as MP4 (H.264 and AAC) or WebM, recordings as MP3 or M4A."
                : "Give it the ending of what it is, ." + kind + ", there and where it is shown."));
  }

  /** What the bytes are, whatever the file is called; empty when they are none of these. */
  private static String kind(byte[] head) {
    // ISO 14496-12: a file begins with its box of types. RFC 9559: an EBML header names its kind.
    if (is(head, 4, "ftyp")) {
      return "mp4";
    }
    if (head.length > 3 && head[0] == 0x1A && head[1] == 0x45 && head[2] == (byte) 0xDF) {
      return new String(head, 0, Math.min(64, head.length), StandardCharsets.ISO_8859_1)
              .contains("webm")
          ? "webm"
          : "";
    }
    boolean frame =
        head.length > 1
            && head[0] == (byte) 0xFF
            // Eleven bits of sync, then a layer that is not the reserved one.
            && (head[1] & 0xE0) == 0xE0
            && (head[1] & 0x06) != 0;
    return is(head, 0, "ID3") || frame ? "mp3" : "";
  }

  private static boolean is(byte[] head, int at, String word) {
    return head.length >= at + word.length()
        && new String(head, at, word.length(), StandardCharsets.ISO_8859_1).equals(word);
  }
}
