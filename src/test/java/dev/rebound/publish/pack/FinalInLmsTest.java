package dev.rebound.publish.pack;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import dev.rebound.check.CheckedContent;
import dev.rebound.check.Unchecked;
import dev.rebound.publish.page.Chromium;
import dev.rebound.publish.page.Sample;
import dev.rebound.publish.page.Settled;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The final of {@code exam/} in somebody else's LMS: what decides, and what each attempt records.
 * What differs between standards is played in each; that passing waits for the lessons in all of
 * them, {@code verdict.test.js} says.
 */
@Tag("browser")
class FinalInLmsTest {
  private static final CheckedContent EXAM = Unchecked.content(Sample.content("exam"));

  private static final String UNIT = "index.html";

  private final List<String> complaints = new ArrayList<>();

  // Set by learner before it tells its story.

  @SuppressWarnings("NullAway.Init")
  private Host host;

  @SuppressWarnings("NullAway.Init")
  private BrowserContext context;

  @SuppressWarnings("NullAway.Init")
  private Launch launch;

  @SuppressWarnings("NullAway.Init")
  private Page page;

  @AfterEach
  void nothingBroke() {
    assertThat(complaints).isEmpty();
  }

  @FunctionalInterface
  private interface Story {
    void tell(String standard);
  }

  private void learner(String standard, Story story) {
    try (Host host = Host.of(standard, Manifests.zip(standard, EXAM));
        Chromium chromium = new Chromium();
        BrowserContext context =
            chromium
                .browser()
                .newContext(
                    new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE))) {
      context.onWebError(error -> complaints.add(error.error()));
      this.host = host;
      this.context = context;
      open();
      assertThat(visible("h1")).hasText("Tea, with an exam");
      story.tell(standard);
    }
  }

  private void open() {
    launch = host.open(context, UNIT);
    page = launch.page;
  }

  private void leave() {
    host.leave(launch);
    launch.close();
  }

  private Locator visible(String selector) {
    return launch.visible(selector);
  }

  /** What it has is not always there at once. */
  private void expectStatus(String status) {
    launch.waitUntil(() -> host.status(launch, UNIT).equals(status));
    assertThat(host.status(launch, UNIT)).isEqualTo(status);
  }

  private String cmi(String path) {
    return String.valueOf(
        Settled.page(page)
            .evaluate(
                "path => path.split('.').reduce((at, key) => at && at[key], record())", path));
  }

  private static String status(String standard) {
    return standard.equals("scorm12") ? "core.lesson_status" : "success_status";
  }

  private static String score(String standard) {
    return standard.equals("scorm12") ? "core.score.raw" : "score.raw";
  }

  private void turn(String hash) {
    visible("html").evaluate("(html, hash) => { location.hash = hash; }", hash);
    assertThat(visible("#" + hash)).hasCount(1);
  }

  private void read() {
    Stream.of("lesson-pot", "lesson-clock", "lesson-milk").forEach(this::turn);
  }

  /**
   * @return the keys of its questions
   */
  private List<String> take(boolean right) {
    return take(at -> right);
  }

  private List<String> take(IntPredicate right) {
    return IntStream.range(0, 3)
        .mapToObj(
            at -> {
              String key = visible("form.question").getAttribute("data-question");
              visible("input[value='" + right.test(at) + "']").check();
              visible("[data-check]").click();
              visible("[data-next]").click();
              return key;
            })
        .toList();
  }

  @Test
  void theFinalAloneDecidesAndNothingFailsBeforeIt() {
    learner(
        "scorm12",
        it -> {
          read();
          turn("quiz-exam");
          assertThat(visible(".facts")).containsText("This result decides");
          assertThat(visible(".facts")).containsText("You can take it 2 times");
          visible("[data-begin]").click();
          List<String> first = take(false);
          assertThat(first).anyMatch(key -> key.startsWith("exam/milk"));
          assertThat(first)
              .anyMatch(key -> key.startsWith("exam/pot") || key.startsWith("exam/clock"));
          assertThat(cmi(status(it))).isEqualTo("failed");
          assertThat(cmi(score(it))).isEqualTo("0");
          assertThat(visible("[data-left]")).hasText("One attempt left.");
          visible("[data-retry]").click();
          take(true);
          assertThat(cmi(status(it))).isEqualTo("passed");
          assertThat(cmi(score(it))).isEqualTo("100");
          assertThat(visible("[data-left]")).hasText("No attempts left.");
          assertThat(visible("[data-retry]")).hasCount(0);
          assertThat(IntStream.range(0, 6).mapToObj(i -> cmi("interactions." + i + ".result")))
              .doesNotContain("undefined", "null")
              .startsWith(it.equals("scorm12") ? "wrong" : "incorrect")
              .endsWith("correct");
          assertThat(cmi("interactions.3.weighting")).isEqualTo("1");
          @SuppressWarnings("unchecked")
          List<String> calls = (List<String>) Settled.page(page).evaluate("calls");
          int failed = indexOf(calls, "failed");
          assertThat(calls.subList(0, failed)).noneMatch(call -> call.contains("passed"));
          assertThat(indexOf(calls, "score.raw 0")).isBetween(0, failed);
          assertThat(calls).filteredOn(call -> call.matches("(LMS)?Initialize.*")).hasSize(1);
          page.evaluate("document.querySelector('iframe').remove()");
          @SuppressWarnings("unchecked")
          List<String> all = (List<String>) Settled.page(page).evaluate("calls");
          assertThat(all).filteredOn(call -> call.matches("(LMSFinish|Terminate).*")).hasSize(1);
        });
  }

  private static int indexOf(List<String> calls, String end) {
    return IntStream.range(0, calls.size())
        .filter(
            i ->
                calls.get(i).endsWith(end)
                    && calls.get(i).contains("cmi.")
                    && !calls.get(i).contains("objectives"))
        .findFirst()
        .orElse(-1);
  }

  @Test
  void inCmi5FailedWaitsForTheEndAndPassedDoesNot() {
    learner(
        "cmi5",
        it -> {
          read();
          turn("quiz-exam");
          visible("[data-begin]").click();
          assertThat(take(false)).anyMatch(key -> key.startsWith("exam/milk"));
          expectStatus("completed");
          leave();
          expectStatus("failed 0");
          open();
          assertThat(visible("[data-left]")).hasText("One attempt left.");
          visible("[data-retry]").click();
          take(true);
          expectStatus("passed 100");
          assertThat(visible("[data-left]")).hasText("No attempts left.");
          leave();
          List<JsonNode> answers = answers();
          assertThat(answers).hasSize(6);
          assertThat(answers.subList(0, 3))
              .allMatch(answer -> answer.at("/result/score/scaled").asInt(-1) == 0);
          assertThat(answers.subList(3, 6))
              .allMatch(answer -> answer.at("/result/success").asBoolean());
        });
  }

  private Lrs lrs() {
    return ((Host.OfCmi5) host).lrs();
  }

  private List<JsonNode> answers() {
    return lrs().statements().stream().filter(s -> Lrs.verb(s).equals("answered")).toList();
  }

  @Test
  void theMasteryScoreOfThePlatformDecides() {
    learner(
        "cmi5",
        it -> {
          launch.close();
          // The course says 60.
          lrs().demand("0.7");
          open();
          read();
          turn("quiz-exam");
          visible("[data-begin]").click();
          take(at -> at > 0);
          expectStatus("completed");
          leave();
          expectStatus("failed 67");
        });
  }

  @Test
  void aKilledTabGoesOnWithTheSameDraw() {
    learner(
        "scorm2004",
        it -> {
          turn("quiz-exam");
          visible("[data-begin]").click();
          String first = visible("form.question").getAttribute("data-question");
          visible("input[value='true']").check();
          visible("[data-check]").click();
          visible("[data-next]").click();
          String second = visible("form.question").getAttribute("data-question");
          assertThat(cmi("suspend_data")).matches("[0-9a-z]{6,9}\\|4~[!-~]*");
          launch.kill();
          open();
          assertThat(visible("[data-begin]")).hasText("Continue the quiz");
          visible("[data-begin]").click();
          assertThat(visible("form.question")).hasAttribute("data-question", second);
          assertThat(visible("[data-kicker]")).hasText("Question 2 of 3");
          assertThat(second).isNotEqualTo(first);
          assertThat(launch.axe()).isEmpty();
        });
  }

  @Test
  void eachTryIsRecordedAndAPartEarnsItsShare() {
    learner(
        "scorm2004",
        it -> {
          turn("quiz-pot");
          for (int attempt = 0; attempt < 60; attempt++) {
            visible(attempt == 0 ? "[data-begin]" : "[data-retry]").click();
            for (int at = 0; at < 3; at++) {
              String key = visible("form.question").getAttribute("data-question");
              if (key.equals("pot/both")) {
                visible("input[value='heat']").check();
                visible("[data-check]").click();
                String last =
                    String.valueOf(
                        Settled.page(page)
                            .evaluate(
                                "Object.values(record().interactions).filter((it) => it && it.id).pop().result"));
                assertThat(Double.parseDouble(last)).isEqualTo(.5);
                assertThat(
                        page.evaluate(
                            "Object.values(record().interactions).filter((it) => it && it.id).pop().weighting"))
                    .hasToString("2");
                return;
              }
              visible("input").first().check();
              visible("[data-check]").click();
              if (visible("[data-next]").count() == 0) {
                visible("[data-check]").click();
              }
              visible("[data-next]").click();
            }
          }
          throw new AssertionError("never drawn");
        });
  }

  @Test
  void howSureOneWasIsAskedAndComesBackWithTheState() {
    learner(
        "scorm12",
        it -> {
          turn("quiz-pot");
          visible("[data-begin]").click();
          for (int at = 0; at < 3; at++) {
            // Of any three questions at least one has a last answer that is wrong.
            while (visible("[data-next]").count() == 0) {
              visible("input:not([name='confidence'])").last().check();
              visible(".confidence input[value='sure']").check();
              visible("[data-check]").click();
            }
            assertThat(visible(".confidence")).hasCount(0);
            visible("[data-next]").click();
          }
          assertThat(visible(".answers li")).hasCount(3);
          assertThat(visible(".answers li").first()).containsText("You were sure of this one");
          List<String> order = visible(".answers li").allTextContents();
          leave();
          open();
          turn("quiz-pot");
          assertThat(visible(".answers li")).hasText(order.toArray(String[]::new));
        });
  }
}
