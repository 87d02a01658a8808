package dev.rebound.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.rebound.publish.page.Axe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A workshop in a browser, with real files that are saved as editors save them. */
@Tag("browser")
class ServeTest extends ServeWindow {
  private static final String POT = "courses/tea/lessons/pot.md";

  @Test
  void aChangeShowsAndNothingElseMoves() throws IOException {
    Frame frame = open("tea/pot.html");
    Locator choice = frame.locator("main form input[type=radio]").nth(1);
    choice.scrollIntoViewIfNeeded();
    choice.check();
    choice.focus();
    frame.evaluate("window.mine = document.querySelector('main form')");
    Object scrolled = frame.evaluate("scrollY");

    edit(POT, "Before anything else", "Before all of it");
    shows(frame, "Before all of it");
    editByRenaming(POT, "Before all of it", "First of all");
    shows(frame, "First of all");

    assertThat(frame.evaluate("mine.isConnected && document.activeElement.checked"))
        .isEqualTo(true);
    assertThat(frame.evaluate("scrollY")).isEqualTo(scrolled);
  }

  @Test
  void anAnswerNotYetGivenOutlivesAnotherQuestionsChange() throws IOException {
    Frame frame = open("tea/quiz-pot.html");
    frame.waitForSelector("[data-begin]:visible").click();
    frame.waitForSelector("main form input[type=radio]:visible");
    frame.locator("main form input[type=radio]").nth(2).check();
    edit("courses/tea/quizzes/pot.yaml", "Which two help?", "Which two of these help?");
    shows(frame, "Which two of these help?");
    assertThat(frame.locator("main form input[type=radio]").nth(2).isChecked()).isTrue();
  }

  @Test
  void twoWindowsStayInStep() throws IOException {
    Page other = browser.newPage();
    other.navigate(server.address());
    Frame one = open("tea/pot.html");
    Frame two = open(other, "tea/index.html");
    edit(POT, "title: Warm the pot", "title: Heat the pot");
    shows(one, "Heat the pot");
    shows(two, "Heat the pot");
  }

  @Test
  void aFileThatCannotBeReadShowsItsLastGoodStateAndWhy() throws IOException {
    Frame frame = open("tea/pot.html");
    edit(POT, "minutes: 4", "minutes: [4");
    page.waitForSelector("#list li[data-severity=error]");
    assertThat(page.locator("#list").textContent()).contains("courses/tea/lessons/pot.md");
    assertThat(frame.textContent("h1")).isEqualTo("Warm the pot");
    edit(POT, "minutes: [4", "minutes: 5");
    shows(frame, "5 min");
  }

  @Test
  void whatIsRenamedDeletedOrNewIsFollowed() throws IOException {
    Frame frame = open("tea/clock.html");
    Path clock = content.resolve("courses/tea/lessons/clock.md");
    Path away = folder.resolve("clock.md");
    Files.move(clock, away);
    page.waitForSelector("#trouble:visible");
    assertThat(page.textContent("#trouble")).contains("gone");
    Files.move(away, clock);
    page.waitForSelector("#trouble", hidden());
    edit("courses/tea/lessons/clock.md", "title: ", "title: Again ");
    shows(frame, "Again ");

    Path other = content.resolve("courses/cup");
    Files.createDirectories(other.resolve("lessons"));
    Files.writeString(
        other.resolve("course.yaml"),
        "title: A cup\npassMark: 80\nmodules: [{ id: one, title: One, lessons: [sip] }]\n");
    Files.writeString(
        other.resolve("lessons/sip.md"),
        "---\ntitle: Sip\nteaches: []\nminutes: 1\n---\n\nSlowly.\n");
    shows(open("index.html"), "A cup");
    shows(open("cup/sip.html"), "Slowly.");
  }

  @Test
  void aCheckoutOfFiveHundredFilesShowsAsItIsInTheEnd() throws IOException {
    Frame frame = open("tea/index.html");
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      names.append(i == 0 ? "" : ", ").append("step-").append(i);
      Files.writeString(
          content.resolve("courses/tea/lessons/step-" + i + ".md"),
          "---\ntitle: Step " + i + "\nteaches: []\nminutes: 1\n---\n\nStep by step.\n");
    }
    edit("courses/tea/course.yaml", "[pot, clock]", "[pot, clock, " + names + "]");
    shows(frame, "Step 499");
  }

  @Test
  void templatesAndStylesAreFollowedFromTheMomentTheyAreThere() throws IOException {
    Frame frame = open("tea/pot.html");
    Path looks = Files.createDirectories(folder.resolve("looks/site"));
    Files.writeString(
        looks.resolve("lesson.css"),
        Files.readString(Path.of("templates/site/lesson.css"))
            + "\nh1 { letter-spacing: 7px !important; }\n");
    frame.waitForFunction(
        "() => getComputedStyle(document.querySelector('h1')).letterSpacing === '7px'");
    Files.createDirectories(looks.resolve("parts"));
    Files.writeString(
        looks.resolve("parts/pager.ftlh"), "<p class=\"meta\">Turn the page. ${nothing.such}</p>");
    page.waitForSelector("#trouble:visible");
    assertThat(frame.textContent("h1")).isEqualTo("Warm the pot");
    Files.writeString(looks.resolve("parts/pager.ftlh"), "<p class=\"meta\">Turn the page.</p>");
    shows(frame, "Turn the page.");
  }

  @Test
  void draftsShowWithTheirFindingsAtTheirPlaces() throws IOException {
    Files.writeString(
        content.resolve("courses/tea/quizzes/new.yaml"),
        """
        title: New
        draft: true
        questions:
          - id: cup
            type: choice
            stem: Which cup is warm?
            options:
              - { text: The small one, correct: true }
              - { text: The big one }
        """);
    page.waitForSelector("#list li:has-text('maps to no principle')");
    page.locator("#list li:has-text('The small one') button:has-text('Show')").first().click();
    page.waitForFunction(
        "() => document.getElementById('frame').contentWindow.location.pathname.endsWith('quiz-new.html')");
    Frame frame = open("tea/quiz-new.html");
    shows(frame, "Which cup is warm?");
    frame.waitForSelector("rebound-marks button");
    assertThat(frame.locator("rebound-marks button").first().getAttribute("aria-label"))
        .contains("error");
    page.locator("#list button:has-text('AnswerWithoutPrinciple')").first().click();
    page.waitForSelector("#explain[open] h3:has-text('Why')");
    assertThat(page.locator("#list a").first().getAttribute("href"))
        .startsWith("vscode://file/")
        .contains("/content/courses/tea/");
  }

  @Test
  void theWorkshopIsAccessibleWideAndNarrow() {
    open("tea/pot.html");
    for (int width : List.of(1366, 360)) {
      page.setViewportSize(width, 740);
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
      assertThat(Axe.violations(page.mainFrame())).isEmpty();
    }
  }
}
