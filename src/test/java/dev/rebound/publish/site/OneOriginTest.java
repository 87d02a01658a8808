package dev.rebound.publish.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.page.Chromium;
import dev.rebound.publish.page.Sample;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two sites with a course of the same name in folders of one host, as code hosts serve them. */
@Tag("browser")
class OneOriginTest {
  private static final Map<String, Artefact> SITE =
      new SitePublisher(Sample.templates(), Sample.words(), Map.of(), List.of())
          .artefacts(Sample.checked()).stream().collect(Collectors.toMap(Artefact::path, it -> it));

  private Chromium chromium;
  private BrowserContext context;
  private Page page;

  @BeforeEach
  void open() {
    chromium = new Chromium();
    context = chromium.browser().newContext();
    context.route("http://host.test/**", OneOriginTest::answer);
    page = context.newPage();
  }

  @AfterEach
  void close() {
    chromium.close();
  }

  private static void answer(Route route) {
    String path = route.request().url().replaceFirst("http://host.test/\\w+/", "");
    Artefact found = SITE.get(path.replaceFirst("#.*", ""));
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(found == null ? 404 : 200)
            .setContentType(
                path.endsWith(".js")
                    ? "text/javascript"
                    : path.endsWith(".css") ? "text/css" : "text/html; charset=utf-8")
            .setBodyBytes(found == null ? new byte[0] : found.bytes()));
  }

  private void go(String path) {
    page.navigate("http://host.test/" + path);
  }

  private void takeTheQuizOfMilk(String site) {
    go(site + "/tea/quiz-milk.html");
    page.locator("[data-begin]").click();
    page.locator("input").locator("visible=true").nth(1).check();
    page.locator("[data-check]").locator("visible=true").click();
    assertThat(page.locator("[data-verdict]").locator("visible=true")).hasText("Right");
  }

  private void showsDone(String site, String steps) {
    go(site + "/tea/index.html");
    assertThat(page.locator("[data-done]")).hasText(steps);
  }

  @Test
  void whatIsDoneOnOneIsNotDoneOnTheOther() {
    takeTheQuizOfMilk("a");
    showsDone("a", "1 of 5 steps done");
    showsDone("b", "0 of 5 steps done");
    go("b/tea/practice.html");
    assertThat(page.locator("[data-due]")).hasText("Nothing here yet");
  }

  @Test
  void whatWasKeptForBothIsStillThereOnEachUntilItIsErased() {
    takeTheQuizOfMilk("a");
    // As it was kept when sites on one host were not told apart.
    page.evaluate(
        "['tea', 'tea.deck'].forEach((name) => {"
            + "localStorage.setItem('rebound.' + name, localStorage.getItem('rebound./a/' + name));"
            + "localStorage.removeItem('rebound./a/' + name); })");
    showsDone("a", "1 of 5 steps done");
    showsDone("b", "1 of 5 steps done");
    go("b/tea/pot.html");
    assertThat(page.locator("[data-player]")).hasCount(0);
    go("a/tea/index.html");
    page.locator("[data-erase]").click();
    showsDone("a", "0 of 5 steps done");
    showsDone("b", "1 of 5 steps done");
  }
}
