package dev.rebound.publish.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import dev.rebound.publish.page.Chromium;
import dev.rebound.publish.page.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a browser keeps of a learner's work, and what becomes of it. */
@Tag("browser")
class ProgressTest {
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
    context =
        chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(800, 300));
    page = context.newPage();
  }

  @AfterEach
  void leave() {
    context.close();
  }

  private void go(Page where, String path) {
    where.navigate(folder.resolve(path).toUri().toString());
  }

  private static String stored(Page where) {
    return String.valueOf(where.evaluate("localStorage.getItem('rebound.tea')"));
  }

  private void readToTheEnd(Page where, String lesson) {
    go(where, "tea/" + lesson + ".html");
    where.locator("[data-end]").scrollIntoViewIfNeeded();
    where.waitForFunction(
        "() => { const kept = localStorage.getItem('rebound.tea');"
            + " return kept && (kept.split('~')[2] || '') !== ''; }");
  }

  @Test
  void aLessonCountsWhenItsEndWasOnTheScreen() {
    go(page, "tea/pot.html");
    go(page, "tea/index.html");
    assertThat(page.locator("[data-done]")).hasText("0 of 5 steps done");
    readToTheEnd(page, "pot");
    go(page, "tea/index.html");
    assertThat(page.locator("[data-mark='lesson/pot']").first()).hasText("Read");
    assertThat(page.locator("[data-done]")).hasText("1 of 5 steps done");
  }

  @Test
  void theCourseLeadsBackToTheSectionThatWasBeingRead() {
    go(page, "tea/pot.html");
    page.evaluate("document.getElementById('why-heat-care').scrollIntoView()");
    page.waitForFunction(
        "() => window.scrollY > 0 && document.getElementById('why-heat-care')"
            + ".getBoundingClientRect().top < window.innerHeight / 2");
    go(page, "tea/index.html");
    assertThat(page.locator("[data-resume]")).hasText("Continue");
    page.locator("[data-resume]").click();
    page.waitForURL(Pattern.compile("tea/pot\\.html#why-heat-care$"));
  }

  @Test
  void thePlaceIsKeptWhereAReaderLeavesBeforeThePlayerIsThere() {
    page.route("**/assets/player.js", Route::abort);
    go(page, "tea/pot.html");
    page.evaluate("document.getElementById('why-heat-care').scrollIntoView()");
    page.waitForFunction("() => placeIn('pot') === 'pot#why-heat-care'");
    page.unroute("**/assets/player.js");
    go(page, "tea/index.html");
    page.locator("[data-resume]").click();
    page.waitForURL(Pattern.compile("tea/pot\\.html#why-heat-care$"));
    // Told once: whoever has read the lesson since is not led back into it.
    readToTheEnd(page, "pot");
    go(page, "tea/index.html");
    assertThat(page.locator("[data-resume]"))
        .not()
        .hasAttribute("href", Pattern.compile("pot\\.html"));
  }

  @Test
  void twoTabsAddToEachOther() {
    Page other = context.newPage();
    go(page, "tea/quiz-milk.html");
    go(other, "tea/quiz-pot.html");
    page.locator("[data-begin]").click();
    page.locator("input").locator("visible=true").nth(1).check();
    page.locator("[data-check]").locator("visible=true").click();
    other.locator("[data-begin]").click();
    other.locator("input").locator("visible=true").nth(0).check();
    other.locator("[data-check]").locator("visible=true").click();
    go(page, "tea/index.html");
    assertThat(page.locator("[data-mark='quiz/milk']")).hasText("100 %");
    go(page, "tea/quiz-pot.html");
    assertThat(page.locator("[data-begin]")).hasText("Continue the quiz");
  }

  @Test
  void anOpenCoursePageSeesWhatAnotherTabDoes() {
    Page other = context.newPage();
    go(page, "tea/index.html");
    readToTheEnd(other, "milk");
    assertThat(page.locator("[data-mark='lesson/milk']")).hasText("Read");
  }

  @Test
  void progressGoesIntoAFileAndComesBackElsewhere() throws IOException {
    readToTheEnd(page, "pot");
    go(page, "tea/index.html");
    Download file = page.waitForDownload(() -> page.locator("[data-export]").click());
    Assertions.assertThat(file.suggestedFilename()).isEqualTo("tea-progress.json");
    assertThat(page.locator("[data-kept]")).hasText("Saved. Look in your downloads.");
    byte[] saved = Files.readAllBytes(file.path());
    try (BrowserContext elsewhere = chromium.browser().newContext()) {
      Page there = elsewhere.newPage();
      readToTheEnd(there, "milk");
      go(there, "tea/index.html");
      there
          .locator("[data-file]")
          .setInputFiles(new FilePayload("tea-progress.json", "application/json", saved));
      assertThat(there.locator("[data-kept]")).containsText("Your progress is back");
      assertThat(there.locator("[data-done]")).hasText("2 of 5 steps done");
      there.locator("[data-undo]").click();
      assertThat(there.locator("[data-done]")).hasText("1 of 5 steps done");
    }
  }

  @Test
  void aFileThatHoldsNoProgressOfThisCourseChangesNothing() {
    readToTheEnd(page, "pot");
    go(page, "tea/index.html");
    String before = stored(page);
    bring("holiday.json", "{\"sun\": true}");
    assertThat(page.locator("[data-kept]")).containsText("holds no progress");
    bring("other.json", "{\"rebound\": 1, \"course\": \"coffee\", \"state\": \"1~~abcde~~\"}");
    assertThat(page.locator("[data-kept]")).containsText("another course");
    bring("later.json", "{\"rebound\": 2, \"course\": \"tea\", \"state\": \"2~~abcde~~\"}");
    assertThat(page.locator("[data-kept]")).containsText("cannot be read by this edition");
    bring("broken.json", "{\"rebound\": 1, \"course\": \"tea\", \"state\": \"garbage\"}");
    assertThat(page.locator("[data-kept]")).containsText("cannot be read by this edition");
    Assertions.assertThat(stored(page)).isEqualTo(before);
  }

  private void bring(String name, String text) {
    page.locator("[data-file]")
        .setInputFiles(
            new FilePayload(name, "application/json", text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void erasingCanBeUndone() {
    readToTheEnd(page, "pot");
    go(page, "tea/index.html");
    page.locator("[data-erase]").press("Enter");
    assertThat(page.locator("[data-kept]")).hasText("Erased.");
    assertThat(page.locator("[data-done]")).hasText("0 of 5 steps done");
    assertThat(page.locator("[data-resume]")).hasText("Start the course");
    assertThat(page.locator("[data-undo]")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("[data-kept]")).hasText("Everything is back as it was.");
    assertThat(page.locator("[data-done]")).hasText("1 of 5 steps done");
    page.locator("[data-erase]").click();
    page.reload();
    assertThat(page.locator("[data-done]")).hasText("0 of 5 steps done");
  }

  @Test
  void anotherTabDoesNotBringBackWhatWasErased() {
    Page other = context.newPage();
    readToTheEnd(page, "pot");
    go(other, "tea/quiz-milk.html");
    go(page, "tea/index.html");
    page.locator("[data-erase]").click();
    other.locator("[data-begin]").click();
    other.locator("input").locator("visible=true").nth(1).check();
    other.locator("[data-check]").locator("visible=true").click();
    assertThat(page.locator("[data-done]")).hasText("1 of 5 steps done");
    assertThat(page.locator("[data-mark='lesson/pot']").first()).hasText("");
  }

  @Test
  void whatCannotBeReadIsSaid() {
    go(page, "tea/index.html");
    page.evaluate("localStorage.setItem('rebound.tea', 'nonsense')");
    page.reload();
    assertThat(page.locator("#notice")).containsText("could not be read");
    readToTheEnd(page, "pot");
    go(page, "tea/index.html");
    assertThat(page.locator("#notice")).hasText("");
    assertThat(page.locator("[data-done]")).hasText("1 of 5 steps done");
  }

  @Test
  void aFullStoreIsSaidAndTheQuizGoesOn() {
    context.addInitScript(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };");
    go(page, "tea/quiz-pot.html");
    page.locator("[data-begin]").click();
    page.locator("input").locator("visible=true").nth(0).check();
    page.locator("[data-check]").locator("visible=true").click();
    assertThat(page.locator("#notice")).containsText("storage is full");
    page.locator("[data-next]").locator("visible=true").click();
    page.locator("input").locator("visible=true").nth(0).check();
    page.locator("input").locator("visible=true").nth(1).check();
    page.locator("[data-check]").locator("visible=true").click();
    page.locator("[data-next]").locator("visible=true").click();
    assertThat(page.locator("[data-score]")).hasText("100 % right");
  }

  @Test
  void aStoreThatWasFullBeforeKeepsThePageWhole() {
    readToTheEnd(page, "clock");
    context.addInitScript(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };");
    go(page, "tea/quiz-pot.html");
    page.locator("[data-begin]").click();
    page.locator("input").locator("visible=true").nth(0).check();
    page.locator("[data-check]").locator("visible=true").click();
    page.locator("[data-next]").locator("visible=true").click();
    page.locator("input").locator("visible=true").nth(0).check();
    page.locator("[data-check]").locator("visible=true").click();
    page.locator("[data-next]").locator("visible=true").click();
    assertThat(page.locator("[data-score]")).hasText("50 % right");
  }

  @Test
  void aCourseThatHasChangedSaysWhatNoLongerCounts() {
    readToTheEnd(page, "pot");
    go(page, "tea/index.html");
    assertThat(page.locator("[data-gone]")).hasText("");
    // Two lessons and a quiz this edition does not have.
    page.evaluate(
        "localStorage.setItem('rebound.tea',"
            + " localStorage.getItem('rebound.tea').replace(/^(4~[^~]*~)(\\w*)~/, '$1$2aaaaabbbbb~ccccc.1.90..'))");
    page.reload();
    assertThat(page.locator("[data-gone]")).containsText("3 steps you had done");
    assertThat(page.locator("[data-done]")).hasText("1 of 5 steps done");
  }

  @Test
  void aTermOpensItsMeaningInPlace() {
    go(page, "tea/pot.html");
    assertThat(page.locator("details.term p")).isHidden();
    page.locator("a.to-term").press("Enter");
    assertThat(page.locator("details.term summary")).isFocused();
    assertThat(page.locator("details.term p")).isVisible();
    assertThat(page.locator("details.term a")).hasAttribute("href", "glossary.html#term-brew");
    Assertions.assertThat(page.url()).endsWith("tea/pot.html");
  }

  @Test
  void withoutScriptATermLeadsToTheGlossary() {
    try (BrowserContext plain =
        chromium
            .browser()
            .newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page read = plain.newPage();
      go(read, "tea/pot.html");
      read.locator("a.to-term").click();
      read.waitForURL(Pattern.compile("glossary\\.html#term-brew$"));
      go(read, "tea/search.html");
      assertThat(read.locator("form")).isHidden();
      assertThat(read.locator(".notice")).containsText("needs JavaScript");
      go(read, "tea/index.html");
      assertThat(read.locator("[data-keeping]")).isHidden();
    }
  }
}
