package dev.rebound.publish.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDTrueTypeFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.encoding.WinAnsiEncoding;

/**
 * The printed face, Source Sans, parsed once however many documents are made. One thread at a time.
 */
final class Fonts {
  /** As style sheets name it. */
  static final String FAMILY = "Source Sans Pro";

  /** The same without slanted faces, which have no Greek and no Cyrillic: what to fall back on. */
  static final String UPRIGHT = "Source Sans Upright";

  private record Face(String file, int weight, FontStyle style) {}

  private static final List<Face> FACES =
      List.of(
          new Face("Regular", 400, FontStyle.NORMAL),
          new Face("SemiBold", 600, FontStyle.NORMAL),
          new Face("Bold", 700, FontStyle.NORMAL),
          new Face("Italic", 400, FontStyle.ITALIC),
          new Face("SemiBoldItalic", 600, FontStyle.ITALIC),
          new Face("BoldItalic", 700, FontStyle.ITALIC));

  private final Map<Face, TrueTypeFont> parsed = new HashMap<>();

  /** Offers every face to a document; only those it uses are parsed and embedded. */
  void offer(PdfRendererBuilder builder, PDDocument document) {
    for (Face face : FACES) {
      offer(face, FAMILY, builder, document);
      if (face.style() == FontStyle.NORMAL) {
        offer(face, UPRIGHT, builder, document);
      }
    }
  }

  private void offer(Face face, String family, PdfRendererBuilder builder, PDDocument document) {
    builder.useFont(
        new PDFontSupplier(null) {
          @Override
          public PDFont supply() {
            try {
              return PDType0Font.load(document, font(face), true);
            } catch (IOException failure) {
              throw new PrintFailure("The font " + face.file() + " cannot be embedded.", failure);
            }
          }
        },
        family,
        face.weight(),
        face.style(),
        true);
  }

  /** The upright face whole, with an encoding of one byte a letter, as typing into fields needs. */
  static PDFont forTyping(PDDocument document) throws IOException {
    try (InputStream in = open("Regular")) {
      return PDTrueTypeFont.load(document, in, WinAnsiEncoding.INSTANCE);
    }
  }

  /** Whether text in any face can show a character: what has no slanted form is set upright. */
  boolean have(int codePoint) {
    for (Face face : FACES) {
      try {
        if (face.style() == FontStyle.NORMAL
            && font(face).getUnicodeCmapLookup().getGlyphId(codePoint) == 0) {
          return false;
        }
      } catch (IOException failure) {
        throw new PrintFailure("The font " + face.file() + " cannot be read.", failure);
      }
    }
    return true;
  }

  /** How wide a character is in the widest face, in thousandths of the size; 0 when none has it. */
  int widest(int codePoint) {
    int widest = 0;
    try {
      for (Face face : FACES) {
        TrueTypeFont font = font(face);
        int glyph = font.getUnicodeCmapLookup().getGlyphId(codePoint);
        if (glyph != 0) {
          widest = Math.max(widest, font.getAdvanceWidth(glyph) * 1000 / font.getUnitsPerEm());
        }
      }
    } catch (IOException failure) {
      throw new PrintFailure("A font cannot be read.", failure);
    }
    return widest;
  }

  private TrueTypeFont font(Face face) {
    return parsed.computeIfAbsent(face, Fonts::parse);
  }

  /** The file of a face: {@code Regular}, {@code Bold} … */
  static InputStream open(String face) {
    String resource = "/fonts/ttf/SourceSansPro/SourceSansPro-" + face + ".ttf";
    InputStream in = Fonts.class.getResourceAsStream(resource);
    if (in == null) {
      throw new PrintFailure("The font " + resource + " is missing from the class path.");
    }
    return in;
  }

  private static TrueTypeFont parse(Face face) {
    try (InputStream in = open(face.file())) {
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
      // A ligature's glyph has no letters of its own: "shift" would be read and copied as "shi".
      font.setEnableGsub(false);
      return font;
    } catch (IOException failure) {
      throw new PrintFailure("The font " + face.file() + " cannot be read.", failure);
    }
  }
}
