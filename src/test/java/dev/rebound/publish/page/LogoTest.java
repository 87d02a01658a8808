package dev.rebound.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.publish.Artefact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A publisher's own mark stands where ours does. */
class LogoTest {
  private static final String MARK =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0h8v8z\"/></svg>\n";

  /** What is published is written anew, always with both of its names. */
  private static final String XLINK = " xmlns:xlink=\"http://www.w3.org/1999/xlink\"";

  @TempDir private Path workspace = Path.of("");

  private String icon(String brand) throws IOException {
    Path settings = workspace.resolve("rebound.yaml");
    Files.writeString(
        settings, Files.readString(Sample.FOLDER.resolve("rebound.yaml")).replace("brand:", brand));
    return SiteAssets.packaged(
            Sample.templates(), Sample.content(workspace).settings(), Set.of(), List.of())
        .stream()
        .filter(file -> file.path().equals("assets/icon.svg"))
        .map(Artefact::bytes)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void itIsTheIconOfEveryPage() throws IOException {
    Files.writeString(workspace.resolve("mark.svg"), MARK);
    assertThat(icon("brand:\n  logo: mark.svg"))
        .isEqualTo(MARK.replace(" viewBox", XLINK + " viewBox"));
    assertThat(icon("brand:")).doesNotContain("M0 0h8v8z").contains("<svg");
  }
}
