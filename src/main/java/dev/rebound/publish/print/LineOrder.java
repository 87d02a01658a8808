package dev.rebound.publish.print;

import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.layout.LayoutContext;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.InlineLayoutBox;
import com.openhtmltopdf.render.InlineText;
import com.openhtmltopdf.render.LineBox;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the pieces of a line stand when it runs both ways (Unicode Standard Annex 9, rule L2). The
 * engine sets one piece after the other, all the way from the right or all from the left, so that
 * English in several elements would come out with its last words first:
 *
 * <pre>{@code
 * ראו <em>Fix it</em> now   →   Fix it now ראו   and not   now Fix it ראו
 * }</pre>
 */
final class LineOrder {
  /** What stands for a picture in a paragraph's text: the object replacement character. */
  private static final String OBJECT = "\uFFFC";

  /**
   * A run of text or a picture.
   *
   * @param at where its text begins in the paragraph's
   */
  private record Piece(Object what, List<InlineLayoutBox> around, int width, int at) {}

  private LineOrder() {}

  static void arrange(PdfBoxRenderer renderer) {
    LayoutContext context = renderer.getSharedContext().newLayoutContextInstance();
    Inspection.each(
        renderer,
        box -> {
          if (box instanceof BlockBox paragraph
              && paragraph.getChildCount() > 0
              && paragraph.getChild(0) instanceof LineBox) {
            arrange(paragraph, context);
          }
        });
  }

  private static void arrange(BlockBox paragraph, LayoutContext context) {
    StringBuilder text = new StringBuilder();
    Map<LineBox, List<Piece>> lines = new LinkedHashMap<>();
    boolean rightToLeft = false;
    for (Box child : paragraph.getChildren()) {
      if (child instanceof LineBox line) {
        rightToLeft = line.isLayedOutRTL();
        int blank = trim(line, context);
        if (rightToLeft && blank > 0) {
          line.getChildren().forEach(box -> box.setX(box.getX() + blank));
        }
        List<Piece> pieces = new ArrayList<>();
        line.getChildren().forEach(box -> collect(box, List.of(), text, pieces));
        lines.put(line, pieces);
      }
    }
    // What the engine kept of levels is one bit, which does not tell where a number belongs.
    Bidi bidi =
        new Bidi(
            text.toString(),
            rightToLeft ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
    if (bidi.isLeftToRight()) {
      return;
    }
    lines.forEach(
        (line, pieces) -> {
          if (line.getJustificationInfo() == null) {
            int x = line.getChildren().stream().mapToInt(Box::getX).min().orElse(0);
            place(visual(pieces, bidi), x, context);
            line.calcChildLocations();
          }
        });
  }

  /** The blank a line was broken at would stand in its middle; how wide it was. */
  private static int trim(LineBox line, LayoutContext context) {
    InlineText last = line.findTrailingText();
    if (last == null) {
      return 0;
    }
    int width = last.getWidth();
    last.trimTrailingSpace(context);
    return width - last.getWidth();
  }

  private static void collect(
      Object what, List<InlineLayoutBox> around, StringBuilder text, List<Piece> pieces) {
    if (what instanceof InlineLayoutBox inline) {
      List<InlineLayoutBox> inner = new ArrayList<>(around);
      inner.add(inline);
      inline.getInlineChildren().forEach(child -> collect(child, inner, text, pieces));
    } else if (what instanceof InlineText run) {
      pieces.add(new Piece(run, around, run.getWidth(), text.length()));
      text.append(run.getSubstring());
    } else if (what instanceof Box box) {
      pieces.add(new Piece(box, around, box.getWidth(), text.length()));
      text.append(OBJECT);
    }
  }

  /** From the highest level down to the first odd one, what stands together is turned round. */
  private static List<Piece> visual(List<Piece> pieces, Bidi bidi) {
    List<Piece> order = new ArrayList<>(pieces);
    for (int level = 2; level > 0; level--) {
      for (int from = 0; from < order.size(); from++) {
        int to = from;
        while (to < order.size() && bidi.getLevelAt(order.get(to).at()) >= level) {
          to++;
        }
        Collections.reverse(order.subList(from, to));
        from = Math.max(from, to - 1);
      }
    }
    return order;
  }

  /**
   * From left to right; an element's own edges stand left of its first piece, right of its last.
   */
  private static void place(List<Piece> order, int start, CssContext context) {
    Map<InlineLayoutBox, Integer> firsts = new LinkedHashMap<>();
    Map<InlineLayoutBox, Integer> lasts = new LinkedHashMap<>();
    for (int i = 0; i < order.size(); i++) {
      for (InlineLayoutBox box : order.get(i).around()) {
        firsts.putIfAbsent(box, i);
        lasts.put(box, i);
      }
    }
    Map<InlineLayoutBox, Integer> lefts = new LinkedHashMap<>();
    int[] starts = new int[order.size()];
    int x = start;
    for (int i = 0; i < order.size(); i++) {
      for (InlineLayoutBox box : order.get(i).around()) {
        if (Integer.valueOf(i).equals(firsts.get(box))) {
          lefts.put(box, x);
          x += box.getLeftMarginBorderPadding(context);
        }
      }
      starts[i] = x;
      x += order.get(i).width();
      List<InlineLayoutBox> around = order.get(i).around();
      for (int inner = around.size() - 1; inner >= 0; inner--) {
        InlineLayoutBox box = around.get(inner);
        if (Integer.valueOf(i).equals(lasts.get(box))) {
          x += box.getRightMarginPaddingBorder(context);
          int left = lefts.getOrDefault(box, start);
          box.setX(left);
          box.setInlineWidth(x - left);
        }
      }
    }
    for (int i = 0; i < order.size(); i++) {
      Piece piece = order.get(i);
      if (piece.what() instanceof InlineText text) {
        text.setX(starts[i] - piece.around().get(piece.around().size() - 1).getX());
      } else if (piece.what() instanceof Box box) {
        box.setX(starts[i]);
      }
    }
  }
}
