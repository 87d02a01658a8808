package dev.rebound.publish.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import dev.rebound.publish.page.Axe;
import dev.rebound.publish.page.Chromium;
import dev.rebound.publish.page.Sample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every type of question that is more than a choice, answered by key, by mouse and by finger. */
@Tag("browser")
class QuestionTypesTest {
  @TempDir static Path folder;

  private static Chromium chromium;
  private final List<String> complaints = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void publish() {
    Sample.write(
        new SitePublisher(Sample.templates(), Sample.words(), Map.of(), List.of())
            .artefacts(Sample.everyType()),
        folder);
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @BeforeEach
  void learner() {
    context = chromium.browser().newContext(mouse());
    page = open("kinds.html");
  }

  @AfterEach
  void leave() {
    context.close();
    assertThat(complaints).isEmpty();
  }

  private static Browser.NewContextOptions mouse() {
    return new Browser.NewContextOptions()
        .setViewportSize(1000, 1400)
        .setReducedMotion(ReducedMotion.REDUCE);
  }

  private Page open(String path) {
    Page opened = context.newPage();
    opened.onPageError(complaints::add);
    opened.onConsoleMessage(message -> complaints.add(message.text()));
    opened.navigate(folder.resolve("tea").resolve(path).toUri().toString());
    return opened;
  }

  private void onAPhone() {
    context.close();
    context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(360, 740)
                    .setHasTouch(true)
                    .setIsMobile(true)
                    .setReducedMotion(ReducedMotion.REDUCE));
    page = open("kinds.html");
  }

  private Locator form(String question) {
    return page.locator("form[data-question='kinds/" + question + "']");
  }

  private Locator in(String question, String selector) {
    return form(question).locator(selector);
  }

  private Locator card(String question, String text) {
    return in(question, "[data-card]")
        .filter(new Locator.FilterOptions().setHasText(text))
        .locator("[data-pick]");
  }

  /** Where a picked card can go, by name; it stands beneath the card. */
  private Locator into(String question, String text) {
    return in(question, "[data-into]").filter(new Locator.FilterOptions().setHasText(text));
  }

  private Locator box(String question, String text) {
    return in(question, "[data-box]").filter(new Locator.FilterOptions().setHasText(text));
  }

  private void check(String question, String verdict) {
    in(question, "[data-check]").click();
    assertThat(in(question, "[data-verdict]")).isFocused();
    assertThat(in(question, "[data-verdict]")).hasText(verdict);
  }

  private List<String> shownWhys(String question) {
    return in(question, "[data-why]").locator("visible=true").allInnerTexts();
  }

  private void drag(Locator from, Locator to) {
    from.scrollIntoViewIfNeeded();
    BoundingBox start = from.boundingBox();
    BoundingBox end = to.boundingBox();
    page.mouse().move(start.x + start.width / 2, start.y + start.height / 2);
    page.mouse().down();
    page.mouse().move(end.x + 40, end.y + 4, new Mouse.MoveOptions().setSteps(5));
    page.mouse().up();
  }

  private void drop(CDPSession finger, Locator grip, Locator to) {
    grip.scrollIntoViewIfNeeded();
    BoundingBox start = grip.boundingBox();
    BoundingBox end = to.boundingBox();
    double x = start.x + start.width / 2;
    double y = start.y + start.height / 2;
    touch(finger, "touchStart", x, y);
    for (int i = 1; i <= 5; i++) {
      touch(finger, "touchMove", x + (end.x + 40 - x) * i / 5, y + (end.y + 4 - y) * i / 5);
    }
    touch(finger, "touchEnd", -1, -1);
  }

  private static void touch(CDPSession finger, String type, double x, double y) {
    com.google.gson.JsonArray points = new com.google.gson.JsonArray();
    if (x >= 0) {
      com.google.gson.JsonObject point = new com.google.gson.JsonObject();
      point.addProperty("x", x);
      point.addProperty("y", y);
      points.add(point);
    }
    com.google.gson.JsonObject event = new com.google.gson.JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", points);
    finger.send("Input.dispatchTouchEvent", event);
  }

  /** Tab until it has the focus: what the keyboard cannot reach is not there. */
  private void tabTo(Locator target) {
    for (int i = 0; i < 60; i++) {
      if ((Boolean) target.evaluate("it => it === document.activeElement")) {
        return;
      }
      page.keyboard().press("Tab");
    }
    assertThat(target).isFocused();
  }

  private void press(Locator target, String key) {
    tabTo(target);
    page.keyboard().press(key);
  }

  private void from(String question) {
    in(question, "legend").focus();
  }

  private void placeByKey(String question, String card, String box) {
    from(question);
    press(card(question, card), "Enter");
    assertThat(card(question, card)).hasAttribute("aria-pressed", "true");
    press(into(question, box), "Enter");
    assertThat(box(question, box)).containsText(card);
  }

  @Test
  void matchingByKeyboard() {
    in("pairs", "[data-check]").click();
    assertThat(in("pairs", "[data-ask]")).hasText("Put one in every place first.");
    placeByKey("pairs", "A warm pot", "cold cup");
    assertThat(in("pairs", "[data-said]")).hasText("“A warm pot” is at “A guest with a cold cup”.");
    placeByKey("pairs", "A lump of sugar", "looks at the milk");
    placeByKey("pairs", "A clock", "bitter cup");
    assertThat(in("pairs", "[data-check]")).isFocused();
    page.keyboard().press("Enter");
    assertThat(in("pairs", "[data-verdict]")).hasText("Partly right");
    // What was put wrongly first, then what belongs there, then what was right.
    assertThat(shownWhys("pairs")).hasSize(4);
    assertThat(shownWhys("pairs").get(0))
        .startsWith("Your answer\nA lump of sugar")
        .contains("Sugar is a guess.");
    assertThat(shownWhys("pairs").get(1))
        .startsWith("Right answer\nA guest who looks at the milk → A question");
    assertThat(shownWhys("pairs").get(2)).startsWith("Right ");
    assertThat(box("pairs", "looks at the milk").locator(".is-wrong"))
        .hasText("A lump of sugarNot this one");
    in("pairs", "[data-again]").click();
    assertThat(in("pairs", "[data-tray] [data-card]")).hasCount(4);
    page.reload();
    assertThat(in("pairs", "[data-verdict]")).hasText("Partly right");
    assertThat(box("pairs", "cold cup")).containsText("A warm pot");
  }

  @Test
  void aPickedCardCanBeLetGoTakenBackAndReplaced() {
    card("pairs", "A question").click();
    page.keyboard().press("Escape");
    assertThat(card("pairs", "A question")).hasAttribute("aria-pressed", "false");
    assertThat(in("pairs", "[data-into]")).hasCount(0);
    card("pairs", "A question").click();
    into("pairs", "cold cup").click();
    card("pairs", "A warm pot").click();
    into("pairs", "cold cup").click();
    assertThat(box("pairs", "cold cup").locator("[data-card]")).hasText("A warm pot");
    card("pairs", "A warm pot").click();
    into("pairs", "Take it back").click();
    assertThat(in("pairs", "[data-tray] [data-card]")).hasCount(4);
  }

  @Test
  void matchingByMouse() {
    drag(card("pairs", "A warm pot"), box("pairs", "cold cup"));
    drag(card("pairs", "A clock"), box("pairs", "bitter cup"));
    drag(card("pairs", "A question"), box("pairs", "looks at the milk"));
    // What ends a drag is no click: nothing is picked.
    assertThat(in("pairs", "[aria-pressed=true]")).hasCount(0);
    check("pairs", "Right");
    assertThat(in("pairs", ".box .is-right")).hasCount(3);
    assertThat(shownWhys("pairs")).hasSize(3).noneMatch(why -> why.contains("Sugar"));
  }

  @Test
  void sortingByMouseAndKeyboard() {
    drag(card("baskets", "kettle"), box("baskets", "Helps"));
    placeByKey("baskets", "glance", "Helps");
    placeByKey("baskets", "as usual", "Helps");
    check("baskets", "Partly right");
    assertThat(shownWhys("baskets").get(0))
        .startsWith("Right answer\nYou take milk as usual. → Hurts");
    page.reload();
    assertThat(box("baskets", "Helps").locator(".is-wrong")).containsText("as usual");
  }

  /**
   * Three cards, three taps: the next card is picked already, and nothing but the tray has moved.
   */
  @Test
  void onAPhoneSortingTakesATapACardAndTheTrayStaysWhereItIs() {
    onAPhone();
    in("baskets", "[data-pick]").first().tap();
    // The page brings the categories into view, once.
    assertThat(into("baskets", "Hurts")).isInViewport();
    double top = in("baskets", "[data-tray]").boundingBox().y;
    for (int i = 0; i < 3; i++) {
      assertThat(in("baskets", "[data-tray] [aria-pressed=true]")).hasCount(1);
      into("baskets", "Hurts").tap();
      if (i < 2) {
        assertThat(in("baskets", "[data-tray]").boundingBox().y)
            .isCloseTo(top, org.assertj.core.data.Offset.offset(1.0));
      }
    }
    assertThat(in("baskets", "[data-check]")).isFocused();
    assertThat(in("baskets", "[data-check]")).isInViewport();
  }

  @Test
  void digitsPickACardAndItsPlace() {
    assertThat(in("baskets", "[data-check]")).isVisible();
    from("baskets");
    page.keyboard().press("1");
    assertThat(in("baskets", "[data-tray] [aria-pressed=true]")).isFocused();
    page.keyboard().press("1");
    page.keyboard().press("1");
    page.keyboard().press("2");
    assertThat(in("baskets", "[data-check]")).isFocused();
    assertThat(in("baskets", "[data-box] [data-card]")).hasCount(3);
    from("word");
    press(in("word", "[data-field]"), "7");
    assertThat(in("word", "[data-field]")).hasValue("7");
  }

  @Test
  void theArrowsLeaveRoomForTheText() {
    onAPhone();
    for (Locator body : in("steps", "[data-item] .body").all()) {
      assertThat(body.boundingBox().width).isGreaterThan(190);
    }
  }

  private void order(String... steps) {
    for (int at = 0; at < steps.length; at++) {
      Locator item =
          in("steps", "[data-item]").filter(new Locator.FilterOptions().setHasText(steps[at]));
      while (!in("steps", "[data-item]").nth(at).innerText().contains(steps[at])) {
        from("steps");
        press(item.locator("[data-move='-1']"), "Enter");
      }
    }
  }

  @Test
  void orderByKeyboard() {
    List<String> shown = in("steps", "[data-item] .text").allInnerTexts();
    assertThat(shown)
        .isNotEqualTo(
            List.of(
                "Warm the pot",
                "Pour the water on the leaves",
                "Wait three minutes",
                "Ask about milk"));
    order("Warm", "Pour", "Wait", "Ask");
    assertThat(in("steps", "[data-said]")).containsText("place ");
    assertThat(in("steps", "[data-item]").first().locator("[data-move='-1']")).isDisabled();
    // At the top, the way down has the focus.
    assertThat(page.locator(":focus"))
        .hasAttribute("data-move", java.util.regex.Pattern.compile("1"));
    check("steps", "Right");
    page.reload();
    assertThat(in("steps", "[data-item] .text").first()).hasText("Warm the pot");
    assertThat(in("steps", ".is-right")).hasCount(4);
  }

  @Test
  void thePageMovesAlongWithWhatIsDraggedToItsEdge() {
    order("Warm", "Pour", "Wait", "Ask");
    page.setViewportSize(800, 200);
    Locator first = in("steps", "[data-item]").first();
    first.evaluate("(item) => item.scrollIntoView({ block: 'center', behavior: 'instant' })");
    BoundingBox start = first.locator(".text").boundingBox();
    page.mouse().move(start.x + 5, start.y + 5);
    page.mouse().down();
    page.mouse().move(start.x + 5, 195, new Mouse.MoveOptions().setSteps(3));
    // Held there, without another movement.
    page.waitForFunction(
        "() => document.querySelectorAll('[data-question$=\"/steps\"] [data-item]')[3]"
            + ".getBoundingClientRect().bottom < 195");
    page.mouse().up();
    assertThat(in("steps", "[data-item] .text").last()).hasText("Warm the pot");
    page.mouse().move(5, 100);
    assertThat(page.locator(".dragged")).hasCount(0);
  }

  @Test
  void orderByMouseAndPartlyRight() {
    order("Warm", "Pour", "Wait", "Ask");
    drag(in("steps", "[data-item] .text").nth(3), in("steps", "[data-item]").nth(2));
    assertThat(in("steps", "[data-item] .text").nth(2)).hasText("Ask about milk");
    check("steps", "Partly right");
    assertThat(in("steps", ".is-wrong").first()).containsText("Belongs in place 4");
    assertThat(shownWhys("steps").get(0)).startsWith("Where it belongs\n3. Wait three minutes");
  }

  @Test
  void aWordWithTyposIsAcceptedAndSaysSo() {
    in("word", "[data-field]").fill("Ask teh gest!");
    in("word", "[data-field]").press("Enter");
    assertThat(in("word", "[data-verdict]")).hasText("Right, but for the spelling");
    assertThat(shownWhys("word").get(0)).startsWith("Accepted answer\nask the guest");
    in("word", "[data-again]").click();
    assertThat(in("word", "[data-field]")).isFocused();
    in("word", "[data-field]").fill(" GUESS. ");
    check("word", "Not this one");
    assertThat(shownWhys("word").get(0)).startsWith("Your answer\nguess").contains("Never guess.");
    page.reload();
    assertThat(in("word", "[data-field]")).hasValue("GUESS.");
  }

  @Test
  void aNumberTakesACommaAndAUnit() {
    in("minutes", "[data-field]").fill("soon");
    in("minutes", "[data-check]").click();
    assertThat(in("minutes", "[data-ask]")).hasText("Type a number first.");
    in("minutes", "[data-field]").fill("3,5 min");
    check("minutes", "Right");
    in("minutes", "[data-again]").click();
    in("minutes", "[data-field]").fill("about 7/2 min");
    check("minutes", "Right");
    in("minutes", "[data-again]").click();
    in("minutes", "[data-field]").fill("3.51");
    check("minutes", "Not this one");
    assertThat(shownWhys("minutes").get(0)).startsWith("Right answer\n2.5–3.5 min");
    assertThat(in("minutes", "[data-field]")).hasAttribute("inputmode", "decimal");
  }

  @Test
  void phrasesAreMarkedByKeyboard() {
    from("defence");
    press(in("defence", "input").nth(0), "Space");
    press(in("defence", "input").nth(1), "Space");
    press(in("defence", "[data-check]"), "Enter");
    assertThat(in("defence", "[data-verdict]")).hasText("Partly right");
    assertThat(in("defence", ".hot .outcome"))
        .hasText(new String[] {"Right", "Not this one", "Missed"});
    assertThat(shownWhys("defence").get(2))
        .startsWith("Right answer\nMost people like milk.")
        .contains("Breaks:");
  }

  @Test
  void aReflectionIsNotedAndNamesItsPrinciple() {
    in("habit", "input").nth(3).check();
    check("habit", "Noted");
    assertThat(
            in("habit", "[data-verdict]")
                .evaluate("it => getComputedStyle(it, '::before').content"))
        .as("what is not scored has no tick")
        .isEqualTo("none");
    assertThat(in("habit", "[data-feedback]"))
        .containsText("This is about: Ask about milk & sugar");
    page.reload();
    assertThat(in("habit", "input").nth(3)).isChecked();
  }

  @Test
  void aLongAnswerStandsAboveItsModel() {
    String text = "I’d warm a pot — at once.\nThen I’d ask.";
    in("reply", "[data-field]").fill(text);
    check("reply", "Compare the two");
    assertThat(shownWhys("reply").get(0)).startsWith("A model answer\nLet me warm a pot for you");
    assertThat(in("reply", "[data-feedback]")).containsText("This is about: Time every brew");
    page.reload();
    assertThat(in("reply", "[data-field]")).hasValue(text);
  }

  @Test
  void aLongAnswerIsHeldAgainstItsChecklist() {
    in("reply", "[data-field]").fill("A warm one.");
    check("reply", "Compare the two");
    Locator lines = in("reply", "[data-checklist] label");
    assertThat(lines)
        .hasText(new String[] {"It offers a warm pot.", "It says how long that takes."});
    assertThat(in("reply", "[data-checklist] .side").last())
        .hasText("Time every brew; three minutes is enough. Contested");
    lines.first().click();
    assertThat(in("reply", "[data-ticked]")).hasText("1 of 2 ticked");
    page.reload();
    assertThat(in("reply", "[data-checklist] input").first()).isChecked();
    assertThat(in("reply", "[data-ticked]")).hasText("1 of 2 ticked");
    // Who tries again goes on from what is there; another text is held against the list anew.
    in("reply", "[data-again]").click();
    assertThat(in("reply", "[data-field]")).hasValue("A warm one.");
    in("reply", "[data-field]").fill("A warm one, in three minutes.");
    check("reply", "Compare the two");
    assertThat(in("reply", "[data-ticked]")).hasText("0 of 2 ticked");
  }

  @Test
  void whatIsBeingWrittenOutlivesThePage() {
    in("reply", "[data-field]").pressSequentially("Let me");
    page.reload();
    assertThat(in("reply", "[data-field]")).hasValue("Let me");
    check("reply", "Compare the two");
    assertThat(page.evaluate("localStorage.getItem('rebound.tea.drafts')")).isEqualTo("{}");
  }

  @Test
  void byFingerAt360Pixels() {
    onAPhone();
    card("pairs", "A clock").tap();
    into("pairs", "bitter cup").tap();
    assertThat(box("pairs", "bitter cup")).containsText("A clock");
    in("defence", ".hot").first().tap();
    assertThat(in("defence", "input").first()).isChecked();
    String first = in("steps", "[data-item] .text").first().innerText();
    in("steps", "[data-move='1']").first().tap();
    assertThat(in("steps", "[data-item] .text").nth(1)).hasText(first);
    CDPSession finger = context.newCDPSession(page);
    drop(finger, in("steps", "[data-grip]").nth(1), in("steps", "[data-item]").nth(0));
    assertThat(in("steps", "[data-item] .text").first()).hasText(first);
    drop(finger, card("pairs", "A question").locator("[data-grip]"), box("pairs", "cold cup"));
    assertThat(box("pairs", "cold cup")).containsText("A question");
    // A finger on the words scrolls the page: only the grip drags.
    drop(finger, card("pairs", "A warm pot").locator(".text"), box("pairs", "looks at the milk"));
    assertThat(in("pairs", "[data-tray]")).containsText("A warm pot");
    assertThat(
            (Boolean)
                page.evaluate(
                    "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
        .isTrue();
    assertThat(page.locator("form button").locator("visible=true").all())
        .allSatisfy(button -> assertThat(button.boundingBox().height).isGreaterThanOrEqualTo(44));
  }

  /** On a slow line a reader may be done before the question is. */
  @Test
  void whoAnswersBeforeTheQuestionIsAliveIsToldOnceItIs() {
    List<Route> held = new ArrayList<>();
    page.route("**/assets/questions.js", held::add);
    page.reload();
    press(in("word", "[data-field]"), "g");
    page.keyboard().type("uess");
    page.keyboard().press("Enter");
    page.waitForCondition(() -> !held.isEmpty());
    assertThat(in("word", "[data-verdict]")).isHidden();
    held.forEach(Route::resume);
    assertThat(in("word", "[data-verdict]")).isFocused();
    assertThat(in("word", "[data-field]")).hasValue("guess");
  }

  @Test
  void theOthersByKeyboardAlone() {
    from("word");
    press(in("word", "[data-field]"), "g");
    page.keyboard().type("uess");
    page.keyboard().press("Enter");
    assertThat(in("word", "[data-verdict]")).isFocused();
    from("minutes");
    press(in("minutes", "[data-field]"), "3");
    page.keyboard().press("Enter");
    assertThat(in("minutes", "[data-verdict]")).hasText("Right");
    from("habit");
    press(in("habit", "input").nth(0), "Space");
    page.keyboard().press("ArrowDown");
    assertThat(in("habit", "input").nth(1)).isChecked();
    press(in("habit", "[data-check]"), "Enter");
    assertThat(in("habit", "[data-verdict]")).hasText("Noted");
    from("reply");
    press(in("reply", "[data-field]"), "x");
    press(in("reply", "[data-check]"), "Enter");
    assertThat(in("reply", "[data-verdict]")).hasText("Compare the two");
  }

  @Test
  void theOthersByFingerAt360Pixels() {
    onAPhone();
    card("baskets", "kettle").tap();
    into("baskets", "Helps").tap();
    assertThat(box("baskets", "Helps")).containsText("kettle");
    for (String typed : List.of("word", "minutes", "reply")) {
      in(typed, "[data-field]").tap();
      assertThat(in(typed, "[data-field]")).isFocused();
      page.keyboard().type("3");
      in(typed, "[data-check]").tap();
      assertThat(in(typed, "[data-verdict]")).isFocused();
    }
    in("habit", ".option").first().tap();
    in("habit", "[data-check]").tap();
    assertThat(in("habit", "[data-verdict]")).hasText("Noted");
  }

  @Test
  void phrasesAreMarkedByMouse() {
    in("defence", ".hot").nth(0).click();
    in("defence", ".hot").nth(2).click();
    in("defence", ".hot").nth(2).click();
    assertThat(in("defence", "input:checked")).hasCount(1);
    in("defence", "[data-check]").click();
    assertThat(in("defence", "[data-verdict]")).isFocused();
  }

  @Test
  void aPlaceIsFoundOnThePictureAndInTheListBelowIt() {
    in("table", "[data-area='pot'] rect").click();
    assertThat(in("table", "input").nth(0)).isChecked();
    press(in("table", "input").nth(0), "ArrowDown");
    assertThat(in("table", "input").nth(1)).isChecked();
    assertThat(in("table", ".area.is-chosen text")).hasText("2");
    press(in("table", "input").nth(1), "3");
    assertThat(in("table", ".area.is-chosen text")).hasText("3");
    check("table", "Not this one");
    assertThat(in("table", ".area.is-wrong text")).hasText("3");
    assertThat(in("table", ".area.is-right text")).hasText("2");
    in("table", "[data-area='pot'] rect").click();
    assertThat(in("table", "input:checked")).hasValue("jug");
    assertThat(shownWhys("table").get(0)).contains("Nobody has asked for it.");
  }

  /** Ways of seeing. */
  enum Sight {
    LIGHT,
    DARK,
    FORCED
  }

  @ParameterizedTest
  @EnumSource
  void accessibleBeforeDuringAndAfter(Sight sight) {
    page.setViewportSize(360, 740);
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(sight == Sight.DARK ? ColorScheme.DARK : ColorScheme.LIGHT)
            .setForcedColors(sight == Sight.FORCED ? ForcedColors.ACTIVE : ForcedColors.NONE));
    axe(sight, "before");
    card("pairs", "A clock").click();
    in("defence", ".hot").first().click();
    axe(sight, "during");
    card("pairs", "A clock").press("Escape");
    for (String box : List.of("bitter", "cold", "looks")) {
      in("pairs", "[data-tray] [data-pick]").first().click();
      into("pairs", box).click();
    }
    for (int i = 0; i < 3; i++) {
      in("baskets", "[data-tray] [data-pick]").first().click();
      into("baskets", "Hurts").click();
    }
    in("word", "[data-field]").fill("x");
    in("minutes", "[data-field]").fill("3");
    in("table", "input").first().check();
    in("habit", "input").first().check();
    in("reply", "[data-field]").fill("x");
    page.locator("[data-check]").all().forEach(Locator::click);
    assertThat(page.locator("[data-verdict]").locator("visible=true")).hasCount(9);
    page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true; })");
    axe(sight, "after");
  }

  /** What does not depend on colours is the same in each. */
  private void axe(Sight sight, String when) {
    assertThat(Axe.violations(page.mainFrame(), sight == Sight.LIGHT ? List.of() : Axe.OF_COLOURS))
        .as("%s %s", sight, when)
        .isEmpty();
    assertThat(complaints).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"kinds.html", "quiz-kinds.html"})
  void validHtmlOfASmallSize(String name) throws IOException, InterruptedException {
    byte[] html = Files.readAllBytes(folder.resolve("tea").resolve(name));
    assertThat(SitePagesTest.checked(html)).isEmpty();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String part : List.of("assets/rebound.css", "assets/rebound.js", "tea/" + name)) {
      try (GZIPOutputStream gzip = new GZIPOutputStream(all)) {
        gzip.write(Files.readAllBytes(folder.resolve(part)));
      }
    }
    assertThat(all.size()).isLessThan(40 * 1024);
  }

  @Test
  void whatIsNotScoredCountsAsAnsweredOnly() {
    page = open("quiz-kinds.html");
    page.locator("[data-begin]").click();
    for (String question :
        List.of(
            "pairs", "steps", "baskets", "word", "minutes", "defence", "table", "habit", "reply")) {
      switch (question) {
        case "pairs", "baskets" -> {
          for (int i = 0; i < 3; i++) {
            in(question, "[data-tray] [data-pick]").first().click();
            in(question, "[data-into]").nth(question.equals("pairs") ? i : 0).click();
          }
        }
        case "word" -> in(question, "[data-field]").fill("ask");
        case "minutes" -> in(question, "[data-field]").fill("9");
        case "reply" -> in(question, "[data-field]").fill("Sorry.");
        case "defence" -> {
          in(question, ".hot").nth(0).click();
          in(question, ".hot").nth(2).click();
        }
        case "table" -> in(question, "[data-area='jug'] rect").click();
        case "habit" -> in(question, "input").nth(1).check();
        default -> {}
      }
      in(question, "[data-check]").click();
      in(question, "[data-next]").click();
    }
    assertThat(page.locator("[data-count]")).hasText("2 of 7 right (2 not scored)");
    assertThat(page.locator("[data-score]")).hasText("29 % right");
    assertThat(page.locator("[data-reread] a").locator("visible=true")).not().hasCount(0);
  }

  @Test
  void aPrintedQuizShowsEveryQuestionAndRoomToWrite() {
    page = open("quiz-kinds.html");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("form").locator("visible=true")).hasCount(9);
    assertThat(page.locator("button").locator("visible=true")).hasCount(4 + 3);
    assertThat(page.locator("[data-feedback]").locator("visible=true")).hasCount(0);
    assertThat(in("reply", "textarea").boundingBox().height).isGreaterThan(100);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPrintedLessonHasRoomToWriteBeforeItsQuestionsAreLoaded(boolean scripts) {
    if (scripts) {
      // Once it has come; sooner, it would come after.
      page.locator("link[href*=questions]").evaluate("link => link.remove()");
    } else {
      context.close();
      context = chromium.browser().newContext(mouse().setJavaScriptEnabled(false));
      page = open("kinds.html");
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("form[data-question]").locator("visible=true")).hasCount(9);
    assertThat(page.locator(".moves").locator("visible=true")).hasCount(0);
    assertThat(in("pairs", ".slot").first().boundingBox().height).isGreaterThan(20);
    assertThat(in("word", "[data-field]")).hasCSS("border-top-width", "0px");
    assertThat(in("word", "[data-field]")).hasCSS("border-bottom-width", "1px");
    assertThat(in("reply", "textarea").boundingBox().height).isGreaterThan(100);
    assertThat(in("pairs", "[data-pick]").first()).hasCSS("border-top-width", "0px");
  }
}
