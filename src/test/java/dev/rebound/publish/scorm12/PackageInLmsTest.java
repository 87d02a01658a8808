package dev.rebound.publish.scorm12;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import dev.rebound.publish.pack.Lms;
import dev.rebound.publish.pack.Manifests;
import dev.rebound.publish.page.Axe;
import dev.rebound.publish.page.Chromium;
import dev.rebound.publish.page.Settled;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A learner takes the package in somebody else's LMS, in a real browser. */
@Tag("browser")
class PackageInLmsTest {
  private static Lms lms;
  private static Chromium chromium;
  private BrowserContext context;
  private Page page;
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void publish() throws IOException {
    lms = new Lms("scorm12", Manifests.zip("scorm12"));
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    chromium.close();
    lms.close();
  }

  @BeforeEach
  void enrol() {
    context =
        chromium
            .browser()
            .newContext(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
    page = open("/lms.html");
    assertThat(visible("h1")).hasText("Tea <for> two");
  }

  @AfterEach
  void leave() {
    context.close();
    assertThat(complaints).isEmpty();
  }

  private Page open(String path) {
    Page opened = context.newPage();
    opened.onPageError(complaints::add);
    opened.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    opened.navigate(lms.url(path));
    return opened;
  }

  private FrameLocator course() {
    return page.frameLocator("iframe");
  }

  private Locator visible(String selector) {
    return course().locator(selector).locator("visible=true");
  }

  private Object cmi(String path) {
    return Settled.page(page)
        .evaluate("path => path.split('.').reduce((at, key) => at && at[key], record())", path);
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

  private void readPot() {
    visible("[data-resume]").click();
    assertThat(visible("h1")).hasText("Warm the pot");
    turnTo("Watch the clock");
    turnTo("Pot and clock");
    visible("[data-begin]").click();
  }

  private void finish(boolean right) {
    readPot();
    answer(right ? 0 : 1);
    visible("[data-next]").click();
    if (right) {
      answer(0, 1);
    } else {
      answer(2);
    }
    visible("[data-next]").click();
    turnTo("Ask about milk");
    turnTo("Milk");
    visible("[data-begin]").click();
    answer(right ? 1 : 0);
  }

  @Test
  void anAnswerIsAnInteractionThatNamesItsPrinciple() {
    readPot();
    answer(1);
    assertThat(cmi("interactions.0.id")).isEqualTo("pot_first_warm_first");
    assertThat(cmi("interactions.0.objectives.0.id")).isEqualTo("warm_first");
    assertThat(cmi("interactions.0.type")).isEqualTo("choice");
    assertThat(cmi("interactions.0.correct_responses.0.pattern")).isEqualTo("a");
    assertThat(cmi("interactions.0.student_response")).isEqualTo("b");
    assertThat(cmi("interactions.0.result")).isEqualTo("wrong");
    assertThat((String) cmi("interactions.0.time")).matches("\\d\\d:\\d\\d:\\d\\d");
    assertThat(calls())
        .anyMatch(
            call -> call.matches("LMSSetValue cmi.interactions.0.latency \\d{4}:\\d\\d:\\d\\d"));
    assertThat(cmi("core.lesson_status")).isEqualTo("incomplete");
    assertThat(cmi("core.exit")).isEqualTo("suspend");
    // Nothing is left to be sent when the tab is killed.
    assertThat(calls()).last().isEqualTo("LMSCommit ");
    visible("[data-next]").click();
    answer(0, 1);
    assertThat(cmi("interactions.1.student_response")).isEqualTo("a,b");
    assertThat(cmi("interactions.1.correct_responses.0.pattern")).isEqualTo("a,b");
    assertThat(cmi("interactions.1.result")).isEqualTo("correct");
  }

  @Test
  void eachPrincipleIsAnObjective() {
    finish(false);
    assertThat(cmi("objectives.0.id")).isEqualTo("warm_first");
    assertThat(cmi("objectives.0.score.raw")).isEqualTo("0");
    assertThat(cmi("objectives.0.status")).isEqualTo("failed");
    visible("[data-next]").click();
    visible("[data-retry]").click();
    answer(1);
    assertThat(
            (List<?>)
                page.evaluate(
                    "Object.values(record().objectives).filter((o) => o && o.id).map((o) => o.id +"
                        + " ' ' + o.status)"))
        .asString()
        .contains("ask_milk passed", "warm_first failed");
  }

  @Test
  void passedOnlyWhenEverythingIsDoneAndNeverFailedBefore() {
    finish(true);
    assertThat(cmi("core.lesson_status")).isEqualTo("passed");
    assertThat(cmi("core.score.raw")).isEqualTo("100");
    assertThat(cmi("core.exit")).isEqualTo("");
    assertThat(cmi("interactions.2.type")).isEqualTo("true-false");
    assertThat(cmi("interactions.2.student_response")).isEqualTo("f");
    List<String> calls = calls();
    assertThat(calls).filteredOn(call -> call.startsWith("LMSInitialize")).hasSize(1);
    assertThat(calls).noneMatch(call -> call.endsWith("lesson_status failed"));
    assertThat(calls.indexOf("LMSSetValue cmi.core.score.raw 100"))
        .isBetween(0, calls.indexOf("LMSSetValue cmi.core.lesson_status passed"));
    page.evaluate("document.querySelector('iframe').remove()");
    assertThat(calls()).filteredOn(call -> call.startsWith("LMSFinish")).hasSize(1);
    assertThat(calls()).last().isEqualTo("LMSFinish ");
  }

  @Test
  void failedAtTheEndAndPassedAfterAnotherAttempt() {
    finish(false);
    assertThat(cmi("core.lesson_status")).isEqualTo("failed");
    assertThat(cmi("core.score.raw")).isEqualTo("0");
    visible("[data-next]").click();
    visible("[data-retry]").click();
    answer(1);
    // The mean of 0 and 100, still below 80.
    assertThat(cmi("core.score.raw")).isEqualTo("50");
    assertThat(cmi("interactions.3.id")).isEqualTo("milk_guess_ask_milk");
  }

  @Test
  void whoHasPassedCannotLoseItByStartingAfresh() {
    finish(true);
    page.evaluate(
        "const kept = record(); kept.suspend_data = ''; kept.core.lesson_location = '';"
            + "document.querySelector('iframe').remove();"
            + "localStorage.setItem('record', JSON.stringify(kept))");
    page.close();
    page = open("/lms.html");
    finish(false);
    assertThat(cmi("core.lesson_status")).isEqualTo("passed");
    assertThat(cmi("core.score.raw")).isEqualTo("100");
  }

  @Test
  void resumesAtTheSectionWithItsAnswers() {
    readPot();
    answer(1);
    assertThat(cmi("core.lesson_location")).isEqualTo("quiz-pot");
    String state = (String) cmi("suspend_data");
    assertThat(state).hasSizeLessThan(4096).doesNotContain("\n");
    page.close();
    page = open("/lms.html");
    assertThat(visible("h1")).hasText("Pot and clock");
    assertThat(visible("[data-begin]")).hasText("Continue the quiz");
    visible("[data-begin]").click();
    assertThat(visible("[data-kicker]")).hasText("Question 2 of 2");
    answer(0, 1);
    visible("[data-next]").click();
    assertThat(visible("[data-score]")).hasText("50 % right");
  }

  @Test
  void practiceInALessonReusesItsInteraction() {
    visible("[data-resume]").click();
    answer(1);
    visible("[data-again]").click();
    answer(0);
    assertThat(cmi("interactions.0.student_response")).isEqualTo("a");
    assertThat(cmi("interactions.0.weighting")).isEqualTo("0");
    assertThat(calls()).noneMatch(call -> call.startsWith("LMSSetValue cmi.interactions.1."));
  }

  @Test
  void aDeafLmsIsSaidAndHeardAgainLater() {
    page.evaluate("window.deaf = true");
    readPot();
    answer(1);
    assertThat(visible("#notice")).containsText("does not accept what you do here");
    page.evaluate("window.deaf = false");
    visible("[data-next]").click();
    answer(0, 1);
    assertThat(visible("#notice")).hasText("Your learning platform takes your answers again.");
    assertThat(cmi("interactions.0.student_response")).isEqualTo("b");
  }

  @Test
  void withoutAnLmsTheLearnerIsToldAndGoesOn() {
    Page alone = open("/package/index.html");
    assertThat(alone.locator("#notice")).containsText("No learning platform was found");
    alone.locator("[data-resume]").click();
    assertThat(alone.locator("h1").locator("visible=true")).hasText("Warm the pot");
    alone.reload();
    assertThat(alone.locator("#notice")).containsText("No learning platform was found");
    assertThat(alone.locator("h1").locator("visible=true")).hasText("Warm the pot");
    assertThat(alone.locator("[data-mark='lesson/pot']").first()).hasText("Seen");
  }

  @Test
  void anApiInTheOpenerIsFound() {
    Page lmsPage = open("/lms.html?window");
    Page popup =
        lmsPage.waitForPopup(() -> lmsPage.evaluate("void window.open('/package/index.html')"));
    popup.waitForLoadState();
    assertThat(popup.locator("h1").locator("visible=true")).hasText("Tea <for> two");
    lmsPage.waitForFunction("calls.includes('LMSInitialize ')");
    assertThat(popup.locator("#notice")).hasText("");
  }

  @Test
  void aParentOfAnotherOriginIsNoApi() {
    Page elsewhere = context.newPage();
    elsewhere.navigate(lms.url("/elsewhere.html").replace("127.0.0.1", "localhost"));
    assertThat(elsewhere.frameLocator("iframe").locator("#notice"))
        .containsText("No learning platform was found");
  }

  @Test
  void everySectionIsAccessible() {
    Page alone = open("/package/index.html");
    assertThat(alone.locator("#notice")).containsText("No learning platform");
    for (String section :
        List.of("start", "lesson-pot", "quiz-pot", "credits", "glossary", "lesson-milk")) {
      alone.evaluate("id => { location.hash = id; }", section);
      assertThat(alone.locator("#" + section)).isVisible();
      assertThat(Axe.violations(alone.mainFrame())).as(section).isEmpty();
    }
    assertThat(alone.title()).isEqualTo("Ask about milk");
  }
}
