package dev.rebound.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever a source's file holds, it is cut in one pass over it. */
class SourceTextTest {
  private static final int MANY = 300_000;

  @Test
  void aSentenceEndsAtItsStopsAndWhatClosesAfterThem() {
    assertThat(sentences("He said \"Go!\" Then (at last…) we went. Why?! Because"))
        .containsExactly("0-3", "3-6", "6-8", "8-9", "9-10");
  }

  @Test
  void runsOfStopsThatEndNothingAreReadOnce() {
    assertThat(sentences("One. Two" + ".".repeat(MANY) + "x three" + ".".repeat(MANY) + " Four"))
        .hasSize(3);
    assertThat(sentences("One." + "\"".repeat(MANY) + "x two." + "\"".repeat(MANY) + " Three"))
        .hasSize(2);
  }

  @Test
  void anyNumberOfBlankLinesPartsTwoParagraphs() {
    assertThat(SourceText.of("One." + " \n".repeat(MANY) + "Two.").paragraphs())
        .extracting(SourceText.Paragraph::text)
        .containsExactly("One.", "Two.");
  }

  private static List<String> sentences(String text) {
    return SourceText.of(text).paragraphs().get(0).sentences().stream()
        .map(ends -> ends[0] + "-" + ends[1])
        .toList();
  }
}
