package dev.rebound.publish.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.course.Content;
import dev.rebound.course.Question;
import dev.rebound.publish.page.Templates;
import dev.rebound.publish.page.UiMessages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is signed says all that is asked, on both papers, to eyes and to screen readers. */
@Tag("slow")
class SignOffSheetTest {
  @TempDir private Path workspace = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"a4", "letter"})
  void holdsEachQuestionWithWhatItRestsOn(String paper) throws Exception {
    Path settings = Courses.lay(workspace, Courses.BASE).resolve("content/rebound.yaml");
    Files.writeString(settings, Files.readString(settings) + "page: " + paper + "\n");
    Content content = Courses.load(workspace);
    byte[] sheet =
        new SignOffSheet(new Templates(Optional.empty()), UiMessages.always(Cards.WORDS))
            .pdf(content);
    assertThat(VeraPdf.failures(sheet)).isEmpty();
    assertThat(SamplePdfsTest.faint(sheet)).isEmpty();
    List<String> read = Paper.read(sheet);
    assertThat(read)
        .containsSubsequence(
            "H1 Sign-off sheet",
            "H2 The handover",
            "TH Key",
            "TH Answer",
            "H2 Principles and what they rest on");
    String all = String.join("\n", read);
    for (Question question : content.courses().get(0).questions().toList()) {
      assertThat(all).contains(question.key(), question.stem().plain());
      question
          .answers()
          .forEach(
              answer -> {
                assertThat(all).contains(answer.text().plain());
                answer.feedback().ifPresent(why -> assertThat(all).contains(why.plain()));
              });
    }
    content.principles().forEach(p -> assertThat(all).contains(p.says().plain()));
    content
        .sources()
        .get(0)
        .excerpts()
        .forEach(excerpt -> assertThat(all).contains(excerpt.text().value()));
  }
}
