package dev.rebound.publish.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import dev.rebound.course.FontFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.OS2WindowsMetricsTable;
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
  static final String IN_PICTURES =
      FAMILY
          + ", "
          + HEBREW
          + ", "
          + ARABIC
          + ", Added 0, Added 1, Added 2, Added 3, Added 4, Added 5, Added 6, Added 7";

  /** The same in text. */
  static final String IN_TEXT = "'%s', '%s', '%s', '%s'".formatted(FAMILY, UPRIGHT, HEBREW, ARABIC);

  /** What a font of the workspace is called, with a number. */
  private static final String ADDED = "Added ";

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

  /** Those of the workspace, by digest; nothing for what is no font that can be embedded. */
  private final Map<String, Optional<TrueTypeFont>> added = new HashMap<>();

  /** Offers every face to a document; only those it uses are parsed and embedded. */
  void offer(PdfRendererBuilder builder, PDDocument document) {
    for (Face face : FACES) {
      offer(face, face.family(), builder, document);
      if (face.family().equals(FAMILY) && face.style() == FontStyle.NORMAL) {
        offer(face, UPRIGHT, builder, document);
      }
    }
  }

  /** Offers what the workspace adds, for letters that ours lack: {@link #families}. */
  void offer(PdfRendererBuilder builder, PDDocument document, List<FontFile> files) {
    for (int i = 0; i < files.size(); i++) {
      Optional<TrueTypeFont> font = added(files.get(i));
      if (font.isPresent()) {
        builder.useFont(
            supplier(document, files.get(i).name(), font::get),
            ADDED + i,
            400,
            FontStyle.NORMAL,
            true);
      }
    }
  }

  /** What style sheets call them, after ours. */
  static List<String> families(List<FontFile> files) {
    return IntStream.range(0, files.size()).mapToObj(i -> ADDED + i).toList();
  }

  /** The files of those that can be embedded, by family. */
  Map<String, byte[]> added(List<FontFile> files) {
    Map<String, byte[]> byFamily = new TreeMap<>();
    for (int i = 0; i < files.size(); i++) {
      if (added(files.get(i)).isPresent()) {
        byFamily.put(ADDED + i, files.get(i).bytes());
      }
    }
    return byFamily;
  }

  /** A font of the workspace, where it is one that can be embedded. */
  Optional<TrueTypeFont> added(FontFile file) {
    return added.computeIfAbsent(file.digest(), digest -> embeddable(file.bytes()));
  }

  private static Optional<TrueTypeFont> embeddable(byte[] bytes) {
    try {
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
      font.setEnableGsub(false);
      boolean outlines = font.getTableMap().containsKey("glyf");
      boolean allowed =
          font.getOS2Windows() == null
              || (font.getOS2Windows().getFsType() & OS2WindowsMetricsTable.FSTYPE_RESTRICTED) == 0;
      return outlines && allowed && font.getUnicodeCmapLookup() != null
          ? Optional.of(font)
          : Optional.empty();
    } catch (IOException | RuntimeException damaged) {
      // The parser throws whatever it meets in a damaged file.
      return Optional.empty();
    }
  }

  /** Whether one of these has a character. */
  boolean have(List<FontFile> files, int codePoint) {
    return files.stream().flatMap(file -> added(file).stream()).anyMatch(it -> has(it, codePoint));
  }

  private static boolean has(TrueTypeFont font, int codePoint) {
    try {
      return font.getUnicodeCmapLookup().getGlyphId(codePoint) != 0;
    } catch (IOException failure) {
      return false;
    }
  }

  private static PDFontSupplier supplier(
      PDDocument document, String name, Supplier<TrueTypeFont> font) {
    return new PDFontSupplier(null) {
      @Override
      public PDFont supply() {
        try {
          return PDType0Font.load(document, font.get(), true);
        } catch (IOException failure) {
          throw new PrintFailure("The font " + name + " cannot be embedded.", failure);
        }
      }
    };
  }

  private void offer(Face face, String family, PdfRendererBuilder builder, PDDocument document) {
    builder.useFont(
        supplier(document, face.file(), () -> font(face)),
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
