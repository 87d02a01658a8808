package dev.rebound.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.rebound.Courses;
import dev.rebound.course.Course;
import dev.rebound.course.PackedState;
import dev.rebound.course.Question;
import dev.rebound.course.Quiz;
import dev.rebound.source.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
            const response = {
              text: () => [question.typed.length ? question.typed[0][1] + '0' : 'z'.repeat(300)],
              pairs: () => question.choices.map((id) => id + '.' + question.targets[0]),
              order: () => question.choices,
              ids: () => (question.multiple ? question.choices : question.choices.slice(0, 1))
            }[types[question.type].keeps]();
            for (let i = 0; i < question.attempts; i++) { state = core.answered(state, quiz.id, question, response, quiz.sure); }
            state = types[question.type].keeps === 'text' ? core.ticked(state, quiz.id, question, question.choices) : state;
          });
          state = core.finished(state, quiz.id, 100);
        });
        let text = core.pack(state, 1e9);
        const answers = (it) => Object.values(core.unpack(it).quizzes).map((quiz) => Object.keys(quiz.answers).length).join();
        for (let less = text; answers(less) === answers(text); less = core.pack(state, text.length - 1)) { text = less; }
        return text.length;
      };
      return Math.max(...Array.from({ length: 100 }, (all, i) => longest((46656 + i * 16329).toString(36))));
      """;

  /** One of each type. */
  private static final String TEN =
      """
        - { id: some%d, type: choice, stem: Some?, options: [
            { text: A %d, correct: true }, { text: B %d, correct: true }, { text: C %d }, { text: D %d }, { text: E %d } ] }
        - { id: sure%d, type: true-false, stem: Sure?, correct: true }
        - { id: mark%d, type: hot-text, stem: Mark., segments: [
            { text: A %d, applies: warm-first }, { text: B %d, applies: warm-first }, { text: C %d, breaks: time-it },
            { text: D %d, breaks: time-it }, { text: E %d, breaks: time-it }, { text: F %d, breaks: time-it } ] }
        - { id: scale%d, type: likert, stem: How often?, scale: [never, seldom, sometimes, often, always], about: time-it }
        - { id: word%d, type: fill-in, stem: What?, accept: [{ text: what the guest said, typos: 2 }, { text: words %d }], wrong: [{ text: a guess }] }
        - { id: number%d, type: numeric, stem: How long?, accept: [{ from: 2.5, to: 1000.5 }] }
        - { id: own%d, type: long-answer, stem: What do you say?, model: { text: Sorry. }, about: time-it,
            checklist: [{ text: Says A %d }, { text: Says B %d }, { text: Says C %d }] }
        - { id: steps%d, type: sequencing, stem: In which order?, steps: [
            { text: A %d }, { text: B %d }, { text: C %d }, { text: D %d }, { text: E %d } ] }
        - { id: pairs%d, type: matching, stem: Which?, pairs: [
            { left: A %d, right: 1 of %d }, { left: B %d, right: 2 of %d }, { left: C %d, right: 3 of %d }, { left: D %d, right: 4 of %d } ] }
        - { id: baskets%d, type: sort, stem: Where?, categories: [{ id: helps, title: Helps }, { id: hurts, title: Hurts }], entries: [
            { text: A %d, category: helps }, { text: B %d, category: helps }, { text: C %d, category: helps },
            { text: D %d, category: hurts }, { text: E %d, category: hurts }, { text: F %d, category: hurts } ] }
      """;

  private static Map<String, Object> model(Question question) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("key", question.key());
    model.put("type", question.type());
    model.put("multiple", question.interaction().multiple());
    model.put("attempts", question.delivery().attempts().orElse(1));
    model.put("choices", question.interaction().choices().stream().map(c -> c.id()).toList());
    model.put("targets", question.interaction().targets().stream().map(c -> c.id()).toList());
    model.put("typed", question.interaction().typed().stream().map(t -> t.parts()).toList());
    model.put("right", question.interaction().correct().stream().flatMap(List::stream).toList());
    model.put("wrong", List.of());
    model.put("principles", Map.of());
    return model;
  }

  @ParameterizedTest
  @ValueSource(strings = {"screen", "exam"})
  void isNeverShorterThanWhatThePlayerPacks(String name) throws IOException {
    isNeverShorter(Sample.content(name).courses().get(0));
  }

  /** As many as a long course has, of all ten types, in the size that such questions have. */
  @Test
  void twoHundredQuestionsOfAllTypesFitInScorm12(@TempDir Path folder) throws IOException {
    Path content = folder.resolve("content");
    Courses.copy(Path.of("src/test/courses/types/content"), content);
    StringBuilder bank = new StringBuilder("title: All kinds\nquestions:\n");
    for (int i = 0; i < 20; i++) {
      bank.append(TEN.replace("%d", String.valueOf(i)));
    }
    Files.writeString(content.resolve("courses/tea/quizzes/kinds.yaml"), bank);
    Course course = Sample.content(content).courses().get(0);
    assertThat(course.questions()).hasSize(200);
    isNeverShorter(course);
    assertThat(PackedState.longest(course)).isEqualTo(3223);
  }

  private static void isNeverShorter(Course sample) throws IOException {
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
    script.append(PlayerFiles.matching("(core|contracts|grades|screens/.*|types/.*)\\.js"));
    try (Chromium chromium = new Chromium();
        Page page = chromium.browser().newPage()) {
      int packed = ((Number) page.evaluate(script + WORST + "})()")).intValue();
      // One sign may be spared between two of a list, some of a text that ends in the middle of a
      // character.
      assertThat(PackedState.longest(sample)).isBetween(packed, packed + 4 * questions.size() + 4);
    }
  }
}
