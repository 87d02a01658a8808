package dev.rebound.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import dev.rebound.publish.page.Axe;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an author changes in the browser is in the file, and nothing else is. */
@Tag("browser")
class ServeEditTest extends ServeWindow {
  private static final String POT = "courses/tea/lessons/pot.md";
  private static final String QUIZ = "courses/tea/quizzes/pot.yaml";

  /** The box in which a text is changed. */
  private static Locator box(Frame frame) {
    return frame.locator("rebound-editor .editor");
  }

  private String read(String file) throws IOException {
    return Files.readString(content.resolve(file));
  }

  private Frame editable(String path) {
    Frame frame = open(path);
    frame.waitForSelector("rebound-editor", attached());
    return frame;
  }

  @Test
  void aClickedTextIsChangedInItsFileAndUndone() throws IOException {
    String before = read(POT);
    Frame frame = editable("tea/pot.html");
    frame.locator("p[data-place]:has-text('Before anything else')").first().click(at(4, 4));
    Locator area = box(frame).locator("textarea");
    area.waitFor();
    assertThat(area.inputValue())
        .startsWith("Before anything else, [warm it](principle:warm-first).");
    area.fill(area.inputValue().replace("Before anything else", "First *of all*"));
    area.press("Control+Enter");
    shows(frame, "First of all");
    box(frame).waitFor(gone());
    assertThat(read(POT)).isEqualTo(before.replace("Before anything else", "First *of all*"));

    page.click("#undo");
    shows(frame, "Before anything else");
    assertThat(read(POT)).isEqualTo(before);
  }

  @Test
  void titlesAndNamesAreTextsToo() throws IOException {
    Frame frame = editable("tea/pot.html");
    change(frame, "h1", "Warm the pot", "Warm it: the pot");
    assertThat(read(POT)).startsWith("---\ntitle: \"Warm it: the pot\"\nteaches:");
    change(frame, ".dialogue-title", "The cold cup", "The cup, cold");
    change(frame, ".dialogue .who", "Guest", "A guest");
    assertThat(read("dialogues/cold-cup.md"))
        .startsWith("---\ntitle: The cup, cold\nsetting:")
        .contains("# Poor\n\n**A guest:** This is cold.\n");
    frame = editable("tea/index.html");
    change(frame, ".module h2", "The pot", "A pot");
    change(
        frame, ".outcomes li", "warm the pot before the leaves", "warm the pot, [then] the leaves");
    change(frame, ".hero h1", "Tea <for> two", "Tea # for two");
    assertThat(read("courses/tea/course.yaml"))
        .startsWith("title: \"Tea # for two\"\n")
        .contains(
            "    title: A pot\n    outcomes: [\"warm the pot, [then] the leaves\", \"say why: it"
                + " keeps\"]\n    lessons: [pot, clock]");
    frame = editable("tea/glossary.html");
    change(frame, "dt", "Brew", "A brew");
  }

  private void change(Frame frame, String where, String from, String to) {
    frame.locator(where + "[data-place]:has-text('" + from + "')").first().click(at(6, 6));
    Locator area = box(frame).locator("textarea");
    area.waitFor();
    assertThat(area.inputValue()).isEqualTo(from);
    area.fill(to);
    area.press("Control+Enter");
    box(frame).waitFor(gone());
    frame.waitForFunction(
        "([where, text]) => [...document.querySelectorAll(where)].some(it =>"
            + " it.textContent.includes(text))",
        List.of(where, to));
  }

  @Test
  void byKeyboardAloneAndEscLeavesTheFileAlone() throws IOException {
    String before = read(POT);
    Frame frame = editable("tea/pot.html");
    frame.locator("main").focus();
    page.keyboard().press("e");
    frame.waitForSelector("rebound-editor .pick");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    box(frame).locator("textarea").waitFor();
    page.keyboard().type("[x](principle:none-such) ");
    box(frame).locator("li[data-severity=error]:has-text('none-such')").waitFor();
    assertThat(
            new AxeBuilder(page)
                .include("#frame")
                .include("rebound-editor")
                .analyze()
                .getViolations())
        .filteredOn(it -> it.getNodes().toString().contains("rebound-editor"))
        .isEmpty();
    page.keyboard().press("Escape");
    box(frame).waitFor(gone());
    assertThat(read(POT)).isEqualTo(before);
  }

  @Test
  void whatChangedMeanwhileIsShownBesideAndNeitherIsLost() throws IOException {
    Frame frame = editable("tea/quiz-pot.html");
    frame.waitForSelector("[data-begin]:visible").click();
    frame.locator("[data-place]:has-text('The leaves are ready.')").first().click(at(4, 4));
    Locator area = box(frame).locator("textarea");
    area.waitFor();
    area.fill("Mine: the leaves?");
    edit(QUIZ, "The leaves are ready. What", "Theirs. What");
    shows(frame, "Theirs.");
    area.press("Control+Enter");
    box(frame).locator("pre:has-text('Theirs. What comes first?')").waitFor();
    assertThat(area.inputValue()).isEqualTo("Mine: the leaves?");
    assertThat(read(QUIZ)).contains("Theirs. What").doesNotContain("Mine");
    box(frame).locator("button:has-text('Put mine')").click();
    shows(frame, "Mine: the leaves?");
    assertThat(read(QUIZ)).contains("    stem: \"Mine: the leaves?\"\n    options:");
  }

  @Test
  void whatCouldNotBeReadAgainIsNotWritten() throws IOException {
    String before = read(QUIZ);
    Frame frame = editable("tea/quiz-pot.html");
    frame.waitForSelector("[data-begin]:visible").click();
    frame.locator("[data-place]:has-text('The leaves are ready.')").first().click(at(4, 4));
    Locator area = box(frame).locator("textarea");
    area.waitFor();
    area.fill("");
    area.press("Control+Enter");
    box(frame).locator("[role=alert]:has-text('Not saved')").waitFor();
    assertThat(read(QUIZ)).isEqualTo(before);
  }

  @Test
  void answersAreMappedOneAfterTheOtherByKeyboard() throws IOException {
    String before = read(QUIZ);
    edit(QUIZ, "        applies: warm-first\n        feedback: Warm", "        feedback: Warm");
    edit(QUIZ, "        breaks: time-it\n        feedback: Luck", "        feedback: Luck");
    page.waitForSelector("#map-all:has-text('Map 2 answers')");
    page.focus("#map-all");
    page.keyboard().press("Enter");
    page.waitForSelector("#map-text:has-text('I warm the pot.')");
    assertThat(page.textContent("#map-left")).contains("2 answers are left");
    assertThat(page.textContent("#map-list li[aria-selected=true] strong")).isEqualTo("warm-first");
    assertThat(Axe.violations(page.mainFrame())).isEmpty();
    page.keyboard().press("Enter");
    page.waitForSelector("#map-text:has-text('Luck')");
    page.keyboard().type("time-it");
    page.keyboard().press("Enter");
    page.waitForSelector("#map", hidden());
    page.waitForSelector("#map-all", hidden());
    assertThat(read(QUIZ)).isEqualTo(before);
  }
}
