package dev.rebound.publish.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** A learning platform with the habits of a real one, of whatever standard. */
interface Platform extends AutoCloseable {
  /**
   * What a learner should have on record.
   *
   * @param answers all that were given, a repeated question counted twice
   * @param score percent
   * @param orMore whether an answer may be there more than once
   */
  record Expected(int answers, int score, boolean orMore) {
    Expected(int answers, int score) {
      this(answers, score, false);
    }

    boolean counts(int there) {
      return orMore ? there >= answers : there == answers;
    }

    boolean passed() {
      return score >= 80;
    }
  }

  /** Opens the package. */
  default Launch launch(BrowserContext context, boolean well) {
    return launch(context, well, "");
  }

  /**
   * Opens the package in another mode than to work in it.
   *
   * @param mode {@code review} or {@code browse}, or nothing
   */
  Launch launch(BrowserContext context, boolean well, String mode);

  /** One that could not be reached can. */
  void back();

  /**
   * Whether it has every answer once and whole, and the right result.
   *
   * @param left whether the learner has left, which some results wait for
   */
  boolean has(Expected expected, boolean left);

  /** All that it has of the learner. */
  String record();

  /** The learner leaves as this platform lets them. */
  void leave(Launch launch);

  @Override
  void close();

  /** With this package. */
  static Platform of(String standard, byte[] zip, Set<String> habits) {
    try {
      return standard.equals("cmi5") ? new OfCmi5(zip, habits) : new OfScorm(standard, zip, habits);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** {@code strict-lms.js}. */
  final class OfScorm implements Platform {
    private final StrictLms lms;
    private final Set<String> habits;
    private final boolean is12;

    OfScorm(String standard, byte[] zip, Set<String> habits) throws IOException {
      lms = new StrictLms(standard, zip, habits);
      is12 = standard.equals("scorm12");
      this.habits = habits;
    }

    @Override
    public void back() {
      lms.back();
    }

    @Override
    public Launch launch(BrowserContext context, boolean well, String mode) {
      Set<String> now = well ? Set.of() : habits;
      Page page = context.newPage();
      page.navigate(lms.url("/lms.html?" + (well ? "well" : "") + mode));
      if (now.contains("popup")) {
        return Launch.leaping(page, Launch.window(page, "/package/index.html"), 0);
      }
      return now.contains("framed-popup")
          ? Launch.leaping(page, Launch.window(page, "/nest.html?1"), 1)
          : Launch.leaping(page, page, now.contains("deep") ? 4 : 1);
    }

    @Override
    public boolean has(Expected expected, boolean left) {
      JsonNode stored = lms.stored();
      Set<String> ids = new TreeSet<>();
      int count = 0;
      boolean whole = true;
      while (stored.has("cmi.interactions." + count + ".id")) {
        String at = "cmi.interactions." + count + ".";
        ids.add(stored.path(at + "id").asString());
        whole &= stored.has(at + (is12 ? "student_response" : "learner_response"));
        count++;
      }
      String status =
          stored.path(is12 ? "cmi.core.lesson_status" : "cmi.success_status").asString("");
      String score = stored.path(is12 ? "cmi.core.score.raw" : "cmi.score.raw").asString("");
      return whole
          && ids.size() == 3
          && expected.counts(count)
          && status.equals(expected.passed() ? "passed" : "failed")
          && score.equals(String.valueOf(expected.score));
    }

    @Override
    public void leave(Launch launch) {
      assertThat((List<?>) launch.lms.evaluate("lms.complaints")).isEmpty();
      if (launch.page == launch.lms) {
        launch.lms.evaluate("lms.leave()");
        launch.lms.evaluate("document.querySelector('iframe').remove()");
        assertThat((List<?>) launch.lms.evaluate("lms.complaints")).isEmpty();
        assertThat(launch.lms.evaluate("lms.ended()")).isEqualTo(true);
      }
      launch.close();
    }

    @Override
    public String record() {
      return lms.stored().toString();
    }

    @Override
    public String toString() {
      return record();
    }

    @Override
    public void close() {
      lms.close();
    }
  }

  /** {@link Lrs}. */
  final class OfCmi5 implements Platform {
    private final Lrs lrs;
    private final Set<String> habits;
    private boolean well;

    OfCmi5(byte[] zip, Set<String> habits) throws IOException {
      lrs = new Lrs(zip);
      this.habits = habits;
    }

    @Override
    public void back() {
      lrs.mood = Lrs.Mood.WELL;
    }

    @Override
    public Launch launch(BrowserContext context, boolean well, String mode) {
      this.well = well;
      Set<String> now = well ? Set.of() : habits;
      String launchMode =
          Map.of("review", "Review", "browse", "Browse").getOrDefault(mode, "Normal");
      lrs.refusesMilk = now.contains("refuses-value");
      for (Lrs.Mood mood : Lrs.Mood.values()) {
        if (now.contains(mood.name())) {
          lrs.soon(mood);
        }
      }
      Page page = context.newPage();
      page.navigate(lrs.url("/host.html"));
      String address = now.contains("refuses") ? lrs.refused() : lrs.launch(launchMode);
      String framed = "/host.html#" + Launch.encoded(address);
      if (now.contains("popup")) {
        return Launch.leaping(page, Launch.window(page, address), 0);
      } else if (now.contains("framed-popup")) {
        return Launch.leaping(page, Launch.window(page, framed), 1);
      } else if (now.contains("frame")) {
        page.navigate(lrs.url(framed));
        page.reload();
        return Launch.leaping(page, page, 1);
      }
      page.navigate(address);
      return Launch.leaping(page, page, 0);
    }

    @Override
    public boolean has(Expected expected, boolean left) {
      Set<String> questions = new TreeSet<>();
      int answers = 0;
      boolean completed = false;
      boolean judged = !left && !expected.passed();
      for (JsonNode statement : lrs.statements()) {
        String verb = statement.at("/verb/id").asString().replaceAll(".*/", "");
        if (verb.equals("answered")) {
          questions.add(statement.at("/object/id").asString());
          answers++;
        }
        completed |= verb.equals("completed");
        judged |=
            verb.equals(expected.passed() ? "passed" : "failed")
                && statement.at("/result/score/raw").asInt() == expected.score;
      }
      return questions.size() == 3 && answers == expected.answers && completed && judged;
    }

    @Override
    public void leave(Launch launch) {
      if (habits.contains("nothing-at-unload") && !well) {
        lrs.mood = Lrs.Mood.DOWN;
        launch.page.navigate("about:blank");
        return;
      }
      if (launch.sees("[data-leave]")) {
        launch.visible("[data-leave]").click();
        launch.waitUntilAt("/return");
      }
      if (lrs.mood == Lrs.Mood.WELL && !lrs.verbs().isEmpty()) {
        assertThat(lrs.verbs())
            .containsOnlyOnce("initialized", "terminated")
            .endsWith("terminated");
      }
      assertThat(lrs.complaints()).isEmpty();
    }

    /** Those of sessions apart: each has its beginning and its end. */
    @Override
    public String record() {
      return lrs.statements().stream()
          .filter(one -> !Set.of("initialized", "terminated").contains(Lrs.verb(one)))
          .toList()
          .toString();
    }

    @Override
    public String toString() {
      return lrs.statements() + "\n" + lrs.complaints();
    }

    @Override
    public void close() {
      lrs.close();
    }
  }
}
