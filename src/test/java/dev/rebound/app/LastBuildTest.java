package dev.rebound.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastBuildTest {
  @TempDir private Path dir;

  @Test
  void comesBackFromItsBytes() {
    SortedMap<String, Long> made = new TreeMap<>();
    made.put("a b/1 2.html", 0xFFFFFFFFL);
    made.put("index.html", 0L);
    for (String said : List.of("", "a warning\n\nwith a gap\n")) {
      LastBuild build = new LastBuild(made, said);
      assertThat(LastBuild.of(build.bytes())).contains(build);
    }
    assertThat(LastBuild.of("torn".getBytes(UTF_8))).isEmpty();
    assertThat(LastBuild.of("1 a\nx y z\n\n".getBytes(UTF_8))).isEmpty();
  }

  @Test
  void whateverABuildReadsIsAnotherInput() throws IOException {
    Path content = Files.createDirectories(dir.resolve("content/courses"));
    Path words = Files.writeString(content.resolve("a.md"), "tea");
    Set<Optional<String>> seen = new HashSet<>();
    seen.add(inputs("site"));
    assertThat(inputs("site")).isPresent().isIn(seen);

    assertThat(seen.add(inputs("print"))).isTrue();
    Files.writeString(words, "sea");
    assertThat(seen.add(inputs("site"))).isTrue();
    Files.move(words, content.resolve("b.md"));
    assertThat(seen.add(inputs("site"))).isTrue();
    Files.createDirectory(content.resolve("empty"));
    assertThat(seen.add(inputs("site"))).isTrue();
    Path fonts = Files.createDirectory(dir.resolve("fonts"));
    assertThat(seen.add(inputs("site"))).isTrue();
    Files.writeString(fonts.resolve("a.ttf"), "");
    assertThat(seen.add(inputs("site"))).isTrue();
  }

  @Test
  void wherePartsAreLinksNobodyKnows() throws IOException {
    Path content = Files.createDirectory(dir.resolve("content"));
    Files.createSymbolicLink(content.resolve("a.md"), dir.resolve("elsewhere.md"));
    assertThat(inputs("site")).isEmpty();
  }

  private Optional<String> inputs(String output) {
    return LastBuild.inputs(List.of(dir.resolve("content"), dir.resolve("fonts")), List.of(output));
  }
}
