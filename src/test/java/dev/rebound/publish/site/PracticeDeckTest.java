package dev.rebound.publish.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.rebound.check.CheckedContent;
import dev.rebound.check.Unchecked;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.page.Chromium;
import dev.rebound.publish.page.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a learner meets again, when, and what they take along. */
@Tag("browser")
class PracticeDeckTest {
  private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

  @TempDir static Path folder;

  private static List<Artefact> site(CheckedContent content) {
    return new SitePublisher(Sample.templates(), Sample.words(), Map.of(), List.of())
        .artefacts(content);
  }

  private static List<String> anki(CheckedContent content) {
    return site(content).stream()
        .filter(it -> it.path().equals("tea/downloads/tea-anki.txt"))
        .flatMap(it -> new String(it.bytes(), StandardCharsets.UTF_8).lines())
        .toList();
  }

  @Test
  void questionsComeBackAfter1And7And21And60Days() throws IOException {
    Sample.write(site(Sample.checked()), folder);
    try (Chromium chromium = new Chromium();
        BrowserContext context = chromium.browser().newContext()) {
      Page page = context.newPage();
      on(page, 0);
      go(page, "practice.html");
      assertThat(page.locator(".hero [data-due]")).hasText("Nothing here yet");
      assertThat(page.locator("[data-practise]")).isHidden();
      go(page, "quiz-milk.html");
      page.locator("[data-begin]").press("Enter");
      answer(page, 1);
      go(page, "quiz-pot.html");
      page.locator("[data-begin]").press("Enter");
      answer(page, 0);
      dueOn(page, 0, "Next tomorrow");
      String attempt = stored(page);

      dueOn(page, 1, "2 due today");
      page.locator("[data-practise]").press("Enter");
      // One session over both quizzes, and what came of it at the end.
      page.waitForURL(Pattern.compile("quiz-pot\\.html#practise/0/2/0/milk$"));
      assertThat(visible(page, "[data-kicker]")).hasText("Practice 1 of 2");
      assertThat(visible(page, "legend")).isFocused();
      answer(page, 0);
      visible(page, "[data-next]").press("Enter");
      page.waitForURL(Pattern.compile("quiz-milk\\.html#practise/1/2/1/$"));
      assertThat(visible(page, "[data-kicker]")).hasText("Practice 2 of 2");
      answer(page, 0);
      assertThat(visible(page, "[data-verdict]")).hasText("Not this one");
      visible(page, "[data-next]").press("Enter");
      page.waitForURL(Pattern.compile("practice\\.html#done/2/2/1$"));
      assertThat(page.locator("[data-ended]")).containsText("Done: 1 of 2 right.");
      assertThat(page.locator(".hero [data-due]")).hasText("Next tomorrow");
      Assertions.assertThat(stored(page)).as("no result has changed").isEqualTo(attempt);

      // The one that was wrong is due on day 2; the other on day 8, then 29, then 89.
      dueOn(page, 2, "1 due today");
      assertThat(page.locator("[data-deck='pot'] [data-when]")).hasText("Next in 6 days");
      dueOn(page, 8, "2 due today");
      practise(page, "pot");
      dueOn(page, 28, "1 due today");
      dueOn(page, 29, "2 due today");
      practise(page, "pot");
      dueOn(page, 88, "1 due today");
      dueOn(page, 89, "2 due today");

      go(page, "index.html");
      assertThat(page.locator("[data-due]")).hasText("2 due today");
      page.locator("[data-erase]").press("Enter");
      assertThat(page.locator("[data-due]")).hasText("");
      page.locator("[data-undo]").press("Enter");
      assertThat(page.locator("[data-due]")).hasText("2 due today");
      Download progress = page.waitForDownload(() -> page.locator("[data-export]").press("Enter"));
      Assertions.assertThat(Files.readString(progress.path()))
          .containsPattern("\"deck\": \"1~\\w{5}~\\w{20}\"");

      go(page, "practice.html");
      Download calendar =
          page.waitForDownload(() -> page.locator("[data-calendar]").press("Enter"));
      Assertions.assertThat(calendar.suggestedFilename()).isEqualTo("tea-practice.ics");
      Assertions.assertThat(Files.readString(calendar.path()))
          .startsWith("BEGIN:VCALENDAR\r\n")
          .contains("SUMMARY:Practise: Tea <for> two\r\n", "DTSTART;VALUE=DATE:20260531\r\n");
      page.evaluate("localStorage.setItem('rebound.tea.deck', 'nonsense')");
      page.reload();
      assertThat(page.locator("#notice")).containsText("deck could not be read");
    }
  }

  private static void on(Page page, int day) {
    page.clock().setFixedTime(Date.from(START.plus(day, ChronoUnit.DAYS)));
  }

  private static void go(Page page, String name) {
    page.navigate(folder.resolve("tea").resolve(name).toUri().toString());
  }

  private static void dueOn(Page page, int day, String said) {
    on(page, day);
    go(page, "practice.html");
    assertThat(page.locator(".hero [data-due]")).hasText(said);
  }

  private static void practise(Page page, String quiz) {
    page.locator("[data-deck='" + quiz + "']").press("Enter");
    page.waitForURL(Pattern.compile("#practise$"));
    answer(page, 0);
    visible(page, "[data-next]").press("Enter");
    page.waitForURL(Pattern.compile("practice\\.html#done/1/1/[01]$"));
  }

  private static void answer(Page page, int option) {
    visible(page, "input").nth(option).focus();
    page.keyboard().press("Space");
    page.keyboard().press("Enter");
    assertThat(visible(page, "[data-verdict]")).isFocused();
  }

  private static Locator visible(Page page, String selector) {
    return page.locator(selector).locator("visible=true");
  }

  private static String stored(Page page) {
    return String.valueOf(page.evaluate("localStorage.getItem('rebound.tea')"));
  }

  @Test
  void ankiReadsALineAQuestion() {
    List<String> lines = anki(Sample.checked());
    Assertions.assertThat(lines)
        .startsWith(
            "#separator:tab",
            "#html:true",
            "#notetype:Basic",
            "#guid column:1",
            "#deck column:2",
            "#tags column:3",
            "tea/pot/first\tTea <for> two\tpot\tThe leaves are ready. What comes first?<ul><li>I warm the pot.</li>"
                + "<li>I pour alert(1).</li><li>I serve the cup.</li></ul>"
                + "\t<b>I warm the pot.</b><br>Warm, then leaves.<br><i>Warm the pot <em>before</em> the leaves go in.</i>"
                + "<br><small>Ada Steep, \u201cThe Leaf &amp; the Cup\u201d, Kettle Press, 1999</small>")
        .hasSize(9);
  }

  @Test
  void ankiHasACardOfEveryTypeThatHasRightAndWrong() {
    List<String> cards =
        anki(Sample.everyType()).stream().filter(line -> !line.startsWith("#")).toList();
    Assertions.assertThat(cards)
        .isNotEmpty()
        .allMatch(line -> line.matches("[^\t]+\t[^\t\"]+\t[a-z-]+\t[^\t\"][^\t]+\t<b>[^\t]+"));
    Assertions.assertThat(String.join("\n", cards)).doesNotContain("/likert\t", "/long");
    Assertions.assertThat(cards)
        .anyMatch(card -> card.contains("<b>2.5–3.5 min</b>"))
        .anyMatch(card -> card.contains("<b>I glance at the clock. → Helps</b>"));
  }

  @Test
  void whatIsGradedIsInNoDeck() {
    CheckedContent exam = Unchecked.content(Sample.content("exam"));
    Assertions.assertThat(anki(exam))
        .anyMatch(card -> card.startsWith("tea/more/"))
        .noneMatch(card -> card.startsWith("tea/exam/"));
    Assertions.assertThat(
            site(exam).stream()
                .filter(it -> it.path().equals("tea/practice.html"))
                .map(it -> new String(it.bytes(), StandardCharsets.UTF_8)))
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("more/")
        .doesNotContain("exam/");
  }
}
