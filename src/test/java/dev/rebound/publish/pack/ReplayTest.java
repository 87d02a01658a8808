package dev.rebound.publish.pack;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ReducedMotion;
import dev.rebound.Courses;
import dev.rebound.publish.page.Chromium;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * Scripted learners take the SCORM packages on platforms with the habits of real ones. Whatever the
 * platform does, each answer and the result are on record after the next launch, and no call breaks
 * the standard.
 *
 * <p>A few are played in each run of the tests; {@code -Drebound.replay=.*} plays all, or those
 * whose name matches another pattern. Together with {@code -Drebound.refresh=true} that writes
 * docs/compatibility.md.
 */
class ReplayTest {
  private static final Path TABLE = Path.of("docs/compatibility.md");

  private static final Map<String, Set<String>> PLATFORMS = new LinkedHashMap<>();

  static {
    PLATFORMS.put("as the standard says", Set.of());
    PLATFORMS.put("refuses requests of a page that goes", Set.of("nothing-at-unload"));
    PLATFORMS.put("refuses times with a zone", Set.of("no-zone"));
    PLATFORMS.put("says true with no network", Set.of("always-true"));
    PLATFORMS.put("cuts what is longer than 4,096", Set.of("cuts"));
    PLATFORMS.put("session expires", Set.of("expires"));
    PLATFORMS.put("session expires into a login page", Set.of("login-page"));
    PLATFORMS.put("refuses to initialise", Set.of("refuses"));
    PLATFORMS.put("throws when the learner leaves", Set.of("throws"));
    PLATFORMS.put("answers with numbers", Set.of("numbers"));
    PLATFORMS.put("opens a window of its own", Set.of("popup"));
    PLATFORMS.put("opens a window with a frame", Set.of("framed-popup"));
    PLATFORMS.put("has its API four parents up", Set.of("deep"));
    PLATFORMS.put("has its API late", Set.of("late"));
  }

  enum Learner {
    PERFECT("all right"),
    ALL_WRONG("all wrong"),
    RESUMES("half, then resumes"),
    KILLED("killed tab, then resumes"),
    OFFLINE("offline in the middle"),
    RETRIES("fails, then retries");

    private final String words;

    Learner(String words) {
      this.words = words;
    }
  }

  /** Played in each run: one of each kind of trouble. */
  private static final Set<String> EACH_RUN =
      Set.of(
          "scorm12, session expires into a login page, KILLED",
          "scorm12, refuses to initialise, PERFECT",
          "scorm2004, refuses times with a zone, RETRIES",
          "scorm2004, says true with no network, OFFLINE",
          "scorm2004, opens a window with a frame, RESUMES");

  private static Chromium chromium;
  private static final Map<String, byte[]> ZIPS = new LinkedHashMap<>();
  private static final Map<String, String> CELLS = new LinkedHashMap<>();

  @BeforeAll
  static void publish() {
    chromium = new Chromium();
    for (String standard : List.of("scorm12", "scorm2004")) {
      ZIPS.put(standard, Manifests.zip(standard));
    }
  }

  @AfterAll
  static void close() throws IOException {
    chromium.close();
    if (chosen() != null && Courses.refreshing()) {
      Courses.expect(TABLE, table());
    }
  }

  private static @Nullable String chosen() {
    return System.getProperty("rebound.replay");
  }

  @TestFactory
  Stream<DynamicTest> everyLearnerOnEveryPlatform() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String standard : List.of("scorm12", "scorm2004")) {
      PLATFORMS.forEach(
          (platform, habits) -> {
            for (Learner learner : Learner.values()) {
              String name = standard + ", " + platform + ", " + learner;
              if (chosen() == null ? EACH_RUN.contains(name) : name.matches(chosen())) {
                tests.add(
                    DynamicTest.dynamicTest(
                        name,
                        () -> {
                          CELLS.put(name, "**lost**");
                          CELLS.put(name, play(standard, habits, learner));
                        }));
              }
            }
          });
    }
    return tests.stream();
  }

  private static String play(String standard, Set<String> habits, Learner learner)
      throws IOException {
    byte[] zip = ZIPS.getOrDefault(standard, new byte[0]);
    try (StrictLms lms = new StrictLms(standard, zip, habits);
        BrowserContext context =
            chromium
                .browser()
                .newContext(
                    new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE))) {
      Launch launch = new Launch(context, lms, habits, false);
      boolean right = learner != Learner.ALL_WRONG && learner != Learner.RETRIES;
      launch.firstAnswer(right);
      if (learner == Learner.KILLED) {
        launch.kill();
        launch = new Launch(context, lms, habits, false);
        launch.goOn();
      } else if (learner == Learner.RESUMES) {
        launch.leave();
        launch = new Launch(context, lms, habits, false);
        launch.goOn();
      } else if (learner == Learner.OFFLINE) {
        context.setOffline(true);
      }
      launch.rest(right);
      if (learner == Learner.OFFLINE) {
        launch.expectNotice("offline", "found");
        context.setOffline(false);
      } else if (learner == Learner.RETRIES) {
        launch.retry();
      }
      boolean told = launch.settled(() -> complete(standard, lms.stored(), learner));
      boolean recorded = complete(standard, lms.stored(), learner);
      launch.leave();
      Launch later = new Launch(context, lms, Set.of(), true);
      later.waitUntil(() -> complete(standard, lms.stored(), learner));
      assertThat(complete(standard, lms.stored(), learner)).as("%s", lms.stored()).isTrue();
      later.leave();
      return recorded
          ? "recorded"
          : told ? "told, recorded at the next launch" : "recorded at the next launch";
    }
  }

  /** Whether the platform has every answer and the right result. */
  private static boolean complete(String standard, JsonNode stored, Learner learner) {
    boolean is12 = standard.equals("scorm12");
    Set<String> ids = new TreeSet<>();
    int count = 0;
    for (int i = 0; stored.has("cmi.interactions." + i + ".id"); i++) {
      ids.add(stored.path("cmi.interactions." + i + ".id").asString());
      count++;
    }
    String status =
        stored.path(is12 ? "cmi.core.lesson_status" : "cmi.success_status").asString("");
    String score = stored.path(is12 ? "cmi.core.score.raw" : "cmi.score.raw").asString("");
    boolean wrong = learner == Learner.ALL_WRONG || learner == Learner.RETRIES;
    return ids.size() == 3
        && count >= (learner == Learner.RETRIES ? 4 : 3)
        && status.equals(wrong ? "failed" : "passed")
        && score.equals(learner == Learner.RETRIES ? "50" : wrong ? "0" : "100");
  }

  /** One launch of the package, and what a learner does there. */
  private static final class Launch {
    private final Page lms;
    private final Page page;
    private final Set<String> habits;

    Launch(BrowserContext context, StrictLms platform, Set<String> habits, boolean well) {
      this.habits = habits;
      lms = context.newPage();
      lms.navigate(platform.url("/lms.html" + (well ? "?well" : "")));
      if (habits.contains("popup") || habits.contains("framed-popup")) {
        String inside = habits.contains("popup") ? "/package/index.html" : "/nest.html?1";
        page = lms.waitForPopup(() -> lms.evaluate("to => void window.open(to)", inside));
      } else {
        page = lms;
      }
      visible("h1").waitFor();
    }

    private Locator visible(String selector) {
      String visible = selector + " >> visible=true";
      if (habits.contains("popup")) {
        return page.locator(visible);
      }
      if (!habits.contains("deep")) {
        return page.frameLocator("iframe").locator(visible);
      }
      return page.frameLocator("iframe")
          .frameLocator("iframe")
          .frameLocator("iframe")
          .frameLocator("iframe")
          .locator(visible);
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
      if (visible("[data-resume]").count() > 0) {
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
      assertThat(visible("#notice"))
          .containsText(java.util.regex.Pattern.compile(one + "|" + other));
    }

    /** Waits until the platform has everything, or the learner has been told that it has not. */
    boolean settled(java.util.function.BooleanSupplier recorded) {
      boolean lies = habits.contains("login-page");
      if (!lies) {
        waitUntil(() -> recorded.getAsBoolean() || visible("#notice").count() > 0);
      }
      return visible("#notice").count() > 0;
    }

    void waitUntil(java.util.function.BooleanSupplier condition) {
      try {
        lms.waitForCondition(condition, new Page.WaitForConditionOptions().setTimeout(20_000));
      } catch (PlaywrightException tooLate) {
        // The assertion that follows says what is missing.
      }
    }

    void kill() {
      try {
        lms.navigate("chrome://crash");
      } catch (PlaywrightException crashed) {
        // As meant.
      }
      if (page != lms) {
        page.close();
      }
      lms.close();
    }

    void leave() {
      assertThat((List<?>) lms.evaluate("lms.complaints")).isEmpty();
      if (page == lms) {
        lms.evaluate("lms.leave()");
        lms.evaluate("document.querySelector('iframe').remove()");
        assertThat((List<?>) lms.evaluate("lms.complaints")).isEmpty();
      } else {
        page.close();
      }
      lms.close();
    }
  }

  private static String table() {
    StringBuilder out =
        new StringBuilder(
            """
            # Compatibility

            What becomes of a learner's work on platforms with the habits of real ones. Six scripted learners take the SCORM packages of
            a small course in Chromium, on a strict platform of our own (`src/test/player/strict-lms.js`) that has one habit each. It checks
            every call against the standard: no call broke it.

            Written by `mvn test -Dtest=ReplayTest -Drebound.replay=.* -Drebound.refresh=true`.

            - **recorded**: answers, score and status were with the platform before the learner left.
            - **told, recorded at the next launch**: the learner saw that something was not saved; the device kept it, and the next launch sent it.
            - **recorded at the next launch**: the platform said "true" and had nothing; the next launch found that out.
            - **–**: not played when this table was written.
            """);
    for (String standard : List.of("scorm12", "scorm2004")) {
      out.append("\n## ")
          .append(standard.equals("scorm12") ? "SCORM 1.2" : "SCORM 2004 4th Edition")
          .append("\n\n| the platform |");
      for (Learner learner : Learner.values()) {
        out.append(' ').append(learner.words).append(" |");
      }
      out.append("\n|---|").append("---|".repeat(Learner.values().length)).append('\n');
      for (String platform : PLATFORMS.keySet()) {
        out.append("| ").append(platform).append(" |");
        for (Learner learner : Learner.values()) {
          out.append(' ')
              .append(CELLS.getOrDefault(standard + ", " + platform + ", " + learner, "–"))
              .append(" |");
        }
        out.append('\n');
      }
    }
    return out.toString();
  }
}
