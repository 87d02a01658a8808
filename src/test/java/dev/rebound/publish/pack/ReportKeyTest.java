package dev.rebound.publish.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.course.Content;
import dev.rebound.course.Interaction;
import dev.rebound.course.Question;
import dev.rebound.course.ScormIds;
import dev.rebound.publish.page.Sample;
import dev.rebound.source.Csv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What managers look up, and what they need not, because an option's id says it. */
class ReportKeyTest {
  private static final Path BANK = Path.of("courses/tea/quizzes/pot.yaml");

  private static List<Csv.Row> rows(Content content) {
    return Csv.rows(new ReportKey(content, content.courses().get(0), "", false).csv());
  }

  private static String options(Content content, Question question) {
    return rows(content).stream()
        .filter(row -> row.cells().get(0).equals(ScormIds.interaction(question)))
        .map(row -> row.cells().get(9))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyOptionHasItsLetterItsIdAndItsWords() {
    for (String name : List.of("screen", "types")) {
      Content content = Sample.content(name);
      content
          .courses()
          .get(0)
          .questions()
          // What is typed names no option, though a long answer has a list to hold it against.
          .filter(question -> !question.traits().keeps().equals("text"))
          .forEach(question -> everyOption(content, question));
    }
  }

  private static void everyOption(Content content, Question question) {
    String options = options(content, question);
    Interaction it = question.interaction();
    for (List<Interaction.Choice> some : List.of(it.choices(), it.targets())) {
      for (int at = 0; at < some.size(); at++) {
        Interaction.Choice one = some.get(at);
        String letter =
            question.type().equals("true-false")
                ? one.id().substring(0, 1)
                : "abcdefgh".substring(at, at + 1);
        assertThat(options.lines())
            .contains(letter + " = " + ScormIds.of(one.id()) + " = " + one.text().plain());
      }
    }
  }

  @Test
  void idsOfWordsSayWhatWasChosen(@TempDir Path folder) throws IOException {
    Path copy = folder.resolve("content");
    Courses.copy(Sample.FOLDER, copy);
    Files.writeString(
        copy.resolve(BANK),
        """
        title: Pot
        ids: words
        questions:
          - id: first
            type: choice
            stem: First?
            options:
              - { text: "I *warm* the pot, don't I?", correct: true, applies: warm-first }
              - { text: Чай }
              - { id: guess, text: I guess. }
              - { text: "I ask whether they would rather have the milk in first or last, and say what I think" }
          - id: often
            type: likert
            stem: How often?
            scale: [Hardly ever, always]
            about: warm-first
          - id: pairs
            type: matching
            stem: Which?
            pairs: [{ left: A cold cup, right: A warm pot }, { left: A bitter cup, right: A clock }]
        """);
    Content content = Sample.content(copy);
    List<Question> questions = content.courses().get(0).questions().limit(3).toList();
    assertThat(options(content, questions.get(0)))
        .isEqualTo(
            """
            a = i_warm_the_pot_dont_i = I warm the pot, don’t I?
            b = o6618bddc = Чай
            c = guess = I guess.
            d = i_ask_whether_they_would_rather_have_the_milk_in_first_or_last_68d9 = I ask whether they would rather have the milk in first or last, and say what I think""");
    assertThat(
            questions.stream()
                .skip(1)
                .map(Question::interaction)
                .flatMap(it -> Stream.of(it.choices(), it.targets()))
                .flatMap(List::stream)
                .map(Interaction.Choice::id))
        .containsExactly(
            "hardly-ever", "always", "a-cold-cup", "a-bitter-cup", "a-warm-pot", "a-clock");
  }
}
