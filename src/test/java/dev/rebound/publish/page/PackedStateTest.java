package dev.rebound.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.rebound.course.Course;
import dev.rebound.course.PackedState;
import dev.rebound.course.Question;
import dev.rebound.course.Quiz;
import dev.rebound.source.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The length we compute against the length that {@code core.pack} comes to, in a browser. */
@Tag("browser")
class PackedStateTest {
  /** Answers everything as fully as it can be, as often as it can be, and packs. */
  private static final String WORST =
      """
      const at = ['start'].concat(course.lessons.map((id) => 'lesson-' + id), course.quizzes.map((quiz) => 'quiz-' + quiz.id))
        .sort((a, b) => b.length - a.length)[0];
      const longest = (seed) => {
        let state = core.located(core.empty(), at);
        course.lessons.forEach((id) => { state = core.visited(state, id); });
        course.quizzes.forEach((quiz) => {
          state = core.finished(state, quiz.id, 100);
          for (let i = 1; i < 1295; i++) { state = core.again(state, quiz.id); }
          state = core.begun(state, quiz.id, seed);
          core.drawn(quiz, seed).forEach((key) => {
            const question = course.questions.filter((one) => one.key === key)[0];
            const response = question.multiple ? question.choices : question.choices.slice(0, 1);
            for (let i = 0; i < question.attempts; i++) { state = core.answered(state, quiz.id, question, response, quiz.sure); }
          });
          state = core.finished(state, quiz.id, 100);
        });
        return core.pack(state, 1e9).length;
      };
      return Math.max(...Array.from({ length: 100 }, (all, i) => longest((46656 + i * 16329).toString(36))));
      """;

  private static Map<String, Object> model(Question question) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("key", question.key());
    model.put("type", question.type());
    model.put("multiple", question.interaction().multiple());
    model.put("attempts", question.delivery().attempts().orElse(1));
    model.put("choices", question.interaction().choices().stream().map(c -> c.id()).toList());
    return model;
  }

  @ParameterizedTest
  @ValueSource(strings = {"screen", "exam"})
  void isNeverShorterThanWhatThePlayerPacks(String name) throws IOException {
    Course sample = Sample.content(name).courses().get(0);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("lessons", sample.lessonsInOrder().stream().map(l -> l.id().value()).toList());
    List<Object> quizzes = new ArrayList<>();
    for (Quiz quiz : sample.quizzes()) {
      quizzes.add(
          Map.of(
              "id", quiz.id().value(),
              "pool", sample.questions(quiz).stream().map(Question::key).toList(),
              "draw", sample.asked(quiz),
              "sure", sample.asksConfidence(quiz) ? "guess" : ""));
    }
    data.put("quizzes", quizzes);
    List<Object> questions = new ArrayList<>();
    sample.questions().forEach(question -> questions.add(model(question)));
    data.put("questions", questions);
    StringBuilder script =
        new StringBuilder("(() => {\nconst course = " + Json.write(data) + ";\n");
    script.append(PlayerFiles.matching("(core|seams|grades|screens/.*|types/.*)\\.js"));
    try (Chromium chromium = new Chromium();
        Page page = chromium.browser().newPage()) {
      int packed = ((Number) page.evaluate(script + WORST + "})()")).intValue();
      // One sign may be spared between two of a list.
      assertThat(PackedState.longest(sample)).isBetween(packed, packed + 2 * questions.size() + 4);
    }
  }
}
