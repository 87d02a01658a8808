package dev.rebound.publish.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Contrast;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.page.Axe;
import dev.rebound.publish.page.Chromium;
import dev.rebound.publish.page.Sample;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

/** Every page of the sample site, opened from the disk in a real browser and judged by others. */
@Tag("browser")
class SitePagesTest {
  @TempDir static Path folder;

  private static List<Artefact> artefacts = List.of();
  private static Chromium chromium;

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

  private static Stream<Artefact> pages() {
    return artefacts.stream().filter(a -> a.path().endsWith(".html"));
  }

  @Test
  void aCourseIsAFolderOfPages() {
    assertThat(artefacts.stream().map(Artefact::path))
        .contains(
            "index.html",
            "assets/rebound.css",
            "assets/rebound.js",
            "assets/lunr.js",
            "assets/lunr-licence.txt",
            "sw.js",
            "offline.html",
            "tea/search.html",
            "tea/index.html",
            "tea/pot.html",
            "tea/quiz-pot.html",
            "tea/credits.html",
            "tea/glossary.html",
            "tea/images/pot.svg");
  }

  @TestFactory
  Stream<DynamicTest> opensFromDiskWithoutAnyoneElseAndIsAccessible() {
    return pages().map(page -> DynamicTest.dynamicTest(page.path(), () -> open(page.path())));
  }

  /** The ways a reader's device can ask for. */
  private enum Look {
    LIGHT(ColorScheme.LIGHT, Contrast.NO_PREFERENCE, ForcedColors.NONE),
    DARK(ColorScheme.DARK, Contrast.NO_PREFERENCE, ForcedColors.NONE),
    LIGHT_HIGH(ColorScheme.LIGHT, Contrast.MORE, ForcedColors.NONE),
    DARK_HIGH(ColorScheme.DARK, Contrast.MORE, ForcedColors.NONE),
    FORCED(ColorScheme.DARK, Contrast.NO_PREFERENCE, ForcedColors.ACTIVE);

    private final ColorScheme scheme;
    private final Contrast contrast;
    private final ForcedColors forced;

    Look(ColorScheme scheme, Contrast contrast, ForcedColors forced) {
      this.scheme = scheme;
      this.contrast = contrast;
      this.forced = forced;
    }

    void on(Page page) {
      page.emulateMedia(
          new Page.EmulateMediaOptions()
              .setColorScheme(scheme)
              .setContrast(contrast)
              .setForcedColors(forced)
              .setReducedMotion(ReducedMotion.REDUCE));
    }
  }

  private static void open(String path) {
    List<String> complaints = new ArrayList<>();
    try (BrowserContext context = chromium.browser().newContext()) {
      Page page = listening(context, complaints);
      Look.LIGHT.on(page);
      page.setViewportSize(320, 640);
      page.navigate(folder.resolve(path).toUri().toString());
      // Also what only an answer or a click reveals must be accessible.
      page.evaluate(
          "document.querySelectorAll('details').forEach(d => { d.open = true; });"
              + "document.querySelectorAll('[data-keeping]').forEach(k => { k.querySelector('[data-erase]').click(); });"
              + "const asked = document.getElementById('asked');"
              + " if (asked) { asked.value = 'pot'; asked.dispatchEvent(new Event('input')); }"
              + "const begin = document.querySelector('[data-begin]'); if (begin) begin.click();");
      Locator shown = page.locator("form[data-question]").locator("visible=true");
      if (page.locator("[data-begin]").count() > 0) {
        shown.first().waitFor();
      }
      for (Locator form : shown.all()) {
        // What answers it is loaded when it is near.
        form.scrollIntoViewIfNeeded();
        form.locator("[data-check]").waitFor();
        form.evaluate(
            "f => { f.querySelector('input').click(); f.querySelector('[data-check]').click(); }");
      }
      if (path.endsWith("search.html")) {
        page.locator("mark").first().waitFor();
        complaints.removeIf(said -> said.startsWith("request to file:"));
      }
      // A laptop 1,366 wide at 200 %, and a phone.
      for (int width : new int[] {1366 / 2, 320}) {
        page.setViewportSize(width, 640);
        assertThat(Axe.violations(page.mainFrame())).as("axe at %s", width).isEmpty();
        assertThat(
                (Boolean)
                    page.evaluate(
                        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
            .as("nothing sticks out sideways")
            .isTrue();
      }
      for (Look look : Look.values()) {
        look.on(page);
        assertThat(Axe.violations(page.mainFrame(), Axe.OF_COLOURS)).as("%s", look).isEmpty();
      }
      assertThat(complaints).isEmpty();
    }
  }

  private static Page listening(BrowserContext context, List<String> complaints) {
    Page page = context.newPage();
    page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
    page.onPageError(complaints::add);
    page.onRequest(
        request -> {
          if (!request.url().startsWith("file:") && !request.url().startsWith("data:")) {
            complaints.add("request to " + request.url());
          }
        });
    return page;
  }

  @TestFactory
  Stream<DynamicTest> isValidHtml() {
    return pages()
        .map(
            page ->
                DynamicTest.dynamicTest(
                    page.path(), () -> assertThat(checked(page.bytes())).isEmpty()));
  }

  /** What the Nu HTML checker says. Its schemas nest deeper than a usual stack. */
  static String checked(byte[] html) throws InterruptedException {
    StringBuilder said = new StringBuilder();
    Thread thread =
        new Thread(
            null,
            () -> {
              EmbeddedValidator validator = new EmbeddedValidator();
              validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
              try {
                validator
                    .validate(new ByteArrayInputStream(html))
                    .lines()
                    // It sees no address, so nothing is 'self' to it; the browser above does.
                    .filter(line -> !line.contains("violates Content Security Policy"))
                    .forEach(line -> said.append(line).append('\n'));
              } catch (IOException | SAXException failure) {
                said.append(failure);
              }
            },
            "nu",
            1L << 27);
    thread.start();
    thread.join();
    return said.toString();
  }

  @TestFactory
  Stream<DynamicTest> everyRelativeLinkLeadsToWhatWasBuilt() {
    Map<Path, String> built =
        artefacts.stream()
            .collect(
                Collectors.toMap(
                    a -> Path.of(a.path()), a -> new String(a.bytes(), StandardCharsets.UTF_8)));
    Pattern link = Pattern.compile("(?:href|src)=\"([^\":#]*)(?:#([^\"]*))?\"");
    return pages()
        .map(
            page ->
                DynamicTest.dynamicTest(
                    page.path(),
                    () -> {
                      Path here = Path.of(page.path());
                      Matcher matcher = link.matcher(built.getOrDefault(here, ""));
                      while (matcher.find()) {
                        Path target =
                            matcher.group(1).isEmpty()
                                ? here
                                : here.resolveSibling(matcher.group(1)).normalize();
                        assertThat(built).as(matcher.group()).containsKey(target);
                        if (matcher.group(2) != null) {
                          assertThat(built.get(target))
                              .as(matcher.group())
                              .contains("id=\"" + matcher.group(2) + "\"");
                        }
                      }
                    }));
  }

  @Test
  void aPageLoadsTheTypesOfQuestionsThatStandOnIt() {
    assertThat(html("tea/clock.html")).doesNotContain("questions.js", "quiz.js", "choice.js");
    assertThat(html("tea/pot.html"))
        .contains("questions.js", "choice.js")
        .doesNotContain("quiz.js", "true-false.js");
    assertThat(html("tea/quiz-milk.html"))
        .contains("quiz.js", "true-false.js")
        .doesNotContain("choice.js");
  }

  private static String html(String path) {
    return artefacts.stream()
        .filter(a -> a.path().equals(path))
        .map(a -> new String(a.bytes(), StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theSameContentGivesTheSameBytes() {
    List<Artefact> again =
        new SitePublisher(Sample.templates(), Sample.words(), Map.of(), List.of())
            .artefacts(Sample.checked());
    assertThat(again.stream().map(Artefact::path))
        .containsExactlyElementsOf(artefacts.stream().map(Artefact::path).toList());
    for (int i = 0; i < again.size(); i++) {
      assertThat(again.get(i).bytes()).isEqualTo(artefacts.get(i).bytes());
    }
  }
}
