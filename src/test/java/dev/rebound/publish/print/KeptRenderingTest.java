package dev.rebound.publish.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.check.Unchecked;
import dev.rebound.course.Card;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.page.Templates;
import dev.rebound.publish.page.UiMessages;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeptRenderingTest {
  private final InMemory kept = new InMemory();

  private List<byte[]> print(List<Card> cards) {
    return new PrintPublisher(new Templates(Optional.empty()), UiMessages.always(Cards.WORDS), kept)
        .artefacts(Unchecked.content(Cards.withAddress(cards, "avery-5371"))).stream()
            .map(Artefact::bytes)
            .toList();
  }

  @Test
  void documentsAreTheSameAndOnlyThoseThatChangedAreMadeAnew() {
    List<byte[]> first = print(Cards.FIVE);
    kept.missed.clear();
    List<byte[]> again = print(Cards.FIVE);
    assertThat(kept.missed).isEmpty();
    assertThat(again).usingRecursiveComparison().isEqualTo(first);
    List<byte[]> changed = print(Cards.FIVE.subList(0, 4));
    assertThat(kept.missed).isNotEmpty();
    assertThat(changed.get(0)).isNotEqualTo(first.get(0));
  }

  @Test
  void whatDoesNotFitOrHasNoFontIsKeptToo() {
    PdfEngine.Rendering rendering =
        new PdfEngine.Rendering(
            new byte[] {1, 2},
            List.of(new Overflow(new Overflow.Face("front", "agree"), "Too l\u00f6ng.")),
            List.of(new UnprintableCharacter(0x1F600, "\uD83D\uDE00 here")));
    PdfEngine.Rendering read = KeptRendering.read(KeptRendering.bytes(rendering)).orElseThrow();
    assertThat(read).usingRecursiveComparison().isEqualTo(rendering);
    assertThat(KeptRendering.read(new byte[] {0, 0})).isEmpty();
  }
}
