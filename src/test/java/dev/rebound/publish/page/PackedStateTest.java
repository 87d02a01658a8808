package dev.rebound.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.rebound.course.Course;
import dev.rebound.course.PackedState;
import dev.rebound.course.Question;
import dev.rebound.source.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The length we compute against the length that {@code core.pack} comes to, in a browser. */
class PackedStateTest {
  /** Answers everything as fully as it can be, and packs. */
  private static final String WORST =
      """
      const at = ['start'].concat(course.lessons.map((id) => 'lesson-' + id), course.banks.map((id) => 'quiz-' + id))
        .sort((a, b) => b.length - a.length)[0];
      let state = core.located(core.empty(), at);
      course.lessons.forEach((id) => { state = core.visited(state, id); });
      course.banks.forEach((bank) => {
        state = core.finished(state, bank, 100);
        for (let i = 1; i < 1295; i++) { state = core.again(state, bank); }
        course.questions.filter((question) => question.key.indexOf(bank + '/') === 0).forEach((question) => {
          state = core.answered(state, bank, question, question.multiple ? question.choices : question.choices.slice(0, 1));
        });
      });
      return core.pack(state, 1e9).length;
      """;

  private static Map<String, Object> model(Question question) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("key", question.key());
    model.put("type", question.type());
    model.put("multiple", question.interaction().multiple());
    model.put("choices", question.interaction().choices().stream().map(c -> c.id()).toList());
    return model;
  }

  @Test
  void isNeverShorterThanWhatThePlayerPacks() throws IOException {
    Course sample = Sample.content().courses().get(0);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("lessons", sample.lessonsInOrder().stream().map(l -> l.id().value()).toList());
    data.put("banks", sample.banksInOrder().stream().map(b -> b.id().value()).toList());
    List<Object> questions = new ArrayList<>();
    sample.questions().forEach(question -> questions.add(model(question)));
    data.put("questions", questions);
    StringBuilder script =
        new StringBuilder("(() => {\nconst course = " + Json.write(data) + ";\n");
    Path player = Path.of("src/main/player");
    for (String file : Files.readAllLines(player.resolve("order.txt"))) {
      if (file.matches("(core|seams|grades|screens/.*|types/.*)\\.js")) {
        script.append(Files.readString(player.resolve(file)));
      }
    }
    try (Chromium chromium = new Chromium();
        Page page = chromium.browser().newPage()) {
      int packed = ((Number) page.evaluate(script + WORST + "})()")).intValue();
      // One sign may be spared between two of a list.
      assertThat(PackedState.longest(sample)).isBetween(packed, packed + 2 * questions.size() + 4);
    }
  }
}
