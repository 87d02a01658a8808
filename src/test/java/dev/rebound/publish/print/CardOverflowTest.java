package dev.rebound.publish.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.course.Card;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.publish.KeptResults;
import dev.rebound.source.Block;
import dev.rebound.source.Inline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What spares most runs the PDF engine says nothing that the engine does not. */
@Tag("slow")
class CardOverflowTest {
  private static final PdfEngine ENGINE = new PdfEngine(KeptResults.NONE);
  private static final String[] WORDS =
      ("a we say them night value Wednesday MWMWM listen customer (really) 100 % naïve — whom it's 14:02"
              + " firm’s wait-and-see “no” and/or done.")
          .split(" ", -1);

  /** However many lines have no room, what the author wrote is read once. */
  @Test
  void aFaceIsReadOnce() {
    AtomicInteger read = new AtomicInteger();
    List<Inline> run =
        new AbstractList<>() {
          @Override
          public Inline get(int index) {
            read.incrementAndGet();
            return new Inline.Text(Cards.SPAN, "Say  it.");
          }

          @Override
          public int size() {
            return 1;
          }
        };
    Card five = Cards.FIVE.get(0);
    Card card =
        new Card(
            five.id(),
            five.title(),
            five.subtitle(),
            List.of(new Block.Paragraph(Cards.SPAN, run)),
            five.back());
    CardOverflow.FaceLines front = CardOverflow.FaceLines.of(card, "front");
    int once = read.get();
    for (int i = 0; i < 100; i++) {
      assertThat(front.at("Say it.").words()).isEqualTo("Say it.");
    }
    assertThat(read.get()).isEqualTo(once);
    assertThat(front.at("A credit of ours").words()).isEqualTo("Say it.");
    assertThat(front.at(card.title().value()).words()).isEqualTo(card.title().value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a4", "avery-5371", "avery-c32011-10", "avery-5388", "z-fold", "booklet"})
  void whatIsCertainToFitFits(String stock) {
    Random random = new Random(stock.hashCode());
    int certain = 0;
    int refused = 0;
    for (int i = 0; i < 24; i++) {
      Content content = Cards.content(List.of(card(random, "card", i)), stock);
      Course course = content.courses().get(0);
      if (uncertain(content, stock).isEmpty()) {
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

  /** In every size of type, so that each is set in the largest that holds it. */
  @ParameterizedTest
  @CsvSource({
    "a4, false",
    "a4, true",
    "avery-5371, false",
    "avery-c32011-10, true",
    "avery-5388, false",
    "cr80, false"
  })
  void whatIsMeasuredIsWhatTheEngineFinds(String name, boolean coded) {
    Random random = new Random(name.hashCode());
    List<Card> cards = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      cards.add(card(random, "card-" + i, 2 + random.nextInt(24)));
    }
    Content content = coded ? Cards.withAddress(cards, name) : Cards.content(cards, name);
    Course course = content.courses().get(0);
    Stock stock = Stock.named(name).orElseThrow();
    CardMeasure measure = new CardMeasure(content, course, Cards.WORDS, stock);
    Set<CardMeasure.Room> seen = EnumSet.noneOf(CardMeasure.Room.class);
    for (int size = 1; size <= Sizes.SMALLEST; size++) {
      Sizes sizes = Sizes.all(size, cards.stream().map(card -> card.id().value()).toList());
      Set<Overflow.Face> over =
          Cards.printer().overflows(ENGINE, content, course, cards, name, sizes).stream()
              .map(Overflow::face)
              .collect(Collectors.toSet());
      for (Card card : cards) {
        for (String side : List.of("front", "back")) {
          CardMeasure.Room room =
              side.equals("front") ? measure.front(card, size) : measure.back(card, size);
          seen.add(room);
          assertThat(room)
              .as("%s in size %d: %s", side, size, card)
              .isEqualTo(
                  over.contains(new Overflow.Face(side, card.id().value()))
                      ? CardMeasure.Room.RUNS_OVER
                      : CardMeasure.Room.FITS);
        }
      }
    }
    assertThat(seen).contains(CardMeasure.Room.FITS, CardMeasure.Room.RUNS_OVER);
  }

  /** Bold words and other scripts are the engine's to judge; so is every card in other looks. */
  @Test
  void whatCannotBeMeasuredIsUnsure(@TempDir Path folder) throws Exception {
    Card hebrew =
        Cards.card("x", "שלום", "", List.of("One line."), List.of(List.of("Yes.", "No.")));
    Card plain = Cards.FIVE.get(0);
    Card bold =
        new Card(
            plain.id(),
            plain.title(),
            plain.subtitle(),
            List.of(
                new Block.ItemList(
                    Cards.SPAN,
                    true,
                    1,
                    List.of(
                        List.of(
                            new Block.Paragraph(
                                Cards.SPAN,
                                List.of(
                                    new Inline.Strong(
                                        Cards.SPAN,
                                        List.of(new Inline.Text(Cards.SPAN, "Bold."))))))))),
            plain.back());
    for (Card card : List.of(hebrew, bold)) {
      assertThat(uncertain(Cards.content(List.of(card), "a4"), "a4")).containsExactly(card);
    }
    assertThat(uncertain(Cards.content(List.of(plain), "a4"), "a4")).isEmpty();
    Files.createDirectories(folder.resolve("print"));
    Files.writeString(folder.resolve("print/cards.css"), "html { color: #111 }");
    Content content = Cards.content(List.of(plain), "a4");
    assertThat(
            CardEstimate.uncertain(
                content, content.courses().get(0), "a4", Cards.WORDS, Optional.of(folder)))
        .containsExactly(plain);
  }

  @Test
  void ourOwnCardsNeedNoEngine() {
    for (String stock : List.of("a4", "letter", "cr80", "avery-5388")) {
      assertThat(uncertain(Cards.content(Cards.FIVE, stock), stock)).as(stock).isEmpty();
    }
  }

  @Test
  void lettersAreAsWideAsTheFontsSay() {
    Fonts fonts = new Fonts();
    for (int point = ' '; point <= 0x4FF; point++) {
      if (point < 0x7F || point >= 0xA0) {
        // Slanted faces have no Greek and no Cyrillic, and what no face has is taken for wide.
        assertThat(CardEstimate.advance(point))
            .as(Character.toString(point))
            .isEqualTo(fonts.have(Fonts.FAMILY, point) ? fonts.widest(point) : 1300);
      }
    }
    for (int point : "‘’‚“”„–—…•‹›€™−ΑΩаЖЩ".codePoints().toArray()) {
      assertThat(fonts.have(point)).as(Character.toString(point)).isTrue();
      assertThat(CardEstimate.advance(point)).isEqualTo(fonts.widest(point));
    }
  }

  private static List<Card> uncertain(Content content, String stock) {
    return CardEstimate.uncertain(
        content, content.courses().get(0), stock, Cards.WORDS, Optional.empty());
  }

  private static List<Overflow> overflows(Content content, Course course, String stock) {
    return Cards.printer()
        .overflows(
            ENGINE,
            content,
            course,
            course.cardsInOrder(),
            stock,
            Sizes.all(Sizes.SMALLEST, List.of("card")));
  }

  private static Card card(Random random, String id, int size) {
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
        id,
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
