package dev.rebound.publish.print;

import com.openhtmltopdf.extend.FontContext;
import com.openhtmltopdf.pdfboxout.PdfBoxFSFont;
import com.openhtmltopdf.pdfboxout.PdfBoxFontResolver.FontDescription;
import com.openhtmltopdf.pdfboxout.PdfBoxTextRenderer;
import com.openhtmltopdf.render.FSFont;
import com.openhtmltopdf.util.OpenUtil;
import java.io.IOException;
import java.util.IdentityHashMap;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * How wide words are: what the engine says, letter by letter, each of which a font is asked for
 * once a document. The engine itself has the font encode and decode every word every time.
 */
final class Widths extends PdfBoxTextRenderer {
  /** Latin, Greek, Cyrillic, Hebrew, Arabic, and the signs of print; the engine measures others. */
  private static final int LETTERS = 0x2300;

  /** The engine's own: by how little a width may exceed a dot. */
  private static final float DELTA = .01f;

  private static final float UNKNOWN = 0;
  private static final float OTHERWISE = -1;

  private final IdentityHashMap<PDFont, float[]> known = new IdentityHashMap<>();

  @Override
  public int getWidth(FontContext context, FSFont font, String text) {
    if (!(font instanceof PdfBoxFSFont faces) || faces.getFontDescriptions().isEmpty()) {
      return super.getWidth(context, font, text);
    }
    FontDescription first = faces.getFontDescriptions().get(0);
    PDFont face = first.getFont();
    if (face == null) {
      return super.getWidth(context, font, text);
    }
    float[] widths = known.computeIfAbsent(face, one -> new float[LETTERS]);
    float sum = 0;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter >= LETTERS) {
        return super.getWidth(context, font, text);
      }
      if (widths[letter] == UNKNOWN) {
        widths[letter] = width(face, letter);
      }
      if (widths[letter] == OTHERWISE) {
        return super.getWidth(context, font, text);
      }
      sum += widths[letter];
    }
    float width = sum / 1000f * font.getSize2D();
    return (int) (width - Math.floor(width) < DELTA ? width : Math.ceil(width));
  }

  private static float width(PDFont face, char letter) {
    try {
      return OpenUtil.isSafeFontCodePointToPrint(letter)
          ? face.getStringWidth(String.valueOf(letter))
          : OTHERWISE;
    } catch (IllegalArgumentException noGlyph) {
      return OTHERWISE;
    } catch (IOException failure) {
      throw new PrintFailure("A font cannot be read.", failure);
    }
  }
}
