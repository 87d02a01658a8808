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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sentences that a learner wants to have at hand. */
@Tag("browser")
class PhrasesTest {
  @Test
  void aLineToSayIsKeptPrintedAndLetGo(@TempDir Path folder) {
    Sample.write(
        new SitePublisher(Sample.templates(), Sample.words(), Map.of(), List.of())
            .artefacts(Sample.checked()),
        folder);
    try (Chromium chromium = new Chromium();
        BrowserContext context = chromium.browser().newContext()) {
      Page page = context.newPage();
      page.navigate(folder.resolve("tea/pot.html").toUri().toString());
      page.keyboard().press("PageDown");
      page.locator(".keep").first().press("Enter");
      assertThat(page.locator(".keep").first()).hasAttribute("aria-pressed", "true");
      assertThat(Axe.violations(page.mainFrame())).isEmpty();
      page.navigate(folder.resolve("tea/practice.html").toUri().toString());
      assertThat(page.locator("[data-phrases] li")).hasCount(1);
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator("[data-phrases] li span")).isVisible();
      assertThat(page.locator(".hero")).isHidden();
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
      assertThat(Axe.violations(page.mainFrame())).isEmpty();
      page.locator("[data-phrases] li button").press("Enter");
      assertThat(page.locator("[data-phrases] li")).hasCount(0);
      assertThat(page.locator("[data-none]")).isVisible();
    }
  }
}
