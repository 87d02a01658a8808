package dev.rebound.publish.pack;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import dev.rebound.check.CheckedContent;
import dev.rebound.check.Unchecked;
import dev.rebound.publish.page.Axe;
import dev.rebound.publish.page.Chromium;
import dev.rebound.publish.page.Sample;
import dev.rebound.publish.page.Settled;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A learner takes SCORM packages in somebody else's LMS, in a real browser: that its calls are
 * understood there, and that a package finds it. What an answer or an attempt is worth, in any
 * order and in each standard, {@code verdict.test.js} says; what becomes of it on a platform with
 * habits of its own, {@code platform.test.js} and {@link ReplayTest}.
 */
@Tag("browser")
class CourseInLmsTest {
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
          "kinds_table_time_it", List.of("choice", "b", "a", "wrong"),
          "kinds_habit_ask_milk", List.of("likert", "", "d", "neutral"),
          "kinds_reply_time_it",
              List.of("fill-in", "", REPLY.strip().substring(0, 255), "neutral"));

  /** The same where ids are told, a range has two ends, and a text may be long. */
  private static final Map<String, List<String>> TOLD_2004 =
      Map.of(
          "kinds_steps_warm_first",
              List.of(
                  "sequencing",
                  "warm[,]pour[,]wait[,]ask",
                  "warm[,]pour[,]ask[,]wait",
                  "incorrect"),
          "kinds_baskets_warm_first",
              List.of(
                  "matching",
                  "kettle[.]helps[,]glance[.]helps[,]usual[.]hurts",
                  "kettle[.]helps[,]glance[.]helps[,]usual[.]hurts",
                  "correct"),
          "kinds_word_ask_milk",
              List.of(
                  "fill-in",
                  "{case_matters=false}ask the guest|{case_matters=false}ask",
                  "ask teh guest",
                  "correct"),
          "kinds_minutes_time_it", List.of("numeric", "2.5[:]3.5", "3.25", "correct"),
          "kinds_defence_warm_first", List.of("choice", "fault[,]milk", "fault[,]pot", "incorrect"),
          "kinds_table_time_it", List.of("choice", "clock", "pot", "incorrect"),
          "kinds_reply_time_it", List.of("long-fill-in", "", REPLY.strip(), "neutral"));

  private static Chromium chromium;
  private BrowserContext context;
  private Page page;
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void start() {
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @BeforeEach
  void enrol() {
    context =
        chromium
            .browser()
            .newContext(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
    page = context.newPage();
  }

  @AfterEach
  void leave() {
    context.close();
    assertThat(complaints).isEmpty();
  }

  private Page open(String address) {
    Page opened = context.newPage();
    opened.onPageError(complaints::add);
    opened.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    opened.navigate(address);
    return opened;
  }

  private static Lms lms(String standard, CheckedContent content) {
    try {
      return new Lms(standard, Manifests.zip(standard, content));
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Locator visible(String selector) {
    return page.frameLocator("iframe").locator(selector).locator("visible=true");
  }

  private String cmi(String path) {
    return String.valueOf(
        Settled.page(page)
            .evaluate(
                "path => path.split('.').reduce((at, key) => at && at[key], record())", path));
  }

  @SuppressWarnings("unchecked")
  private List<String> calls() {
    return (List<String>) Settled.page(page).evaluate("calls");
  }

  private void turnTo(String title) {
    visible(".pager [rel=next]").click();
    assertThat(visible("h1")).hasText(title);
  }

  private void answer(int... options) {
    for (int option : options) {
      visible(".options input").nth(option).check();
    }
    visible("[data-check]").click();
    assertThat(visible("[data-verdict]")).isFocused();
  }

  /**
   * Two sessions: the first is killed in the middle of a quiz, the second fails, then does better.
   */
  @ParameterizedTest
  @ValueSource(strings = {"scorm12", "scorm2004"})
  void aLearnerIsRecordedGoesOnFailsAndDoesBetter(String standard) {
    boolean is12 = standard.equals("scorm12");
    String response = is12 ? "student_response" : "learner_response";
    String status = is12 ? "core.lesson_status" : "success_status";
    String score = is12 ? "core.score.raw" : "score.raw";
    try (Lms lms = lms(standard, Sample.checked())) {
      page = open(lms.url("/lms.html"));
      assertThat(visible("h1")).hasText("Tea <for> two");
      // Opening a course changes little, and the platform is not made to store it twice.
      assertThat(calls()).filteredOn(call -> call.endsWith("Commit ")).hasSizeLessThan(2);
      visible("[data-resume]").click();
      assertThat(visible("h1")).hasText("Warm the pot");
      turnTo("Watch the clock");
      turnTo("Pot and clock");
      visible("[data-begin]").click();
      answer(1);
      assertThat(cmi("interactions.0.id")).isEqualTo("pot_first_warm_first");
      assertThat(cmi("interactions.0.objectives.0.id")).isEqualTo("warm_first");
      assertThat(cmi("interactions.0.result")).isEqualTo(is12 ? "wrong" : "incorrect");
      assertThat(cmi("interactions.0." + response)).isEqualTo(is12 ? "b" : "pour");
      assertThat(cmi("interactions.0.correct_responses.0.pattern")).isEqualTo(is12 ? "a" : "warm");
      assertThat(cmi("interactions.0." + (is12 ? "time" : "timestamp")))
          .matches(
              is12 ? "\\d\\d:\\d\\d:\\d\\d" : "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\dZ");
      assertThat(calls())
          .anyMatch(
              call ->
                  call.matches(
                      "(LMS)?SetValue cmi.interactions.0.latency "
                          + (is12 ? "\\d{4}:\\d\\d:\\d\\d" : "PT(\\d+M)?\\d+(\\.\\d\\d)?S")));
      if (!is12) {
        assertThat(cmi("interactions.0.description")).isNotBlank().doesNotContain("\n");
      }
      assertThat(cmi(is12 ? "core.lesson_status" : "completion_status")).isEqualTo("incomplete");
      assertThat(cmi(is12 ? "core.exit" : "exit")).isEqualTo("suspend");
      assertThat(cmi(is12 ? "core.lesson_location" : "location")).isEqualTo("quiz-pot");
      assertThat(cmi("suspend_data")).hasSizeLessThan(4096).doesNotContain("\n");
      // Nothing is left to be sent when the tab is killed.
      assertThat(calls()).last().isEqualTo((is12 ? "LMS" : "") + "Commit ");
      page.close();

      page = open(lms.url("/lms.html"));
      assertThat(visible("h1")).hasText("Pot and clock");
      assertThat(visible("[data-begin]")).hasText("Continue the quiz");
      visible("[data-begin]").click();
      assertThat(visible("[data-kicker]")).hasText("Question 2 of 2");
      answer(0, 1);
      assertThat(cmi("interactions.1." + response))
          .isEqualTo(cmi("interactions.1.correct_responses.0.pattern"));
      visible("[data-next]").click();
      assertThat(visible("[data-score]")).hasText("50 % right");
      turnTo("Ask about milk");
      turnTo("Milk");
      visible("[data-begin]").click();
      answer(0);
      assertThat(cmi("interactions.2.type")).isEqualTo("true-false");
      assertThat(cmi("interactions.2." + response)).isEqualTo(is12 ? "t" : "true");
      assertThat(cmi(status)).isEqualTo("failed");
      assertThat(cmi(score)).isEqualTo("25");
      assertThat(cmi("objectives.0.id")).isEqualTo("warm_first");
      assertThat(cmi("objectives.0.score.raw")).isEqualTo("50");
      assertThat(cmi("objectives.0." + (is12 ? "status" : "success_status"))).isEqualTo("failed");
      visible("[data-next]").click();
      visible("[data-retry]").click();
      answer(1);
      // The mean of 50 and 100, still below 80.
      assertThat(cmi(score)).isEqualTo("75");
      assertThat(cmi("interactions.3.id")).isEqualTo("milk_guess_ask_milk");
      visible("html").evaluate("() => { location.hash = 'quiz-pot'; }");
      visible("[data-retry]").click();
      answer(0);
      visible("[data-next]").click();
      answer(0, 1);
      assertThat(cmi(status)).isEqualTo("passed");
      assertThat(cmi(score)).isEqualTo("100");
      if (!is12) {
        assertThat(cmi("completion_status")).isEqualTo("completed");
        assertThat(cmi("score.scaled")).isEqualTo("1");
        assertThat(cmi("progress_measure")).isEqualTo("1");
        assertThat(page.evaluate("API_1484_11.GetLastError()")).hasToString("0");
      }
      // In 2004, what ends normally is not handed over again: its review would be blank.
      assertThat(cmi(is12 ? "core.exit" : "exit")).isEqualTo(is12 ? "" : "suspend");
      List<String> calls = calls();
      assertThat(calls).filteredOn(call -> call.matches("(LMS)?Initialize.*")).hasSize(1);
      int last = calls.lastIndexOf((is12 ? "LMS" : "") + "SetValue cmi." + status + " passed");
      assertThat(calls.lastIndexOf((is12 ? "LMS" : "") + "SetValue cmi." + score + " 100"))
          .isBetween(0, last);
      page.evaluate("document.querySelector('iframe').remove()");
      assertThat(calls())
          .filteredOn(call -> call.matches("(LMSFinish|Terminate).*"))
          .containsExactly(calls().get(calls().size() - 1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"scorm12", "scorm2004"})
  void eachTypeIsRecordedAsItsStandardWantsAndOutlivesTheSession(String standard) {
    try (Lms lms = lms(standard, Sample.everyType())) {
      page = open(lms.url("/lms.html"));
      assertThat(visible("h1")).hasText("Every kind of question");
      visible("html").evaluate("() => { location.hash = 'quiz-kinds'; }");
      visible("[data-begin]").click();
      answerAll();
      assertThat(visible("[data-count]")).hasText("3 of 7 right (2 not scored)");
      told(standard.equals("scorm12") ? TOLD : TOLD_2004);
      assertThat(Manifests.reported(standard, Sample.everyType()))
          .containsAll(TOLD.keySet())
          .contains("ask_milk");
      assertThat(cmi("suspend_data")).matches("[0-9a-z]{6,9}\\|4~[!-~]*").hasSizeLessThan(4096);
      page.close();
      page = open(lms.url("/lms.html"));
      assertThat(visible("[data-count]")).hasText("3 of 7 right (2 not scored)");
      assertThat(form("pairs").locator("[data-box='bitter']")).containsText("A warm pot");
      assertThat(form("word").locator("[data-field]")).hasValue("ask teh guest");
      assertThat(form("reply").locator("[data-field]")).hasValue(REPLY.strip());
      assertThat(form("reply").locator("[data-ticked]")).hasText("1 of 2 ticked");
    }
  }

  private Locator form(String question) {
    return page.frameLocator("iframe")
        .locator("[data-section='quiz/kinds'] form[data-question='kinds/" + question + "']");
  }

  private static void put(Locator form, String card, String box) {
    form.locator("[data-card]")
        .filter(new Locator.FilterOptions().setHasText(card))
        .locator("[data-pick]")
        .click();
    form.locator("[data-into='" + box + "']").click();
  }

  private void answerAll() {
    Locator pairs = form("pairs");
    put(pairs, "A clock", "cold");
    put(pairs, "A warm pot", "bitter");
    put(pairs, "A lump of sugar", "black");
    next(pairs);
    Locator steps = form("steps");
    for (String step : List.of("wait", "ask", "pour", "warm")) {
      while (!step.equals(steps.locator("[data-item]").first().getAttribute("data-item"))) {
        steps.locator("[data-item='" + step + "'] [data-move='-1']").click();
      }
    }
    next(steps);
    Locator baskets = form("baskets");
    put(baskets, "kettle", "helps");
    put(baskets, "glance", "helps");
    put(baskets, "as usual", "hurts");
    next(baskets);
    form("word").locator("[data-field]").fill("ask teh guest");
    next(form("word"));
    form("minutes").locator("[data-field]").fill("3,25 min");
    next(form("minutes"));
    form("defence").locator(".hot").nth(0).click();
    form("defence").locator(".hot").nth(1).click();
    next(form("defence"));
    form("table").locator("[data-area='pot'] rect").click();
    next(form("table"));
    form("habit").locator("input").nth(3).check();
    next(form("habit"));
    form("reply").locator("[data-field]").fill(REPLY);
    form("reply").locator("[data-check]").click();
    form("reply").locator("[data-checklist] label").first().click();
    form("reply").locator("[data-next]").click();
  }

  private static void next(Locator form) {
    form.locator("[data-check]").click();
    form.locator("[data-next]").click();
  }

  private void told(Map<String, List<String>> expected) {
    List<String> ids =
        IntStream.range(0, TOLD.size()).mapToObj(i -> cmi("interactions." + i + ".id")).toList();
    assertThat(ids).containsExactlyInAnyOrderElementsOf(TOLD.keySet());
    expected.forEach(
        (id, what) -> {
          String at = "interactions." + ids.indexOf(id) + ".";
          String patterns =
              (String)
                  page.evaluate(
                      "i => Object.values(record().interactions[i].correct_responses)"
                          + ".map((one) => one.pattern).filter((it) => it).join('|')",
                      ids.indexOf(id));
          String response = expected.equals(TOLD) ? "student_response" : "learner_response";
          assertThat(List.of(cmi(at + "type"), patterns, cmi(at + response), cmi(at + "result")))
              .as(id)
              .isEqualTo(what);
        });
    assertThat(cmi("interactions.0.objectives.2.id")).isEqualTo("ask_milk");
    assertThat(page.evaluate("calls.filter((it) => it.includes('weighting 0')).length"))
        .isEqualTo(2);
  }

  /** A course that tests nothing: the lesson is read, and the conversation held in two sessions. */
  @Test
  void eachReplyIsRecordedAndTheWayTakenIsResumed() {
    try (Lms lms = lms("scorm12", Unchecked.content(Sample.content("talk")))) {
      page = open(lms.url("/lms.html"));
      visible("[data-resume]").click();
      visible(".pager [rel=next]").click();
      assertThat(visible("h1")).hasText("“Is this <tea>?”");
      say("Three minutes by the clock.");
      assertThat(cmi("interactions.0.id")).isEqualTo("cold_cup_cold_warm_first");
      assertThat(cmi("interactions.0.type")).isEqualTo("choice");
      assertThat(cmi("interactions.0.result")).isEqualTo("wrong");
      assertThat(cmi("interactions.0.objectives.0.id")).isEqualTo("warm_first");
      assertThat(cmi("interactions.0.student_response")).matches("[abc]");
      assertThat(cmi("interactions.0.correct_responses.0.pattern"))
          .isNotEqualTo(cmi("interactions.0.student_response"));
      assertThat(cmi("core.lesson_location")).isEqualTo("scenario-cold-cup");
      page.close();
      page = open(lms.url("/lms.html"));
      assertThat(visible("[data-heat] [data-value]")).hasText("9 of 10");
      say("You are right. I will time a new one.");
      assertThat(cmi("interactions.1.result")).isEqualTo("correct");
      assertThat(cmi("interactions.1.student_response"))
          .isEqualTo(cmi("interactions.1.correct_responses.0.pattern"));
      assertThat(cmi("core.lesson_status")).isEqualTo("incomplete");
      say("How do you take it?");
      assertThat(visible("[data-ended]")).hasText("A good ending");
      assertThat(cmi("core.lesson_status")).isEqualTo("completed");
    }
  }

  private void say(String words) {
    visible("[data-skip]").click();
    visible(".replies button").filter(new Locator.FilterOptions().setHasText(words)).click();
  }

  @Test
  void itsApiIsFoundInAnOpenerAndInNoOtherSite() {
    try (Lms lms = lms("scorm12", Sample.checked())) {
      page = open(lms.url("/lms.html?window"));
      Page popup =
          page.waitForPopup(() -> page.evaluate("void window.open('/package/index.html')"));
      popup.waitForLoadState();
      assertThat(popup.locator("h1").locator("visible=true")).hasText("Tea <for> two");
      page.waitForFunction("calls.includes('LMSInitialize ')");
      assertThat(popup.locator("#notice")).hasText("");
      Page elsewhere = context.newPage();
      elsewhere.navigate(lms.url("/elsewhere.html").replace("127.0.0.1", "localhost"));
      assertThat(elsewhere.frameLocator("iframe").locator("#notice"))
          .containsText("No learning platform was found");
    }
  }

  @Test
  void withoutAnLmsTheLearnerIsToldAndGoesOnAndEachSectionIsAccessible() {
    try (Lms lms = lms("scorm12", Sample.checked())) {
      Page alone = open(lms.url("/package/index.html"));
      assertThat(alone.locator("#notice")).containsText("No learning platform was found");
      alone.locator("[data-resume]").click();
      assertThat(alone.locator("h1").locator("visible=true")).hasText("Warm the pot");
      alone.reload();
      assertThat(alone.locator("#notice")).containsText("No learning platform was found");
      assertThat(alone.locator("h1").locator("visible=true")).hasText("Warm the pot");
      assertThat(alone.locator("[data-mark='lesson/pot']").first()).hasText("Seen");
      for (String section :
          List.of("start", "lesson-pot", "quiz-pot", "credits", "glossary", "lesson-milk")) {
        alone.evaluate("id => { location.hash = id; }", section);
        assertThat(alone.locator("#" + section)).isVisible();
        assertThat(Axe.violations(alone.mainFrame())).as(section).isEmpty();
      }
      assertThat(alone.title()).isEqualTo("Ask about milk");
    }
  }
}
