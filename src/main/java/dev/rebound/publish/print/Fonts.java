package dev.rebound.publish.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
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
 * The printed faces, parsed once however many documents are made: Source Sans; for what it lacks,
 * Open Sans (Hebrew) and Markazi Text (Arabic). All are under the SIL Open Font License, whose text
 * is beside them. One thread at a time.
 */
final class Fonts {
  /** As style sheets name it. */
  static final String FAMILY = "Source Sans Pro";

  /** The same without slanted faces, which have no Greek and no Cyrillic: what to fall back on. */
  static final String UPRIGHT = "Source Sans Upright";

  static final String HEBREW = "Open Sans";
  static final String ARABIC = "Markazi Text";

  /** What a drawing asks for, each letter of the first that has it. */
  static final String IN_PICTURES = FAMILY + ", " + HEBREW + ", " + ARABIC;

  /** The same in text. */
  static final String IN_TEXT = "'%s', '%s', '%s', '%s'".formatted(FAMILY, UPRIGHT, HEBREW, ARABIC);

  private record Face(String family, String file, int weight, FontStyle style) {}

  private static final String LATIN_FILES = "SourceSansPro/SourceSansPro-";
  private static final String HEBREW_FILES = "OpenSans/OpenSans-";
  private static final String ARABIC_FILES = "Markazi/MarkaziText-";

  private static final List<Face> FACES =
      List.of(
          new Face(FAMILY, LATIN_FILES + "Regular", 400, FontStyle.NORMAL),
          new Face(FAMILY, LATIN_FILES + "SemiBold", 600, FontStyle.NORMAL),
          new Face(FAMILY, LATIN_FILES + "Bold", 700, FontStyle.NORMAL),
          new Face(FAMILY, LATIN_FILES + "Italic", 400, FontStyle.ITALIC),
          new Face(FAMILY, LATIN_FILES + "SemiBoldItalic", 600, FontStyle.ITALIC),
          new Face(FAMILY, LATIN_FILES + "BoldItalic", 700, FontStyle.ITALIC),
          new Face(HEBREW, HEBREW_FILES + "Regular", 400, FontStyle.NORMAL),
          new Face(HEBREW, HEBREW_FILES + "SemiBold", 600, FontStyle.NORMAL),
          new Face(HEBREW, HEBREW_FILES + "Bold", 700, FontStyle.NORMAL),
          new Face(ARABIC, ARABIC_FILES + "Regular", 400, FontStyle.NORMAL),
          new Face(ARABIC, ARABIC_FILES + "SemiBold", 600, FontStyle.NORMAL),
          new Face(ARABIC, ARABIC_FILES + "Bold", 700, FontStyle.NORMAL));

  /** Name of the table with a font's units, as OpenType writes it. */
  private static final int HEAD = 0x68656164;

  private static final int ARABIC_PERCENT = 116;

  private final Map<Face, TrueTypeFont> parsed = new HashMap<>();

  /** Offers every face to a document; only those it uses are parsed and embedded. */
  void offer(PdfRendererBuilder builder, PDDocument document) {
    for (Face face : FACES) {
      offer(face, face.family(), builder, document);
      if (face.family().equals(FAMILY) && face.style() == FontStyle.NORMAL) {
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
    return have(FAMILY, codePoint) || have(HEBREW, codePoint) || have(ARABIC, codePoint);
  }

  /** Whether each weight of a family has a character. */
  boolean have(String family, int codePoint) {
    try {
      for (Face face : FACES) {
        if (face.family().equals(family)
            && face.style() == FontStyle.NORMAL
            && font(face).getUnicodeCmapLookup().getGlyphId(codePoint) == 0) {
          return false;
        }
      }
      return true;
    } catch (IOException failure) {
      throw new PrintFailure("The font " + family + " cannot be read.", failure);
    }
  }

  private TrueTypeFont font(Face face) {
    return parsed.computeIfAbsent(face, Fonts::parse);
  }

  /** The file of a face of Source Sans: {@code Regular}, {@code Bold} … */
  static InputStream open(String face) {
    return resource(LATIN_FILES + face);
  }

  /** The regular or bold file of a family. */
  static InputStream open(String family, boolean bold) {
    return FACES.stream()
        .filter(face -> face.family().equals(family) && face.weight() == (bold ? 700 : 400))
        .findFirst()
        .map(face -> resource(face.file()))
        .orElseThrow(() -> new PrintFailure("There is no font " + family + "."));
  }

  private static InputStream resource(String file) {
    String resource = "/fonts/ttf/" + file + ".ttf";
    InputStream in = Fonts.class.getResourceAsStream(resource);
    if (in == null) {
      throw new PrintFailure("The font " + resource + " is missing from the class path.");
    }
    return in;
  }

  private static TrueTypeFont parse(Face face) {
    try (InputStream in = resource(face.file())) {
      byte[] bytes = in.readAllBytes();
      if (face.family().equals(ARABIC)) {
        enlarge(bytes);
      }
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
      // A ligature's glyph has no letters of its own: "shift" would be read and copied as "shi".
      font.setEnableGsub(false);
      return font;
    } catch (IOException failure) {
      throw new PrintFailure("The font " + face.file() + " cannot be read.", failure);
    }
  }

  /**
   * What CSS calls {@code size-adjust}: letters of Markazi are small for their size of type, so
   * fewer of its units make an em.
   */
  private static void enlarge(byte[] font) {
    ByteBuffer file = ByteBuffer.wrap(font);
    int tables = file.getShort(4);
    for (int i = 0; i < tables; i++) {
      int entry = 12 + 16 * i;
      if (file.getInt(entry) == HEAD) {
        int unitsPerEm = file.getInt(entry + 8) + 18;
        file.putShort(unitsPerEm, (short) (file.getShort(unitsPerEm) * 100 / ARABIC_PERCENT));
      }
    }
  }
}
