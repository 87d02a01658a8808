package dev.rebound.publish.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.rebound.publish.page.Chromium;
import dev.rebound.publish.page.Sample;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A learner with a keyboard, on pages opened from the disk. */
@Tag("browser")
class QuizOnSiteTest {
  @TempDir static Path folder;

  private static Chromium chromium;
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void publish() {
    Sample.write(
        new SitePublisher(Sample.templates(), Sample.words(), Map.of(), List.of())
            .artefacts(Sample.checked()),
        folder);
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @BeforeEach
  void learner() {
    context = chromium.browser().newContext();
    page = context.newPage();
  }

  @AfterEach
  void leave() {
    context.close();
  }

  private void go(String path) {
    page.navigate(folder.resolve(path).toUri().toString());
  }

  private Locator visible(String selector) {
    return page.locator(selector).locator("visible=true");
  }

  @Test
  void aWrongAnswerNamesThePrincipleTheSectionAndTheSource() {
    go("tea/quiz-pot.html");
    page.locator("[data-begin]").press("Enter");
    assertThat(visible("legend")).isFocused();
    visible("input").nth(1).focus();
    page.keyboard().press("Space");
    page.keyboard().press("Enter");
    assertThat(visible("[data-verdict]")).isFocused();
    assertThat(visible("[data-verdict]")).hasText("Not this one");
    assertThat(visible("[data-why]")).hasCount(2);
    assertThat(visible("[data-why]").first()).containsText("The pot is still cold.");
    assertThat(visible(".rule").first()).containsText("Warm the pot before the leaves go in.");
    assertThat(visible(".reread a").first()).hasAttribute("href", "pot.html");
    visible(".basis summary").first().click();
    assertThat(visible(".basis blockquote").first()).hasText("warm the pot before");
    assertThat(visible(".basis figcaption").first())
        .hasText("Ada Steep, \u201cThe Leaf & the Cup\u201d, Kettle Press, 1999, \u00b62");
  }

  @Test
  void severalRightAnswersAreJudgedOneByOneAndContestedOnesSaySo() {
    go("tea/quiz-pot.html");
    page.locator("[data-begin]").click();
    visible("input").nth(0).check();
    visible("[data-check]").click();
    visible("[data-next]").click();
    assertThat(visible("[data-kicker]")).hasText("Question 2 of 2");
    visible("[data-check]").click();
    assertThat(visible("[data-ask]")).hasText("Choose an answer first.");
    visible("input").nth(0).check();
    visible("input").nth(2).check();
    visible("[data-check]").click();
    assertThat(visible("[data-verdict]")).hasText("Partly right");
    assertThat(visible("[data-why]").nth(0)).containsText("Your answer");
    assertThat(visible("[data-why]").nth(1)).containsText("Luck is no clock.");
    assertThat(visible("[data-why]").nth(2)).containsText("Right answer");
    assertThat(visible(".stance.contested")).containsText("Contested");
    assertThat(visible(".stance.contested")).containsText("Cup 2003");
  }

  @Test
  void whatTwoDevicesFinishedTogetherCounts() {
    go("tea/quiz-milk.html");
    answerMilk(1);
    // Its only question is answered, but no device has seen the attempt end.
    page.evaluate(
        "localStorage['rebound.tea'] = localStorage['rebound.tea'].replace(/\\.1!\\.100\\./,"
            + " '.1..')");
    go("tea/index.html");
    assertThat(page.locator("[data-done]")).hasText("0 of 5 steps done");
    go("tea/quiz-milk.html");
    assertThat(visible("[data-score]")).hasText("100 % right");
    go("tea/index.html");
    assertThat(page.locator("[data-done]")).hasText("1 of 5 steps done");
  }

  @Test
  void theResultIsKeptAndTheBestOneCounts() {
    go("tea/quiz-milk.html");
    answerMilk(1);
    visible("[data-next]").click();
    assertThat(visible("[data-result] h2")).isFocused();
    assertThat(visible("[data-score]")).hasText("100 % right");
    page.reload();
    assertThat(visible("[data-score]")).hasText("100 % right");
    visible("[data-retry]").click();
    visible("input").nth(0).check();
    visible("[data-check]").click();
    visible("[data-next]").click();
    assertThat(visible("[data-score]")).hasText("0 % right");
    assertThat(visible("[data-reread] a")).hasText("Ask about milk & sugar, and never guess.");
    go("tea/index.html");
    assertThat(page.locator("[data-mark='quiz/milk']")).hasText("100 %");
    assertThat(page.locator("[data-done]")).hasText("1 of 5 steps done");
  }

  private void answerMilk(int option) {
    page.locator("[data-begin]").click();
    visible("input").nth(option).check();
    visible("[data-check]").click();
  }

  @Test
  void aQuestionInALessonCanBeTriedAgain() {
    go("tea/pot.html");
    page.locator("form input").nth(2).check();
    page.locator("[data-check]").click();
    assertThat(page.locator("[data-verdict]")).hasText("Not this one");
    page.locator("[data-again]").click();
    assertThat(page.locator("form input").nth(0)).isFocused();
    page.locator("form input").nth(0).check();
    page.locator("[data-check]").click();
    assertThat(page.locator("[data-verdict]")).hasText("Right");
    page.reload();
    assertThat(page.locator("[data-verdict]")).hasText("Right");
  }

  /**
   * At the smallest size: what became of the answer and why is in view, and so is what to press
   * next.
   */
  @Test
  void onAPhoneTheVerdictItsReasonAndTheWayOnAreInViewTogether() {
    page.setViewportSize(360, 640);
    go("tea/quiz-pot.html");
    page.locator("[data-begin]").press("Enter");
    assertThat(visible("legend")).isFocused();
    page.keyboard().press("2");
    assertThat(visible("input").nth(1)).isChecked();
    page.keyboard().press("Enter");
    assertThat(visible("[data-verdict]")).isFocused();
    assertThat(visible("[data-verdict]"))
        .hasAttribute("aria-label", Pattern.compile("^Not this one\\. .+ Question 1 of 2\\.$"));
    for (String part : List.of("[data-verdict]", "[data-reason]", "[data-next]")) {
      assertThat(visible(part).first())
          .isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
    }
    double bar = visible(".bar").boundingBox().y;
    com.microsoft.playwright.options.BoundingBox reason =
        visible("[data-reason]").first().boundingBox();
    org.assertj.core.api.Assertions.assertThat(reason.y + reason.height).isLessThanOrEqualTo(bar);
    page.keyboard().press("Tab");
    assertThat(visible("[data-next]")).isFocused();
    visible("[data-verdict]").focus();
    page.keyboard().press("Enter");
    assertThat(visible("[data-kicker]")).hasText("Question 2 of 2");
    assertThat(visible("legend")).isFocused();
  }

  @Test
  void whatWasMissedIsPractisedAtOnceAndChangesNoResult() {
    go("tea/quiz-milk.html");
    answerMilk(0);
    visible("[data-next]").click();
    assertThat(visible(".result .actions > :first-child")).hasText("Practise the one you missed");
    assertThat(visible("[data-count]")).hasText("0 of 1 right");
    Object kept = page.evaluate("localStorage['rebound.tea']");
    visible("[data-missed]").press("Enter");
    assertThat(visible("[data-kicker]")).hasText("Practice 1 of 1");
    assertThat(visible("legend")).isFocused();
    page.keyboard().press("2");
    page.keyboard().press("Enter");
    assertThat(visible("[data-verdict]")).hasText("Right");
    page.keyboard().press("Enter");
    assertThat(visible("[data-practised]")).hasText("Practised: 1 of 1 right this time.");
    assertThat(visible(".result .actions > :first-child")).hasText("Try again");
    assertThat(visible("[data-score]")).hasText("0 % right");
    org.assertj.core.api.Assertions.assertThat(page.evaluate("localStorage['rebound.tea']"))
        .isEqualTo(kept);
    visible("[data-retry]").click();
    assertThat(visible("[data-kicker]")).hasText("Question 1 of 1");
  }

  @Test
  void blockedStorageIsSaidAndNothingBreaks() {
    context.addInitScript(
        "Object.defineProperty(window, 'localStorage',"
            + " { get() { throw new DOMException('no', 'SecurityError'); } });");
    go("tea/quiz-milk.html");
    answerMilk(1);
    assertThat(page.locator("#notice")).containsText("does not let the page store anything");
    assertThat(visible("[data-verdict]")).hasText("Right");
    page.evaluate("scrollTo(0, document.body.scrollHeight)");
    assertThat(page.locator("#notice")).isInViewport();
  }

  @Test
  void withoutScriptLessonsReadAndQuizzesSayWhatTheyNeed() {
    try (BrowserContext plain =
        chromium
            .browser()
            .newContext(
                new com.microsoft.playwright.Browser.NewContextOptions()
                    .setJavaScriptEnabled(false))) {
      Page read = plain.newPage();
      read.navigate(folder.resolve("tea/quiz-pot.html").toUri().toString());
      assertThat(read.locator("noscript .notice")).containsText("needs JavaScript");
      read.navigate(folder.resolve("tea/pot.html").toUri().toString());
      assertThat(read.locator("h1")).hasText("Warm the pot");
      assertThat(read.locator(".dialogue .good")).containsText("I will warm a pot for you.");
    }
  }

  @Test
  void theThemeIsKept() {
    go("tea/pot.html");
    page.locator("[data-looks] summary").click();
    page.locator("[name=theme][value=dark]").check();
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    go("tea/index.html");
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    page.locator("[data-looks] summary").press("Enter");
    assertThat(page.locator("[name=theme][value=dark]")).isChecked();
    page.locator("[name=theme][value='']").check();
    page.locator("[name=contrast][value=more]").check();
    page.keyboard().press("Escape");
    assertThat(page.locator("[data-looks] summary")).isFocused();
    assertThat(page.locator("[data-looks] .panel")).isHidden();
    page.reload();
    assertThat(page.locator("html")).hasAttribute("data-contrast", "more");
    assertThat(page.locator("html")).not().hasAttribute("data-theme", Pattern.compile(".*"));
    assertThat(page.locator("body")).hasCSS("color", "rgb(0, 0, 0)");
  }

  @Test
  void everythingIsReachedByTab() {
    go("tea/quiz-milk.html");
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
    assertThat(page.locator("[data-begin]")).isEnabled();
    List<Locator> buttons = visible("button").all();
    org.assertj.core.api.Assertions.assertThat(buttons)
        .allSatisfy(
            button ->
                org.assertj.core.api.Assertions.assertThat(button.boundingBox().height)
                    .isGreaterThanOrEqualTo(44));
  }
}
