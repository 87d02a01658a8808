package dev.rebound.exchange;

import dev.rebound.source.SourceFile;
import dev.rebound.source.SourceSpan;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A file that somebody brings.
 *
 * @param name as the user named it
 */
public record Upload(String name, byte[] bytes) {
  /** The largest file that is read. */
  public static final int MOST = 32 << 20;

  private static final int HEAD = 4096;

  public SourceSpan whole() {
    return SourceSpan.wholeFile(name);
  }

  public boolean isNamed(String ending) {
    return name.toLowerCase(Locale.ROOT).endsWith(ending);
  }

  /** Whether it begins as zips do. */
  public boolean isZip() {
    return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] < 9;
  }

  /** How it begins, in whatever encoding, to recognise it by. */
  public String head() {
    byte[] head = bytes.length <= HEAD ? bytes : java.util.Arrays.copyOf(bytes, HEAD);
    String text = new String(head, charset(head));
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Its first bytes, a character each. */
  String start() {
    return new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
  }

  /**
   * Its text: UTF-8, or what a byte order mark says, or else what older Windows programs save,
   * which goes on the loss list because a letter may be read as another.
   *
   * @throws Unreadable when it is no text
   */
  public SourceFile text(Losses losses) throws Unreadable {
    Charset charset = charset(bytes);
    String text;
    try {
      text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException other) {
      if (!charset.equals(StandardCharsets.UTF_8)) {
        throw new Unreadable(
            whole(), "is not the " + charset + " that it begins as.", "Save it as UTF-8.");
      }
      text = new String(bytes, Charset.forName("windows-1252"));
      losses.add(
          whole(),
          "",
          Loss.What.ENCODING,
          "is not UTF-8 and was read as Windows-1252: look at letters with accents.");
    }
    SourceFile file = new SourceFile(name, text);
    int zero = file.text().indexOf('\0');
    if (zero >= 0) {
      throw new Unreadable(
          file.at(zero),
          "is not a text file: it has a zero character.",
          "Save it as text in UTF-8.");
    }
    if (file.text().isBlank()) {
      throw new Unreadable(whole(), "is empty.", "Name a file with questions.");
    }
    return file;
  }

  private static Charset charset(byte[] bytes) {
    if (bytes.length > 1 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    return bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE
        ? StandardCharsets.UTF_16LE
        : StandardCharsets.UTF_8;
  }
}
