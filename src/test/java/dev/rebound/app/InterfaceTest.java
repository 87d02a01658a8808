package dev.rebound.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rebound.publish.page.PageWords;
import dev.rebound.publish.page.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterfaceTest {
  @TempDir private Path templates = Path.of("");

  private PageWords words() {
    return Interface.words(new Templates(Optional.of(templates)));
  }

  @Test
  void aLanguageWithoutWordsGetsTheEnglishOnesWhichSaySo() {
    assertThat(words().of("he")).containsEntry("language", "en").containsEntry("quiz", "Quiz");
    assertThat(words().of("en-GB")).isEqualTo(words().of("en"));
  }

  @Test
  void aFileOfWordsIsWhole() throws IOException {
    Files.createDirectories(templates.resolve("words"));
    Path file = templates.resolve("words/he.yaml");
    String english = new Templates(Optional.empty()).text("words/en.yaml");
    Files.writeString(file, english.replace("language: en", "language: he"));
    assertThat(words().of("he")).containsEntry("language", "he");
    Files.writeString(file, "language: he\n");
    assertThatThrownBy(() -> words().of("he"))
        .hasMessageContaining("templates/words/he.yaml lacks skip, home, ");
  }
}
