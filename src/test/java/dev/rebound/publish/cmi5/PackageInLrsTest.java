package dev.rebound.publish.cmi5;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import dev.rebound.publish.pack.Lrs;
import dev.rebound.publish.pack.Manifests;
import dev.rebound.publish.page.Chromium;
import dev.rebound.publish.page.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A learner takes the package from a strict cmi5 LMS, in a real browser. */
@Tag("browser")
class PackageInLrsTest {
  /** Whether nothing is on its way: this device knows what the platform has heard. */
  private static final String ALL_HEARD =
      "Object.values(localStorage).some((text) => /\"heard\":true/.test(text))";

  private static byte[] zip = new byte[0];
  private static Chromium chromium;
  private Lrs lrs;
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void publish() {
    zip = Manifests.zip("cmi5");
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @BeforeEach
  void enrol() throws IOException {
    lrs = new Lrs(zip);
    context =
        chromium
            .browser()
            .newContext(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
    page = context.newPage();
  }

  @AfterEach
  void leave() {
    context.close();
    lrs.close();
    assertThat(lrs.complaints()).isEmpty();
  }

  private void launch(String mode) {
    page.navigate(lrs.launch(mode));
    assertThat(visible("[data-leave]")).isVisible();
  }

  private Locator visible(String selector) {
    return page.locator(selector).locator("visible=true");
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

  private void firstQuiz(boolean right) {
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
  }

  private void secondQuiz(boolean right) {
    turnTo("Ask about milk");
    turnTo("Milk");
    visible("[data-begin]").click();
    answer(right ? 1 : 0);
  }

  private void goBack() {
    visible("[data-leave]").click();
    page.waitForURL(lrs.url("/return"));
  }

  @Test
  void aPerfectRun() {
    launch("Normal");
    firstQuiz(true);
    secondQuiz(true);
    goBack();
    assertThat(lrs.verbs())
        .as("%s", lrs.complaints())
        .containsExactly(
            "initialized", "answered", "answered", "answered", "completed", "passed", "terminated");
    assertThat(lrs.statements().get(1).at("/object/definition/description/en").asString())
        .isNotBlank();
    assertThat(lrs.statements().get(2).at("/result/response").asString()).contains("[,]");
    assertThat(lrs.statements().subList(1, 4))
        .flatMap(
            it ->
                List.of(
                    it.at("/object/id").asString(),
                    it.at("/context/contextActivities/other/0/id").asString()))
        .hasSize(6)
        .isSubsetOf(Manifests.reported("cmi5", Sample.checked()));
  }

  @Test
  void failedIsSaidAtTheEndAndPassedInALaterSession() {
    launch("Normal");
    firstQuiz(false);
    secondQuiz(true);
    goBack();
    assertThat(lrs.verbs()).endsWith("completed", "failed", "terminated");
    launch("Normal");
    assertThat(visible("h1")).hasText("Milk");
    page.evaluate("location.hash = 'quiz-pot'");
    visible("[data-retry]").click();
    answer(0);
    visible("[data-next]").click();
    answer(0, 1);
    goBack();
    assertThat(lrs.verbs())
        .containsExactly("initialized", "answered", "answered", "passed", "terminated");
  }

  @Test
  void aClosedTabTerminatesAndTheNextSessionGoesOn() {
    launch("Normal");
    firstQuiz(false);
    page.close();
    page = context.newPage();
    page.navigate(lrs.url("/return"));
    page.waitForCondition(() -> lrs.verbs().contains("terminated"));
    launch("Normal");
    assertThat(visible("h1")).hasText("Pot and clock");
    assertThat(visible("[data-score]")).hasText("0 % right");
    goBack();
    assertThat(lrs.verbs()).containsExactly("initialized", "terminated");
  }

  @Test
  void lookingAroundRecordsNothing() {
    for (String mode : List.of("Browse", "Review")) {
      launch(mode);
      firstQuiz(true);
      goBack();
      assertThat(lrs.verbs()).as(mode).containsExactly("initialized", "terminated");
    }
  }

  @Test
  void whoNeverAnswersIsGivenUpAfterTwentySecondsAndAskedAgain() {
    page.clock().install();
    launch("Normal");
    visible("[data-resume]").click();
    turnTo("Watch the clock");
    turnTo("Pot and clock");
    visible("[data-begin]").click();
    page.waitForCondition(() -> page.evaluate(ALL_HEARD).equals(true));
    page.clock().pauseAt(((Number) page.evaluate("Date.now() + 1000")).longValue());
    lrs.mood = Lrs.Mood.HANGING;
    answer(0);
    page.waitForCondition(() -> lrs.held() == 1);
    page.clock().runFor(19_900);
    assertThat(page.locator("#notice")).isEmpty();
    page.clock().runFor(200);
    assertThat(page.locator("#notice")).containsText("did not confirm");
    lrs.mood = Lrs.Mood.WELL;
    page.clock().runFor(30_000);
    page.waitForCondition(() -> lrs.verbs().contains("answered"));
    assertThat(page.locator("#notice")).hasText("Your learning platform takes your answers again.");
    page.clock().runFor(8_000);
    assertThat(page.locator("#notice")).isEmpty();
    goBack();
    assertThat(lrs.verbs()).containsExactly("initialized", "answered", "terminated");
  }

  @Test
  void aLaunchThatHangsIsGivenUpAfterTwentySecondsAndJoinedLater() {
    page.clock().install();
    String address = lrs.launch("Normal");
    lrs.mood = Lrs.Mood.HANGING;
    page.navigate(address);
    page.waitForCondition(() -> lrs.held() == 1);
    page.clock().fastForward(20_000);
    assertThat(page.locator("#notice")).containsText("No learning platform was found");
    lrs.mood = Lrs.Mood.WELL;
    firstQuiz(true);
    page.clock().fastForward(10_000);
    page.waitForCondition(() -> lrs.verbs().size() == 3);
    assertThat(page.locator("#notice")).isEmpty();
    goBack();
    assertThat(lrs.verbs()).containsExactly("initialized", "answered", "answered", "terminated");
  }

  @Test
  void withoutALaunchTheLearnerIsToldAndGoesOn() throws IOException {
    page.navigate(lrs.url("/package/index.html"));
    assertThat(page.locator("#notice")).containsText("No learning platform was found");
    firstQuiz(true);
    Download record = page.waitForDownload(() -> visible("[data-record]").click());
    assertThat(record.suggestedFilename()).isEqualTo("tea.txt");
    try (InputStream text = record.createReadStream()) {
      assertThat(new String(text.readAllBytes(), StandardCharsets.UTF_8))
          .contains("Tea <for> two", "pot: Best so far: 100 %", "pot/first: warm \u2013 Right");
    }
    page.reload();
    assertThat(visible("h1")).hasText("Pot and clock");
  }
}
