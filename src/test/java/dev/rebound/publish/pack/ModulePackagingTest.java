package dev.rebound.publish.pack;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ReducedMotion;
import dev.rebound.check.Unchecked;
import dev.rebound.inspect.Inspector;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.page.Chromium;
import dev.rebound.publish.page.Sample;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code packaging: module}: each module is a unit of its own. */
@Tag("browser")
class ModulePackagingTest {
  private static byte[] zip(String standard) {
    return Manifests.zip(standard, Sample.perModule());
  }

  private static String text(String standard, String path) {
    return new String(
        Manifests.files(zip(standard)).getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
  }

  private static List<String> found(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().map(r -> r.group(1)).toList();
  }

  @Test
  void aScoAModuleWithStableIdentifiers() {
    String manifest = text("scorm12", "imsmanifest.xml");
    assertThat(found(manifest, "<item identifier=\"([^\"]*)"))
        .containsExactly(
            "rebound_tea_item_module_pot",
            "rebound_tea_item_module_brew",
            "rebound_tea_item_module_milk");
    assertThat(found(manifest, "<resource .*href=\"([^\"]*)"))
        .containsExactly("module-pot.html", "module-brew.html", "module-milk.html");
    // The first only has something to read.
    assertThat(found(manifest, "<adlcp:masteryscore>(.*)<")).containsExactly("80", "80");
    String other = text("scorm2004", "imsmanifest.xml");
    assertThat(found(other, "<imsss:objective objectiveID=\"([^\"]*)"))
        .containsExactly("warm_first", "time_it", "ask_milk");
  }

  @Test
  void theFinalIsAUnitToo() throws IOException {
    byte[] zip = Manifests.zip("scorm12", Sample.perModule("exam"));
    Map<String, byte[]> files = Manifests.files(zip);
    String manifest =
        new String(files.getOrDefault("imsmanifest.xml", new byte[0]), StandardCharsets.UTF_8);
    assertThat(found(manifest, "<resource .*href=\"([^\"]*)"))
        .contains("module-pot.html")
        .endsWith("final.html");
    String page = new String(files.getOrDefault("final.html", new byte[0]), StandardCharsets.UTF_8);
    assertThat(found(page, " data-section=\"([^\"]*)\"")).contains("quiz/exam");
    assertThat(found(page, " id=\"([^\"]*)\"")).containsAll(found(page, "href=\"#([^\"]*)\""));
    // Its draw covers modules that are not in its unit.
    String whole =
        new String(
            Manifests.files(Manifests.zip("scorm12", Unchecked.content(Sample.content("exam"))))
                .getOrDefault("index.html", new byte[0]),
            StandardCharsets.UTF_8);
    String covers = "\"final\":true,.*?\"covers\":(\\[.*?\\]\\])";
    assertThat(found(page, covers)).hasSize(1).isEqualTo(found(whole, covers));
    String other =
        new String(files.getOrDefault("module-pot.html", new byte[0]), StandardCharsets.UTF_8);
    assertThat(found(other, " data-section=\"([^\"]*)\"")).doesNotContain("quiz/exam");
    assertThat(Inspector.inspect("x.zip", new ByteArrayInputStream(zip)))
        .extracting(finding -> finding.rule())
        .containsExactly("PackageContents");
  }

  @Test
  void anAssignableUnitAModule() {
    String structure = text("cmi5", "cmi5.xml");
    assertThat(found(structure, "<au id=\".*(/tea/module/[^\"]*)\""))
        .containsExactly("/tea/module/pot", "/tea/module/brew", "/tea/module/milk");
    assertThat(found(structure, "moveOn=\"([^\"]*)\""))
        .containsExactly("Completed", "CompletedAndPassed", "CompletedAndPassed");
    assertThat(found(structure, "masteryScore=\"([^\"]*)\"")).containsExactly("0.8", "0.8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"scorm12", "scorm2004", "cmi5"})
  void theInspectorHasNothingToSay(String standard) throws IOException {
    assertThat(Inspector.inspect("x.zip", new ByteArrayInputStream(zip(standard))))
        .extracting(finding -> finding.rule())
        .containsExactly("PackageContents");
  }

  @Test
  void aPageLinksToNothingBeyondItself() {
    for (String page : List.of("module-pot.html", "module-brew.html", "module-milk.html")) {
      String html = text("scorm12", page);
      List<String> ids = found(html, " id=\"([^\"]*)\"");
      assertThat(ids).doesNotHaveDuplicates();
      assertThat(ids).containsAll(found(html, "href=\"#([^\"]*)\""));
      assertThat(found(html, "<a [^>]*href=\"([^\"]*\\.html[^\"]*)\"")).isEmpty();
    }
  }

  @Test
  void theKeyCoversAllUnits() {
    List<Artefact> artefacts = Manifests.publisher("scorm12").artefacts(Sample.perModule());
    String key = new String(artefacts.get(1).bytes(), StandardCharsets.UTF_8);
    assertThat(artefacts.get(1).path()).endsWith("tea-scorm12-key.csv");
    assertThat(key.replace("\"", ""))
        .contains("pot_first_warm_first,warm_first,Brew,", "milk_guess_ask_milk,ask_milk,Milk,");
    assertThat(key.lines())
        .contains("b = clock = A clock")
        .anyMatch(line -> line.matches(".*t = true = true"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"scorm12", "cmi5"})
  void eachUnitKeepsItsOwnProgressAndResult(String standard) {
    // All are units of one learner on one platform, which keeps a record for each.
    try (Host host = Host.of(standard, Manifests.zip(standard, Sample.perModule("exam")));
        Chromium chromium = new Chromium();
        BrowserContext context =
            chromium
                .browser()
                .newContext(
                    new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE))) {
      // It has something to read, and asks nothing: no score.
      Launch milk = begun(host, context, "module-milk.html");
      ends(host, milk, "module-milk.html", "completed");

      Launch pot = begun(host, context, "module-pot.html");
      pot.visible(".pager [rel=next][href='#lesson-clock']").click();
      // The section changes a moment after the click: what is clicked next must be the new one's.
      pot.visible(".pager [rel=next]:not([href='#lesson-clock'])").click();
      pot.visible("[data-begin]").click();
      Locator form = pot.visible("form.question");
      String asked = String.valueOf(form.getAttribute("data-question"));
      while (pot.visible("[data-next]").count() == 0) {
        form.locator(".options input").first().check();
        form.locator("[data-check]").click();
      }
      ends(host, pot, "module-pot.html", "incomplete");

      Launch last = begun(host, context, "final.html");
      take(last, "false");
      ends(host, last, "final.html", "failed 0");

      Launch again = host.open(context, "module-pot.html");
      assertThat(again.visible("[data-begin]")).hasText("Continue the quiz");
      again.visible("[data-begin]").click();
      assertThat(again.visible("form.question")).not().hasAttribute("data-question", asked);
      again.close();

      Launch retried = host.open(context, "final.html");
      retried.visible("[data-retry]").click();
      take(retried, "true");
      ends(host, retried, "final.html", "passed 100");
    }
  }

  private static Launch begun(Host host, BrowserContext context, String unit) {
    Launch launch = host.open(context, unit);
    assertThat(launch.visible(".hero .kicker")).hasText("Tea, with an exam");
    assertThat(launch.visible("[data-done]")).containsText("0 of");
    launch.visible("[data-resume]").click();
    assertThat(launch.visible(".hero")).hasCount(0);
    return launch;
  }

  private static void take(Launch launch, String answers) {
    if (launch.sees("[data-begin]")) {
      launch.visible("[data-begin]").click();
    }
    for (int at = 0; at < 3; at++) {
      launch.visible("input[value='" + answers + "']").check();
      launch.visible("[data-check]").click();
      launch.visible("[data-next]").click();
    }
  }

  private static void ends(Host host, Launch launch, String unit, String status) {
    host.leave(launch);
    assertThat(host.status(launch, unit)).as(unit).isEqualTo(status);
    launch.close();
  }
}
