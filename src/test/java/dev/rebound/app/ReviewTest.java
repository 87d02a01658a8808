package dev.rebound.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.check.ReportText;
import dev.rebound.check.ReviewSheet;
import dev.rebound.course.Content;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Approvals from the command line, and the sheet they are signed on. */
class ReviewTest {
  @TempDir private Path temp;

  private String rebound(int code, String... arguments) {
    StringWriter out = new StringWriter();
    try (PrintWriter to = new PrintWriter(out)) {
      assertThat(Main.run(to, to, arguments)).as("%s", out).isEqualTo(code);
    }
    return out.toString();
  }

  private Path workspace() {
    return Courses.lay(temp.resolve("harbour"), Courses.BASE);
  }

  @Test
  void whatIsApprovedIsCurrentUntilItChanges() throws IOException {
    Path workspace = workspace();
    String content = workspace.resolve("content").toString();
    rebound(Main.CLEAN, "review", "--content", content, "--approve", "handover", "fog/nod");
    assertThat(Courses.load(workspace).reviews()).hasSize(3);
    assertThat(ReportText.of(Courses.report(workspace))).isEmpty();

    Path bank = workspace.resolve("content/courses/harbour/quizzes/fog.yaml");
    String text = Files.readString(bank);
    Files.writeString(bank, "# Moved down, which is no change.\n\n" + text);
    assertThat(ReportText.of(Courses.report(workspace))).isEmpty();
    Files.writeString(bank, text.replace("correct: false", "correct: true"));
    assertThat(ReportText.of(Courses.report(workspace))).contains("which answers are right");

    String before = Files.readString(workspace.resolve("content/reviews.lock"));
    rebound(Main.CLEAN, "review", "--content", content, "--approve", "handover/dawn");
    assertThat(Files.readString(workspace.resolve("content/reviews.lock"))).isEqualTo(before);
    Files.writeString(bank, text.replace("id: nod", "id: wave"));
    rebound(Main.CLEAN, "review", "--content", content, "--approve", "handover/dawn");
    assertThat(Courses.load(workspace).reviews()).hasSize(2);
  }

  @Test
  void aSheetThatComesBackIsRecordedAndCommentsStandAtTheirLines() throws IOException {
    Path workspace = workspace();
    String content = workspace.resolve("content").toString();
    Content loaded = Courses.load(workspace);
    StringBuilder sent = new StringBuilder("by,question,seen,verdict,comment\n");
    String[] said = {"good,", "change,Which paper?", "good,"};
    int row = 0;
    for (var bank : loaded.courses().get(0).bankFiles()) {
      for (var question : bank.questions()) {
        sent.append("A. B.,harbour/").append(question.key()).append(',');
        sent.append(row == 2 ? "00000000" : ReviewSheet.seen(question, loaded));
        sent.append(',').append(said[row++]).append('\n');
      }
    }
    Path file = temp.resolve("sign-off-ab.csv");
    Files.writeString(file, sent);
    String out =
        rebound(Main.CONTENT_HAS_ERRORS, "review", "--content", content, "--read", file.toString());
    assertThat(out)
        .contains("is to be changed, says A. B.: Which paper?")
        .contains("has changed since the sheet was made.")
        .contains("Recorded 1 question as reviewed; 2 findings.")
        .contains("quizzes/handover.yaml:3:9: error:");
    assertThat(Courses.load(workspace).reviews())
        .singleElement()
        .matches(r -> r.by().equals("A. B."));
    Files.writeString(file, "question,verdict\nharbour/fog/nod,good\n");
    assertThat(
            rebound(
                Main.CONTENT_HAS_ERRORS, "review", "--content", content, "--read", file.toString()))
        .contains("it has no column \"seen\", \"comment\".", "Recorded 0 questions");
    assertThat(rebound(Main.WRONG_USAGE, "review", "--content", content, "--by", "AB"))
        .contains("--by goes with --approve");
  }

  @Test
  void unknownNamesAndUnreadableContentWriteNothing() throws IOException {
    Path workspace = workspace();
    String content = workspace.resolve("content").toString();
    assertThat(rebound(Main.WRONG_USAGE, "review", "--content", content, "--approve", "handovr"))
        .contains("Nearest: handover");
    Files.writeString(workspace.resolve("content/courses/harbour/quizzes/fog.yaml"), "a: [\n");
    assertThat(
            rebound(
                Main.CONTENT_HAS_ERRORS, "review", "--content", content, "--approve", "harbour"))
        .contains("Nothing was written.");
    assertThat(workspace.resolve("content/reviews.lock")).doesNotExist();
  }

  @Test
  void theSheetHoldsWhatIsNotReviewed() throws IOException {
    Path workspace = workspace();
    String content = workspace.resolve("content").toString();
    String sheet = temp.resolve("sheet.html").toString();
    rebound(Main.CLEAN, "review", "--content", content, "--sheet", sheet);
    Content loaded = Courses.load(workspace);
    String all = Files.readString(Path.of(sheet));
    loaded
        .courses()
        .get(0)
        .questions()
        .forEach(
            question -> {
              assertThat(all).contains(question.stem().plain(), question.key());
              question
                  .answers()
                  .forEach(
                      answer -> {
                        assertThat(all).contains(answer.text().plain());
                        answer.feedback().ifPresent(why -> assertThat(all).contains(why.plain()));
                      });
            });
    loaded.principles().forEach(p -> assertThat(all).contains(p.says().plain()));
    loaded.sources().get(0).excerpts().forEach(e -> assertThat(all).contains(e.text().value()));

    rebound(Main.CLEAN, "review", "--content", content, "--approve", "handover");
    rebound(Main.CLEAN, "review", "--content", content, "--sheet", sheet);
    assertThat(Files.readString(Path.of(sheet)))
        .contains("fog/nod", "2 reviewed")
        .doesNotContain("handover/dawn");

    String paper = temp.resolve("sheet.pdf").toString();
    rebound(Main.CLEAN, "review", "--content", content, "--sheet", paper);
    assertThat(Files.readString(Path.of(paper), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
  }
}
