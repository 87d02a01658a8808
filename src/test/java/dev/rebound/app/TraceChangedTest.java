package dev.rebound.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change since a commit touches, in a repository made for the test. */
class TraceChangedTest {
  private static final String HARBOUR = "content/courses/harbour/";

  @TempDir private Path temp;

  @Test
  void aPrincipleTouchesWhatRestsOnIt() throws Exception {
    Path workspace = repository();
    assertThat(changed(workspace, "HEAD", Main.CLEAN))
        .containsExactly("Nothing that a learner meets has changed since HEAD.");

    replace(workspace, "content/principles/night-watch.yaml", "on paper before", "down before");
    replace(workspace, HARBOUR + "quizzes/fog.yaml", "A nod is enough", "A nod will do");
    List<String> lines = changed(workspace, "HEAD", Main.CLEAN);
    assertThat(lines)
        .anyMatch(
            line ->
                line.matches(
                    ".*handover.yaml:\\d+:\\d+: question handover/dawn: principle \"log-first\""))
        .anyMatch(line -> line.endsWith(": question fog/nod: its stem"))
        .anyMatch(line -> line.contains("card handover: principle \"log-first\""))
        .contains("course harbour: to be made again: " + String.join(", ", Catalog.OUTPUTS));
    assertThat(lines).noneMatch(line -> line.contains("lesson fog:"));
  }

  @Test
  void movedLinesTouchNothingAndNewOrLostFilesAreNamed() throws Exception {
    Path workspace = repository();
    replace(workspace, HARBOUR + "quizzes/fog.yaml", "title:", "# moved down\n\ntitle:");
    assertThat(changed(workspace, "HEAD", Main.CLEAN)).hasSize(1);
    replace(workspace, HARBOUR + "quizzes/fog.yaml", "id: nod", "id: wave");
    assertThat(changed(workspace, "HEAD", Main.CLEAN))
        .anyMatch(line -> line.endsWith("question fog/wave: is new"))
        .anyMatch(line -> line.endsWith("question fog/nod: is gone"));
  }

  @Test
  void unknownCommitsAndFoldersWithoutGitAreSaid() throws Exception {
    Path workspace = repository();
    assertThat(changed(workspace, "no-such", Main.WRONG_USAGE).get(0))
        .contains("Git knows no commit \"no-such\".");
    assertThat(changed(workspace, "--help", Main.WRONG_USAGE)).isNotEmpty();
    Path plain = Courses.lay(temp.resolve("plain"), Courses.BASE);
    assertThat(changed(plain, "HEAD", Main.WRONG_USAGE).get(0))
        .contains("is not in a Git repository.");
  }

  @Test
  void aFilmAndAFileTouchTheLessonThatOffersThem() throws Exception {
    Path workspace = repository(Courses.ROOT.resolve("media"));
    replace(workspace, HARBOUR + "media/fog.vtt", "00:0", "01:0");
    Path checklist = workspace.resolve(HARBOUR + "files/checklist.pdf");
    Files.writeString(checklist, Files.readString(checklist) + "\n");
    assertThat(changed(workspace, "HEAD", Main.CLEAN))
        .anyMatch(line -> line.endsWith("picture media/fog.mp4: its captions"))
        .anyMatch(line -> line.endsWith("file checklist.pdf: its size"))
        .anyMatch(
            line ->
                line.contains("lesson fog: ")
                    && line.contains("media/fog.mp4")
                    && line.contains("checklist.pdf"));
  }

  private Path repository() throws Exception {
    return repository(Courses.BASE);
  }

  private Path repository(Path course) throws Exception {
    Path workspace = Courses.lay(temp.resolve("harbour"), course);
    git(workspace, "init", "-q");
    git(workspace, "add", ".");
    git(
        workspace,
        "-c",
        "user.name=Test",
        "-c",
        "user.email=test@localhost",
        "commit",
        "-q",
        "-m",
        "The clean course");
    return workspace;
  }

  private static void git(Path workspace, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git", "-C", workspace.toString()));
    command.addAll(List.of(arguments));
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }

  private static void replace(Path workspace, String file, String old, String replacement)
      throws IOException {
    String text = Files.readString(workspace.resolve(file));
    assertThat(text).contains(old);
    Files.writeString(workspace.resolve(file), text.replace(old, replacement));
  }

  private static List<String> changed(Path workspace, String since, int code) {
    StringWriter out = new StringWriter();
    try (PrintWriter to = new PrintWriter(out)) {
      String content = workspace.resolve("content").toString();
      assertThat(Main.run(to, to, "trace", "--content", content, "--changed", since))
          .as("%s", out)
          .isEqualTo(code);
    }
    return out.toString().lines().toList();
  }
}
