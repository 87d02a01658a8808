package dev.rebound.publish.print;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Draws SVG with the printed faces; scripts and other files are refused. */
final class SvgDrawer extends BatikSVGDrawer {
  private final List<String> families;
  private final Map<String, byte[]> added;

  /**
   * @param twoWays whether there may be Hebrew or Arabic in a picture
   * @param added fonts of the workspace, by family
   */
  SvgDrawer(boolean twoWays, Map<String, byte[]> added) {
    // A picture may hold another, as an address that is the picture itself.
    super(SvgScriptMode.SECURE, Set.of("data"));
    this.added = added;
    families = twoWays ? List.of(Fonts.FAMILY, Fonts.HEBREW, Fonts.ARABIC) : List.of(Fonts.FAMILY);
  }

  @Override
  public void importFontFaceRules(List<FontFaceRule> rules, SharedContext shared) {
    super.importFontFaceRules(rules, shared);
    try {
      for (String family : families) {
        addFontStream(() -> Fonts.open(family, false), family, 400, FontStyle.NORMAL);
        addFontStream(() -> Fonts.open(family, true), family, 700, FontStyle.NORMAL);
      }
      for (Map.Entry<String, byte[]> font : added.entrySet()) {
        addFontStream(
            () -> new ByteArrayInputStream(font.getValue()), font.getKey(), 400, FontStyle.NORMAL);
      }
    } catch (IOException | FontFormatException failure) {
      throw new PrintFailure("The fonts of pictures cannot be read.", failure);
    }
  }
}
