package dev.rebound.publish.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.course.Printing;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ImpositionTest {
  private static final Printing PLAIN = new Printing(List.of(), false, 1);

  private static List<String> fronts(int cards, int places, Printing printing) {
    return Imposition.of(cards, places, printing).sheets().stream()
        .map(sheet -> faces(sheet.fronts()))
        .toList();
  }

  /** {@code 0f 0b+}: the front of the first card, and its back, which is a copy. */
  private static String faces(List<Imposition.Face> faces) {
    return faces.stream()
        .map(face -> face.card() + (face.back() ? "b" : "f") + (face.again() ? "+" : ""))
        .collect(Collectors.joining(" "));
  }

  @Test
  void aShortSetBeginsAgainUntilTheSheetIsFull() {
    assertThat(fronts(5, 8, PLAIN)).containsExactly("0f 1f 2f 3f 4f 0f+ 1f+ 2f+");
    assertThat(fronts(4, 8, PLAIN)).containsExactly("0f 1f 2f 3f 0f+ 1f+ 2f+ 3f+");
  }

  @Test
  void aLongSetTakesMoreSheets() {
    assertThat(fronts(10, 8, PLAIN))
        .containsExactly("0f 1f 2f 3f 4f 5f 6f 7f", "8f 9f 0f+ 1f+ 2f+ 3f+ 4f+ 5f+");
    assertThat(faces(Imposition.of(10, 8, PLAIN).sheets().get(1).backs()))
        .isEqualTo("8b 9b 0b+ 1b+ 2b+ 3b+ 4b+ 5b+");
  }

  @Test
  void severalSetsHaveACardsCopiesTogether() {
    assertThat(fronts(2, 8, new Printing(List.of(), false, 6)))
        .containsExactly("0f 0f+ 0f+ 0f+ 0f+ 0f+ 1f 1f+", "1f+ 1f+ 1f+ 1f+ 0f+ 0f+ 0f+ 0f+");
  }

  @Test
  void onOneSideEachBackLiesBesideItsFront() {
    Imposition imposition = Imposition.of(3, 8, new Printing(List.of(), true, 1));
    assertThat(faces(imposition.sheets().get(0).fronts())).isEqualTo("0f 0b 1f 1b 2f 2b 0f+ 0b+");
    assertThat(imposition.sheets().get(0).backs()).isEmpty();
  }

  @Test
  void noCardsNoSheets() {
    assertThat(fronts(0, 8, PLAIN)).isEmpty();
  }
}
