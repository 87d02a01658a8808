package dev.rebound.publish.print;

import dev.rebound.course.Card;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.publish.page.Html;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The last cards of a set: what all others rest on, each source once, after the numbers of its
 * cards. Cards themselves then have room for large type. A set of one card names its sources there.
 */
final class Colophon {
  /** What its cards are called where others have their module's number. */
  static final int TONE = -1;

  /** What surely has room on a side, in a type of 7.5 points. */
  private static final int LINES = 8;

  private static final int LETTERS = 50;

  private Colophon() {}

  /** How many cards there are beside the course's own. */
  static int cards(Content content, Course course) {
    return (sides(content, course).size() + 1) / 2;
  }

  /**
   * @param frame whose words name the card
   */
  static List<CardSheets.Face> faces(
      PaperFrame frame, Content content, Course course, Sizes sizes) {
    List<Html> sides = sides(content, course);
    List<CardSheets.Face> faces = new ArrayList<>();
    for (int at = 0; at < sides.size(); at += 2) {
      faces.add(
          new CardSheets.Face(
              "",
              course.cardsInOrder().size() + 1 + at / 2,
              TONE,
              sizes.fronts(),
              sizes.backs(),
              String.valueOf(frame.words().get("sources")),
              String.valueOf(frame.words().get("print-colophon")),
              sides.get(at),
              at + 1 < sides.size()
                  ? sides.get(at + 1)
                  : html(List.of(Html.escape(frame.publisher()), Html.escape(frame.rights()))),
              List.of(),
              List.of(),
              ""));
    }
    return faces;
  }

  /** The credits, as many on a side as have room. */
  private static List<Html> sides(Content content, Course course) {
    List<Html> sides = new ArrayList<>();
    List<String> side = new ArrayList<>();
    int lines = 0;
    for (Map.Entry<String, String> source : sources(content, course).entrySet()) {
      int needed = 1 + (source.getKey() + source.getValue()).length() / LETTERS;
      if (lines + needed > LINES && !side.isEmpty()) {
        sides.add(html(side));
        side.clear();
        lines = 0;
      }
      lines += needed;
      side.add("<strong>%s</strong> %s".formatted(source.getValue(), Html.escape(source.getKey())));
    }
    if (!side.isEmpty()) {
      sides.add(html(side));
    }
    return sides;
  }

  /** The numbers of the cards that rest on a source, by its credit. */
  private static Map<String, String> sources(Content content, Course course) {
    Map<String, String> numbers = new LinkedHashMap<>();
    List<Card> cards = course.cardsInOrder();
    for (int i = 0; cards.size() > 1 && i < cards.size(); i++) {
      for (String credit :
          CardSheets.credits(content, CardSheets.principles(content, cards.get(i)))) {
        numbers.merge(credit, String.valueOf(i + 1), (before, next) -> before + ", " + next);
      }
    }
    return numbers;
  }

  private static Html html(List<String> paragraphs) {
    return new Html(
        paragraphs.stream()
            .map(text -> "<p>" + text + "</p>\n")
            .collect(Collectors.joining("", "<div class=\"credits\">\n", "</div>\n")));
  }
}
