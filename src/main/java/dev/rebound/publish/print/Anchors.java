package dev.rebound.publish.print;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFTable;
import org.apache.fontbox.ttf.TrueTypeFont;

/**
 * Where a font wants its marks: the anchors of its {@code GPOS} table (OpenType 1.9, “mark” and
 * “mkmk”), which is all that Latin, Greek, Cyrillic, Hebrew and Arabic need of it.
 *
 * <pre>{@code
 * shin, shin dot, qamats   →   the dot 1338 units right of the letter's origin, 138 up; …
 * }</pre>
 */
final class Anchors {
  private static final int TO_BASE = 4;
  private static final int TO_LIGATURE = 5;
  private static final int TO_MARK = 6;
  private static final int EXTENSION = 9;

  /** The class of marks in {@code GDEF}. */
  private static final int MARK = 3;

  private static final int USES_SET = 0x10;

  private record Point(int x, int y) {}

  private record Mark(int kind, Point anchor) {}

  /**
   * One subtable.
   *
   * @param id its number
   * @param seen the marks that it does not pass over; empty for all
   * @param places anchors by the glyph that is attached to, its component, and the kind of mark
   */
  private record Attachment(
      int id,
      int type,
      Optional<BitSet> seen,
      Map<Integer, Mark> marks,
      Map<Integer, List<Map<Integer, Point>>> places) {
    /** The mark as it stands by what comes before it. */
    Optional<Found> place(Placed base, int component, List<Placed> before, int glyph) {
      Mark mark = marks.get(glyph);
      Optional<Placed> on = type == TO_MARK ? last(before, glyph) : Optional.of(base);
      if (mark == null || on.isEmpty() || !places.containsKey(on.get().glyph())) {
        return Optional.empty();
      }
      List<Map<Integer, Point>> components = places.getOrDefault(on.get().glyph(), List.of());
      int part = type == TO_LIGATURE ? Math.min(component, components.size() - 1) : 0;
      return Optional.ofNullable(components.get(part).get(mark.kind()))
          .map(
              point ->
                  new Found(
                      new Placed(
                          glyph,
                          on.get().x() + point.x() - mark.anchor().x(),
                          on.get().y() + point.y() - mark.anchor().y()),
                      id + " " + mark.kind() + " " + on.get()));
    }

    private Optional<Placed> last(List<Placed> before, int glyph) {
      return before.stream()
          .filter(placed -> sees(glyph) && sees(placed.glyph()))
          .reduce((first, second) -> second);
    }

    boolean sees(int glyph) {
      return seen.isEmpty() || seen.get().get(glyph);
    }
  }

  /** A glyph, and how far its origin is from the base's, in the font's units. */
  record Placed(int glyph, int x, int y) {}

  /**
   * A mark in its place.
   *
   * @param place the one anchor that it takes
   */
  private record Found(Placed mark, String place) {}

  /** Letters that lose their dot under a mark (Unicode, “Soft_Dotted”), and what they become. */
  private static final Map<Character, Character> DOTLESS =
      Map.of('i', '\u0131', 'j', '\u0237', '\u0456', '\u0131', '\u0458', '\u0237');

  private static final int DOUBLING = 0x651;

  private final BitSet marks = new BitSet();
  private final BitSet above = new BitSet();
  private final Map<Integer, Integer> dotless = new HashMap<>();
  private final int doubling;
  private final List<Attachment> attachments = new ArrayList<>();

  Anchors(TrueTypeFont font) throws IOException {
    ByteBuffer definitions = table(font, "GDEF");
    if (at(definitions, 4) != 0) {
      classes(slice(definitions, at(definitions, 4)))
          .forEach((glyph, kind) -> marks.set(glyph, kind == MARK));
    }
    CmapLookup letters = font.getUnicodeCmapLookup();
    doubling = letters.getGlyphId(DOUBLING);
    DOTLESS.forEach(
        (dotted, plain) -> {
          if (letters.getGlyphId(plain) != 0) {
            dotless.put(letters.getGlyphId(dotted), letters.getGlyphId(plain));
          }
        });
    for (int glyph = marks.nextSetBit(0); glyph >= 0; glyph = marks.nextSetBit(glyph + 1)) {
      List<Integer> codes = letters.getCharCodes(glyph);
      above.set(glyph, codes != null && isAbove(codes.get(0)));
    }
    ByteBuffer positions = table(font, "GPOS");
    ByteBuffer lookups = slice(positions, at(positions, 8));
    for (int lookup : lookups(slice(positions, at(positions, 6)))) {
      read(slice(lookups, at(lookups, 2 + 2 * lookup)), definitions);
    }
  }

  private static ByteBuffer table(TrueTypeFont font, String name) throws IOException {
    TTFTable table = font.getTableMap().get(name);
    return ByteBuffer.wrap(table == null ? new byte[16] : font.getTableBytes(table));
  }

  /** Unicode sorts marks by where they stand, and those above a letter after those below it. */
  private static boolean isAbove(int mark) {
    String below = "\u0323";
    String sorted =
        Normalizer.normalize("x" + Character.toString(mark) + below, Normalizer.Form.NFD);
    return sorted.startsWith("x" + below) && mark != below.charAt(0);
  }

  /** Whether a glyph stands over or under another and takes no room. */
  boolean isMark(int glyph) {
    return marks.get(glyph);
  }

  /**
   * A letter and its marks: what is drawn, each where it belongs; empty where the font does not say
   * so for one of the marks, or two would stand in one place.
   *
   * @param component which part of a ligature they belong to, from 0
   */
  Optional<List<Placed>> place(int letter, int component, List<Integer> glyphs) {
    int drawn =
        glyphs.stream().anyMatch(above::get) ? dotless.getOrDefault(letter, letter) : letter;
    Placed base = new Placed(drawn, 0, 0);
    // Other vowel signs stand on the sign of doubling, wherever it was written.
    List<Integer> order =
        glyphs.stream().sorted(Comparator.comparing(glyph -> glyph != doubling)).toList();
    List<Placed> placed = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int glyph : order) {
      Optional<Found> found = Optional.empty();
      for (Attachment by : attachments) {
        Optional<Found> place = by.place(base, component, placed, glyph);
        // A later lookup has the last word.
        found = place.isPresent() ? place : found;
      }
      if (found.isEmpty() || !taken.add(found.get().place())) {
        return Optional.empty();
      }
      placed.add(found.get().mark());
    }
    List<Placed> asWritten = new ArrayList<>(List.of(base));
    for (int glyph : glyphs) {
      asWritten.add(placed.get(order.indexOf(glyph)));
    }
    return Optional.of(asWritten);
  }

  /** Of both features, whatever script they are for, in the order in which they take effect. */
  private static Set<Integer> lookups(ByteBuffer features) {
    Set<Integer> found = new TreeSet<>();
    for (int i = 0; i < at(features, 0); i++) {
      String tag = "";
      for (int c = 0; c < 4; c++) {
        tag += (char) features.get(2 + 6 * i + c);
      }
      if (tag.equals("mark") || tag.equals("mkmk")) {
        ByteBuffer feature = slice(features, at(features, 2 + 6 * i + 4));
        for (int n = 0; n < at(feature, 2); n++) {
          found.add(at(feature, 4 + 2 * n));
        }
      }
    }
    return found;
  }

  private void read(ByteBuffer lookup, ByteBuffer definitions) {
    int flag = at(lookup, 2);
    int count = at(lookup, 4);
    Optional<BitSet> seen = Optional.empty();
    if ((flag & USES_SET) != 0) {
      ByteBuffer sets = slice(definitions, at(definitions, 12));
      seen = Optional.of(set(slice(sets, sets.getInt(4 + 4 * at(lookup, 6 + 2 * count)))));
    } else if (flag >> 8 != 0 && at(definitions, 10) != 0) {
      BitSet kind = new BitSet();
      classes(slice(definitions, at(definitions, 10)))
          .forEach((glyph, its) -> kind.set(glyph, its == flag >> 8));
      seen = Optional.of(kind);
    }
    for (int i = 0; i < count; i++) {
      ByteBuffer table = slice(lookup, at(lookup, 6 + 2 * i));
      int type = at(lookup, 0);
      if (type == EXTENSION) {
        type = at(table, 2);
        table = slice(table, table.getInt(4));
      }
      if (type >= TO_BASE && type <= TO_MARK) {
        attachments.add(attachment(type, seen, table));
      }
    }
  }

  /** Lookup types 4, 5 and 6 look alike: what is attached, what to, how many kinds, the anchors. */
  private Attachment attachment(int type, Optional<BitSet> seen, ByteBuffer table) {
    int kinds = at(table, 6);
    ByteBuffer ofMarks = slice(table, at(table, 8));
    Map<Integer, Mark> marks = new HashMap<>();
    List<Integer> attached = covered(slice(table, at(table, 2)));
    for (int i = 0; i < attached.size(); i++) {
      marks.put(
          attached.get(i),
          new Mark(at(ofMarks, 2 + 4 * i), point(ofMarks, at(ofMarks, 4 + 4 * i))));
    }
    ByteBuffer ofBases = slice(table, at(table, 10));
    Map<Integer, List<Map<Integer, Point>>> places = new HashMap<>();
    List<Integer> bases = covered(slice(table, at(table, 4)));
    for (int i = 0; i < bases.size(); i++) {
      List<Map<Integer, Point>> components = new ArrayList<>();
      if (type == TO_LIGATURE) {
        ByteBuffer ligature = slice(ofBases, at(ofBases, 2 + 2 * i));
        for (int c = 0; c < at(ligature, 0); c++) {
          components.add(points(ligature, 2 + 2 * kinds * c, kinds));
        }
      } else {
        components.add(points(ofBases, 2 + 2 * kinds * i, kinds));
      }
      places.put(bases.get(i), components);
    }
    return new Attachment(attachments.size(), type, seen, marks, places);
  }

  /** By the kind of mark; a letter need not have one for each. */
  private static Map<Integer, Point> points(ByteBuffer table, int from, int kinds) {
    Map<Integer, Point> points = new HashMap<>();
    for (int kind = 0; kind < kinds; kind++) {
      int offset = at(table, from + 2 * kind);
      if (offset != 0) {
        points.put(kind, point(table, offset));
      }
    }
    return points;
  }

  private static Point point(ByteBuffer table, int offset) {
    return new Point(table.getShort(offset + 2), table.getShort(offset + 4));
  }

  private static BitSet set(ByteBuffer coverage) {
    BitSet set = new BitSet();
    covered(coverage).forEach(set::set);
    return set;
  }

  private static List<Integer> covered(ByteBuffer coverage) {
    List<Integer> glyphs = new ArrayList<>();
    for (int i = 0; i < at(coverage, 2); i++) {
      if (at(coverage, 0) == 1) {
        glyphs.add(at(coverage, 4 + 2 * i));
      } else {
        for (int glyph = at(coverage, 4 + 6 * i); glyph <= at(coverage, 6 + 6 * i); glyph++) {
          glyphs.add(glyph);
        }
      }
    }
    return glyphs;
  }

  private static Map<Integer, Integer> classes(ByteBuffer table) {
    Map<Integer, Integer> classes = new HashMap<>();
    if (at(table, 0) == 1) {
      for (int i = 0; i < at(table, 4); i++) {
        classes.put(at(table, 2) + i, at(table, 6 + 2 * i));
      }
    } else {
      for (int i = 0; i < at(table, 2); i++) {
        for (int glyph = at(table, 4 + 6 * i); glyph <= at(table, 6 + 6 * i); glyph++) {
          classes.put(glyph, at(table, 8 + 6 * i));
        }
      }
    }
    return classes;
  }

  private static int at(ByteBuffer table, int offset) {
    return table.getShort(offset) & 0xFFFF;
  }

  private static ByteBuffer slice(ByteBuffer table, int offset) {
    return table.slice(offset, table.limit() - offset);
  }
}
