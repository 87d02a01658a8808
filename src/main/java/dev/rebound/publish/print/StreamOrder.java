package dev.rebound.publish.print;

import dev.rebound.publish.print.Drawings.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * The order that text is drawn in, for readers that know no tags: that of the tags. The engine
 * draws a line's own words first, then those of the elements in it:
 *
 * <pre>{@code
 * Say it , please. <em>twice</em>   →   Say it <em>twice</em>, please.
 * }</pre>
 *
 * <p>Text changes places only where nothing but text is drawn between.
 */
final class StreamOrder {
  /** What a piece of text leaves as it is for the next, by operator, and how a page begins. */
  private static final Map<String, Step> STATE =
      Map.of(
          "rg", Step.of("rg", number(0), number(0), number(0)),
          "RG", Step.of("RG", number(0), number(0), number(0)),
          "w", Step.of("w", number(1)),
          "Tr", Step.of("Tr", number(0)));

  private static final Set<String> IN_TEXT =
      Set.of("BT", "ET", "Tf", "Tm", "Tj", "TJ", "rg", "RG", "w", "Tr");

  /**
   * A piece of text.
   *
   * @param rank when it is read
   */
  private record Piece(
      int rank, List<Step> drawn, Map<String, Step> before, Map<String, Step> after) {}

  private final Map<COSDictionary, Map<Integer, Integer>> ranks = new HashMap<>();
  private int last;

  private StreamOrder() {}

  private static COSBase number(int number) {
    return COSInteger.get(number);
  }

  static void arrange(PDDocument document, Drawings drawings) {
    StreamOrder order = new StreamOrder();
    COSDictionary root = document.getDocumentCatalog().getStructureTreeRoot().getCOSObject();
    order.rank(root, new COSDictionary());
    for (PDPage page : document.getPages()) {
      Map<Integer, Integer> ranks = order.ranks.getOrDefault(page.getCOSObject(), Map.of());
      drawings.put(page, arranged(drawings.of(page), ranks));
    }
  }

  private void rank(COSDictionary element, COSDictionary around) {
    COSDictionary own = element.getCOSDictionary(COSName.PG);
    COSDictionary page = own == null ? around : own;
    COSBase kids = element.getDictionaryObject(COSName.K);
    COSArray all = kids instanceof COSArray array ? array : new COSArray();
    if (all != kids && kids != null) {
      all.add(kids);
    }
    for (int i = 0; i < all.size(); i++) {
      COSBase kid = all.getObject(i);
      if (kid instanceof COSNumber id) {
        rank(page, id.intValue());
      } else if (kid instanceof COSDictionary inner && inner.containsKey(COSName.MCID)) {
        COSDictionary on = inner.getCOSDictionary(COSName.PG);
        rank(on == null ? page : on, inner.getInt(COSName.MCID));
      } else if (kid instanceof COSDictionary inner && !(kid instanceof COSStream)) {
        rank(inner, page);
      }
    }
  }

  private void rank(COSDictionary page, int id) {
    ranks.computeIfAbsent(page, first -> new HashMap<>()).put(id, last++);
  }

  private static List<Step> arranged(List<Step> steps, Map<Integer, Integer> ranks) {
    List<Step> out = new ArrayList<>(steps.size());
    List<Piece> pieces = new ArrayList<>();
    Map<String, Step> state = new TreeMap<>(STATE);
    Deque<Map<String, Step>> saved = new ArrayDeque<>();
    int at = 0;
    while (at < steps.size()) {
      int id = steps.get(at).markedContent();
      int end = id < 0 ? at : end(steps, at + 1);
      if (end > at) {
        Map<String, Step> before = new TreeMap<>(state);
        List<Step> text = steps.subList(at, end);
        text.forEach(step -> note(step, state));
        pieces.add(new Piece(ranks.getOrDefault(id, 0), text, before, new TreeMap<>(state)));
        at = end;
      } else {
        write(pieces, out);
        Step step = steps.get(at++);
        switch (step.name()) {
          case "q" -> saved.push(new TreeMap<>(state));
          case "Q" -> state.putAll(saved.pop());
          default -> note(step, state);
        }
        out.add(step);
      }
    }
    write(pieces, out);
    return out;
  }

  /** After a piece's last step; before its first where it is more than text. */
  private static int end(List<Step> steps, int from) {
    int at = from;
    while (at < steps.size() && IN_TEXT.contains(steps.get(at).name())) {
      at++;
    }
    return at < steps.size() && steps.get(at).is("EMC") ? at + 1 : from - 1;
  }

  private static void note(Step step, Map<String, Step> state) {
    state.computeIfPresent(step.name(), (operator, old) -> step);
  }

  private static void write(List<Piece> pieces, List<Step> out) {
    if (pieces.isEmpty()) {
      return;
    }
    Map<String, Step> now = new TreeMap<>(pieces.get(0).before());
    Map<String, Step> end = pieces.get(pieces.size() - 1).after();
    pieces.sort(Comparator.comparingInt(Piece::rank));
    for (Piece piece : pieces) {
      become(piece.before(), now, out);
      out.addAll(piece.drawn());
      now.putAll(piece.after());
    }
    become(end, now, out);
    pieces.clear();
  }

  private static void become(Map<String, Step> wanted, Map<String, Step> now, List<Step> out) {
    wanted.forEach(
        (operator, step) -> {
          if (!step.operands().equals(now.put(operator, step).operands())) {
            out.add(step);
          }
        });
  }
}
