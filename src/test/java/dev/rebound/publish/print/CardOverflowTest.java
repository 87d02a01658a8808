package dev.rebound.publish.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.course.Card;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The estimate that spares most runs the PDF engine never promises what the engine cannot keep. */
class CardOverflowTest {
  private static final PdfEngine ENGINE = new PdfEngine();
  private static final String[] WORDS =
      "a we say them night value Wednesday MWMWM listen customer (really) 100 % naïve — whom"
          .split(" ", -1);

  @ParameterizedTest
  @ValueSource(strings = {"a4", "avery-5371", "avery-c32011-10", "avery-5388", "z-fold", "booklet"})
  void whatIsCertainToFitFits(String stock) {
    Random random = new Random(stock.hashCode());
    int certain = 0;
    int refused = 0;
    for (int i = 0; i < 24; i++) {
      Content content = Cards.content(List.of(card(random, i)), stock);
      Course course = content.courses().get(0);
      if (CardEstimate.uncertain(content, course, stock, Optional.empty()).isEmpty()) {
        certain++;
        assertThat(overflows(content, course, stock)).as("%s", course.cardsInOrder()).isEmpty();
      } else {
        refused++;
      }
    }
    // Both happen, or this test shows nothing.
    assertThat(certain).isGreaterThan(2);
    assertThat(refused).isGreaterThan(stock.equals("z-fold") ? -1 : 2);
  }

  @Test
  void mostCardsNeedNoEngine() {
    for (String stock : List.of("a4", "letter", "cr80", "avery-5388")) {
      Content content = Cards.content(Cards.FIVE, stock);
      // The one with a long note of what studies say.
      assertThat(CardEstimate.uncertain(content, content.courses().get(0), stock, Optional.empty()))
          .as(stock)
          .extracting(card -> card.id().value())
          .containsExactly("bounce");
    }
  }

  /** The numbers in the estimate are those of the fonts that print. */
  @Test
  void noLetterIsWiderThanItIsTakenFor() {
    Fonts fonts = new Fonts();
    for (int point = ' '; point <= 0x17E; point++) {
      if (point < 0x7F || point >= 0xA0) {
        assertThat(fonts.widest(point))
            .as(Character.toString(point))
            .isLessThanOrEqualTo(CardEstimate.advance(point));
      }
    }
    for (int point : "‘’‚“”„–—…•‹›€™−ΑΩаЖЩ".codePoints().toArray()) {
      assertThat(fonts.have(point)).as(Character.toString(point)).isTrue();
      assertThat(fonts.widest(point))
          .as(Character.toString(point))
          .isLessThanOrEqualTo(CardEstimate.advance(point));
    }
  }

  private static List<Overflow> overflows(Content content, Course course, String stock) {
    return Cards.printer().overflows(ENGINE, content, course, course.cardsInOrder(), stock);
  }

  private static Card card(Random random, int size) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 1 + size / 5; i++) {
      lines.add(words(random, 2 + random.nextInt(3 + size / 2)));
    }
    List<List<String>> pairs = new ArrayList<>();
    for (int i = 0; i < 1 + size / 6; i++) {
      pairs.add(
          List.of(
              words(random, 1 + random.nextInt(3 + size / 3)),
              words(random, 1 + random.nextInt(3 + size / 3))));
    }
    return Cards.card(
        "card",
        words(random, 1 + random.nextInt(4)),
        random.nextBoolean() ? "" : words(random, 1 + random.nextInt(6)),
        lines,
        pairs,
        random.nextInt(4) == 0 ? "raised" : "plain");
  }

  private static String words(Random random, int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(WORDS[random.nextInt(WORDS.length)]);
    }
    return String.join(" ", words);
  }
}
