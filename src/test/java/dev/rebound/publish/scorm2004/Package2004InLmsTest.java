package dev.rebound.publish.scorm2004;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import dev.rebound.publish.pack.Lms;
import dev.rebound.publish.pack.Manifests;
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

/** A learner takes the package in somebody else's SCORM 2004 LMS, in a real browser. */
@Tag("browser")
class Package2004InLmsTest {
  private static Lms lms;
  private static Chromium chromium;
  private BrowserContext context;
  private Page page;
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void publish() throws IOException {
    lms = new Lms("scorm2004", Manifests.zip("scorm2004"));
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
    page = context.newPage();
    page.onPageError(complaints::add);
    page.navigate(lms.url("/lms.html"));
    assertThat(visible("h1")).hasText("Tea <for> two");
  }

  @AfterEach
  void leave() {
    context.close();
    assertThat(complaints).isEmpty();
  }

  private Locator visible(String selector) {
    return page.frameLocator("iframe").locator(selector).locator("visible=true");
  }

  private Object cmi(String path) {
    return Settled.page(page)
        .evaluate("path => path.split('.').reduce((at, key) => at && at[key], record())", path);
  }

  @SuppressWarnings("unchecked")
  private List<String> calls() {
    return (List<String>) Settled.page(page).evaluate("calls");
  }

  private void answer(int... options) {
    for (int option : options) {
      visible(".options input").nth(option).check();
    }
    visible("[data-check]").click();
    assertThat(visible("[data-verdict]")).isFocused();
  }

  private void turnTo(String title) {
    visible(".pager [rel=next]").click();
    assertThat(visible("h1")).hasText(title);
  }

  private void finish(boolean right) {
    visible("[data-resume]").click();
    assertThat(visible("h1")).hasText("Warm the pot");
    turnTo("Watch the clock");
    turnTo("Pot and clock");
    visible("[data-begin]").click();
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
  void openingCostsOneCommitAtMost() {
    List<String> calls = calls();
    assertThat(calls).filteredOn(call -> call.startsWith("Commit")).hasSizeLessThan(2);
  }

  @Test
  void aPerfectRun() {
    finish(true);
    assertThat(cmi("completion_status")).isEqualTo("completed");
    assertThat(cmi("success_status")).isEqualTo("passed");
    assertThat(cmi("score.scaled")).hasToString("1");
    assertThat(cmi("score.raw")).hasToString("100");
    assertThat(cmi("progress_measure")).hasToString("1");
    // What ends normally is not handed over again: its review would be blank.
    assertThat(cmi("exit")).isEqualTo("suspend");
    assertThat(cmi("interactions.0.id")).isEqualTo("pot_first_warm_first");
    assertThat(cmi("interactions.0.objectives.0.id")).isEqualTo("warm_first");
    assertThat((String) cmi("interactions.0.timestamp"))
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\dZ");
    assertThat((String) cmi("interactions.0.latency")).matches("PT(\\d+M)?\\d+(\\.\\d\\d)?S");
    assertThat((String) cmi("interactions.0.description")).isNotBlank().doesNotContain("\n");
    assertThat(cmi("interactions.0.result")).isEqualTo("correct");
    assertThat((String) cmi("interactions.1.learner_response")).contains("[,]");
    assertThat(cmi("interactions.1.learner_response"))
        .isEqualTo(cmi("interactions.1.correct_responses.0.pattern"));
    assertThat(cmi("interactions.2.type")).isEqualTo("true-false");
    assertThat(cmi("interactions.2.learner_response")).isEqualTo("false");
    assertThat(cmi("objectives.0.success_status")).isEqualTo("passed");
    assertThat(cmi("objectives.0.score.scaled")).hasToString("1");
    assertThat(page.evaluate("API_1484_11.GetLastError()")).hasToString("0");
    List<String> calls = calls();
    assertThat(calls).filteredOn(call -> call.startsWith("Initialize")).hasSize(1);
    assertThat(calls).noneMatch(call -> call.endsWith("success_status failed"));
    page.evaluate("document.querySelector('iframe').remove()");
    assertThat(calls()).last().isEqualTo("Terminate ");
  }

  @Test
  void failedIsNotUncompleted() {
    finish(false);
    assertThat(cmi("completion_status")).isEqualTo("completed");
    assertThat(cmi("success_status")).isEqualTo("failed");
    assertThat(cmi("score.scaled")).hasToString("0");
    assertThat(cmi("interactions.0.result")).isEqualTo("incorrect");
    assertThat(cmi("objectives.0.success_status")).isEqualTo("failed");
  }
}
