package dev.rebound.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.rebound.Courses;
import dev.rebound.publish.KeptResults;
import dev.rebound.publish.page.Chromium;
import dev.rebound.publish.page.Sample;
import dev.rebound.publish.site.SitePublisher;
import dev.rebound.serve.PreviewServer;
import dev.rebound.serve.Workspace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pictures of the documentation, taken of the sample course as it is built. They are made anew
 * into {@code target/pictures}, so that a page that cannot be shown fails here; {@code
 * -Drebound.refresh=true} writes them to {@code docs/pictures}.
 */
@Tag("browser")
@Tag("long")
class PicturesTest {
  /** Which option of a question is right. */
  private static final String RIGHT =
      """
      (form) => {
        const spec = JSON.parse(form.querySelector('[data-spec]').textContent);
        return Array.from(form.querySelectorAll('.options input')).findIndex((input) => spec.right.includes(input.value));
      }
      """;

  @TempDir private Path dir = Path.of("");

  @Test
  void takesThePicturesOfTheDocumentation() throws IOException {
    Path site = SampleSite.folder();
    Path pictures =
        Files.createDirectories(
            Path.of(Boolean.getBoolean("rebound.refresh") ? "docs/pictures" : "target/pictures"));
    Path course = site.resolve("service-recovery");
    try (Chromium chromium = new Chromium()) {
      shoot(
          chromium,
          1366,
          800,
          ColorScheme.LIGHT,
          course.resolve("index.html"),
          pictures.resolve("course-laptop.png"));
      shoot(
          chromium,
          1366,
          900,
          ColorScheme.LIGHT,
          course.resolve("agree.html"),
          pictures.resolve("lesson-laptop.png"));
      shoot(
          chromium,
          390,
          844,
          ColorScheme.DARK,
          course.resolve("bounce.html"),
          pictures.resolve("lesson-phone.png"));
      shoot(
          chromium,
          1366,
          1000,
          ColorScheme.LIGHT,
          site.resolve("trace.html"),
          pictures.resolve("trace.png"));
      feedback(chromium, course.resolve("quiz-start.html"), pictures.resolve("feedback.png"));
      matching(chromium, pictures.resolve("matching.png"));
      workshop(chromium, pictures);
    }
    try (var pdf =
        Loader.loadPDF(course.resolve("downloads/service-recovery-cards-a4.pdf").toFile())) {
      BufferedImage fronts = new PDFRenderer(pdf).renderImageWithDPI(0, 110);
      ImageIO.write(fronts, "png", pictures.resolve("cards-a4.png").toFile());
    }
    for (String name :
        new String[] {
          "course-laptop",
          "trace",
          "lesson-laptop",
          "lesson-phone",
          "feedback",
          "matching",
          "platform-course",
          "platform-record",
          "serve",
          "cards-a4"
        }) {
      assertThat(ImageIO.read(pictures.resolve(name + ".png").toFile())).as(name).isNotNull();
    }
  }

  private static void shoot(
      Chromium chromium, int width, int height, ColorScheme scheme, Path page, Path picture) {
    try (Page tab = tab(chromium, width, height, scheme)) {
      tab.navigate(page.toUri().toString());
      tab.screenshot(new Page.ScreenshotOptions().setPath(picture));
    }
  }

  private static void feedback(Chromium chromium, Path page, Path picture) {
    try (Page tab = tab(chromium, 900, 1200, ColorScheme.LIGHT)) {
      tab.navigate(page.toUri().toString());
      tab.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Begin the quiz")).click();
      tab.locator("form input").first().check();
      tab.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Check answer"))
          .first()
          .click();
      tab.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Next question"))
          .waitFor();
      tab.evaluate("scrollTo(0, 0)");
      tab.screenshot(new Page.ScreenshotOptions().setPath(picture));
    }
  }

  /** Of the tests' course, which has every type of question. */
  private void matching(Chromium chromium, Path picture) {
    Path site = dir.resolve("types");
    Sample.write(
        new SitePublisher(Sample.templates(), Sample.words(), Map.of(), List.of())
            .artefacts(Sample.everyType()),
        site);
    // So high that nothing scrolls: the bar of how far one has read lies over the window's top.
    try (Page tab = tab(chromium, 760, 2400, ColorScheme.LIGHT)) {
      tab.navigate(site.resolve("tea/kinds.html").toUri().toString());
      Locator form = tab.locator("form").first();
      for (String[] pair :
          new String[][] {{"A warm pot", "cold"}, {"A lump", "bitter"}, {"A question", "black"}}) {
        form.locator("[data-card]")
            .filter(new Locator.FilterOptions().setHasText(pair[0]))
            .locator("[data-pick]")
            .click();
        form.locator("[data-into='" + pair[1] + "']").click();
      }
      form.locator("[data-check]").click();
      form.locator("[data-again]").waitFor();
      form.screenshot(new Locator.ScreenshotOptions().setPath(picture));
    }
  }

  /**
   * The workshop: a course in its platform, under way in SCORM 2004 and done in SCORM 1.2; then a
   * lesson with something wrong in it.
   */
  private void workshop(Chromium chromium, Path pictures) throws IOException {
    Path content = dir.resolve("content");
    Courses.copy(Path.of("content"), content);
    try (PreviewServer server =
            PreviewServer.start(
                new Workspace(content.toRealPath(), dir.resolve("none"), false, Workspace.VS_CODE),
                ServeCommand.tools(dir.resolve("none"), KeptResults.NONE),
                0);
        Page tab = tab(chromium, 1366, 850, ColorScheme.LIGHT)) {
      // The rules that lay paper out look at all of the sample before a package is made.
      tab.setDefaultTimeout(120_000);
      tab.navigate(server.address());
      tab.evaluate("location.hash = 'first-day/index.html'");
      tab.waitForSelector("#page-name:has-text('·')");
      for (String standard : List.of("scorm2004", "scorm12")) {
        platform(tab, standard, standard.equals("scorm12") ? 5 : 2, pictures);
      }
      tab.click("[data-surface=laptop]");
      tab.click("#toggle");
      Path lesson = content.resolve("courses/first-day/lessons/first-minute.md");
      Files.writeString(
          lesson, Files.readString(lesson).replaceFirst("\\(principle:", "(principle:not-"));
      tab.evaluate("location.hash = 'first-day/first-minute.html'");
      tab.locator("#list button:has-text('Show in the page')").first().click();
      tab.frames().get(1).waitForSelector("rebound-marks button");
      tab.screenshot(new Page.ScreenshotOptions().setPath(pictures.resolve("serve.png")));
    }
  }

  /** Answers some questions, those with options right but for the second, others as they come. */
  private static void platform(Page tab, String standard, int answers, Path pictures) {
    tab.click("[data-surface=platform]");
    tab.selectOption("#platform-standard", standard);
    tab.waitForFunction(
        "standard => document.getElementById('package').contentWindow.location.pathname.includes(standard)",
        standard);
    FrameLocator course = tab.frameLocator("#package");
    course.locator("[data-resume]").waitFor();
    course.locator("html").evaluate("() => { location.hash = 'lesson-first-minute'; }");
    course.locator("html").evaluate("() => { location.hash = 'quiz-first-minute'; }");
    course.locator("[data-begin]").click();
    boolean done = standard.equals("scorm12");
    for (int at = 0; at < answers; at++) {
      Locator form = course.locator("[data-quiz] form:not([hidden])");
      Locator options = form.locator(".options input");
      if (options.count() > 0) {
        int right = (int) form.evaluate(RIGHT);
        options.nth(at == 1 ? (right + 1) % options.count() : right).check();
      }
      Locator cards = form.locator("[data-tray] [data-pick]");
      while (cards.count() > 0) {
        cards.first().click();
        form.locator("[data-into]").first().click();
      }
      form.locator("[data-check]").click();
      form.locator("[data-next]").waitFor();
      if (done || at == 0) {
        form.locator("[data-next]").click();
      }
    }
    tab.waitForFunction(
        "answers => document.querySelectorAll('#record-interactions li:not(.none)').length >= answers",
        answers);
    tab.screenshot(
        new Page.ScreenshotOptions()
            .setPath(pictures.resolve(done ? "platform-record.png" : "platform-course.png")));
  }

  private static Page tab(Chromium chromium, int width, int height, ColorScheme scheme) {
    return chromium
        .browser()
        .newPage(
            new Browser.NewPageOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE));
  }
}
