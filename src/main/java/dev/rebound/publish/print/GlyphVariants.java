package dev.rebound.publish.print;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFTable;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A TrueType font with further glyphs at its end: those it has, moved, and of another width.
 *
 * <pre>{@code
 * [glyph 87 from (120, 300), 210 wide]   →   glyph 1943: a composite of one component
 * }</pre>
 */
final class GlyphVariants {
  /** A composite's one component: two words, an offset. */
  private static final int ARGUMENTS = 0x0003;

  /** No part of the outline: a glyph that only takes room. */
  static final int BLANK = -1;

  /**
   * @param glyph what is drawn, or {@link #BLANK}
   * @param advance how much room it takes
   * @param text the letters it stands for, which tell two variants of one shape apart
   */
  record Variant(int glyph, int x, int y, int advance, String text) {}

  private GlyphVariants() {}

  static TrueTypeFont add(TrueTypeFont font, Collection<Variant> variants) throws IOException {
    int count = font.getNumberOfGlyphs();
    Map<String, byte[]> tables = new TreeMap<>();
    for (TTFTable table : font.getTables()) {
      tables.put(table.getTag(), font.getTableBytes(table));
    }
    byte[] outlines = tables.get("glyf");
    ByteBuffer header = ByteBuffer.wrap(tables.get("head"));
    long[] offsets = font.getIndexToLocation().getOffsets();
    ByteArrayOutputStream glyf = new ByteArrayOutputStream();
    ByteArrayOutputStream loca = new ByteArrayOutputStream();
    ByteArrayOutputStream hmtx = new ByteArrayOutputStream();
    DataOutputStream glyphs = new DataOutputStream(glyf);
    DataOutputStream places = new DataOutputStream(loca);
    DataOutputStream metrics = new DataOutputStream(hmtx);
    glyphs.write(outlines, 0, (int) offsets[count]);
    while (glyphs.size() % 4 != 0) {
      glyphs.write(0);
    }
    for (int glyph = 0; glyph < count; glyph++) {
      places.writeInt((int) offsets[glyph]);
      metrics.writeShort(font.getHorizontalMetrics().getAdvanceWidth(glyph));
      metrics.writeShort(font.getHorizontalMetrics().getLeftSideBearing(glyph));
    }
    places.writeInt(glyphs.size());
    for (Variant variant : variants) {
      metrics.writeShort(variant.advance());
      boolean drawn =
          variant.glyph() != BLANK && offsets[variant.glyph()] < offsets[variant.glyph() + 1];
      if (drawn) {
        ByteBuffer box = ByteBuffer.wrap(outlines, (int) offsets[variant.glyph()] + 2, 8);
        int left = box.getShort() + variant.x();
        metrics.writeShort(left);
        glyphs.writeShort(-1);
        glyphs.writeShort(left);
        glyphs.writeShort(box.getShort() + variant.y());
        glyphs.writeShort(box.getShort() + variant.x());
        glyphs.writeShort(box.getShort() + variant.y());
        glyphs.writeShort(ARGUMENTS);
        glyphs.writeShort(variant.glyph());
        glyphs.writeShort(variant.x());
        glyphs.writeShort(variant.y());
        glyphs.writeShort(0);
      } else {
        metrics.writeShort(0);
      }
      places.writeInt(glyphs.size());
    }
    tables.put("glyf", glyf.toByteArray());
    tables.put("loca", loca.toByteArray());
    tables.put("hmtx", hmtx.toByteArray());
    int all = count + variants.size();
    // indexToLocFormat: long offsets
    header.putShort(50, (short) 1);
    ByteBuffer.wrap(tables.get("hhea")).putShort(34, (short) all);
    ByteBuffer profile = ByteBuffer.wrap(tables.get("maxp"));
    profile.putShort(4, (short) all);
    // maxComponentDepth
    profile.putShort(30, (short) (profile.getShort(30) + 1));
    TrueTypeFont more = new TTFParser().parse(new RandomAccessReadBuffer(file(tables)));
    more.setEnableGsub(false);
    return more;
  }

  private static byte[] file(Map<String, byte[]> tables) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream file = new DataOutputStream(bytes);
    file.writeInt(0x00010000);
    file.writeShort(tables.size());
    // The three numbers for a binary search, which nobody reads from a font in memory.
    file.write(new byte[6]);
    int at = 12 + 16 * tables.size();
    for (Map.Entry<String, byte[]> table : tables.entrySet()) {
      file.writeBytes(table.getKey());
      file.writeInt(0);
      file.writeInt(at);
      file.writeInt(table.getValue().length);
      at += (table.getValue().length + 3) / 4 * 4;
    }
    for (byte[] table : tables.values()) {
      file.write(table);
      file.write(new byte[(4 - table.length % 4) % 4]);
    }
    return bytes.toByteArray();
  }
}
