package dev.rebound.publish.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/**
 * How wide the letters of a face of Source Sans are, read from the font's own tables {@code cmap}
 * and {@code hmtx} and nothing else of it: a check that only measures need not open fonts as a PDF
 * does, which takes ten times as long.
 *
 * <pre>{@code Advances.BOLD.thousandths('m')   →   846}</pre>
 */
final class Advances {
  static final Advances REGULAR = read("Regular");
  static final Advances SEMI_BOLD = read("SemiBold");
  static final Advances BOLD = read("Bold");

  /** Latin, Greek, Cyrillic and the signs of print: looked up once. */
  private static final int COMMON = 0x2100;

  private static final int UNICODE = 3 << 16 | 1;
  private static final int SEGMENTS = 4;

  private final ByteBuffer font;
  private final int unitsPerEm;
  private final int metrics;
  private final int numberOfMetrics;
  private final int segments;
  private final int[] common = new int[COMMON];

  private Advances(byte[] bytes) {
    font = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    unitsPerEm = unsigned(table("head") + 18);
    numberOfMetrics = unsigned(table("hhea") + 34);
    metrics = table("hmtx");
    segments = segments(table("cmap"));
    for (int letter = 0; letter < COMMON; letter++) {
      common[letter] = advance(letter);
    }
  }

  /**
   * @param face as its file is named: {@code Italic}
   */
  static Advances read(String face) {
    try (InputStream in = Fonts.open(face)) {
      return new Advances(in.readAllBytes());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** In thousandths of the size of type; negative when the face has no such letter. */
  int thousandths(int letter) {
    return letter < COMMON ? common[letter] : letter > 0xFFFF ? -1 : advance(letter);
  }

  private int advance(int letter) {
    int glyph = glyph(letter);
    int advance = unsigned(metrics + 4 * Math.min(glyph, numberOfMetrics - 1));
    return glyph == 0 ? -1 : Math.round(advance * 1000f / unitsPerEm);
  }

  /** OpenType, cmap, format 4: ends of segments, then their starts, shifts and tables of glyphs. */
  private int glyph(int letter) {
    int twice = unsigned(segments + 6);
    int ends = segments + 14;
    int starts = ends + twice + 2;
    for (int i = 0; i < twice; i += 2) {
      if (unsigned(ends + i) >= letter) {
        int start = unsigned(starts + i);
        int shift = unsigned(starts + twice + i);
        int ranges = starts + 2 * twice + i;
        int range = unsigned(ranges);
        if (start > letter) {
          return 0;
        }
        int found = range == 0 ? letter : unsigned(ranges + range + 2 * (letter - start));
        return range != 0 && found == 0 ? 0 : found + shift & 0xFFFF;
      }
    }
    return 0;
  }

  private int segments(int cmap) {
    for (int i = 0; i < unsigned(cmap + 2); i++) {
      int entry = cmap + 4 + 8 * i;
      int at = cmap + font.getInt(entry + 4);
      if (font.getInt(entry) == UNICODE && unsigned(at) == SEGMENTS) {
        return at;
      }
    }
    throw new PrintFailure("A font has no table of its letters.");
  }

  private int table(String tag) {
    for (int i = 0; i < unsigned(4); i++) {
      int entry = 12 + 16 * i;
      boolean same = true;
      for (int at = 0; at < tag.length(); at++) {
        same &= font.get(entry + at) == tag.charAt(at);
      }
      if (same) {
        return font.getInt(entry + 8);
      }
    }
    throw new PrintFailure("A font has no table " + tag + ".");
  }

  private int unsigned(int at) {
    return Short.toUnsignedInt(font.getShort(at));
  }
}
