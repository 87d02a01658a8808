package dev.rebound.publish.print;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Letters with their marks: as one character where there is one, else as a letter and marks that
 * one face can set on it.
 *
 * <pre>{@code
 * e + acute               →   é
 * e + dot below + acute   →   the same three: there is ẹ, but its glyph says nothing of an acute
 * і + titlo               →   in Open Sans, for Source Sans has no titlo
 * }</pre>
 */
final class Clusters {
  /** Madda and the two hamzas, which most letters that bear them have their own characters with. */
  private static final String OF_LETTERS = "\u0653\u0654\u0655";

  /** Says where text must not be sorted anew, and is not seen. */
  private static final String JOINER = "\u034F";

  /**
   * @param family the face that all of it must be in; empty where the page's own will do
   */
  record Setting(String text, String family) {}

  /**
   * Hebrew with all its points and accents has four; each more is another way to write them all.
   */
  static final int MAX_MARKS = 8;

  private static final Pattern WORDS = Pattern.compile("\\s|\\S+");

  private final Fonts fonts;
  private final Map<String, Optional<Setting>> known = new HashMap<>();

  Clusters(Fonts fonts) {
    this.fonts = fonts;
  }

  static boolean isMark(int point) {
    return Character.getType(point) == Character.NON_SPACING_MARK
        || Character.getType(point) == Character.ENCLOSING_MARK;
  }

  static boolean hasMarks(String text) {
    return text.codePoints().anyMatch(Clusters::isMark);
  }

  /** A text in pieces, each a character with the marks that follow it. */
  static List<String> of(String text) {
    List<String> clusters = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < text.length(); ) {
      int next = at + Character.charCount(text.codePointAt(at));
      if (next == text.length() || !isMark(text.codePointAt(next))) {
        clusters.add(text.substring(from, next));
        from = next;
      }
      at = next;
    }
    return clusters;
  }

  /** Whether its marks run the way that its letter does, for they are set with it. */
  static boolean runsOneWay(String cluster) {
    boolean leftward = RightToLeft.in(Character.toString(cluster.codePointAt(0)));
    return cluster.codePoints().skip(1).allMatch(mark -> RightToLeft.isPoint(mark) == leftward);
  }

  /** How a letter and its marks are printed; empty where no face can. */
  Optional<Setting> set(String cluster) {
    return known.computeIfAbsent(cluster, this::find);
  }

  private Optional<Setting> find(String written) {
    String cluster = written.replace(JOINER, "");
    int letter = cluster.isEmpty() ? ' ' : cluster.codePointAt(0);
    if (isMark(letter)
        || cluster.codePointCount(0, cluster.length()) > MAX_MARKS + 1
        || Character.isWhitespace(letter)
        || cluster.indexOf(RightToLeft.PART) > 0
        || !runsOneWay(cluster)) {
      return Optional.empty();
    }
    if (RightToLeft.in(Character.toString(letter))) {
      String joined =
          joined(Normalizer.normalize(Character.toString(letter), Form.NFC) + cluster.substring(1));
      return setsInEachForm(joined) ? Optional.of(new Setting(joined, "")) : Optional.empty();
    }
    for (String family : List.of(Fonts.FAMILY, Fonts.UPRIGHT, Fonts.HEBREW, Fonts.ARABIC)) {
      for (String sequence : sequences(cluster)) {
        boolean alone = sequence.codePointCount(0, sequence.length()) == 1;
        if (alone && fonts.have(sequence.codePointAt(0))) {
          return Optional.of(new Setting(sequence, ""));
        }
        if (!alone && fonts.set(family, sequence)) {
          return Optional.of(new Setting(sequence, family.equals(Fonts.FAMILY) ? "" : family));
        }
      }
    }
    return Optional.empty();
  }

  /** All ways to write the same, those with the fewest marks first. */
  private static Set<String> sequences(String cluster) {
    String apart = Normalizer.normalize(cluster, Form.NFD);
    Set<String> ways = new LinkedHashSet<>(List.of(Normalizer.normalize(cluster, Form.NFC)));
    for (int i = apart.length(); i > 0; i--) {
      String first = Normalizer.normalize(apart.substring(0, i), Form.NFC);
      if (first.codePointCount(0, first.length()) == 1) {
        ways.add(first + apart.substring(i));
      }
    }
    return ways;
  }

  private static String joined(String cluster) {
    for (int i = 1; i < cluster.length(); i++) {
      String letter =
          Normalizer.normalize(cluster.charAt(0) + cluster.substring(i, i + 1), Form.NFC);
      if (OF_LETTERS.indexOf(cluster.charAt(i)) >= 0 && letter.length() == 1) {
        return letter + cluster.substring(1, i) + cluster.substring(i + 1);
      }
    }
    return cluster;
  }

  private boolean setsInEachForm(String cluster) {
    String family = fonts.have(Fonts.HEBREW, cluster.codePointAt(0)) ? Fonts.HEBREW : Fonts.ARABIC;
    String marks = cluster.substring(1);
    return fonts.set(family, cluster)
        && RightToLeft.forms(cluster.charAt(0)).stream()
            .filter(form -> fonts.have(family, form.charAt(0)))
            .allMatch(form -> fonts.set(family, form + marks));
  }

  /** Where the first mark of a cluster is that no face can set; empty when all can be set. */
  OptionalInt unset(String cluster) {
    return first(cluster, part -> set(part).isPresent());
  }

  /** The same in a drawing, whose letters are characters and no more. */
  static OptionalInt unsetInDrawing(String cluster) {
    return first(cluster, part -> !hasMarks(Normalizer.normalize(part, Form.NFC)));
  }

  private static OptionalInt first(String cluster, Predicate<String> canBeSet) {
    int at = Character.charCount(cluster.codePointAt(0));
    int marks = 0;
    while (at < cluster.length()) {
      int next = at + Character.charCount(cluster.codePointAt(at));
      if (++marks > MAX_MARKS || !canBeSet.test(cluster.substring(0, next))) {
        return OptionalInt.of(at);
      }
      at = next;
    }
    return OptionalInt.empty();
  }

  /** Writes a page's text so that it can be printed. */
  void arrange(Element body) {
    List<TextNode> found = new ArrayList<>();
    NodeVisitor visitor =
        (node, depth) -> {
          if (node instanceof TextNode text && hasMarks(text.getWholeText())) {
            found.add(text);
          }
        };
    body.traverse(visitor);
    for (TextNode text : found) {
      Element around = text.parent();
      if (around == null || around.closest("svg") == null) {
        arrange(text);
      }
    }
  }

  /** A line may break where an element ends, so what needs another face takes its word along. */
  private void arrange(TextNode text) {
    StringBuilder plain = new StringBuilder();
    for (String word :
        WORDS.matcher(text.getWholeText()).results().map(MatchResult::group).toList()) {
      List<Setting> settings =
          of(word).stream()
              .map(
                  cluster ->
                      Optional.of(cluster)
                          .filter(Clusters::hasMarks)
                          .flatMap(this::set)
                          .orElse(new Setting(cluster, "")))
              .toList();
      String set = settings.stream().map(Setting::text).collect(Collectors.joining());
      Optional<String> family =
          settings.stream().map(Setting::family).filter(name -> !name.isEmpty()).findFirst();
      if (family.isEmpty()) {
        plain.append(set);
        continue;
      }
      text.before(new TextNode(plain.toString()));
      plain.setLength(0);
      String faces = "font-family: '" + family.get() + "', " + Fonts.IN_TEXT;
      text.before(new Element("span").attr("style", faces).appendText(set));
    }
    text.text(plain.toString());
  }
}
