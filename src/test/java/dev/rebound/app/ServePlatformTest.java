package dev.rebound.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import dev.rebound.Courses;
import dev.rebound.publish.page.Axe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The package in the workshop's own platform, with its record beside it. */
@Tag("browser")
class ServePlatformTest extends ServeWindow {
  @Override
  Path sample() {
    return Courses.BASE.resolve("content");
  }

  /** The package, once it is open. */
  private Frame launched() {
    page.waitForFunction(
        "() => document.getElementById('package').contentWindow.location.pathname"
            + ".startsWith('/package/') && /^Open/.test("
            + "document.getElementById('platform-says').textContent)");
    page.waitForFunction("() => /^[1-9]/.test(document.getElementById('record-used').textContent)");
    return page.frames().stream()
        .filter(it -> it.url().contains("/package/"))
        .findFirst()
        .orElseThrow();
  }

  private Frame platform() {
    open("harbour/fog.html");
    page.click("[data-surface=platform]");
    return launched();
  }

  private void says(String id, String text) {
    page.waitForFunction(
        "([id, text]) => document.getElementById(id).textContent.includes(text)",
        List.of(id, text));
  }

  @Test
  void thePackageRunsAndItsRecordStandsBesideIt() {
    Frame course = platform();
    says("record-status", "incomplete");
    says("record-calls-count", "none against the standard");
    course.evaluate(
        "() => { const api = parent.API; api.LMSSetValue('cmi.objectives.0.id', 'no_such');"
            + " api.LMSSetValue('cmi.core.score.raw', '64'); api.LMSCommit('');"
            + " api.LMSSetValue('cmi.nothing', '1'); }");
    says("record-score", "64 of 100");
    says("record-objectives", "no_such");
    says("record-calls-count", "1 against the standard");
    page.click("#platform-forget");
    launched();
    says("record-score", "none yet");
  }

  @Test
  void aSessionExpiresANetworkIsCutAndTomorrowItAllGoesOn() {
    Frame course = platform();
    String commit =
        "() => { parent.API.LMSSetValue('cmi.core.lesson_location', 'quiz');"
            + " return parent.API.LMSCommit(''); }";
    page.click("#platform-cut");
    assertThat(course.evaluate(commit)).isEqualTo("false");
    page.click("#platform-cut");
    assertThat(course.evaluate(commit)).isEqualTo("true");
    page.click("#platform-expire");
    assertThat(course.evaluate(commit)).isEqualTo("false");
    page.click("#platform-again");
    course = launched();
    course.waitForFunction("() => parent.API.LMSGetValue('cmi.core.lesson_location') !== ''");
  }

  @Test
  void whatIsFinishedOpensForReview() {
    Frame course = platform();
    assertThat(page.isDisabled("#platform-review")).isTrue();
    course.evaluate(
        "() => { parent.API.LMSSetValue('cmi.core.lesson_status', 'passed');"
            + " parent.API.LMSCommit(''); }");
    says("record-status", "passed");
    page.click("#platform-review");
    says("platform-says", "Open for review.");
  }

  @Test
  void contentWithErrorsHasNoPackage() throws IOException {
    edit("courses/harbour/lessons/fog.md", "minutes: 1", "minutes: x");
    page.waitForSelector("#list li[data-severity=error]");
    page.click("[data-surface=platform]");
    says("platform-says", "There is no package of content with errors");
    assertThat(page.isDisabled("#platform-again")).isTrue();
  }

  @Test
  void scorm2004IsSpokenTooAndAllIsAccessible() {
    platform();
    page.selectOption("#platform-standard", "scorm2004");
    page.waitForFunction(
        "() => document.getElementById('package').contentWindow.location.pathname"
            + ".includes('scorm2004')");
    launched();
    says("record-used", "64,000");
    // The last word of the one before went to its own record.
    assertThat(page.evaluate("sessionStorage.getItem('platform/scorm2004/harbour/0')"))
        .asString()
        .contains("cmi.completion_status")
        .doesNotContain("cmi.core");
    says("record-calls-count", "none against the standard");
    for (int width : List.of(1366, 360)) {
      page.setViewportSize(width, 740);
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
      assertThat(Axe.violations(page.mainFrame())).isEmpty();
    }
  }

  @Test
  void aPackageIsForThoseWithTheTokenAlone() {
    platform();
    try (BrowserContext stranger = page.context().browser().newContext()) {
      Page other = stranger.newPage();
      String host = server.address().replaceFirst("\\?.*", "");
      assertThat(other.navigate(host + "package/scorm12/harbour/index.html").status())
          .isEqualTo(403);
      assertThat(other.navigate(host + "_/package?standard=scorm12&course=harbour").status())
          .isEqualTo(403);
    }
  }
}
