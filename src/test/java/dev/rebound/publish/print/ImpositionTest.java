package dev.rebound.publish.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ImpositionTest {
  @Test
  void aShortSetBeginsAgainUntilTheSheetIsFull() {
    assertThat(Imposition.of(5, 8).sheets())
        .containsExactly(new Imposition.Sheet(List.of(0, 1, 2, 3, 4, 0, 1, 2), 5));
    assertThat(Imposition.of(4, 8).sheets())
        .containsExactly(new Imposition.Sheet(List.of(0, 1, 2, 3, 0, 1, 2, 3), 4));
  }

  @Test
  void aLongSetTakesMoreSheets() {
    assertThat(Imposition.of(10, 8).sheets())
        .containsExactly(
            new Imposition.Sheet(List.of(0, 1, 2, 3, 4, 5, 6, 7), 8),
            new Imposition.Sheet(List.of(8, 9, 0, 1, 2, 3, 4, 5), 2));
  }

  @Test
  void noCardsNoSheets() {
    assertThat(Imposition.of(0, 8).sheets()).isEmpty();
  }
}
