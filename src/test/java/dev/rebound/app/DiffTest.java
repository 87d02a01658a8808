package dev.rebound.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What an update does to learners under way, told from a package and from content. */
class DiffTest {
  private static final String HARBOUR = "content/courses/harbour/";

  /**
   * One edit of the clean course.
   *
   * @param told the start of a line, after its blanks
   */
  private record Edit(String file, String old, String fresh, String told) {}

  private static final List<Edit> EDITS =
      List.of(
          new Edit(
              "course.yaml",
              "passMark: 80",
              "passMark: 70",
              "score may change pass mark was 80 %, is 70 %."),
          new Edit(
              "course.yaml",
              "language: en",
              "language: en\npackaging: module",
              "starts anew packaging no longer launched: index.html. new: module-fog.html, module-handover.html."),
          new Edit(
              "course.yaml",
              "lessons: [fog]",
              "lessons: []",
              "more or less to do lesson fog is gone: it counts no more."),
          new Edit(
              "course.yaml",
              "lessons: [handover]\n    scenarios: [fog]",
              "lessons: [fog, handover]",
              "kept lessons stand in another order"),
          new Edit(
              "course.yaml",
              "    scenarios: [fog]\n",
              "",
              "more or less to do conversation fog is gone"),
          new Edit(
              "course.yaml",
              "    quiz: fog\n",
              "",
              "score may change score is the mean of all quizzes"),
          new Edit("quizzes/fog.yaml", "A nod is enough.", "A nod will do.", ""),
          new Edit(
              "quizzes/fog.yaml",
              "id: nod",
              "id: wave",
              "score may change question fog/nod is no longer in quiz fog"),
          new Edit(
              "quizzes/fog.yaml",
              "correct: false",
              "correct: true",
              "score may change question fog/nod has another key"),
          new Edit(
              "quizzes/handover.yaml",
              "text: A chat,",
              "text: A brief chat,",
              "asked again question handover/dawn lacks"),
          new Edit(
              "quizzes/handover.yaml",
              "{ text: A chat,",
              "{ text: Tea, breaks: log-first, feedback: Warm. }\n      - { text: A chat,",
              "kept question handover/dawn offers more: "),
          new Edit(
              "quizzes/handover.yaml",
              "select: several",
              "select: several\n    weight: 2",
              "score may change question handover/echo counts in another way: weight 2, before as usual."),
          new Edit(
              "quizzes/handover.yaml",
              "correct: true, applies: log-first, feedback: The page",
              "correct: true, applies: say-back, feedback: The page",
              "score may change question handover/dawn is about say-back, was about log-first"),
          new Edit(
              "course.yaml",
              "quiz: handover",
              "quiz: { from: [handover], draw: 1 }",
              "more or less to do quiz handover asks 1 of 2, asked all."),
          new Edit(
              "scenarios/fog.yaml",
              "text: Nothing much.,",
              "text: Not much.,",
              "asked again conversation fog lacks replies that it had at ladder"),
          new Edit(
              "scenarios/fog.yaml",
              "next: ladder",
              "next: [{ if: heat > 8, to: done }, { to: ladder }]",
              "asked again conversation fog leads elsewhere from ladder"));

  @TempDir private Path temp;

  @TestFactory
  Stream<DynamicTest> eachEditIsTold() throws IOException {
    Path old = Courses.lay(temp.resolve("old"), Courses.BASE);
    run(
        Main.CLEAN,
        "build",
        "--only",
        "scorm12",
        "--content",
        old + "/content",
        "--out",
        temp + "/site");
    Path zip =
        Courses.files(temp.resolve("site")).stream()
            .filter(file -> file.toString().endsWith(".zip"))
            .findFirst()
            .orElseThrow();
    return EDITS.stream()
        .map(
            edit ->
                DynamicTest.dynamicTest(
                    edit.old().strip() + " is " + edit.fresh().replace("\n", " "),
                    () -> {
                      Path now =
                          Courses.lay(temp.resolve("now-" + EDITS.indexOf(edit)), Courses.BASE);
                      Path file = now.resolve(HARBOUR + edit.file());
                      String text = Files.readString(file);
                      assertThat(text).contains(edit.old());
                      Files.writeString(file, text.replace(edit.old(), edit.fresh()));
                      String fromZip = run(Main.CLEAN, "diff", zip.toString(), now + "/content");
                      assertThat(fromZip)
                          .isEqualTo(run(Main.CLEAN, "diff", old + "/content", now + "/content"));
                      if (edit.told().isEmpty()) {
                        assertThat(fromZip).contains("nothing that a record hangs on differs");
                      } else {
                        assertThat(fromZip.lines().map(line -> line.strip().replaceAll(" +", " ")))
                            .anyMatch(line -> line.startsWith(edit.told()));
                      }
                    }));
  }

  /** Ways that hang on the meters are told from a package as from content. */
  @Test
  void aConversationThatMetersDecideIsTheSameInItsPackage() throws IOException {
    Path course = Courses.lay(temp.resolve("metered"), Courses.BASE);
    Path file = course.resolve(HARBOUR + "scenarios/fog.yaml");
    String plain = Files.readString(file);
    Files.writeString(
        file, plain.replace("next: ladder", "next: [{ if: heat > 8, to: done }, { to: ladder }]"));
    run(
        Main.CLEAN,
        "build",
        "--only",
        "scorm12",
        "--content",
        course + "/content",
        "--out",
        temp + "/site");
    Path zip =
        Courses.files(temp.resolve("site")).stream()
            .filter(it -> it.toString().endsWith(".zip"))
            .findFirst()
            .orElseThrow();
    assertThat(run(Main.CLEAN, "diff", zip.toString(), course + "/content"))
        .contains("nothing that a record hangs on differs");
    Files.writeString(file, Files.readString(file).replace("heat > 8", "heat > 7"));
    assertThat(run(Main.CLEAN, "diff", zip.toString(), course + "/content"))
        .contains("leads elsewhere from ladder");
  }

  @Test
  void aRewordedOptionCanKeepItsAnswers() throws IOException {
    Path old = Courses.lay(temp.resolve("old"), Courses.BASE);
    Path now = Courses.lay(temp.resolve("now"), Courses.BASE);
    Path file = now.resolve(HARBOUR + "quizzes/handover.yaml");
    Files.writeString(file, Files.readString(file).replace("text: A chat,", "text: A brief chat,"));
    String told = run(Main.CLEAN, "diff", old + "/content", now + "/content");
    String id = told.replaceFirst("(?s).*give it \"(id: \\w+)\".*", "$1");
    Files.writeString(
        file, Files.readString(file).replace("text: A brief chat,", id + ", text: A brief chat,"));
    assertThat(run(Main.CLEAN, "diff", old + "/content", now + "/content"))
        .contains("nothing that a record hangs on differs");
  }

  @Test
  void whatIsNoCourseIsRefused() throws IOException {
    Path old = Courses.lay(temp.resolve("old"), Courses.BASE);
    Path text = Files.writeString(temp.resolve("old.zip"), "not a zip");
    assertThat(run(Main.CANNOT_READ_OR_WRITE, "diff", text.toString(), old + "/content"))
        .contains("is neither a folder of content nor a zip");
    assertThat(run(Main.CANNOT_READ_OR_WRITE, "diff", temp + "/none", old + "/content"))
        .contains("does not exist");
    assertThat(run(Main.CANNOT_READ_OR_WRITE, "diff", old.toString(), old + "/content"))
        .contains("has no course");
  }

  private static String run(int code, String... arguments) {
    StringWriter out = new StringWriter();
    PrintWriter printer = new PrintWriter(out);
    assertThat(Main.run(printer, printer, arguments)).as("%s", out).isEqualTo(code);
    return out.toString();
  }
}
