package dev.rebound.publish.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.check.Unchecked;
import dev.rebound.course.Content;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.KeptResults;
import dev.rebound.publish.page.Sample;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What paper shows of a film: its still, and where it plays. */
@Tag("slow")
class MediaOnPaperTest {
  @Test
  void theWorkbookShowsTheStillACodeAndTheNotes(@TempDir Path folder) throws Exception {
    Content content = Courses.load(Courses.lay(folder, Courses.ROOT.resolve("media")));
    byte[] workbook =
        new PrintPublisher(Sample.templates(), Sample.words(), KeptResults.NONE)
            .artefacts(Unchecked.content(content)).stream()
                .filter(it -> it.path().endsWith("workbook.pdf"))
                .findFirst()
                .map(Artefact::bytes)
                .orElseThrow();
    String address = "https://harbour.example/training/harbour/fog.html";
    assertThat(Paper.alternatives(workbook))
        .contains("Two people repeat an order in fog")
        .anyMatch(it -> it.contains(address));
    assertThat(String.join("\n", Paper.read(workbook)))
        .contains("Plays on the lesson’s page: " + address, "Two long blasts")
        .doesNotContain("\u21a9");
    assertThat(VeraPdf.failures(workbook)).isEmpty();
  }
}
