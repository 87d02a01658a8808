package dev.rebound.publish.pack;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.LoadState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** One launch of the package, and what a learner does there. */
final class Launch {
  final Page lms;
  final Page page;
  private final int frames;

  /**
   * @param lms the platform's own page
   * @param page the window in which the package is
   * @param frames how many frames deep it stands there
   */
  Launch(Page lms, Page page, int frames) {
    this.lms = lms;
    this.page = page;
    this.frames = frames;
    visible("h1").waitFor();
  }

  /** A window that the platform opens. */
  static Page window(Page lms, String address) {
    return lms.waitForPopup(() -> lms.evaluate("to => void window.open(to)", address));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  Locator visible(String selector) {
    String visible = selector + " >> visible=true";
    if (frames == 0) {
      return page.locator(visible);
    }
    FrameLocator frame = page.frameLocator("iframe");
    for (int deeper = 1; deeper < frames; deeper++) {
      frame = frame.frameLocator("iframe");
    }
    return frame.locator(visible);
  }

  boolean sees(String selector) {
    return visible(selector).count() > 0;
  }

  /** Whether it can be read without scrolling, and says something. */
  boolean isShown(String selector) {
    Object shown =
        sees(selector)
            ? visible(selector)
                .first()
                .evaluate(
                    "it => { const box = it.getBoundingClientRect(); return it.textContent.trim()"
                        + " !== '' && box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight"
                        + " && box.right <= innerWidth; }")
            : false;
    return Boolean.TRUE.equals(shown);
  }

  /** What a browser says when a network is back. */
  void hearThatTheNetworkIsBack() {
    visible("h1").evaluate("() => void dispatchEvent(new Event('online'))");
  }

  /**
   * Goes on where the learner was, or from the start where that has not arrived.
   *
   * @return whether it was from the start
   */
  boolean resume(boolean right) {
    waitUntil(
        () ->
            visible("h1").textContent().equals("Pot and clock")
                || !visible("[data-resume]").textContent().isEmpty());
    boolean anew =
        !visible("h1").textContent().equals("Pot and clock")
            && !visible("[data-resume]").textContent().equals("Continue");
    if (anew) {
      firstAnswer(right);
    } else {
      goOn();
    }
    return anew;
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

  void firstAnswer(boolean right) {
    visible("[data-resume]").click();
    assertThat(visible("h1")).hasText("Warm the pot");
    turnTo("Watch the clock");
    turnTo("Pot and clock");
    visible("[data-begin]").click();
    answer(right ? 0 : 1);
  }

  /** After a launch: where the learner was, with the first answer given. */
  void goOn() {
    waitUntil(
        () ->
            visible("h1").textContent().equals("Pot and clock")
                || visible("[data-resume]").textContent().equals("Continue"));
    if (sees("[data-resume]")) {
      // The API came late: the learner stands at the start, and is led on from there.
      visible("[data-resume]").click();
    }
    assertThat(visible("h1")).hasText("Pot and clock");
    visible("[data-begin]").click();
    assertThat(visible("[data-kicker]")).hasText("Question 2 of 2");
    answer(0, 1);
  }

  void rest(boolean right) {
    if (visible("[data-next]").textContent().contains("Next")) {
      visible("[data-next]").click();
      answer(right ? new int[] {0, 1} : new int[] {2});
    }
    visible("[data-next]").click();
    turnTo("Ask about milk");
    turnTo("Milk");
    visible("[data-begin]").click();
    answer(right ? 1 : 0);
  }

  void retry() {
    visible("[data-next]").click();
    visible("[data-retry]").click();
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

  /** A platform may be slow to say nothing: as long as the player is patient, and longer. */
  void waitUntil(BooleanSupplier condition) {
    try {
      lms.waitForCondition(condition, new Page.WaitForConditionOptions().setTimeout(45_000));
    } catch (PlaywrightException tooLate) {
      // The assertion that follows says what is missing.
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
