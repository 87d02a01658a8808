package dev.rebound.publish.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

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
  private static final Pattern LINE = Pattern.compile("[^\n]*\n|[^\n]+");
  private static final Pattern MARKED = Pattern.compile("/\\w+ <</MCID (\\d+)>> BDC");

  /** What a piece of text leaves as it is for the next, by operator, and how a page begins. */
  private static final Map<String, String> STATE =
      Map.of("rg", "0 0 0 rg\n", "RG", "0 0 0 RG\n", "w", "1 w\n", "Tr", "0 Tr\n");

  private static final Pattern IN_TEXT = Pattern.compile("BT|ET|Tf|Tm|Tj|TJ|rg|RG|w|Tr");

  /**
   * A piece of text.
   *
   * @param rank when it is read
   */
  private record Piece(
      int rank, String drawn, Map<String, String> before, Map<String, String> after) {}

  private final Map<COSDictionary, Map<Integer, Integer>> ranks = new HashMap<>();
  private int last;

  private StreamOrder() {}

  static void arrange(PDDocument document) throws IOException {
    StreamOrder order = new StreamOrder();
    COSDictionary root = document.getDocumentCatalog().getStructureTreeRoot().getCOSObject();
    order.rank(root, new COSDictionary());
    for (PDPage page : document.getPages()) {
      String drawn;
      try (InputStream in = page.getContents()) {
        drawn = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      }
      String arranged = arranged(drawn, order.ranks.getOrDefault(page.getCOSObject(), Map.of()));
      if (!arranged.equals(drawn)) {
        PDStream contents = new PDStream(document);
        try (OutputStream out = contents.createOutputStream(COSName.FLATE_DECODE)) {
          out.write(arranged.getBytes(StandardCharsets.ISO_8859_1));
        }
        page.setContents(contents);
      }
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

  /** The engine writes each operator on a line of its own, and a string never breaks a line. */
  static List<String> lines(String drawn) {
    return LINE.matcher(drawn).results().map(MatchResult::group).toList();
  }

  private static String arranged(String drawn, Map<Integer, Integer> ranks) {
    List<String> lines = lines(drawn);
    StringBuilder out = new StringBuilder(drawn.length());
    List<Piece> pieces = new ArrayList<>();
    Map<String, String> state = new TreeMap<>(STATE);
    Deque<Map<String, String>> saved = new ArrayDeque<>();
    int at = 0;
    while (at < lines.size()) {
      Matcher marked = MARKED.matcher(lines.get(at).strip());
      int end = marked.matches() ? end(lines, at + 1) : at;
      if (end > at) {
        Map<String, String> before = new TreeMap<>(state);
        lines.subList(at, end).forEach(line -> note(line, state));
        int rank = ranks.getOrDefault(Integer.valueOf(marked.group(1)), 0);
        String text = String.join("", lines.subList(at, end));
        pieces.add(new Piece(rank, text, before, new TreeMap<>(state)));
        at = end;
      } else if (isEmpty(lines, at)) {
        // An artefact for which nothing was painted stands in nobody's way.
        out.append(pieces.isEmpty() ? lines.get(at) + lines.get(at + 1) : "");
        at += 2;
      } else {
        write(pieces, out);
        String line = lines.get(at++);
        switch (operator(line)) {
          case "q" -> saved.push(new TreeMap<>(state));
          case "Q" -> state.putAll(saved.pop());
          default -> note(line, state);
        }
        out.append(line);
      }
    }
    write(pieces, out);
    return out.toString();
  }

  /** After a piece's last line; before its first where it is more than text. */
  private static int end(List<String> lines, int from) {
    int at = from;
    while (at < lines.size() && IN_TEXT.matcher(operator(lines.get(at))).matches()) {
      at++;
    }
    return at < lines.size() && operator(lines.get(at)).equals("EMC") ? at + 1 : from - 1;
  }

  private static boolean isEmpty(List<String> lines, int at) {
    return lines.get(at).startsWith("/Artifact /Prop")
        && at + 1 < lines.size()
        && lines.get(at + 1).equals("EMC\n");
  }

  private static String operator(String line) {
    String stripped = line.strip();
    return stripped.substring(stripped.lastIndexOf(' ') + 1);
  }

  private static void note(String line, Map<String, String> state) {
    state.computeIfPresent(operator(line), (operator, old) -> line);
  }

  private static void write(List<Piece> pieces, StringBuilder out) {
    if (pieces.isEmpty()) {
      return;
    }
    Map<String, String> now = new TreeMap<>(pieces.get(0).before());
    Map<String, String> end = pieces.get(pieces.size() - 1).after();
    pieces.sort(Comparator.comparingInt(Piece::rank));
    for (Piece piece : pieces) {
      become(piece.before(), now, out);
      out.append(piece.drawn());
      now.putAll(piece.after());
    }
    become(end, now, out);
    pieces.clear();
  }

  private static void become(
      Map<String, String> wanted, Map<String, String> now, StringBuilder out) {
    wanted.forEach(
        (operator, line) -> {
          if (!line.equals(now.put(operator, line))) {
            out.append(line);
          }
        });
  }
}
