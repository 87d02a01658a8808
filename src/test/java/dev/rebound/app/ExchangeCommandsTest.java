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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rebound import}, {@code export} and {@code new sheet}, and what they leave alone. */
class ExchangeCommandsTest {
  private static final String GIFT = "::Late::A train is late. {=Say so.#Yes. ~Wait.}\n";

  @TempDir private Path temp;
  private Path content = Path.of("");

  @BeforeEach
  void lay() {
    content = Courses.lay(temp, temp.resolve("none")).resolve("content");
  }

  private String rebound(int code, String... arguments) {
    StringWriter out = new StringWriter();
    try (PrintWriter to = new PrintWriter(out)) {
      String[] all =
          arguments[0].equals("new")
              ? arguments
              : Stream.concat(Stream.of(arguments), Stream.of("--content", content.toString()))
                  .toArray(String[]::new);
      assertThat(Main.run(to, to, all)).as("%s", out).isEqualTo(code);
    }
    return out.toString();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(temp.resolve(name), text);
  }

  private List<String> all() throws IOException {
    try (Stream<Path> files = Files.walk(content)) {
      return files.map(it -> content.relativize(it).toString()).sorted().toList();
    }
  }

  @Test
  void aFileBecomesADraftAndNothingElseIsTouched() throws IOException {
    List<String> before = all();
    Path gift = file("late-trains.gift", GIFT);
    assertThat(rebound(Main.CLEAN, "import", gift.toString()))
        .contains("late-trains.yaml")
        .contains("1 of 1 question came along; nothing is lost.");
    List<String> after = all();
    assertThat(after).containsAll(before).hasSize(before.size() + 1);
    assertThat(content.resolve("courses/harbour/quizzes/late-trains.yaml"))
        .content()
        .contains("draft: true", "title: Late trains", "feedback: Yes.");
    assertThat(rebound(Main.CLEAN, "validate")).contains("DraftBank").doesNotContain("error");
  }

  @Test
  void anIdThatIsTakenIsRefusedWithTheNextFreeOne() throws IOException {
    Path gift = file("a.gift", GIFT);
    rebound(Main.CLEAN, "import", gift.toString(), "--id", "late");
    rebound(Main.CLEAN, "import", gift.toString(), "--id", "late-2");
    List<String> before = all();
    assertThat(rebound(Main.WRONG_USAGE, "import", gift.toString(), "--id", "late"))
        .contains("the next free one is --id late-3");
    assertThat(rebound(Main.WRONG_USAGE, "import", gift.toString(), "--to", "harbor"))
        .contains("Nearest: harbour");
    assertThat(rebound(Main.WRONG_USAGE, "import", gift.toString(), "--id", "../x"))
        .contains("cannot be an id");
    assertThat(all()).isEqualTo(before);
  }

  @Test
  void whatCannotBeReadWritesNothing() throws IOException {
    List<String> before = all();
    assertThat(
            rebound(
                Main.CONTENT_HAS_ERRORS, "import", file("x.xml", "<quiz><a></quiz>").toString()))
        .contains("x.xml:1:", "not well-formed", "Nothing was written.");
    assertThat(
            rebound(
                Main.CONTENT_HAS_ERRORS,
                "import",
                file("y.gift", "Hello.").toString(),
                "--format",
                "json"))
        .contains("\"error\":{");
    assertThat(
            rebound(
                Main.CONTENT_HAS_ERRORS,
                "import",
                file("z.docx", "<html><body>Not Word</body></html>").toString()))
        .contains("is HTML, whatever its name says");
    rebound(Main.CANNOT_READ_OR_WRITE, "import", temp.resolve("missing.gift").toString());
    assertThat(all()).isEqualTo(before);
  }

  @Test
  void aPictureStandsBesideTheOthersOrNothingIsWritten() throws IOException {
    Path xml = Path.of("src/test/exchange/moodle-xml/every-type.xml");
    rebound(Main.CLEAN, "import", xml.toString(), "--id", "moodle");
    Path picture = content.resolve("courses/harbour/images/moodle-my-dot.png");
    assertThat(picture).exists();
    Files.delete(content.resolve("courses/harbour/quizzes/moodle.yaml"));
    Files.writeString(picture, "another");
    rebound(Main.CANNOT_READ_OR_WRITE, "import", xml.toString(), "--id", "moodle");
    assertThat(content.resolve("courses/harbour/quizzes/moodle.yaml")).doesNotExist();
    assertThat(picture).hasContent("another");
  }

  @Test
  void aFolderThatIsALinkOutOfTheContentIsNotWrittenTo() throws IOException {
    Path outside = Files.createDirectory(temp.resolve("outside"));
    Path quizzes = content.resolve("courses/harbour/quizzes");
    Files.move(quizzes, temp.resolve("moved"));
    Files.createSymbolicLink(quizzes, outside);
    rebound(Main.CANNOT_READ_OR_WRITE, "import", file("a.gift", GIFT).toString());
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  void aQuizOrACourseGoesOutInEachFormat() {
    for (String format : List.of("gift", "aiken", "moodle-xml", "csv", "xlsx", "docx")) {
      Path out = temp.resolve("out." + format);
      assertThat(rebound(Main.CLEAN, "export", "harbour", "--as", format, "--out", out.toString()))
          .contains("Wrote " + out);
      assertThat(out).isNotEmptyFile();
    }
    assertThat(rebound(Main.WRONG_USAGE, "export", "harbur", "--as", "gift")).contains("Nearest");
    assertThat(rebound(Main.WRONG_USAGE, "export", "harbour", "--as", "qif"))
        .contains("There are:");
  }

  @Test
  void aNewSheetComesBackWithAnExampleOfEachType() {
    for (String name : List.of("questions.xlsx", "questions.csv", "questions.docx")) {
      Path sheet = temp.resolve(name);
      rebound(Main.CLEAN, "new", "sheet", sheet.toString());
      assertThat(rebound(Main.CLEAN, "import", sheet.toString(), "--id", name.replace('.', '-')))
          .contains("11 of 11 questions came along; nothing is lost.");
      rebound(Main.CANNOT_READ_OR_WRITE, "new", "sheet", sheet.toString());
    }
  }

  private static final String OPEN =
      """
      title: Open
      draft: true
      questions:
        - id: late
          type: choice
          stem: A train is late. What do you say?
          options:
            - text: Sorry, the next one leaves at nine. # a comment stays
              correct: true
            - { text: "It was not me, it never is.", breaks: "%1$s" }
            - { text: Nothing }
        - id: truth
          type: true-false
          stem: Waiting helps.
          correct: false
          "true": {}
          "false":
            feedback: It does not.
      """;

  @Test
  void whatAPersonChoosesGoesIntoTheQuizAndNothingElse() throws IOException {
    List<String> ids = principles();
    Path quiz = content.resolve("courses/harbour/quizzes/open.yaml");
    Files.writeString(quiz, OPEN.formatted(ids.get(0)));
    Path sheet = temp.resolve("map.csv");
    assertThat(rebound(Main.CLEAN, "map", "harbour/open", "--csv", sheet.toString()))
        .contains("--read");
    String table = Files.readString(sheet);
    assertThat(table).contains("\"nearest 1\"", "\"truth\",\"true\"", " %");
    assertThat(rebound(Main.CLEAN, "map", "open", "--read", sheet.toString()))
        .contains("0 answers mapped, 4 still open.");
    assertThat(quiz).hasContent(OPEN.formatted(ids.get(0)));

    StringBuilder chosen = new StringBuilder("question,answer,principle\n");
    table
        .lines()
        .skip(1)
        .map(line -> line.split("\"", -1))
        .forEach(
            cells ->
                chosen
                    .append(cells[1])
                    .append(',')
                    .append(cells[3])
                    .append(',')
                    .append(ids.get(1))
                    .append('\n'));
    Files.writeString(sheet, chosen);
    assertThat(rebound(Main.CLEAN, "map", "open", "--read", sheet.toString()))
        .contains("5 answers mapped, 0 still open.");
    String id = ids.get(1);
    assertThat(Files.readString(quiz))
        .isEqualTo(
            OPEN.formatted(id)
                .replace(
                    "        correct: true\n",
                    "        correct: true\n        applies: " + id + "\n")
                .replace("{ text: Nothing }", "{ text: Nothing, breaks: " + id + " }")
                .replace("{}", "{ breaks: " + id + " }")
                .replace("      feedback: It", "      applies: " + id + "\n      feedback: It"));
  }

  @Test
  void aMappingThatNamesNothingIsRefusedAsAWhole() throws IOException {
    Path quiz = content.resolve("courses/harbour/quizzes/open.yaml");
    Files.writeString(quiz, OPEN.formatted(principles().get(0)));
    Path sheet =
        file(
            "map.csv",
            "question,answer,principle\nlate,nobody,"
                + principles().get(0)
                + "\ntruth,true,nothing\n");
    assertThat(rebound(Main.CONTENT_HAS_ERRORS, "map", "open", "--read", sheet.toString()))
        .contains("map.csv:2:1:", "map.csv:3:1:", "There are:", "Nothing was written.");
    assertThat(quiz).hasContent(OPEN.formatted(principles().get(0)));
    rebound(Main.WRONG_USAGE, "map", "open");
  }

  private List<String> principles() throws IOException {
    try (Stream<Path> files = Files.list(content.resolve("principles"))) {
      return files
          .flatMap(
              it -> {
                try {
                  return Files.readAllLines(it).stream();
                } catch (IOException broken) {
                  throw new java.io.UncheckedIOException(broken);
                }
              })
          .filter(it -> it.contains("- id: "))
          .map(it -> it.substring(it.indexOf("id: ") + 4).strip())
          .toList();
    }
  }
}
