package dev.rebound.publish.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import dev.rebound.publish.page.Axe;
import dev.rebound.publish.page.Chromium;
import dev.rebound.publish.page.Sample;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A learner who has done all there is. */
@Tag("browser")
class CompletionTest {
  private static final String ALL =
      """
      () => {
        const course = dom.data();
        let state = core.empty();
        course.lessons.forEach((id) => (state = core.visited(state, id)));
        course.quizzes.forEach((quiz) => (state = core.finished(state, quiz.id, 90)));
        localStorage['rebound.tea'] = core.pack(state, Infinity);
      }
      """;

  @Test
  void aCourseThatIsDoneLeadsToAStatementWhoseNameIsKeptNowhere(@TempDir Path folder) {
    Sample.write(
        new SitePublisher(Sample.templates(), Sample.words(), Map.of(), List.of())
            .artefacts(Sample.checked()),
        folder);
    try (Chromium chromium = new Chromium();
        BrowserContext context = chromium.browser().newContext()) {
      Page page = context.newPage();
      page.navigate(folder.resolve("tea/completion.html").toUri().toString());
      assertThat(page.locator(".statement")).isHidden();
      assertThat(page.locator("[data-standing]")).containsText("once the course is done");
      page.navigate(folder.resolve("tea/index.html").toUri().toString());
      assertThat(page.locator("[data-done]")).hasText(Pattern.compile("^0 of"));
      assertThat(page.locator(".outcomes li"))
          .hasText(new String[] {"warm the pot before the leaves", "say why: it keeps"});
      page.evaluate(ALL);
      page.reload();
      assertThat(page.locator("[data-resume]")).hasText("See what you have learned");
      page.locator("[data-resume]").press("Enter");
      assertThat(page.locator(".statement .of")).containsText("Tea");
      assertThat(page.locator(".statement [data-score]")).hasText("Result: 90 %");
      assertThat(page.locator(".days li")).hasCount(4);
      assertThat(page.locator(".learned li")).not().hasCount(0);
      page.locator("[data-name]").fill("Ada Steep");
      assertThat(page.locator("[data-shown]")).hasText("Ada Steep");
      assertThat(Axe.violations(page.mainFrame())).isEmpty();
      assertThat(String.valueOf(page.evaluate("JSON.stringify({ ...localStorage })")))
          .doesNotContain("Steep");
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator("[data-name]")).isHidden();
      assertThat(page.locator("[data-shown]")).isVisible();
    }
  }
}
