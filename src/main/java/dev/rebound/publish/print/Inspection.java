package dev.rebound.publish.print;

import com.openhtmltopdf.layout.Layer;
import com.openhtmltopdf.layout.LayoutContext;
import com.openhtmltopdf.pdfboxout.PdfBoxFSFont;
import com.openhtmltopdf.pdfboxout.PdfBoxFontResolver.FontDescription;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.InlineLayoutBox;
import com.openhtmltopdf.render.InlineText;
import com.openhtmltopdf.render.LineBox;
import dev.rebound.publish.print.scripts.Scripts;
import java.io.IOException;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.w3c.dom.Element;

/**
 * What the finished layout shows and the engine keeps to itself: text that runs over its box, and
 * characters no font has. Templates say with classes what must hold what:
 *
 * <pre>{@code
 * <div data-face="front agree">
 *   <div class="holds">  text in it must not run over its sides or its lower edge
 * }</pre>
 */
record Inspection(List<Overflow> overflows, List<UnprintableCharacter> missing) {
  /** A word too long for its column would run into the next one. */
  private static final Set<String> CELLS = Set.of("td", "th");

  /** In the engine's dots, 1,920 an inch: a twentieth of a millimetre. */
  private static final int ROUNDING = 4;

  static Inspection of(PdfBoxRenderer renderer) {
    LayoutContext context = renderer.getSharedContext().newLayoutContextInstance();
    Set<Overflow> overflows = new LinkedHashSet<>();
    Set<UnprintableCharacter> missing = new LinkedHashSet<>();
    Map<PdfBoxFSFont, BitSet> shown = new HashMap<>();
    Consumer<Box> visit =
        box -> {
          if (holds(box)) {
            within(box, Overflow.Face.parse(face(box).getAttribute("data-face")), overflows);
          }
          if (box instanceof InlineLayoutBox inline) {
            texts(inline, text -> missing(text, context, shown, missing));
          }
        };
    each(renderer, visit);
    return new Inspection(List.copyOf(overflows), List.copyOf(missing));
  }

  /** Every box of a layout, some of them twice. */
  static void each(PdfBoxRenderer renderer, Consumer<Box> visit) {
    layers(renderer.getRootBox().getLayer(), visit);
  }

  /** Whatever is positioned hangs on a layer, not on the box it stands in. */
  private static void layers(Layer layer, Consumer<Box> visit) {
    each(layer.getMaster(), visit);
    layer.getChildren().forEach(child -> layers(child, visit));
  }

  /** The element around a box that names a face. */
  private static Element face(Box box) {
    Element at = box.getElement();
    while (!at.hasAttribute("data-face") && at.getParentNode() instanceof Element parent) {
      at = parent;
    }
    return at;
  }

  private static void within(Box holder, Overflow.Face face, Set<Overflow> overflows) {
    int bottom = holder.getAbsY() + holder.getHeight() + ROUNDING;
    int left = holder.getAbsX() - ROUNDING;
    int right = holder.getAbsX() + holder.getWidth() + ROUNDING;
    // A block is named once, however many of its lines run over.
    Set<Box> named = Collections.newSetFromMap(new IdentityHashMap<>());
    each(
        holder,
        box -> {
          if (box instanceof BlockBox picture
              && picture.isReplaced()
              && (picture.getAbsY() + picture.getHeight() > bottom
                  || picture.getAbsX() < left
                  || picture.getAbsX() + picture.getWidth() > right)
              && named.add(picture)) {
            overflows.add(new Overflow(face, picture.getElement().getAttribute("alt").strip()));
          }
          if (box instanceof InlineLayoutBox inline) {
            texts(
                inline,
                text -> {
                  LineBox line = inline.getLineBox();
                  int start = inline.getAbsX() + text.getX();
                  if (!text.getSubstring().isBlank()
                      && (line.getAbsY() + line.getHeight() > bottom
                          || start < left
                          || start + text.getWidth() > right)
                      && named.add(block(inline))) {
                    overflows.add(new Overflow(face, words(block(inline))));
                  }
                });
          }
        });
  }

  /** The smallest block around a box that stands for an element, or the outermost box. */
  private static Box block(Box box) {
    Box at = box;
    while (at.getParent() != null && (at.getElement() == null || !(at instanceof BlockBox))) {
      at = at.getParent();
    }
    return at;
  }

  /** The words of a block, as their author knows them. */
  private static String words(Box block) {
    return block.getElement() == null
        ? ""
        : block.getElement().getTextContent().strip().replaceAll("\\s+", " ");
  }

  /**
   * @param shown what each font is known to have, for asking a font takes long
   */
  private static void missing(
      InlineText text,
      LayoutContext context,
      Map<PdfBoxFSFont, BitSet> shown,
      Set<UnprintableCharacter> missing) {
    if (!(text.getParent().getStyle().getFSFont(context) instanceof PdfBoxFSFont font)) {
      return;
    }
    BitSet known = shown.computeIfAbsent(font, first -> new BitSet());
    String words = text.getSubstring();
    for (int i = 0; i < words.length(); i += Character.charCount(words.codePointAt(i))) {
      int point = words.codePointAt(i);
      if (known.get(point) || Character.isISOControl(point) || point == '\u00AD') {
        continue;
      }
      if ((!Scripts.isMark(point) || Scripts.isPlacedByFont(point))
          && font.getFontDescriptions().stream().anyMatch(face -> has(face, point))) {
        known.set(point);
      } else {
        missing.add(new UnprintableCharacter(point, words.strip()));
      }
    }
  }

  private static boolean has(FontDescription description, int point) {
    PDFont font = description.getFont();
    try {
      return font instanceof PDType0Font type0
          && type0.encode(Character.toString(point)).length > 0;
    } catch (IllegalArgumentException noGlyph) {
      return false;
    } catch (IOException failure) {
      throw new PrintFailure("The font " + font + " cannot be read.", failure);
    }
  }

  private static void texts(InlineLayoutBox inline, Consumer<InlineText> visit) {
    for (Object child : inline.getInlineChildren()) {
      if (child instanceof InlineText text) {
        visit.accept(text);
      }
    }
  }

  private static void each(Box box, Consumer<Box> visit) {
    visit.accept(box);
    for (Box child : box.getChildren()) {
      each(child, visit);
    }
    if (box instanceof InlineLayoutBox inline) {
      for (Object child : inline.getInlineChildren()) {
        if (child instanceof Box inner && inner != box) {
          each(inner, visit);
        }
      }
    }
  }

  private static boolean holds(Box box) {
    Element element = box.getElement();
    return element != null
        && !box.isAnonymous()
        && box instanceof BlockBox
        && (CELLS.contains(element.getTagName())
            || List.of(element.getAttribute("class").split(" ")).contains("holds"));
  }
}
