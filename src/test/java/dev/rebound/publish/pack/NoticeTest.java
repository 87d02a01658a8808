package dev.rebound.publish.pack;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import dev.rebound.publish.page.Chromium;
import dev.rebound.publish.page.Settled;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a learner is told of their work being kept, where they look: in frames as wide as a platform
 * makes them on a laptop and on a phone.
 */
@Tag("browser")
class NoticeTest {
  private static final String UNIT = "index.html";

  /** What this device keeps. */
  private static final String DEVICE =
      "JSON.stringify(Object.entries(localStorage).filter(([key]) =>"
          + " key.startsWith('rebound.')).sort())";

  /** How far the notice lies outside of its window, and how much of what has the focus it hides. */
  private static final String OUT_OF_SIGHT =
      """
      () => {
        const bar = document.querySelector('.told').getBoundingClientRect();
        const here = document.activeElement.getBoundingClientRect();
        const out = Math.max(0, -bar.left, -bar.top, bar.right - innerWidth, bar.bottom - innerHeight);
        const inside = document.querySelector('.told').contains(document.activeElement);
        const whole = document.activeElement === document.body;
        const wide = document.documentElement.scrollWidth - innerWidth;
        return [out, inside || whole ? 0 : Math.max(0, here.bottom - bar.top), Math.max(0, wide)].map(Math.round).join(' ');
      }
      """;

  private static Chromium chromium;
  private BrowserContext context;

  // Set by each test.

  @SuppressWarnings("NullAway.Init")
  private Host host;

  @SuppressWarnings("NullAway.Init")
  private Launch launch;

  @BeforeAll
  static void start() {
    chromium = new Chromium();
  }

  @AfterAll
  static void stop() {
    chromium.close();
  }

  @BeforeEach
  void enrol() {
    context =
        chromium
            .browser()
            .newContext(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
  }

  @AfterEach
  void leave() {
    context.close();
    host.close();
  }

  private void open(String standard) {
    host = Host.of(standard, Manifests.zip(standard));
    launch = host.open(context, UNIT);
  }

  /**
   * Leaves, and comes back to look. Who gives back nothing of a SCORM 2004 attempt that ended
   * normally keeps to its letter (RTE 4.2.8).
   */
  private void reopen(String mode) {
    host.leave(launch);
    if (host instanceof Host.OfCmi5 platform) {
      Page page = launch.page;
      page.navigate(platform.lrs().launch(mode.equals("review") ? "Review" : "Browse", UNIT));
      launch = new Launch(page, page, 0);
    } else {
      launch.page.evaluate(
          """
          mode => {
            const kept = JSON.parse(localStorage.getItem('recordindex.html'));
            const back = kept.core || kept.exit === 'suspend' ? kept : {};
            (back.core || back)[back.core ? 'lesson_mode' : 'mode'] = mode;
            localStorage.setItem('recordindex.html', JSON.stringify(back));
          }
          """,
          mode);
      launch = host.open(context, UNIT);
    }
  }

  private Locator visible(String selector) {
    return launch.visible(selector);
  }

  private void answer(int... options) {
    for (int option : options) {
      visible(".options input").nth(option).check();
    }
    visible("[data-check]").click();
    assertThat(visible("[data-verdict]")).isFocused();
  }

  private Object device() {
    return Settled.page(launch.page).evaluate(DEVICE);
  }

  /** What the platform was told; that a preview was one is no record of work. */
  private List<?> sent() {
    if (host instanceof Host.OfCmi5 platform) {
      return platform.lrs().verbs().stream().filter(verb -> !verb.equals("initialized")).toList();
    }
    List<?> calls = (List<?>) Settled.page(launch.page).evaluate("calls");
    return calls.stream()
        .map(String::valueOf)
        .filter(call -> call.contains("SetValue") || call.contains("Commit"))
        .filter(call -> !call.matches(".*(lesson_status browsed|Commit )"))
        .toList();
  }

  private void frame(int width, int height) {
    launch.page.evaluate(
        "([width, height]) => { const it = document.querySelector('iframe'); it.width = width;"
            + " it.height = height; }",
        List.of(width, height));
  }

  private void scroll(String to) {
    visible("html").evaluate("html => scrollTo(0, " + to + ")");
  }

  private void expectInSight() {
    launch.waitUntil(() -> "0 0 0".equals(visible("html").evaluate(OUT_OF_SIGHT)));
    assertThat(visible("html").evaluate(OUT_OF_SIGHT))
        .as("outside of its window, over the focus, wider than the window")
        .isEqualTo("0 0 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"scorm2004", "cmi5"})
  void aReviewIsSaidBeforeAndAfterAndChangesNothing(String standard) {
    open(standard);
    launch.firstAnswer(false);
    launch.rest(false);
    reopen("review");
    Object before = device();
    assertThat(visible("#notice"))
        .containsText(
            "You are looking at a finished attempt. Nothing you answer here is recorded.");
    assertThat(visible("#notice")).containsText("On record in your platform: not passed, 0 %.");
    expectInSight();
    // What was recorded is what it shows, and is not called unrecorded.
    assertThat(visible("h1")).hasText("Milk");
    assertThat(visible("[data-score]")).hasText("0 % right");
    assertThat(visible("[data-unrecorded]")).hasCount(0);
    assertThat(visible("[data-record]")).hasCount(0);
    visible("[data-retry]").click();
    answer(1);
    visible("[data-next]").click();
    assertThat(visible("[data-score]")).hasText("100 % right");
    assertThat(visible("[data-unrecorded]")).hasText("Not recorded: this is a review.");
    assertThat(visible("#notice")).containsText("Nothing you answer here is recorded.");
    assertThat(device()).isEqualTo(before);
    assertThat(sent()).isEmpty();
  }

  @Test
  void aPreviewIsSaidBeforeAndAfterAndChangesNothing() {
    open("scorm12");
    reopen("browse");
    Object before = device();
    assertThat(visible("#notice"))
        .containsText("This is a preview. Nothing you answer here is recorded.");
    visible("html").evaluate("html => { location.hash = 'quiz-pot'; }");
    assertThat(visible("[data-kept]")).hasText("Not recorded: this is a preview.");
    visible("[data-begin]").click();
    answer(0);
    visible("[data-next]").click();
    answer(0, 1);
    visible("[data-next]").click();
    assertThat(visible("[data-unrecorded]")).hasText("Not recorded: this is a preview.");
    assertThat(device()).isEqualTo(before);
    assertThat(sent()).isEmpty();
  }

  @Test
  void whatIsStillToBeSentIsSaidInAReviewAndCanBeDownloaded() {
    open("scorm12");
    launch.firstAnswer(false);
    launch.page.evaluate("window.deaf = true");
    launch.rest(false);
    // What came after the first answer has not reached the platform's database.
    launch.page.evaluate(
        "localStorage.setItem('lost',"
            + " localStorage.getItem('recordindex.html').replace(/\"suspend_data\":\"[^\"]*\"/,"
            + " '\"suspend_data\":\"\"'))");
    launch.page.evaluate("document.querySelector('iframe').remove()");
    launch.page.evaluate("localStorage.setItem('recordindex.html', localStorage.getItem('lost'))");
    Object before = device();
    reopenUnsent();
    assertThat(visible("#notice")).containsText("still on this device only");
    Download record = launch.page.waitForDownload(() -> visible("[data-record]").click());
    assertThat(record.suggestedFilename()).isEqualTo("tea.txt");
    assertThat(device()).isEqualTo(before);
  }

  private void reopenUnsent() {
    launch.page.evaluate(
        "const kept = JSON.parse(localStorage.getItem('recordindex.html')); kept.core.lesson_mode ="
            + " 'review';localStorage.setItem('recordindex.html', JSON.stringify(kept))");
    launch = host.open(context, UNIT);
  }

  @ParameterizedTest
  @CsvSource({"714, 500", "357, 250"})
  void aSessionThatExpiredIsSeenAndHelped(int width, int height) {
    open("scorm12");
    frame(width, height);
    launch.page.evaluate("window.deaf = true");
    launch.firstAnswer(false);
    assertThat(visible(".told.warn #notice")).containsText("Sign in there again in another tab");
    expectInSight();
    for (String to : List.of("0", "document.body.scrollHeight", "120")) {
      scroll(to);
      visible("[data-verdict]").evaluate("it => { it.blur(); it.focus(); }");
      expectInSight();
    }
    // By keyboard, all the way through.
    for (int stop = 0; stop < 12; stop++) {
      visible("[data-verdict]").page().keyboard().press("Tab");
      expectInSight();
    }
    visible("[data-next]").focus();
    visible("[data-try]").focus();
    launch.page.keyboard().press("Enter");
    assertThat(visible("#notice")).containsText("Tried again at");
    assertThat(visible("#notice")).containsText("Still not accepted.");
    assertThat(visible("[data-try]")).isFocused();
    visible("[data-fold]").click();
    assertThat(visible("[data-fold]")).hasAttribute("aria-expanded", "false");
    assertThat(visible("[data-try]")).hasCount(0);
    expectInSight();
    visible("[data-fold]").click();
    visible("[data-next]").focus();
    visible("[data-try]").focus();
    launch.page.evaluate("window.deaf = false");
    launch.page.keyboard().press("Space");
    assertThat(visible(".told.good #notice"))
        .hasText("Your learning platform takes your answers again.");
    assertThat(visible("[data-next]")).isFocused();
    expectInSight();
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark", "forced"})
  void theNoticeIsAccessible(String looks) {
    open("scorm12");
    launch.page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(looks.equals("light") ? ColorScheme.LIGHT : ColorScheme.DARK)
            .setForcedColors(looks.equals("forced") ? ForcedColors.ACTIVE : ForcedColors.NONE));
    frame(367, 600);
    launch.page.evaluate("window.deaf = true");
    launch.firstAnswer(false);
    assertThat(visible(".told.warn #notice")).containsText("Sign in there again in another tab");
    assertThat(launch.axe()).isEmpty();
  }

  @Test
  void isSaidOnceUntilItChanges() {
    open("scorm12");
    launch.page.evaluate("window.deaf = true");
    launch.firstAnswer(false);
    assertThat(visible("#notice")).containsText("Sign in there again in another tab");
    visible("#notice")
        .evaluate(
            "it => { it.said = 0; new MutationObserver(() => it.said++).observe(it, { childList:"
                + " true, characterData: true, subtree: true }); }");
    visible("[data-next]").click();
    answer(0, 1);
    assertThat(visible("#notice").evaluate("it => it.said")).isEqualTo(0);
  }

  @Test
  void aBrowserThatKeepsNothingIsSaidWithWhatToDo() {
    context.addInitScript(
        "if (window !== top) { Storage.prototype.setItem = () => { throw new Error('refused'); };"
            + " }");
    open("scorm12");
    launch.page.evaluate("window.deaf = true");
    launch.firstAnswer(false);
    assertThat(visible("#notice")).containsText("Download them before you leave this page.");
    Download record = launch.page.waitForDownload(() -> visible("[data-record]").click());
    assertThat(record.suggestedFilename()).isEqualTo("tea.txt");
  }
}
