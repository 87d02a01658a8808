package dev.rebound.publish.pack;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.LoadState;
import dev.rebound.publish.page.Axe;
import dev.rebound.publish.page.Settled;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** One launch of the package, and what a learner does there. */
final class Launch {
  private static final int LEAP = 5_000;
  private static final int LEAPS = 9;

  final Page lms;
  final Page page;
  private final Frame frame;
  private final boolean leaps;

  /**
   * @param lms the platform's own page
   * @param page the window in which the package is
   * @param frames how many frames deep it stands there
   */
  Launch(Page lms, Page page, int frames) {
    this(lms, page, frames, false);
  }

  private Launch(Page lms, Page page, int frames, boolean leaps) {
    this.lms = lms;
    this.page = page;
    this.leaps = leaps;
    frame = inside(page, frames);
    visible("h1").waitFor();
  }

  private static Frame inside(Page page, int frames) {
    Frame frame = page.mainFrame();
    for (int deeper = 0; deeper < frames; deeper++) {
      frame = Objects.requireNonNull(frame.waitForSelector("iframe").contentFrame());
    }
    return frame;
  }

  /** What is clicked, without the way of a pointer there: other tests go that. */
  private void click(Locator what) {
    if (leaps) {
      what.evaluate("it => it.click()");
    } else {
      what.click();
    }
  }

  /** One whose pages' clock is ours: where a learner waits, it leaps. */
  static Launch leaping(Page lms, Page page, int frames) {
    return new Launch(lms, page, frames, true);
  }

  /** A window that the platform opens. */
  static Page window(Page lms, String address) {
    return lms.waitForPopup(() -> lms.evaluate("to => void window.open(to)", address));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  Locator visible(String selector) {
    return frame.locator(selector + " >> visible=true");
  }

  /** What is written there, at once: nothing while it is not there. */
  private String text(String selector) {
    return String.join("", visible(selector).allTextContents());
  }

  boolean sees(String selector) {
    return visible(selector).count() > 0;
  }

  /** Whether it can be read without scrolling, and says something. */
  boolean isShown(String selector) {
    // One look at whatever is there: waiting for what has just gone would last half a minute.
    Object shown =
        visible(selector)
            .evaluateAll(
                "all => all.slice(0, 1).some(it => { const box = it.getBoundingClientRect(); return"
                    + " it.textContent.trim() !== '' && box.top >= 0 && box.left >= 0 && box.bottom"
                    + " <= innerHeight && box.right <= innerWidth; })");
    return Boolean.TRUE.equals(shown);
  }

  /** What axe has against what stands in the frame. */
  List<String> axe() {
    return Axe.violations(frame);
  }

  /** What a browser says when a network is back. */
  void hearThatTheNetworkIsBack() {
    visible("h1").evaluate("() => void dispatchEvent(new Event('online'))");
  }

  /**
   * Goes on where the learner was, or from the start where that has not arrived.
   *
   * @param elsewhere on a device that did not give the first answer
   * @return whether the first question was asked again
   */
  boolean resume(boolean right, boolean elsewhere) {
    waitUntil(
        () ->
            List.of("Watch the clock", "Pot and clock").contains(text("h1"))
                || !text("[data-resume]").isEmpty());
    boolean anew = !text("h1").equals("Pot and clock") && !text("[data-resume]").equals("Continue");
    if (anew) {
      toTheQuiz();
    } else {
      begin();
    }
    waitUntil(() -> text("[data-kicker]").contains("of 2"));
    if ((anew || elsewhere) && text("[data-kicker]").equals("Question 1 of 2")) {
      // Where the learner was may have arrived, and the answer has not.
      answer(right ? 0 : 1);
      return true;
    }
    assertThat(visible("[data-kicker]")).hasText("Question 2 of 2");
    answer(0, 1);
    return false;
  }

  private void turnTo(String title) {
    click(visible(".pager [rel=next]"));
    assertThat(visible("h1")).hasText(title);
  }

  private void answer(int... options) {
    for (int option : options) {
      click(visible(".options input").nth(option));
    }
    click(visible("[data-check]"));
    assertThat(visible("[data-verdict]")).isFocused();
    Settled.frame(frame);
  }

  void firstAnswer(boolean right) {
    toTheQuiz();
    answer(right ? 0 : 1);
  }

  private void toTheQuiz() {
    // A session that then expired can have said that the learner is there.
    if (!text("h1").equals("Watch the clock")) {
      click(visible("[data-resume]"));
      assertThat(visible("h1")).hasText("Warm the pot");
      turnTo("Watch the clock");
    }
    turnTo("Pot and clock");
    click(visible("[data-begin]"));
  }

  /** After a launch: where the learner was, with the first answer given. */
  void goOn() {
    begin();
    assertThat(visible("[data-kicker]")).hasText("Question 2 of 2");
    answer(0, 1);
  }

  private void begin() {
    waitUntil(() -> text("h1").equals("Pot and clock") || text("[data-resume]").equals("Continue"));
    if (sees("[data-resume]")) {
      // The API came late: the learner stands at the start, and is led on from there.
      click(visible("[data-resume]"));
    }
    assertThat(visible("h1")).hasText("Pot and clock");
    click(visible("[data-begin]"));
  }

  void rest(boolean right) {
    if (text("[data-next]").contains("Next")) {
      click(visible("[data-next]"));
      answer(right ? new int[] {0, 1} : new int[] {2});
    }
    click(visible("[data-next]"));
    turnTo("Ask about milk");
    turnTo("Milk");
    click(visible("[data-begin]"));
    answer(right ? 1 : 0);
  }

  void retry() {
    click(visible("[data-next]"));
    click(visible("[data-retry]"));
    answer(1);
  }

  void expectNotice(String one, String other) {
    assertThat(visible("#notice")).containsText(Pattern.compile(one + "|" + other));
  }

  /** Whether there is trouble that does not pass by itself, as this does. */
  boolean isTold(String passing) {
    return visible(".told.warn #notice").allTextContents().stream()
        .anyMatch(text -> !text.contains(passing));
  }

  /**
   * A platform may be slow to say nothing: as long as the player is patient, and longer. Of that, a
   * clock of ours leaves what requests take.
   */
  void waitUntil(BooleanSupplier condition) {
    for (int left = leaps ? LEAPS : 0; left > 0 && !comes(condition, 300); left--) {
      lms.context().clock().fastForward(LEAP);
    }
    // The assertion that follows says what is missing.
    comes(condition, leaps ? 300 : LEAPS * LEAP);
  }

  private boolean comes(BooleanSupplier condition, double within) {
    try {
      lms.waitForCondition(condition, new Page.WaitForConditionOptions().setTimeout(within));
      return true;
    } catch (PlaywrightException tooLate) {
      return false;
    }
  }

  /**
   * Until the package's page or frame is elsewhere; a browser that is closed on the way there
   * hangs.
   */
  void waitUntilAt(String path) {
    waitUntil(() -> at(path).isPresent());
    at(path).ifPresent(frame -> frame.waitForLoadState(LoadState.LOAD));
  }

  private Optional<Frame> at(String path) {
    return page.frames().stream().filter(frame -> frame.url().endsWith(path)).findFirst();
  }

  void kill() {
    try {
      page.navigate("chrome://crash");
    } catch (PlaywrightException crashed) {
      // As meant.
    }
    close();
  }

  void close() {
    if (page != lms) {
      page.close();
    }
    lms.close();
  }
}
