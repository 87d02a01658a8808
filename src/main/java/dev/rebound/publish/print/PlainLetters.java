package dev.rebound.publish.print;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;

/**
 * What readers, searches and the clipboard get of letters that {@link RightToLeft} gave their
 * forms: the letters themselves. A font's {@code ToUnicode} map is written when a document is
 * saved, so this comes after, and it is saved again.
 *
 * <pre>{@code <0012> <FE91>   →   <0012> <0628>}</pre>
 */
final class PlainLetters {
  private static final COSName TO_UNICODE = COSName.getPDFName("ToUnicode");
  private static final Pattern RANGE =
      Pattern.compile("<([0-9A-F]{4})> <([0-9A-F]{4})> <([0-9A-F]+)>");
  private static final Pattern BLOCKS =
      Pattern.compile("\\d+ beginbfrange.*endbfrange", Pattern.DOTALL);

  /** As many as a block may have (Adobe Technical Note 5014). */
  private static final int BLOCK = 100;

  private PlainLetters() {}

  /**
   * @param added the letters of glyphs that a font has no characters for, by font
   */
  static void in(PDDocument document, Map<COSDictionary, Map<Integer, String>> added)
      throws IOException {
    Set<COSDictionary> done = new HashSet<>();
    for (PDPage page : document.getPages()) {
      PDResources resources = page.getResources();
      for (COSName name : resources.getFontNames()) {
        COSDictionary font = resources.getFont(name).getCOSObject();
        COSStream map = font.getCOSStream(TO_UNICODE);
        if (map != null && done.add(font)) {
          String text =
              new String(map.createInputStream().readAllBytes(), StandardCharsets.US_ASCII);
          try (OutputStream out = map.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(
                plain(text, added.getOrDefault(font, Map.of()))
                    .getBytes(StandardCharsets.US_ASCII));
          }
        }
      }
    }
  }

  private static String plain(String map, Map<Integer, String> added) {
    List<String> lines = new ArrayList<>();
    Matcher range = RANGE.matcher(map);
    while (range.find()) {
      int start = range.group(3).length() == 4 ? Integer.parseInt(range.group(3), 16) : 0;
      if (start < 0xFB50) {
        lines.add(range.group());
        continue;
      }
      // One after the other in the font and as forms, they are not as letters.
      int first = Integer.parseInt(range.group(1), 16);
      int last = Integer.parseInt(range.group(2), 16);
      for (int glyph = first; glyph <= last; glyph++) {
        String letters =
            Normalizer.normalize(Character.toString(start + glyph - first), Normalizer.Form.NFKC);
        lines.add(line(glyph, letters));
      }
    }
    added.forEach((glyph, letters) -> lines.add(line(glyph, letters)));
    StringBuilder blocks = new StringBuilder();
    for (int from = 0; from < lines.size(); from += BLOCK) {
      List<String> block = lines.subList(from, Math.min(lines.size(), from + BLOCK));
      blocks.append(from == 0 ? "" : "\n\n").append(block.size()).append(" beginbfrange\n");
      blocks.append(String.join("\n", block)).append("\nendbfrange");
    }
    return BLOCKS.matcher(map).replaceFirst(blocks.toString());
  }

  private static String line(int glyph, String letters) {
    StringBuilder hex = new StringBuilder();
    letters.chars().forEach(letter -> hex.append("%04X".formatted(letter)));
    return "<%04X> <%04X> <%s>".formatted(glyph, glyph, hex);
  }
}
