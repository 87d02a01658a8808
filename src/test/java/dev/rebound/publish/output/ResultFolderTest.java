package dev.rebound.publish.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFolderTest {
  @TempDir private Path dir = Path.of("");

  private ResultFolder of(String build) {
    return new ResultFolder(dir.resolve(".rebound-cache"), build, 1_000);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private List<Path> results() throws IOException {
    try (Stream<Path> files = Files.list(dir.resolve(".rebound-cache"))) {
      return files.filter(file -> file.getFileName().toString().length() >= 64).toList();
    }
  }

  @Test
  void whatIsKeptIsFoundByTheSameBuildAlone() {
    of("1").keep("a", bytes("one"));
    assertThat(of("1").find("a"))
        .hasValueSatisfying(it -> assertThat(it).asString().isEqualTo("one"));
    assertThat(of("1").find("b")).isEmpty();
    assertThat(of("2").find("a")).isEmpty();
    of("1").keep("a", bytes("two"));
    assertThat(of("1").find("a"))
        .hasValueSatisfying(it -> assertThat(it).asString().isEqualTo("two"));
  }

  @Test
  void backupsAndGitLeaveItOut() throws IOException {
    of("1").keep("a", bytes("one"));
    Path folder = dir.resolve(".rebound-cache");
    assertThat(folder.resolve("CACHEDIR.TAG"))
        .content()
        .startsWith("Signature: 8a477f597d28d172789f06886806bc55\n");
    assertThat(folder.resolve(".gitignore")).hasContent("*");
  }

  @Test
  void aDamagedResultIsMadeAnew() throws IOException {
    of("1").keep("a", bytes("one"));
    Path file = results().get(0);
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 10, 64, whole.length - 1}) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      assertThat(of("1").find("a")).as("%s bytes", length).isEmpty();
    }
    whole[whole.length - 1] ^= 1;
    Files.write(file, whole);
    assertThat(of("1").find("a")).isEmpty();
    Files.delete(file);
    Files.createDirectory(file);
    assertThat(of("1").find("a")).isEmpty();
    of("1").keep("a", bytes("one"));
    assertThat(of("1").find("a")).isEmpty();
  }

  @Test
  void aFolderOfThisNameThatIsNotOursIsLeftAlone() throws IOException {
    Path folder = Files.createDirectory(dir.resolve(".rebound-cache"));
    of("1").keep("a", bytes("one"));
    assertThat(folder).isEmptyDirectory();
    assertThat(of("1").find("a")).isEmpty();
    Files.delete(folder);
    Files.writeString(folder, "a file");
    of("1").keep("a", bytes("one"));
    assertThat(folder).hasContent("a file");
    Files.delete(folder);
    Path elsewhere = Files.createDirectory(dir.resolve("elsewhere"));
    Files.createSymbolicLink(folder, elsewhere);
    of("1").keep("a", bytes("one"));
    assertThat(elsewhere).isEmptyDirectory();
    try (Stream<Path> all = Files.list(dir)) {
      assertThat(all).containsExactlyInAnyOrder(folder, elsewhere);
    }
  }

  @Test
  void whatWasLongestUnusedGoesAndNothingOfAUser() throws IOException {
    ResultFolder folder = of("1");
    for (String key : List.of("a", "b", "c")) {
      folder.keep(key, new byte[400]);
    }
    for (Path file : results()) {
      Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    }
    Path mine = Files.write(dir.resolve(".rebound-cache/mine.txt"), new byte[2_000]);
    String begun = "0".repeat(64) + ".00000000-0000-0000-0000-000000000000";
    Path killed = Files.writeString(dir.resolve(".rebound-cache").resolve(begun), "half");
    Files.setLastModifiedTime(killed, FileTime.fromMillis(1_000_000));
    Files.setLastModifiedTime(mine, FileTime.fromMillis(1_000_000));
    // Used now, so it is the youngest.
    assertThat(of("1").find("b")).isPresent();
    of("1").keep("d", bytes("four"));
    assertThat(Stream.of("a", "b", "c", "d").filter(key -> of("1").find(key).isPresent()))
        .contains("b", "d")
        .hasSize(3);
    assertThat(mine).exists();
    assertThat(killed).doesNotExist();
  }

  @Test
  void whereNothingCanBeWrittenNothingIsSaid() {
    ResultFolder nowhere = new ResultFolder(dir.resolve("no/such/.rebound-cache"), "1");
    nowhere.keep("a", bytes("one"));
    assertThat(nowhere.find("a")).isEqualTo(Optional.empty());
    assertThat(dir).isEmptyDirectory();
  }
}
