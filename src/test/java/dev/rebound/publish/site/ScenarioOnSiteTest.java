package dev.rebound.publish.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import dev.rebound.check.Unchecked;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.page.Axe;
import dev.rebound.publish.page.Chromium;
import dev.rebound.publish.page.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Conversations and charts on pages opened from the disk: by mouse, by keyboard alone, by touch, on
 * paper.
 */
@Tag("browser")
class ScenarioOnSiteTest {
  private static final String PAGE = "cup/scenario-cold-cup.html";
  private static final String WARM = "I will warm a pot for you.";
  private static final String ASK = "How do you take it?";
  private static final String MILK = "You take milk, I suppose.";
  private static final String CLOCK = "Three minutes by the clock.";

  @TempDir static Path folder;

  private static List<Artefact> artefacts = List.of();
  private static Chromium chromium;
  private BrowserContext context;
  private Page page;
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void publish() {
    artefacts =
        new SitePublisher(Sample.templates(), Sample.words(), Map.of(), List.of())
            .artefacts(Unchecked.content(Sample.content("talk")));
    Sample.write(artefacts, folder);
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @BeforeEach
  void learner() {
    enter(new Browser.NewContextOptions());
  }

  @AfterEach
  void leave() {
    context.close();
    assertThat(complaints).isEmpty();
  }

  private void enter(Browser.NewContextOptions options) {
    if (context != null) {
      context.close();
    }
    context = chromium.browser().newContext(options.setReducedMotion(ReducedMotion.REDUCE));
    page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> complaints.add(message.text()));
    go(PAGE);
  }

  private void go(String path) {
    page.navigate(folder.resolve(path).toUri().toString());
  }

  /** Straight to the replies, without any words of one's own. */
  private void uncover() {
    if (page.locator("[data-skip]").isVisible()) {
      page.locator("[data-skip]").click();
    }
  }

  private Locator reply(String words) {
    uncover();
    return page.locator(".replies button", new Page.LocatorOptions().setHasText(words));
  }

  private void meters(String heat, String loyalty) {
    assertThat(page.locator("[data-heat] [data-value]")).hasText(heat + " of 10");
    assertThat(page.locator("[data-heat] .on")).hasCount(Integer.parseInt(heat));
    assertThat(page.locator("[data-loyalty] [data-value]")).hasText(loyalty + " of 10");
  }

  @Test
  void rightRepliesLeadToAGoodEndingAndItsDebrief() {
    meters("8", "4");
    assertThat(page.locator("[data-heat] [data-word]")).hasText("furious");
    reply(WARM).click();
    meters("5", "6");
    assertThat(page.locator("[data-heat] [data-change]")).hasText("· down 3");
    assertThat(page.locator(".transcript li")).hasCount(3);
    assertThat(page.locator(".transcript .now")).hasText("Ms Ash: That is kind. Milk?");
    reply(ASK).click();
    meters("2", "7");
    assertThat(page.locator("[data-turn]")).isHidden();
    assertThat(page.locator("[data-ended]")).hasText("A good ending");
    assertThat(page.locator(".debrief .moral")).hasText("You warmed, and asked.");
    assertThat(page.locator(".walk > li")).hasCount(2);
    Locator first = page.locator(".walk > li").first();
    assertThat(first).containsText("The pot comes first.");
    assertThat(first).containsText("Applies: Warm the pot before the leaves go in.");
    assertThat(first.locator("a")).hasAttribute("href", "pour.html");
    assertThat(page.locator(".better")).hasCount(0);
    go("cup/index.html");
    assertThat(page.locator("[data-mark='scenario/cold-cup']")).hasText("A good ending");
    assertThat(page.locator("[data-done]")).hasText("1 of 2 steps done");
  }

  @Test
  void withTheKeyboardAloneAWrongReplyIsSeenAndTakenBack() {
    while (!"TEXTAREA".equals(page.evaluate("document.activeElement.tagName"))) {
      page.keyboard().press("Tab");
    }
    page.keyboard().type("With milk?");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator("[data-closest]")).isFocused();
    assertThat(page.locator("[data-mine]")).hasText("Your own words: With milk?");
    while (!MILK.equals(page.evaluate("document.activeElement.textContent"))) {
      page.keyboard().press("Tab");
    }
    page.keyboard().press("Enter");
    // What was said next has the focus, so that it is read and the way on follows it.
    assertThat(page.locator(".transcript .now")).isFocused();
    assertThat(page.locator("[data-status]"))
        .hasText("Heat 10 of 10, furious. Loyalty 2 of 10, doubtful. A poor ending. He left.");
    assertThat(page.locator("[data-ended]")).hasText("A poor ending");
    assertThat(page.locator(".walk .broken")).containsText("Breaks: Ask about milk & sugar");
    assertThat(page.locator(".walk .stance")).containsText("Nobody has tested it.");
    assertThat(page.locator(".better")).hasText("A better reply: " + WARM);
    assertThat(page.locator(".walk .mine")).hasText("Your own words: With milk?");
    page.keyboard().press("Tab");
    assertThat(page.locator("[data-back]")).isFocused();
    page.keyboard().press("Space");
    assertThat(page.locator(".transcript .now")).containsText("This tea is cold & thin.");
    assertThat(page.locator(".transcript .now")).isFocused();
    meters("8", "4");
    assertThat(page.locator("[data-words]")).hasValue("With milk?");
    uncover();
    while (!CLOCK.equals(page.evaluate("document.activeElement.textContent"))) {
      page.keyboard().press("Tab");
    }
    page.keyboard().press("Enter");
    assertThat(page.locator(".transcript .now")).hasText("Mr Ash: Your clock can drink it, then.");
    page.keyboard().press("Tab");
    assertThat(page.locator("[data-words]")).isFocused();
  }

  @Test
  void onesOwnWordsStayOnTheDeviceUntilTheyAreDeleted() {
    Locator field = page.locator("[data-words]");
    assertThat(page.locator("[data-replies]")).isHidden();
    page.locator("[data-typed]").click();
    assertThat(field).isFocused();
    field.fill("I'll make a new pot.");
    page.reload();
    assertThat(field).hasValue("I'll make a new pot.");
    page.locator("[data-aloud]").click();
    reply(CLOCK).click();
    assertThat(field).hasValue("");
    reply("As you wish.").click();
    assertThat(page.locator(".walk .mine")).hasText("Your own words: I'll make a new pot.");
    page.locator("[data-forget] button").click();
    assertThat(page.locator(".walk .mine")).hasCount(0);
    assertThat(page.locator("[data-forget]")).isHidden();
    page.reload();
    page.locator("[data-again]").click();
    assertThat(field).hasValue("");
  }

  @Test
  void theWayTakenOutlivesThePageAndANewStartForgetsIt() {
    reply(CLOCK).click();
    page.reload();
    meters("9", "3");
    assertThat(page.locator(".transcript li")).hasCount(3);
    reply("As you wish.").click();
    page.reload();
    assertThat(page.locator("[data-ended]")).hasText("A poor ending");
    page.locator("[data-again]").click();
    meters("8", "4");
    assertThat(page.locator("[data-debrief]")).isHidden();
    go("cup/index.html");
    assertThat(page.locator("[data-mark='scenario/cold-cup']")).hasText("A poor ending");
  }

  @Test
  void theMetersDecideWhereAReplyLeads() {
    reply(WARM).click();
    reply("It is in already.").click();
    assertThat(page.locator("[data-ended]")).hasText("A mixed ending");
    page.locator("[data-again]").click();
    reply(CLOCK).click();
    reply("I will time a new one.").click();
    reply("It is in already.").click();
    assertThat(page.locator("[data-ended]")).hasText("A poor ending");
    page.reload();
    assertThat(page.locator("[data-ended]")).hasText("A poor ending");
    page.locator(".script > summary").click();
    assertThat(page.locator(".effect").last())
        .hasText("if Loyalty 3 or less: go to 6; otherwise: go to 5");
  }

  @Test
  void onAPhoneEveryReplyIsAFingerWide() {
    enter(new Browser.NewContextOptions().setViewportSize(360, 740).setHasTouch(true));
    assertThat(page.locator(".own button").all())
        .hasSize(3)
        .allSatisfy(button -> assertThat(button.boundingBox().height).isGreaterThanOrEqualTo(44));
    uncover();
    assertThat(page.locator(".replies button").all())
        .hasSize(3)
        .allSatisfy(button -> assertThat(button.boundingBox().height).isGreaterThanOrEqualTo(44));
    reply(WARM).tap();
    assertThat(page.locator(".transcript .now")).isInViewport();
    assertThat(page.locator(".meters")).isInViewport();
    reply(ASK).tap();
    assertThat(page.locator("[data-ended]")).isVisible();
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
  }

  @Test
  void withoutScriptTheWholeConversationCanBeRead() {
    enter(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    assertThat(page.locator("noscript .notice")).containsText("Without JavaScript");
    assertThat(page.locator("[data-node]")).hasCount(6);
    assertThat(page.locator("[data-node]").first()).containsText("This tea is cold & thin.");
    assertThat(page.locator("[data-reply]").first()).containsText("Better: " + WARM);
    assertThat(page.locator("[data-reply]").first()).containsText("Heat −3 · Loyalty +2 · go to 3");
    assertThat(page.locator("[data-reply] .why").first()).isVisible();
    assertThat(page.locator(".end.poor")).containsText("A poor ending. He left.");
    assertThat(page.locator("[data-stage]")).isHidden();
  }

  @Test
  void onPaperThereIsASheetForEachOfThree() throws IOException {
    reply(WARM).click();
    try (PDDocument pdf = Loader.loadPDF(page.pdf(new Page.PdfOptions().setFormat("Letter")))) {
      List<String> sheets = new ArrayList<>();
      for (int at = 1; at <= pdf.getNumberOfPages(); at++) {
        PDFTextStripper text = new PDFTextStripper();
        text.setStartPage(at);
        text.setEndPage(at);
        sheets.add(text.getText(pdf).replaceAll("\\s+", " "));
      }
      assertThat(sheets).hasSize(3);
      assertThat(sheets.get(0))
          .contains("Script for Mr Ash", "Good day.", "go to 3")
          .doesNotContain("What do you say?");
      assertThat(sheets.get(1)).contains("Your sheet").doesNotContain("Good day.");
      assertThat(sheets.get(2))
          .contains("Checklist", "Warm the pot before the leaves go in.", "Cold is fine.");
    }
    assertThat(page.locator("[data-script]")).not().hasAttribute("open", "");
  }

  @TestFactory
  Stream<DynamicTest> isAccessibleHoweverItIsSeen() {
    return Stream.of("light", "dark", "forced")
        .map(
            seen ->
                DynamicTest.dynamicTest(
                    seen,
                    () -> {
                      enter(
                          new Browser.NewContextOptions()
                              .setViewportSize(320, 640)
                              .setColorScheme(
                                  seen.equals("dark") ? ColorScheme.DARK : ColorScheme.LIGHT)
                              .setForcedColors(
                                  seen.equals("forced") ? ForcedColors.ACTIVE : ForcedColors.NONE));
                      go("cup/pour.html");
                      page.locator("details")
                          .evaluateAll("all => all.forEach(d => (d.open = true))");
                      axe(seen, "charts");
                      assertThat(page.evaluate("document.documentElement.scrollWidth"))
                          .isEqualTo(320);
                      go(PAGE);
                      axe(seen, "at the start");
                      uncover();
                      axe(seen, "with its replies");
                      reply(CLOCK).click();
                      axe(seen, "in the talk");
                      reply("As you wish.").click();
                      page.locator(".script > summary").click();
                      axe(seen, "at the end, with its script");
                      assertThat(page.evaluate("document.documentElement.scrollWidth"))
                          .isEqualTo(320);
                    }));
  }

  /** What does not depend on colours is the same in each. */
  private void axe(String seen, String when) {
    assertThat(Axe.violations(page.mainFrame(), seen.equals("light") ? List.of() : Axe.OF_COLOURS))
        .as(when)
        .isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> isValidHtml() {
    return artefacts.stream()
        .filter(a -> a.path().endsWith(".html"))
        .map(
            a ->
                DynamicTest.dynamicTest(
                    a.path(), () -> assertThat(SitePagesTest.checked(a.bytes())).isEmpty()));
  }

  @Test
  void aReaderSeesClaimsAndEvidenceTogetherOrApart() {
    go("cup/pour.html");
    Locator chart = page.locator("figure.chart").first();
    Locator claim = chart.locator(".wide .claim").first();
    Locator evidence = chart.locator(".wide .evidence").first();
    assertThat(claim).isVisible();
    assertThat(evidence).isVisible();
    chart.locator(".show-claim").press("Space");
    assertThat(claim).isHidden();
    assertThat(evidence).isVisible();
    chart.locator(".for-evidence").click();
    assertThat(evidence).isHidden();
    assertThat(chart.locator(".chart-notes .evidence")).isHidden();
    assertThat(chart.locator(".chart-notes .plain")).isVisible();
    chart.locator("summary").click();
    assertThat(chart.locator("tbody tr").nth(5)).hasText("Warm pot1048.5What studies found");
  }

  @Test
  void theTraceLeadsToTheConversation() {
    assertThat(
            artefacts.stream()
                .filter(a -> a.path().equals("trace.html"))
                .map(a -> new String(a.bytes(), StandardCharsets.UTF_8)))
        .singleElement()
        .satisfies(html -> assertThat(html).contains("href=\"cup/scenario-cold-cup.html\""));
  }
}
