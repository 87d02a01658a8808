package dev.rebound.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TypographyTest {
  @TestFactory
  Stream<DynamicTest> english() {
    return Map.of(
            "\"It's late.\"", "“It’s late.”",
            "He said: \"You people.\" Then he left.", "He said: “You people.” Then he left.",
            "(\"so\")", "(“so”)",
            "the guests' rooms", "the guests’ rooms",
            "\"Not 'now'\"", "“Not ‘now’”",
            "since the '90s", "since the ’90s",
            "wait—\"no\"", "wait—“no”",
            "nothing here", "nothing here")
        .entrySet()
        .stream()
        .map(
            e ->
                DynamicTest.dynamicTest(
                    e.getKey(),
                    () ->
                        assertThat(Typography.of("en-GB").curl(e.getKey()))
                            .isEqualTo(e.getValue())
                            .hasSameSizeAs(e.getKey())));
  }

  @Test
  void otherLanguagesKeepWhatTheirAuthorsWrote() {
    assertThat(Typography.of("de").curl("\"So\"")).isEqualTo("\"So\"");
  }
}
