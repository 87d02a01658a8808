package dev.rebound.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaletteTest {
  @Test
  void anAccentThatCanBeReadStaysAsItIs() {
    assertThat(Palette.of("#0b6e4f").light()).isEqualTo("#0b6e4f");
  }

  @Test
  void aPaleAccentIsDarkenedAndADarkOneLightened() {
    assertThat(Palette.of("#ffee00").light()).isNotEqualTo("#ffee00");
    assertThat(Palette.of("#000000").dark()).isNotEqualTo("#000000");
    assertThat(Palette.of("#ffffff").dark()).isEqualTo("#ffffff");
  }
}
