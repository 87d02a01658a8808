package dev.rebound.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildFilesTest {
  @TempDir private Path dir = Path.of("");

  private record Run(int code, String said) {}

  private Run build(Path out) {
    return build(out, "scorm12");
  }

  private Run build(Path out, String only) {
    StringWriter said = new StringWriter();
    PrintWriter both = new PrintWriter(said);
    int code =
        Main.run(
            both,
            both,
            "build",
            "--content=" + dir.resolve("content"),
            "--out=" + out,
            "--only=" + only);
    return new Run(code, said.toString());
  }

  @Test
  void whatNoBuildMadeIsKeptAndNamedOrInTheWay() throws IOException {
    Courses.lay(dir, Path.of("no-such-overlay"));
    Path site = dir.resolve("site");
    assertThat(build(site).code()).isZero();
    Files.writeString(site.resolve("CNAME"), "example.org");
    Run again = build(site);
    assertThat(again.code()).isZero();
    assertThat(again.said())
        .contains(
            "Kept in " + site + ", because no build made it: CNAME." + System.lineSeparator());
    assertThat(site.resolve("CNAME")).hasContent("example.org");
    Run inside = build(dir.resolve("content/site"));
    assertThat(inside.code()).isEqualTo(Main.CANNOT_READ_OR_WRITE);
    assertThat(inside.said()).contains("lies in the content folder");
  }

  @Test
  void theContentFolderMayBeASymbolicLink() throws IOException {
    Courses.lay(dir, Path.of("no-such-overlay"));
    Files.move(dir.resolve("content"), dir.resolve("words"));
    Files.createSymbolicLink(dir.resolve("content"), Path.of("words"));
    Run linked = build(dir.resolve("site"));
    assertThat(linked.said()).contains("Built ").doesNotContain("is a link");
    assertThat(linked.code()).isZero();
  }

  /** What only SCORM 1.2 has no room for holds up nothing else. */
  @Test
  void aRuleOfOneOutputIsForThatOutput() throws IOException {
    Courses.lay(dir, Courses.ROOT.resolve("rules/SuspendDataBudget/too-many-questions"));
    assertThat(build(dir.resolve("site")).said()).contains("[SuspendDataBudget]");
    Run without = build(dir.resolve("site"), "scorm2004,cmi5");
    assertThat(without.said()).doesNotContain("SuspendDataBudget").contains("2 packages");
    assertThat(without.code()).isZero();
  }
}
