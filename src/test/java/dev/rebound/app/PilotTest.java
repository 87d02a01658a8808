package dev.rebound.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.check.pilot.PilotAnswers;
import dev.rebound.check.pilot.PilotItem;
import dev.rebound.check.pilot.PilotScore;
import dev.rebound.check.pilot.PilotSheet;
import dev.rebound.course.Answer;
import dev.rebound.course.Content;
import dev.rebound.load.ContentLoader;
import dev.rebound.publish.page.Templates;
import dev.rebound.publish.pilot.PilotPage;
import dev.rebound.source.Csv;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pilot's sheet holds no key, and what comes back is scored by it. */
class PilotTest {
  @TempDir private Path temp;

  private static String rebound(int code, String... arguments) {
    StringWriter out = new StringWriter();
    try (PrintWriter to = new PrintWriter(out)) {
      assertThat(Main.run(to, to, arguments)).as("%s", out).isEqualTo(code);
    }
    return out.toString();
  }

  private static Content sample() throws IOException {
    return new ContentLoader(Catalog.questionTypes()).load(Path.of("content"), "content");
  }

  @Test
  void theSheetGivesNothingAway() throws IOException {
    Content content = sample();
    PilotSheet sheet = PilotSheet.of(content, "service-recovery");
    Templates looks = new Templates(Optional.empty());
    PilotPage page = new PilotPage(looks, Interface.words(looks));
    String html = page.html(content, sheet, "pilot", false);
    String csv = sheet.csv(false);
    for (PilotItem item : sheet.items()) {
      // Neither names of questions and principles, nor feedback.
      assertThat(csv).doesNotContain(item.question().key());
      assertThat(html).doesNotContain(item.question().key());
      for (Answer answer : item.options()) {
        answer.feedback().ifPresent(it -> assertThat(csv + html).doesNotContain(it.plain()));
        answer
            .principle()
            .filter(it -> it.value().matches(".*-.*-.*"))
            .ifPresent(it -> assertThat(csv + html).doesNotContain(it.value()));
      }
    }
    List<Integer> keys = new ArrayList<>(List.of(0, 0, 0, 0));
    sheet.items().stream()
        .filter(item -> item.options().size() == 4 && !item.several())
        .forEach(item -> keys.set(place(item), keys.get(place(item)) + 1));
    int all = keys.stream().mapToInt(it -> it).sum();
    assertThat(keys).as("right answers by their letters").allMatch(it -> it > all / 8);
    assertThat(page.html(content, sheet, "pilot", true))
        .doesNotContain(sheet.items().get(0).question().stem().plain());
    assertThat(Csv.rows(sheet.csv(true)).get(0).cells()).doesNotContain("question");
  }

  private static int place(PilotItem item) {
    int right = 0;
    while (!item.options().get(right).right()) {
      right++;
    }
    return right;
  }

  @Test
  void whatIsFilledInIsScored() throws IOException {
    Content content = sample();
    PilotSheet sheet = PilotSheet.of(content, "assessment");
    StringBuilder answers = new StringBuilder();
    int row = 0;
    for (Csv.Row line : Csv.rows(sheet.csv(false))) {
      List<String> cells = new ArrayList<>(line.cells());
      if (row > 0) {
        // Every second one right; the rest is left empty.
        PilotItem item = sheet.items().get(row - 1);
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < item.options().size(); i++) {
          key.append(item.options().get(i).right() ? PilotItem.letter(i) + " " : "");
        }
        cells.set(cells.size() - 3, row % 2 == 0 ? key.toString() : "");
      }
      answers.append(Csv.line(cells));
      row++;
    }
    PilotAnswers read =
        PilotAnswers.read(content, List.of(new PilotAnswers.File("ada.csv", answers.toString())));
    assertThat(read.problems()).isEmpty();
    PilotScore score = PilotScore.of(read).get(0);
    int asked = sheet.items().size();
    assertThat(score.items()).hasSize(asked);
    int right = asked / 2;
    assertThat(score.mean()).isEqualTo((double) right / asked);
    assertThat(score.isPassedWithoutLearning()).isFalse();
    assertThat(score.score().low()).isLessThan(.5);
    assertThat(score.score().high()).isGreaterThan(.45);
    assertThat(score.items()).allMatch(item -> item.discrimination().isEmpty());
  }

  @Test
  void theCommandScoresAndRefuses() throws IOException {
    Path workspace = Courses.lay(temp.resolve("harbour"), Courses.BASE);
    String content = workspace.resolve("content").toString();
    Path answers = temp.resolve("ada.csv");
    Files.writeString(answers, "item,answer\nad30be22,B\n");
    assertThat(rebound(Main.CLEAN, "pilot", "--content", content, "--score", answers.toString()))
        .contains("Passed without learning (pass mark 80 %): no, 1 of 1", "fog/nod");
    assertThat(rebound(Main.CLEAN, "validate", "--content", content, "--pilot", answers.toString()))
        .contains("nothing wrong");
    Files.writeString(answers, "item,answer\nad30be22,C\n");
    assertThat(
            rebound(
                Main.CONTENT_HAS_ERRORS,
                "validate",
                "--content",
                content,
                "--pilot",
                answers.toString()))
        .contains("ada.csv:2:1: error:");
    assertThat(rebound(Main.WRONG_USAGE, "pilot", "fogg", "--content", content))
        .contains("Nearest: fog");
    assertThat(rebound(Main.WRONG_USAGE, "pilot", "--content", content)).contains("Name a quiz");
    assertThat(
            rebound(
                Main.CANNOT_READ_OR_WRITE,
                "pilot",
                "--content",
                content,
                "--score",
                temp.resolve("none.csv").toString()))
        .contains("none.csv");
  }
}
