package dev.rebound.publish.print;

import dev.rebound.publish.print.GlyphVariants.Variant;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Sets marks over and under their letters in finished pages. The engine sets one glyph after the
 * other on one line, and so does every reader that text is copied from: a glyph that is raised, or
 * moved back, is a word of its own to it. So the font gets variants of the letter and its marks
 * that share the letter's room, each with its outline where it belongs:
 *
 * <pre>{@code
 * e, acute   →   [e, half its width] [acute over it, the other half]
 * }</pre>
 *
 * <p>The ligature of lam and alef becomes two in the same way, so that each half is a letter.
 */
final class MarkSetter {
  private static final Pattern FONT = Pattern.compile("/(\\S+) \\S+ Tf");

  private record Glyph(int id, float after) {}

  /** A font of the document, and what it gets. */
  private static final class Face {
    private final TrueTypeFont font;
    private final Anchors anchors;
    private final CmapLookup letters;
    private final int count;
    private final Map<Variant, Integer> variants = new LinkedHashMap<>();
    private final Set<Integer> used = new TreeSet<>();

    Face(TrueTypeFont font, Anchors anchors) throws IOException {
      this.font = font;
      this.anchors = anchors;
      this.letters = font.getUnicodeCmapLookup();
      this.count = font.getNumberOfGlyphs();
    }

    /** The first character that has this glyph, as the map from glyphs to text has it. */
    int letter(int glyph) {
      List<Integer> codes = letters.getCharCodes(glyph);
      return codes == null ? 0 : codes.get(0);
    }

    boolean isMark(int glyph) {
      return anchors.isMark(glyph);
    }

    boolean isLeftwardMark(int glyph) {
      return isMark(glyph) && RightToLeft.isPoint(letter(glyph));
    }

    int variant(Variant variant) {
      return variants.computeIfAbsent(variant, added -> count + variants.size());
    }
  }

  private final Map<COSDictionary, Face> faces = new LinkedHashMap<>();

  private MarkSetter(Map<COSDictionary, TrueTypeFont> fonts, Fonts all) throws IOException {
    for (Map.Entry<COSDictionary, TrueTypeFont> font : fonts.entrySet()) {
      faces.put(font.getKey(), new Face(font.getValue(), all.anchors(font.getValue())));
    }
  }

  /**
   * @param fonts those that a document uses
   * @return the letters that new glyphs stand for, by font
   */
  static Map<COSDictionary, Map<Integer, String>> in(
      PDDocument document, Map<COSDictionary, TrueTypeFont> fonts, Fonts all) throws IOException {
    MarkSetter setter = new MarkSetter(fonts, all);
    for (PDPage page : document.getPages()) {
      setter.set(document, page);
    }
    return setter.exchange(document);
  }

  private void set(PDDocument document, PDPage page) throws IOException {
    String drawn;
    try (InputStream in = page.getContents()) {
      drawn = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
    COSDictionary fonts = page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
    StringBuilder set = new StringBuilder(drawn.length());
    Optional<Face> face = Optional.empty();
    for (String line : StreamOrder.lines(drawn)) {
      Matcher font = FONT.matcher(line.strip());
      if (font.matches()) {
        COSDictionary named = fonts.getCOSDictionary(COSName.getPDFName(font.group(1)));
        face = Optional.ofNullable(faces.get(named));
      }
      boolean shows = line.endsWith(" Tj\n") || line.endsWith(" TJ\n");
      set.append(shows && face.isPresent() ? show(line, face.get()) : line);
    }
    if (!set.toString().equals(drawn)) {
      PDStream contents = new PDStream(document);
      try (OutputStream out = contents.createOutputStream(COSName.FLATE_DECODE)) {
        out.write(set.toString().getBytes(StandardCharsets.ISO_8859_1));
      }
      page.setContents(contents);
    }
  }

  private static String show(String line, Face face) throws IOException {
    List<Glyph> glyphs = glyphs(line);
    List<Glyph> set = set(glyphs, face);
    set.forEach(glyph -> face.used.add(glyph.id()));
    return set.equals(glyphs) ? line : line(set);
  }

  private static List<Glyph> glyphs(String line) throws IOException {
    List<Object> tokens = new PDFStreamParser(line.getBytes(StandardCharsets.ISO_8859_1)).parse();
    List<Glyph> glyphs = new ArrayList<>();
    Iterable<? extends COSBase> parts =
        tokens.get(0) instanceof COSArray array ? array : List.of((COSBase) tokens.get(0));
    for (COSBase part : parts) {
      if (part instanceof COSString text) {
        byte[] bytes = text.getBytes();
        for (int i = 0; i + 1 < bytes.length; i += 2) {
          glyphs.add(new Glyph(((bytes[i] & 0xFF) << 8) | (bytes[i + 1] & 0xFF), 0));
        }
      } else if (part instanceof COSNumber number && !glyphs.isEmpty()) {
        Glyph last = glyphs.remove(glyphs.size() - 1);
        glyphs.add(new Glyph(last.id(), last.after() + number.floatValue()));
      }
    }
    return glyphs;
  }

  private static String line(List<Glyph> glyphs) throws IOException {
    COSArray parts = new COSArray();
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (Glyph glyph : glyphs) {
      text.write(glyph.id() >> 8);
      text.write(glyph.id());
      if (glyph.after() != 0) {
        parts.add(new COSString(text.toByteArray()));
        parts.add(new COSFloat(glyph.after()));
        text.reset();
      }
    }
    if (text.size() > 0) {
      parts.add(new COSString(text.toByteArray()));
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    new ContentStreamWriter(line).writeTokens(parts, Operator.getOperator("TJ"));
    return line.toString(StandardCharsets.ISO_8859_1).strip() + "\n";
  }

  private static List<Glyph> set(List<Glyph> glyphs, Face face) throws IOException {
    List<Glyph> set = new ArrayList<>();
    int at = 0;
    while (at < glyphs.size()) {
      int from = at;
      while (at < glyphs.size() && face.isLeftwardMark(glyphs.get(at).id())) {
        at++;
      }
      int base = Math.min(at, glyphs.size() - 1);
      at = base + 1;
      while (base == from
          && at < glyphs.size()
          && face.isMark(glyphs.get(at).id())
          && !face.isLeftwardMark(glyphs.get(at).id())) {
        at++;
      }
      set.addAll(cluster(glyphs.subList(from, at), base - from, face));
    }
    return set;
  }

  /**
   * @param base where the letter is: marks stand left of it, the last first, in what runs left
   */
  private static List<Glyph> cluster(List<Glyph> glyphs, int base, Face face) throws IOException {
    List<Integer> marks = new ArrayList<>(glyphs.stream().map(Glyph::id).toList());
    int letter = marks.remove(base);
    int code = face.letter(letter);
    boolean ligature = RightToLeft.isLamWithAlef(code);
    if (marks.isEmpty() && !ligature) {
      return glyphs;
    }
    boolean leftward = base > 0 || ligature;
    if (leftward) {
      Collections.reverse(marks);
    }
    String text = text(code);
    int part = marks.stream().map(face::letter).toList().indexOf((int) RightToLeft.PART);
    List<Variant> parts = new ArrayList<>();
    if (ligature) {
      List<Integer> first = part < 0 ? marks : marks.subList(0, part);
      List<Integer> second = part < 0 ? List.of() : marks.subList(part + 1, marks.size());
      parts.addAll(parts(face, letter, 0, text.substring(0, 1), first));
      parts.addAll(parts(face, letter, 1, text.substring(1), second));
    } else {
      parts.addAll(parts(face, letter, 0, text, marks));
    }
    if (leftward) {
      Collections.reverse(parts);
    }
    return shared(parts, letter, face, (float) glyphs.stream().mapToDouble(Glyph::after).sum());
  }

  /** A letter and its marks; of a ligature, the first letter is drawn for both. */
  private static List<Variant> parts(
      Face face, int letter, int component, String text, List<Integer> marks) {
    List<Anchors.Placed> placed =
        face.anchors
            .place(letter, component, marks)
            .orElseThrow(() -> new PrintFailure("A mark on “" + text + "” has no place."));
    List<Variant> parts = new ArrayList<>();
    Anchors.Placed base = placed.get(0);
    parts.add(new Variant(component == 0 ? base.glyph() : GlyphVariants.BLANK, 0, 0, 0, text));
    for (Anchors.Placed mark : placed.subList(1, placed.size())) {
      parts.add(new Variant(mark.glyph(), mark.x(), mark.y(), 0, text(face.letter(mark.glyph()))));
    }
    return parts;
  }

  /** The parts side by side in the letter's room, and after them the blank that was there. */
  private static List<Glyph> shared(List<Variant> parts, int letter, Face face, float after)
      throws IOException {
    int room = face.font.getAdvanceWidth(letter);
    List<Glyph> set = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Variant part = parts.get(i);
      int start = room * i / parts.size();
      int end = room * (i + 1) / parts.size();
      boolean blank = part.glyph() == GlyphVariants.BLANK;
      int id =
          face.variant(
              new Variant(
                  part.glyph(), blank ? 0 : part.x() - start, part.y(), end - start, part.text()));
      set.add(new Glyph(id, i + 1 == parts.size() ? after : 0));
    }
    return set;
  }

  private static String text(int code) {
    return code >= 0xFB50
        ? Normalizer.normalize(Character.toString(code), Normalizer.Form.NFKC)
        : Character.toString(code);
  }

  /** Fonts that got glyphs take the place of those that they were made from. */
  private Map<COSDictionary, Map<Integer, String>> exchange(PDDocument document)
      throws IOException {
    Map<COSDictionary, Map<Integer, String>> texts = new HashMap<>();
    Map<COSDictionary, COSDictionary> exchanged = new HashMap<>();
    for (Map.Entry<COSDictionary, Face> entry : faces.entrySet()) {
      Face face = entry.getValue();
      if (!face.variants.isEmpty()) {
        PDType0Font font =
            PDType0Font.load(document, GlyphVariants.add(face.font, face.variants.keySet()), true);
        font.addGlyphsToSubset(face.used);
        font.subset();
        exchanged.put(entry.getKey(), font.getCOSObject());
        Map<Integer, String> its = new TreeMap<>();
        face.variants.forEach((variant, id) -> its.put(id, variant.text()));
        texts.put(font.getCOSObject(), its);
      }
    }
    for (PDPage page : document.getPages()) {
      COSDictionary fonts = page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
      if (fonts != null) {
        for (COSName name : List.copyOf(fonts.keySet())) {
          COSDictionary font = exchanged.get(fonts.getCOSDictionary(name));
          if (font != null) {
            fonts.setItem(name, font);
          }
        }
      }
    }
    return texts;
  }
}
