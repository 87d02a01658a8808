package dev.rebound.publish.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import dev.rebound.check.Unchecked;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.page.Axe;
import dev.rebound.publish.page.Chromium;
import dev.rebound.publish.page.Sample;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A course in Hebrew, for which there are no interface words: mirrored, its English marked. */
@Tag("browser")
class RightToLeftTest {
  @TempDir Path folder;

  @Test
  void theCourseIsMirroredAndItsEnglishIsMarked() {
    List<Artefact> site =
        new SitePublisher(Sample.templates(), Sample.words(), Map.of(), List.of())
            .artefacts(Unchecked.content(Sample.content(Path.of("src/test/courses/rtl/content"))));
    Sample.write(site, folder);
    try (Chromium chromium = new Chromium();
        Page page =
            chromium.browser().newPage(new Browser.NewPageOptions().setViewportSize(1400, 900))) {
      page.navigate(folder.resolve("te/pot.html").toUri().toString());
      assertThat(page.locator("html")).hasAttribute("dir", "rtl");
      assertThat(page.locator("html")).hasAttribute("lang", "he");
      assertThat(page.locator(".skip")).hasAttribute("lang", "en");
      double middle = page.locator(".prose > .cited > p").first().boundingBox().x;
      Assertions.assertThat(page.locator(".outline").boundingBox().x).isGreaterThan(middle);
      Assertions.assertThat(page.locator(".note").first().boundingBox().x).isLessThan(middle);
      for (Artefact artefact : site) {
        if (artefact.path().endsWith(".html") && artefact.path().startsWith("te/")) {
          page.setViewportSize(320, 640);
          page.navigate(folder.resolve(artefact.path()).toUri().toString());
          Assertions.assertThat(Axe.violations(page.mainFrame())).as(artefact.path()).isEmpty();
          Assertions.assertThat(
                  page.evaluate(
                      "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
              .as("nothing of %s sticks out sideways", artefact.path())
              .isEqualTo(0);
        }
      }
      page.navigate(folder.resolve("te/search.html").toUri().toString());
      page.locator("#asked").fill("קומק");
      assertThat(page.locator("[data-search-results] mark").first()).isVisible();
    }
  }
}
