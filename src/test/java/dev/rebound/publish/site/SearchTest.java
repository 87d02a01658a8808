package dev.rebound.publish.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.page.Chromium;
import dev.rebound.publish.page.Sample;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader who looks for something, on pages opened from the disk. */
@Tag("browser")
class SearchTest {
  @TempDir static Path folder;

  private static List<Artefact> artefacts = List.of();
  private static Chromium chromium;
  private final List<String> requests = new ArrayList<>();
  private Page page;

  @BeforeAll
  static void publish() {
    artefacts =
        new SitePublisher(Sample.templates(), Sample.words(), Map.of(), List.of())
            .artefacts(Sample.checked());
    Sample.write(artefacts, folder);
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @BeforeEach
  void open() {
    page = chromium.browser().newContext().newPage();
    page.onRequest(request -> requests.add(request.url()));
    page.navigate(folder.resolve("tea/pot.html").toUri().toString());
  }

  private void ask(String words) {
    page.keyboard().press("Control+k");
    assertThat(page.locator("#asked")).isFocused();
    page.keyboard().type(words);
  }

  private Locator results() {
    return page.locator("[data-search-results] li");
  }

  private Locator count() {
    return page.locator("[data-search-count]");
  }

  @Test
  void theIndexIsLoadedWhenItIsFirstUsed() {
    page.keyboard().press("Control+k");
    assertThat(page.locator("#asked")).isFocused();
    Assertions.assertThat(requests).noneMatch(url -> url.contains("lunr"));
    page.keyboard().type("w");
    results().first().waitFor();
    Assertions.assertThat(requests).anyMatch(url -> url.endsWith("assets/lunr.js"));
  }

  @Test
  void aSectionIsFoundByAWordOfItAndReachedByKeyboard() {
    ask("two cups");
    assertThat(results().first()).containsText("Why heat & care");
    assertThat(results().first().locator("mark").first()).hasText("two");
    assertThat(count()).hasText(Pattern.compile("places? for \u201ctwo cups\u201d"));
    page.keyboard().press("ArrowDown");
    assertThat(results().first().locator("a")).isFocused();
    page.keyboard().press("Enter");
    page.waitForURL(Pattern.compile("tea/pot\\.html#why-heat-care$"));
    assertThat(page.locator("h2:target")).hasText("Why heat & care");
    page.goBack();
    assertThat(page.locator("#asked")).hasValue("two cups");
    assertThat(results().first()).containsText("Why heat & care");
  }

  @Test
  void theBeginningOfAWordIsEnough() {
    ask("kett");
    assertThat(results().locator("mark").first()).hasText("kettles");
  }

  @Test
  void aMistypedWordIsUnderstood() {
    ask("gues");
    assertThat(results().first()).containsText("never guess");
    page.locator("#asked").fill("dialogeu");
    assertThat(results()).hasCount(0);
    page.locator("#asked").fill("wram");
    assertThat(count()).containsText("wram");
    assertThat(results().locator("a", new Locator.LocatorOptions().setHasText("Warm")).first())
        .isVisible();
  }

  /** The lesson says "tea-cosy", its glossary that infusing is brewing. */
  @Test
  void hyphensStemsAndTheGlossarysOtherWordsAreUnderstood() {
    ask("teacosies");
    assertThat(results()).hasCount(1);
    assertThat(results().locator("mark")).hasText("tea-cosy");
    page.locator("#asked").fill("tea-cosy");
    assertThat(results().first().locator("mark").first()).hasText("tea-cosy");
    page.locator("#asked").fill("tea cosy");
    assertThat(results().first()).containsText("tea-cosy");
    page.locator("#asked").fill("infusing");
    assertThat(results().locator(".kicker", hasText("Glossary"))).hasCount(1);
    assertThat(results().locator("mark", hasText("brew")).first()).isVisible();
    page.locator("#asked").fill("letting it stand");
    assertThat(count()).containsText("letting it stand");
    assertThat(results().locator(".kicker", hasText("Glossary"))).hasCount(1);
    page.locator("#asked").fill("letting");
    assertThat(count()).hasText(Pattern.compile("\u201cletting\u201d"));
    assertThat(results().locator(".kicker", hasText("Glossary"))).hasCount(0);
  }

  @Test
  void whatIsNotThereIsSaid() {
    ask("zeppelin");
    assertThat(count()).containsText("Nothing found for \u201czeppelin\u201d");
    assertThat(count()).hasAttribute("role", "status");
  }

  @Test
  void everyKindOfThingIsFound() {
    ask("brew");
    assertThat(results().locator(".kicker", hasText("Glossary"))).hasCount(1);
    page.locator("#asked").fill("cold");
    assertThat(results().locator(".kicker", hasText("Dialogue"))).hasCount(1);
    page.locator("#asked").fill("ada steep");
    assertThat(results().locator(".kicker", hasText("Quoted fragment")).first()).isVisible();
  }

  private static Locator.LocatorOptions hasText(String text) {
    return new Locator.LocatorOptions().setHasText(text);
  }

  @Test
  void noQuestionAndNoAnswerIsInIt() {
    String documents =
        artefacts.stream()
            .filter(a -> a.path().equals("tea/search-documents.js"))
            .map(a -> new String(a.bytes(), StandardCharsets.UTF_8))
            .findFirst()
            .orElseThrow();
    Assertions.assertThat(documents)
        .contains("Pot and clock")
        .doesNotContain("The leaves are ready", "I serve the cup", "Luck is no clock");
  }
}
