package dev.rebound.publish.print;

import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.layout.Breaker;
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
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Where the pieces of a line stand when it runs both ways (Unicode Standard Annex 9, rule L2),
 * while the document keeps them in the order in which they are read. The engine sets one piece
 * after the other, all the way from the right or all from the left, so that English in several
 * elements would come out with its last words first:
 *
 * <pre>{@code
 * ראו <em>Fix it</em> now   →   Fix it now ראו   and not   now Fix it ראו
 * }</pre>
 */
final class LineOrder {
  /** What stands for a picture in a paragraph's text: the object replacement character. */
  private static final String OBJECT = "\uFFFC";

  /** From its first letter to its last, and each sign around it alone. */
  private static final Pattern WORDS =
      Pattern.compile("[\\p{L}\\p{M}](?:[^ ]*[\\p{L}\\p{M}])?|.", Pattern.DOTALL);

  /**
   * A run of text or a picture.
   *
   * @param at where its text begins in the paragraph's
   */
  private record Piece(Object what, List<InlineLayoutBox> around, int width, int at) {}

  private LineOrder() {}

  static void arrange(PdfBoxRenderer renderer) {
    LayoutContext context = renderer.getSharedContext().newLayoutContextInstance();
    Set<Box> done = Collections.newSetFromMap(new IdentityHashMap<>());
    Inspection.each(
        renderer,
        box -> {
          if (box instanceof BlockBox paragraph
              && done.add(paragraph)
              && paragraph.getChildCount() > 0
              && paragraph.getChild(0) instanceof LineBox) {
            arrange(paragraph, context);
          }
        });
  }

  private static void arrange(BlockBox paragraph, LayoutContext context) {
    StringBuilder text = new StringBuilder();
    Map<LineBox, List<Piece>> lines = new LinkedHashMap<>();
    Map<LineBox, Blank> blanks = new HashMap<>();
    boolean rightToLeft = false;
    for (Box child : paragraph.getChildren()) {
      if (child instanceof LineBox line) {
        rightToLeft = line.isLayedOutRTL();
        Optional<Blank> blank = trim(line, context);
        if (rightToLeft && blank.isPresent()) {
          int room = blank.get().room();
          line.getChildren().forEach(box -> box.setX(box.getX() + room));
        }
        blank.ifPresent(trimmed -> blanks.put(line, trimmed));
        List<Piece> pieces = new ArrayList<>();
        if (line.getJustificationInfo() == null) {
          line.getChildren().forEach(box -> split(box, context));
        }
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
      blanks.values().forEach(Blank::restore);
      return;
    }
    boolean leftward = rightToLeft;
    lines.forEach(
        (line, pieces) -> {
          if (line.getJustificationInfo() == null) {
            int x = line.getChildren().stream().mapToInt(Box::getX).min().orElse(0);
            int end = place(visual(pieces, bidi), x, context);
            Optional.ofNullable(blanks.get(line))
                .ifPresent(blank -> blank.hang(leftward ? x - blank.width() : end));
            line.calcChildLocations();
          }
        });
  }

  /**
   * The blank that a line was broken at, which would stand in its middle.
   *
   * @param room what it took of the line; nothing where the engine had taken it away
   */
  private record Blank(InlineText after, int width, int room) {
    /** Beyond the line's end it is not seen, but parts the line's last word from the next. */
    void hang(int x) {
      InlineLayoutBox parent = after.getParent();
      InlineText blank = new InlineText();
      blank.setMasterText(after.getMasterText());
      blank.setParent(parent);
      blank.setSubstring(after.getEnd(), after.getEnd() + 1);
      blank.setWidth(width);
      blank.setX(x - parent.getX());
      parent.getInlineChildren().add(blank);
    }

    /** What runs right only stays as it was. */
    void restore() {
      if (room > 0) {
        after.setSubstring(after.getStart(), after.getEnd() + 1);
        after.setWidth(after.getWidth() + room);
      }
    }
  }

  private static Optional<Blank> trim(LineBox line, LayoutContext context) {
    InlineText last = line.findTrailingText();
    if (last == null) {
      return Optional.empty();
    }
    int width = last.getWidth();
    last.trimTrailingSpace(context);
    String text = last.getMasterText();
    boolean trimmed = last.getEnd() < text.length() && text.charAt(last.getEnd()) == ' ';
    return trimmed
        ? Optional.of(new Blank(last, width(last, " ", context), width - last.getWidth()))
        : Optional.empty();
  }

  /** What runs left becomes words and blanks: they are drawn, and so copied, as they are read. */
  private static void split(Box box, LayoutContext context) {
    if (!(box instanceof InlineLayoutBox inline) || inline.getInlineChildCount() == 0) {
      return;
    }
    List<Object> parts = new ArrayList<>();
    for (Object child : inline.getInlineChildren()) {
      if (child instanceof InlineText run
          && run.getTextDirection() == BidiSplitter.RTL
          && !run.isDynamicFunction()
          && !run.isEndsOnSoftHyphen()) {
        parts.addAll(words(run, context));
      } else {
        parts.add(child);
      }
      if (child instanceof Box inner) {
        split(inner, context);
      }
    }
    inline.getInlineChildren().clear();
    inline.getInlineChildren().addAll(parts);
  }

  private static List<InlineText> words(InlineText run, LayoutContext context) {
    List<InlineText> words = new ArrayList<>();
    String text = run.getSubstring();
    int from = 0;
    for (String word : WORDS.matcher(text).results().map(MatchResult::group).toList()) {
      InlineText part = new InlineText();
      part.setMasterText(run.getMasterText());
      part.setParent(run.getParent());
      part.setTextDirection(BidiSplitter.RTL);
      part.setLetterSpacing(run.getLetterSpacing());
      int to = from + word.length();
      part.setSubstring(run.getStart() + from, run.getStart() + to);
      // Differences, for each width is rounded up, and all together must be as wide as the run.
      part.setWidth(
          width(run, text.substring(from), context) - width(run, text.substring(to), context));
      words.add(part);
      from = to;
    }
    return words;
  }

  private static int width(InlineText run, String text, LayoutContext context) {
    return Breaker.getTextWidthWithLetterSpacing(
        context, run.getParent().getStyle().getFSFont(context), text, run.getLetterSpacing());
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
   *
   * @return where the last ends
   */
  private static int place(List<Piece> order, int start, CssContext context) {
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
    return x;
  }
}
