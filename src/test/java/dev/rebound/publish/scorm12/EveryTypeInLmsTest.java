package dev.rebound.publish.scorm12;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.rebound.publish.pack.Lms;
import dev.rebound.publish.pack.Manifests;
import dev.rebound.publish.page.Chromium;
import dev.rebound.publish.page.Sample;
import dev.rebound.publish.page.Settled;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What SCORM 1.2 is told of each type of question, in somebody else's LMS. */
@Tag("browser")
class EveryTypeInLmsTest {
  private final List<String> complaints = new ArrayList<>();

  private static final String REPLY =
      "Let me warm a pot for you, because a cold cup helps nobody. ".repeat(20);

  /** Type, right responses, the learner's, and the result of each interaction, by its id. */
  private static final Map<String, List<String>> TOLD =
      Map.of(
          "kinds_pairs_warm_first", List.of("matching", "a.a,b.b,c.c", "a.b,b.a,c.d", "wrong"),
          "kinds_steps_warm_first", List.of("sequencing", "a,b,c,d", "a,b,d,c", "wrong"),
          "kinds_baskets_warm_first", List.of("matching", "a.a,b.a,c.b", "a.a,b.a,c.b", "correct"),
          "kinds_word_ask_milk",
              List.of("fill-in", "ask the guest|ask", "ask teh guest", "correct"),
          "kinds_minutes_time_it", List.of("numeric", "", "3.25", "correct"),
          "kinds_defence_warm_first", List.of("choice", "a,c", "a,b", "wrong"),
          "kinds_habit_ask_milk", List.of("likert", "", "d", "neutral"),
          "kinds_reply_time_it",
              List.of("fill-in", "", REPLY.strip().substring(0, 255), "neutral"));

  @Test
  void eachIsRecordedAsItsTypeAndOutlivesTheSession() throws IOException {
    byte[] zip =
        new Scorm12Publisher(Sample.templates(), Sample.words())
            .artefacts(Sample.everyType())
            .get(0)
            .bytes();
    try (Lms lms = new Lms("scorm12", zip);
        Chromium chromium = new Chromium();
        Page page = chromium.browser().newPage()) {
      page.onPageError(complaints::add);
      page.navigate(lms.url("/lms.html"));
      FrameLocator frame = page.frameLocator("iframe");
      assertThat(frame.locator("h1").locator("visible=true")).hasText("Every kind of question");
      frame.locator("html").evaluate("() => { location.hash = 'quiz-kinds'; }");
      frame.locator("[data-begin]").click();
      answerAll(frame);
      assertThat(frame.locator("[data-count]")).hasText("3 of 6 right (2 not scored)");
      told(page);
      assertThat(Manifests.reported("scorm12", Sample.everyType()))
          .containsAll(TOLD.keySet())
          .contains("ask_milk");
      String state = (String) Settled.page(page).evaluate("record().suspend_data");
      assertThat(state).matches("[0-9a-z]{6,9}\\|4~[!-~]*").hasSizeLessThan(4096);
      page.navigate(lms.url("/lms.html"));
      assertThat(frame.locator("[data-count]")).hasText("3 of 6 right (2 not scored)");
      assertThat(form(frame, "pairs").locator("[data-box='bitter']")).containsText("A warm pot");
      assertThat(form(frame, "word").locator("[data-field]")).hasValue("ask teh guest");
      assertThat(form(frame, "reply").locator("[data-field]")).hasValue(REPLY.strip());
    }
    assertThat(complaints).isEmpty();
  }

  private static Locator form(FrameLocator frame, String question) {
    return frame.locator(
        "[data-section='quiz/kinds'] form[data-question='kinds/" + question + "']");
  }

  private static void put(Locator form, String card, String box) {
    form.locator("[data-card]")
        .filter(new Locator.FilterOptions().setHasText(card))
        .locator("[data-pick]")
        .click();
    form.locator("[data-into='" + box + "']").click();
  }

  private static void answerAll(FrameLocator frame) {
    Locator pairs = form(frame, "pairs");
    put(pairs, "A clock", "cold");
    put(pairs, "A warm pot", "bitter");
    put(pairs, "A lump of sugar", "black");
    next(pairs);
    Locator steps = form(frame, "steps");
    for (String step : List.of("wait", "ask", "pour", "warm")) {
      while (!step.equals(steps.locator("[data-item]").first().getAttribute("data-item"))) {
        steps.locator("[data-item='" + step + "'] [data-move='-1']").click();
      }
    }
    next(steps);
    Locator baskets = form(frame, "baskets");
    put(baskets, "kettle", "helps");
    put(baskets, "glance", "helps");
    put(baskets, "as usual", "hurts");
    next(baskets);
    form(frame, "word").locator("[data-field]").fill("ask teh guest");
    next(form(frame, "word"));
    form(frame, "minutes").locator("[data-field]").fill("3,25 min");
    next(form(frame, "minutes"));
    form(frame, "defence").locator(".hot").nth(0).click();
    form(frame, "defence").locator(".hot").nth(1).click();
    next(form(frame, "defence"));
    form(frame, "habit").locator("input").nth(3).check();
    next(form(frame, "habit"));
    form(frame, "reply").locator("[data-field]").fill(REPLY);
    next(form(frame, "reply"));
  }

  private static void next(Locator form) {
    form.locator("[data-check]").click();
    form.locator("[data-next]").click();
  }

  private static void told(Page page) {
    for (int i = 0; i < TOLD.size(); i++) {
      Map<?, ?> it = (Map<?, ?>) page.evaluate("i => record().interactions[i]", i);
      String id = String.valueOf(it.get("id"));
      String patterns =
          (String)
              page.evaluate(
                  "i => Object.values(record().interactions[i].correct_responses)"
                      + ".map((one) => one.pattern).filter((it) => it).join('|')",
                  i);
      assertThat(TOLD).containsKey(id);
      assertThat(List.of(it.get("type"), patterns, it.get("student_response"), it.get("result")))
          .as(id)
          .isEqualTo(TOLD.get(id));
    }
    assertThat(page.evaluate("record().interactions[0].objectives[2].id")).isEqualTo("ask_milk");
    assertThat(page.evaluate("calls.filter((it) => it.includes('weighting 0')).length"))
        .isEqualTo(2);
  }
}
