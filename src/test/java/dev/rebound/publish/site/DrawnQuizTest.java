package dev.rebound.publish.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import dev.rebound.check.Unchecked;
import dev.rebound.publish.page.Axe;
import dev.rebound.publish.page.Chromium;
import dev.rebound.publish.page.Sample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A quiz that draws from two banks, with an option of everything a question can set. */
@Tag("browser")
class DrawnQuizTest {
  @TempDir static Path folder;

  private static Chromium chromium;
  private BrowserContext context;
  private Page page;
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void publish() {
    Sample.write(
        new SitePublisher(Sample.templates(), Sample.words(), Map.of(), List.of())
            .artefacts(Unchecked.content(Sample.content("exam"))),
        folder);
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @BeforeEach
  void learner() {
    context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setHasTouch(true));
    page = context.newPage();
    page.onPageError(complaints::add);
    page.navigate(folder.resolve("tea/quiz-pot.html").toUri().toString());
  }

  @AfterEach
  void leave() {
    context.close();
    assertThat(complaints).isEmpty();
  }

  private Locator visible(String selector) {
    return page.locator(selector).locator("visible=true");
  }

  /** Begins attempts until one draws this question, and goes to it. */
  private Locator reach(String question) {
    Locator form = page.locator("[data-question='pot/" + question + "']");
    visible("[data-begin]").click();
    for (int i = 0; i < 60; i++) {
      for (int at = 0; at < 3; at++) {
        if (form.isVisible()) {
          return form;
        }
        visible("form.question input").first().check();
        visible("[data-check]").click();
        if (visible("[data-next]").count() == 0) {
          visible("[data-check]").click();
        }
        visible("[data-next]").click();
      }
      visible("[data-retry]").click();
    }
    throw new AssertionError("never drawn: " + question);
  }

  private List<String> order() {
    return visible("form.question .option .text").allTextContents();
  }

  private void axe() {
    assertThat(Axe.violations(page.mainFrame())).isEmpty();
  }

  @Test
  void whatTheLearnerKnowsBeforeItBegins() {
    assertThat(visible(".facts")).containsText("3 questions, drawn afresh from 4 for each attempt");
    assertThat(visible(".facts")).containsText("You pass with 60 % or more.");
    assertThat(visible(".facts")).containsText("as often as you like");
    assertThat(visible(".facts")).containsText("kept in this browser");
    axe();
  }

  @Test
  void anAttemptIsTheSameWhenItIsResumedAndTheNextOneDiffers() {
    visible("[data-begin]").click();
    assertThat(visible("[data-kicker]")).hasText("Question 1 of 3");
    assertThat(visible(".dots li")).hasCount(3);
    String first = visible("form.question").getAttribute("data-question");
    List<String> options = order();
    page.reload();
    assertThat(visible("[data-begin]")).hasText("Continue the quiz");
    visible("[data-begin]").click();
    assertThat(visible("form.question")).hasAttribute("data-question", first);
    assertThat(order()).isEqualTo(options);
    Set<String> firsts = new LinkedHashSet<>();
    for (int i = 0; i < 12; i++) {
      page.evaluate("localStorage.clear()");
      page.reload();
      visible("[data-begin]").click();
      firsts.add(visible("form.question").getAttribute("data-question"));
    }
    assertThat(firsts).as("four questions can come first").hasSizeGreaterThan(1);
  }

  @Test
  void optionsAreShuffledAndKeptByTheirId() {
    Locator form = reach("first");
    List<String> before = order();
    form.locator("input[value='pour']").check();
    form.locator("[data-check]").click();
    form.locator("input[value='warm']").check();
    form.locator("[data-check]").click();
    assertThat(form.locator("[data-verdict]")).hasText("Right");
    page.reload();
    // The result shows when this was the last one: then the question is no longer in sight.
    assertThat(page.locator("[data-question='pot/first'] .option .text").allTextContents())
        .isEqualTo(before);
    assertThat(page.locator("[data-question='pot/first'] input[value='warm']")).isChecked();
  }

  @Test
  void aWrongTryTellsWhyButNotWhatIsRight() {
    Locator form = reach("first");
    assertThat(form.locator("[data-tries]")).hasText("2 tries left");
    form.locator("input[value='serve']").check();
    form.locator("[data-check]").click();
    assertThat(form.locator("[data-verdict]")).isFocused();
    assertThat(form.locator("[data-verdict]")).hasText("Not this one");
    assertThat(form.locator("[data-tries]")).hasText("One try left");
    assertThat(form.locator("[data-why]").locator("visible=true")).hasCount(1);
    assertThat(form.locator("[data-why='serve']")).containsText("Nothing has brewed");
    assertThat(form.locator("[data-next]")).isHidden();
    axe();
    // A reload is no new try.
    page.reload();
    visible("[data-begin]").click();
    assertThat(form.locator("[data-tries]")).hasText("One try left");
    form.locator("input[value='pour']").check();
    form.locator("[data-check]").click();
    assertThat(form.locator("[data-why='warm']")).containsText("Right answer");
    assertThat(form.locator("[data-check]")).isHidden();
    assertThat(form.locator("[data-next]")).isVisible();
  }

  @Test
  void hintsComeOneAtATimeByKeyAndByTouch() {
    Locator form = reach("first");
    Locator button = form.locator("[data-hint]");
    assertThat(button).hasText("Show hint 1 of 2");
    button.focus();
    page.keyboard().press("Enter");
    Locator hints = form.locator("[data-hints] li");
    assertThat(hints.nth(0)).isFocused();
    assertThat(hints.nth(0)).hasText("Think of the cold pot.");
    assertThat(hints.nth(1)).isHidden();
    assertThat(button).hasText("Show hint 2 of 2");
    axe();
    button.tap();
    assertThat(hints.nth(1)).isFocused();
    assertThat(button).isHidden();
    assertThat(button.boundingBox() == null).isTrue();
  }

  @Test
  void partialCreditCountsByItsWeight() {
    // Of weight 4: right 1, right 1, and half of 2.
    for (int i = 0; i < 60; i++) {
      visible(i == 0 ? "[data-begin]" : "[data-retry]").click();
      for (int at = 0; at < 3; at++) {
        Map<String, String> right =
            Map.of(
                "pot/first",
                "warm",
                "pot/both",
                "heat",
                "more/minutes",
                "true",
                "more/cold",
                "false");
        String key = visible("form.question").getAttribute("data-question");
        visible("input[value='" + right.get(key) + "']").check();
        visible("[data-check]").click();
        visible("[data-next]").click();
      }
      boolean both =
          (boolean)
              page.evaluate(
                  "document.querySelector('[data-count]').textContent === '2 of 3 right'");
      assertThat(visible("[data-score]")).hasText(both ? "75 % right" : "100 % right");
      if (both) {
        return;
      }
    }
    throw new AssertionError("never drawn");
  }

  @Test
  void theResultShowsPrinciplesTheWayBackAndEveryAnswer() {
    Map<String, String> given =
        Map.of(
            "pot/first", "pour", "pot/both", "luck", "more/minutes", "true", "more/cold", "true");
    Locator form = reach("first");
    while (visible("form.question").count() > 0) {
      String key = visible("form.question").getAttribute("data-question");
      visible("input[value='" + given.get(key) + "']").check();
      visible("[data-check]").click();
      if (visible("[data-next]").count() == 0) {
        visible("[data-check]").click();
      }
      visible("[data-next]").click();
    }
    assertThat(visible(".answers li")).hasCount(3);
    Locator warm =
        visible(".mastery li").filter(new Locator.FilterOptions().setHasText("Warm the pot"));
    assertThat(warm).hasCount(1);
    assertThat(warm).containsText("right");
    assertThat(visible("[data-reread] .practise").first()).hasText("Practise: Warm the pot");
    // The lesson asks two questions about it: the one just missed only when both were.
    boolean bothMissed =
        visible(".answers button")
                .filter(new Locator.FilterOptions().setHasText("A cold pot is fine."))
                .count()
            > 0;
    assertThat(visible("[data-reread] .practise").first())
        .hasAttribute("href", "pot.html#practice_" + (bothMissed ? "pot_first" : "more_cold"));
    axe();
    Locator asked =
        visible(".answers button")
            .filter(new Locator.FilterOptions().setHasText("The leaves are ready"));
    asked.focus();
    page.keyboard().press("Enter");
    assertThat(form).isVisible();
    assertThat(form.locator("[data-why='warm']")).isVisible();
    assertThat(form.locator("[data-next]")).hasText("See your result");
    form.locator("[data-next]").press("Enter");
    assertThat(visible("[data-result] h2")).isFocused();
  }

  @Test
  void howSureOneWasOutlivesAReloadAndOrdersTheResult() {
    Map<String, String> wrong =
        Map.of(
            "pot/first", "pour", "pot/both", "luck", "more/minutes", "false", "more/cold", "true");
    visible("[data-begin]").press("Enter");
    List<String> asked = new ArrayList<>();
    for (int at = 0; at < 3; at++) {
      Locator form = visible("form.question");
      String key = form.getAttribute("data-question");
      asked.add(form.locator("legend").first().textContent().strip());
      // Wrong and not said, wrong and a guess, wrong and sure: the last has to come first.
      while (form.locator("[data-next]").isHidden()) {
        form.locator("input[value='" + wrong.get(key) + "']").press("Space");
        assertThat(form.locator(".confidence input:checked")).hasCount(0);
        if (at > 0) {
          form.locator(".confidence input[value='sure']").press("Space");
        }
        if (at == 1) {
          page.keyboard().press("ArrowDown");
          page.keyboard().press("ArrowDown");
          assertThat(form.locator(".confidence input[value='guess']")).isChecked();
          axe();
        }
        form.locator("[data-check]").press("Enter");
      }
      assertThat(form.locator(".confidence")).isHidden();
      form.locator("[data-next]").press("Enter");
    }
    page.reload();
    assertThat(visible(".answers button"))
        .hasText(new String[] {asked.get(2), asked.get(0), asked.get(1)});
    assertThat(visible(".answers li").first()).containsText("You were sure of this one");
    assertThat(visible(".answers li").first()).hasAttribute("value", "3");
    assertThat(visible(".answers .side")).hasCount(1);
    axe();
  }

  @Test
  void thePracticeDeckAsksHowSureOneIsToo() {
    visible("[data-begin]").press("Enter");
    for (int at = 0; at < 2; at++) {
      Locator form = visible("form.question");
      while (form.locator("[data-next]").isHidden()) {
        form.locator("input:not([name='confidence'])").last().press("Space");
        form.locator("[data-check]").press("Enter");
      }
      form.locator("[data-next]").press("Enter");
    }
    // All that was wrong is due at once: its day is still to come.
    page.evaluate(
        "() => { const cards = deck.unpack(localStorage.getItem('rebound.tea.deck'));"
            + " Object.keys(cards).forEach((id) => { cards[id] = { step: 0, day: 1 }; });"
            + " localStorage.setItem('rebound.tea.deck', deck.pack(cards)); }");
    page.navigate(folder.resolve("tea/quiz-pot.html").toUri() + "#practise");
    page.reload();
    for (int at = 0; at < 2; at++) {
      Locator form = visible("form.question");
      assertThat(form).isVisible();
      form.locator("input:not([name='confidence'])").last().press("Space");
      form.locator(".confidence input[value='sure']").press("Space");
      axe();
      form.locator("[data-check]").press("Enter");
      assertThat(form.locator(".confidence")).isHidden();
      form.locator("[data-next]").press("Enter");
    }
    page.waitForURL(Pattern.compile("practice\\.html#done/2/2/\\d$"));
  }

  @Test
  void inPlaceOfTheFinalStandsAPracticeExamOfOpenQuestions() {
    page.navigate(folder.resolve("tea/quiz-exam.html").toUri().toString());
    assertThat(page.locator(".head .kicker")).hasText("Final · Practice exam");
    assertThat(visible("[data-intro]")).containsText("The graded one is in your learning platform");
    assertThat(visible(".facts")).containsText("3 questions, drawn afresh from 4 for each attempt");
    assertThat(visible(".facts")).not().containsText("decides");
    assertThat(page.locator("form[data-question^='exam/']")).hasCount(0);
    axe();
    visible("[data-begin]").press("Enter");
    for (int at = 0; at < 3; at++) {
      visible("form.question input").first().check();
      visible("[data-check]").click();
      if (visible("[data-next]").count() == 0) {
        visible("[data-check]").click();
      }
      visible("[data-next]").click();
    }
    assertThat(visible("[data-result]")).containsText("This was practice and counts nowhere.");
    axe();
    String score = visible("[data-score]").textContent().replace("right", "").strip();
    // Its result stands beside it. It is no step of the course, and no attempt at the open quiz.
    page.navigate(folder.resolve("tea/index.html").toUri().toString());
    Locator last = page.locator(".modules section").last();
    assertThat(last.locator("h2")).hasText("Final");
    assertThat(last.locator("a .side")).hasText("Practice exam");
    assertThat(last.locator("[data-mark]")).hasText(score);
    assertThat(page.locator("[data-done]")).hasText("0 of 4 steps done");
    assertThat(page.locator("[data-mark='quiz/pot']")).hasText("");
    page.navigate(folder.resolve("index.html").toUri().toString());
    page.waitForFunction("() => typeof core === 'object'");
    assertThat(page.locator("[data-so-far]")).hasText("");
  }
}
