package dev.rebound.publish.print;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import java.awt.FontFormatException;
import java.io.IOException;
import java.util.List;

/** Draws SVG with the printed face; scripts and other files are refused. */
final class SvgDrawer extends BatikSVGDrawer {
  @Override
  public void importFontFaceRules(List<FontFaceRule> rules, SharedContext shared) {
    super.importFontFaceRules(rules, shared);
    try {
      addFontStream(() -> Fonts.open("Regular"), Fonts.FAMILY, 400, FontStyle.NORMAL);
      addFontStream(() -> Fonts.open("Bold"), Fonts.FAMILY, 700, FontStyle.NORMAL);
    } catch (IOException | FontFormatException failure) {
      throw new PrintFailure("The fonts of pictures cannot be read.", failure);
    }
  }
}
