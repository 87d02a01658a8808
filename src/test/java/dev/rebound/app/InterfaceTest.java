package dev.rebound.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.publish.page.Templates;
import dev.rebound.publish.page.UiMessages;
import dev.rebound.source.SourceSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterfaceTest {
  @TempDir private Path templates = Path.of("");

  private UiMessages words() {
    return Interface.words(new Templates(Optional.of(templates)));
  }

  @Test
  void aLanguageWithoutWordsGetsTheEnglishOnesWhichSaySo() {
    assertThat(words().of("he")).containsEntry("language", "en").containsEntry("quiz", "Quiz");
    assertThat(words().of("en-GB")).isEqualTo(words().of("en"));
  }

  @Test
  void whatAFileOfWordsLacksIsEnglishAndSaidAndWhatNobodyAsksForIsSaid() throws IOException {
    Files.createDirectories(templates.resolve("words"));
    Path file = templates.resolve("words/he.yaml");
    String english = new Templates(Optional.empty()).text("words/en.yaml");
    Files.writeString(file, english.replace("language: en", "language: he"));
    assertThat(words().of("he")).containsEntry("language", "he");
    Files.writeString(file, "language: he\nquiz: Bohan\nqiuz: Bohan\n");
    assertThat(words().of("he"))
        .containsEntry("quiz", "Bohan")
        .containsEntry("next", "Next")
        .containsEntry("language", "he");
    assertThat(problems("he"))
        .hasSize(2)
        .anyMatch(it -> it.matches(".*he.yaml:3:1: \"qiuz\" is no word of the interface.*quiz.*"))
        .anyMatch(it -> it.matches(".*he.yaml: \\d+ of \\d+ words are missing; English .*"));
    assertThat(problems("fi"))
        .singleElement()
        .asString()
        .contains("course.yaml: there are no interface words in \"fi\"");
  }

  /** What ships is whole: the same keys, and the same places to fill in. */
  @ParameterizedTest
  @ValueSource(strings = {"de", "es", "fr"})
  void theLanguagesThatShipAreWhole(String language) {
    assertThat(problems(language)).isEmpty();
    Map<String, String> own = words().of(language);
    words()
        .of("en")
        .forEach(
            (key, text) ->
                assertThat(places(own.getOrDefault(key, ""))).as(key).isEqualTo(places(text)));
    assertThat(own).containsEntry("language", language);
  }

  private static Set<String> places(String text) {
    return Pattern.compile("\\{\\d}")
        .matcher(text)
        .results()
        .map(it -> it.group())
        .collect(Collectors.toSet());
  }

  private List<String> problems(String language) {
    return Interface.problems(
            new Templates(Optional.of(templates)), language, SourceSpan.wholeFile("course.yaml"))
        .stream()
        .map(it -> it.span() + ": " + it.message() + " " + it.hint())
        .toList();
  }
}
