package dev.rebound.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpacesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a",
        "one two",
        " a  b ",
        "\ta\n\n b\r\n",
        "a\u00a0 b",
        "a \t",
        "x\u000by"
      })
  void areWhatARegularExpressionTakesForSpaces(String text) {
    assertThat(Spaces.collapsed(text)).isEqualTo(text.replaceAll("\\s+", " "));
  }

  @Test
  void aTextInOneLineIsTheSameText() {
    String text = "Agree with the value.";
    assertThat(Spaces.collapsed(text)).isSameAs(text);
  }
}
