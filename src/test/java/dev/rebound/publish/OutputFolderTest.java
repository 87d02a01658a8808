package dev.rebound.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
  @TempDir private Path dir = Path.of("");

  private OutputFolder site() {
    return new OutputFolder(dir.resolve("site"));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> walk = Files.walk(dir)) {
      return walk.filter(Files::isRegularFile)
          .map(path -> dir.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  @Test
  void replacesWhatWasThereAndKeepsTheReadme() throws IOException {
    Files.createDirectories(dir.resolve("site"));
    Files.writeString(dir.resolve("site/README.md"), "kept");
    site().replace(List.of(Artefact.text("a/b.html", "1"), Artefact.text("c.html", "2")));
    site().replace(List.of(Artefact.text("c.html", "3")));
    assertThat(files()).containsExactly("site/.rebound", "site/README.md", "site/c.html");
    assertThat(dir.resolve("site/c.html")).hasContent("3");
    assertThat(dir.resolve("site/README.md")).hasContent("kept");
  }

  @Test
  void refusesAFolderThatNoBuildMade() throws IOException {
    Files.createDirectories(dir.resolve("site"));
    Files.writeString(dir.resolve("site/thesis.doc"), "years of work");
    assertThatThrownBy(() -> site().replace(List.of(Artefact.text("a", "1"))))
        .isInstanceOf(OutputFolder.Refused.class)
        .hasMessageContaining("no build made");
    assertThat(files()).containsExactly("site/thesis.doc");
  }

  @Test
  void refusesPathsThatLeaveTheFolder() {
    for (String path : List.of("../a", "/a", "a/../../b", "a\\b", "c:a", "", "a//b")) {
      assertThatThrownBy(() -> site().replace(List.of(Artefact.text(path, "1"))))
          .as(path)
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void refusesTwoPathsThatAreOneFileOnOtherSystems() {
    assertThatThrownBy(
            () -> site().replace(List.of(Artefact.text("A", "1"), Artefact.text("a", "2"))))
        .isInstanceOf(IllegalStateException.class);
  }

  /** A build that was killed while it wrote leaves its half beside; the next one starts anew. */
  @Test
  void aKilledWriteLeavesTheLastOutput() throws IOException {
    site().replace(List.of(Artefact.text("a.html", "1")));
    Files.createDirectories(dir.resolve(".site.new"));
    Files.writeString(dir.resolve(".site.new/half.html"), "ha");
    assertThat(dir.resolve("site/a.html")).hasContent("1");
    site().replace(List.of(Artefact.text("b.html", "2")));
    assertThat(files()).containsExactly("site/.rebound", "site/b.html");
  }

  /** Killed between the two moves: the last output is found under its former name and put back. */
  @Test
  void aKillBetweenTheMovesIsMended() throws IOException {
    site().replace(List.of(Artefact.text("a.html", "1")));
    Files.move(dir.resolve("site"), dir.resolve(".site.old"));
    assertThatThrownBy(() -> site().replace(List.of(Artefact.text("../x", "1"))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(dir.resolve("site/a.html")).hasContent("1");
  }

  @Test
  void refusesASymbolicLink() throws IOException {
    Files.createDirectories(dir.resolve("elsewhere"));
    Files.createSymbolicLink(dir.resolve("site"), dir.resolve("elsewhere"));
    assertThatThrownBy(() -> site().replace(List.of(Artefact.text("a", "1"))))
        .isInstanceOf(OutputFolder.Refused.class);
  }
}
