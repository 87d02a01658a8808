package dev.rebound.publish.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.course.Card;
import dev.rebound.course.Content;
import dev.rebound.publish.KeptResults;
import dev.rebound.publish.page.Templates;
import dev.rebound.publish.page.UiMessages;
import dev.rebound.source.Block;
import dev.rebound.source.Inline;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The engine says what fits, once. */
@Tag("slow")
class CardOverflowTest {
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

  /** Where the answer is kept, no template is filled to ask again; and build gets the same. */
  @Test
  void anAnswerThatIsKeptIsNotAskedForAgain() {
    Content content =
        Cards.content(
            List.of(
                Cards.card(
                    "long",
                    "Too many words",
                    "",
                    List.of("So many words that no size of type can hold them. ".repeat(9)),
                    List.of(List.of("Yes.", "No.")))),
            "a4",
            "letter",
            "booklet");
    KeptResults kept = new InMemory();
    List<String> first = findings(content, () -> new Templates(Optional.empty()), kept);
    assertThat(first).hasSize(1).first().asString().contains("(a4, letter)");
    assertThat(findings(content, CardOverflowTest::notAsked, kept)).isEqualTo(first);
    PdfEngine.Rendering built =
        Cards.printer().print(new PdfEngine(kept), content, content.courses().get(0), "a4");
    assertThat(built.overflows()).isNotEmpty();
    assertThat(built.bytes()).isEmpty();
  }

  private static Templates notAsked() {
    throw new AssertionError("the answer is kept");
  }

  private static List<String> findings(
      Content content, Supplier<Templates> templates, KeptResults kept) {
    CardOverflow rule =
        new CardOverflow(Optional.empty(), templates, UiMessages.always(Cards.WORDS), kept);
    Findings found = new Findings(rule);
    rule.check(new CheckContext(content), found);
    return found.all().stream().map(finding -> finding.message()).toList();
  }
}
