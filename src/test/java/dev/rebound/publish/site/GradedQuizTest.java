package dev.rebound.publish.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.check.CheckedContent;
import dev.rebound.check.Unchecked;
import dev.rebound.course.Answer;
import dev.rebound.course.Course;
import dev.rebound.course.Interaction;
import dev.rebound.course.Question;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.page.Sample;
import dev.rebound.publish.scorm12.Scorm12Publisher;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a quiz with {@code graded: true} asks is in the packages and nowhere on the site. */
class GradedQuizTest {
  @TempDir Path folder;

  private Course course = Sample.content().courses().get(0);
  private List<Artefact> site = List.of();
  private List<Artefact> packages = List.of();

  @BeforeEach
  void gradeTheMilk() throws IOException {
    try (Stream<Path> files = Files.walk(Sample.FOLDER)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(Sample.FOLDER.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    Path quiz = folder.resolve("courses/tea/quizzes/milk.yaml");
    Files.writeString(quiz, "graded: true\n" + Files.readString(quiz));
    CheckedContent checked = Unchecked.content(Sample.content(folder));
    course = checked.content().courses().get(0);
    Scorm12Publisher lms = new Scorm12Publisher(Sample.templates(), Sample.words());
    packages = lms.artefacts(checked);
    site =
        new SitePublisher(Sample.templates(), Sample.words(), Map.of(), List.of(lms))
            .artefacts(checked);
  }

  /** Everything the author wrote into the bank, but for its title and words as short as "True". */
  private List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (Question question : course.bank("milk").orElseThrow().questions()) {
      texts.add(question.key());
      texts.add(question.stem().plain());
      for (Answer answer : question.answers()) {
        answer.feedback().ifPresent(why -> texts.add(why.plain()));
      }
      for (Interaction.Choice choice : question.interaction().choices()) {
        texts.add(choice.text().plain());
      }
    }
    texts.removeIf(text -> text.length() < 6);
    return texts;
  }

  @Test
  void nothingOfItIsOnTheSite() {
    assertThat(texts())
        .contains("milk/guess", "You may guess about milk.", "Ask instead of guessing.");
    for (Artefact artefact : site) {
      assertThat(new String(artefact.bytes(), StandardCharsets.UTF_8))
          .as(artefact.path())
          .doesNotContain(texts());
    }
  }

  @Test
  void itsPageSaysWhereToTakeItAndTheTraceCountsIt() {
    assertThat(text(site, "tea/quiz-milk.html"))
        .contains("learning platform")
        .doesNotContain("<form");
    assertThat(text(site, "tea/index.html")).contains("Graded").doesNotContain("{\"id\":\"milk\"");
    assertThat(text(site, "trace.csv"))
        .contains("\"question\",\"applied in\",\"tea\",\"milk\",\"remember\",\"Milk\"");
  }

  @Test
  void thePackageCarriesItAndLiesWhereNoPageLinks() throws IOException {
    Artefact zip = packages.get(0);
    assertThat(zip.path()).isEqualTo("private/tea-scorm12.zip");
    assertThat(inside(zip))
        .contains("You may guess about milk.", "Ask instead of guessing.", "{\"id\":\"milk\"");
    assertThat(site)
        .allSatisfy(
            artefact ->
                assertThat(new String(artefact.bytes(), StandardCharsets.UTF_8))
                    .as(artefact.path())
                    .doesNotContain("private/tea"));
  }

  @Test
  void withoutAGradedQuizThePackageIsOfferedToEveryone() {
    Scorm12Publisher lms = new Scorm12Publisher(Sample.templates(), Sample.words());
    assertThat(lms.artefacts(Sample.checked()).get(0).path())
        .isEqualTo("tea/downloads/tea-scorm12.zip");
    assertThat(
            text(
                new SitePublisher(Sample.templates(), Sample.words(), Map.of(), List.of(lms))
                    .artefacts(Sample.checked()),
                "tea/index.html"))
        .contains("tea-scorm12.zip");
  }

  private static String text(List<Artefact> artefacts, String path) {
    return artefacts.stream()
        .filter(a -> a.path().equals(path))
        .map(a -> new String(a.bytes(), StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow();
  }

  private static String inside(Artefact zip) throws IOException {
    StringBuilder all = new StringBuilder();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.bytes()))) {
      while (in.getNextEntry() != null) {
        all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return all.toString();
  }
}
