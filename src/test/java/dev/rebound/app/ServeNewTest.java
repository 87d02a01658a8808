package dev.rebound.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.SelectOption;
import dev.rebound.Courses;
import dev.rebound.publish.page.Axe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the forms write is well-formed, or is not written. */
@Tag("browser")
class ServeNewTest extends ServeWindow {
  private int areas;

  @Override
  Path sample() {
    return Courses.BASE.resolve("content");
  }

  private void form(String kind) {
    page.click("#new-open");
    page.waitForSelector("#new[open]");
    page.selectOption("#new-kind", new SelectOption().setLabel(kind));
  }

  /** Something in each field that must be filled, and in those that can be. */
  private void fill() {
    for (Locator field :
        page.locator("#new-fields input:visible, #new-fields textarea:visible").all()) {
      String label = field.locator("xpath=ancestor::label").textContent();
      if ("checkbox".equals(field.getAttribute("type"))) {
        continue;
      }
      field.fill(
          field.getAttribute("list") != null || label.startsWith("Principles")
              ? "log-first"
              : label.startsWith("Paragraphs")
                  ? "1"
                  : field.getAttribute("pattern") != null
                      ? "fresh-one"
                      : "number".equals(field.getAttribute("type"))
                          ? areaOrFive(label)
                          : label.contains("commas")
                              ? "one, two"
                              : label.contains("category")
                                  ? "one"
                                  : label.contains("follows")
                                      ? "done"
                                      : "It says: \"so\", and # so");
    }
  }

  /** Areas that do not overlap: the first is at the left, and each next begins where it ends. */
  private String areaOrFive(String label) {
    return label.startsWith("From the left") ? String.valueOf(10 * ++areas) : "5";
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(content)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.put(content.relativize(file).toString(), Files.readString(file));
      }
    }
    return all;
  }

  private void write() {
    page.click("#new-form button.main");
    page.waitForSelector("#new", hidden());
  }

  @Test
  void eachFormWritesWhatCanBeReadAndIsUndone() throws IOException {
    open("index.html");
    Map<String, String> before = files();
    List<String> kinds = new ArrayList<>(page.locator("#new-kind option").allTextContents());
    assertThat(kinds).hasSizeGreaterThan(14);
    // It needs the very text that the source's excerpts are from.
    assertThat(kinds.remove("Excerpts of a source")).isTrue();
    for (String kind : kinds) {
      form(kind);
      fill();
      write();
      assertThat(files()).as(kind).isNotEqualTo(before);
      assertThat(files().values())
          .as(kind)
          .anyMatch(
              it ->
                  it.contains("\"It says: \\\"so\\\", and # so\"")
                      || it.contains("so\", and # so"));
      page.waitForResponse("**/_/undo", () -> page.click("#undo"));
      assertThat(files()).as(kind).isEqualTo(before);
    }
  }

  @Test
  void aQuestionByKeyboardAloneShowsOnItsPage() throws IOException {
    open("harbour/quiz-fog.html");
    page.focus("#new-open");
    page.keyboard().press("Enter");
    page.waitForSelector("#new[open]");
    page.selectOption("#new-kind", new SelectOption().setLabel("Question: true or false"));
    assertThat(page.inputValue("#new-bank")).isEqualTo("fog");
    fill();
    page.keyboard().press("Control+Enter");
    page.waitForSelector("#new", hidden());
    assertThat(Files.readString(content.resolve("courses/harbour/quizzes/fog.yaml")))
        .startsWith(Files.readString(sample().resolve("courses/harbour/quizzes/fog.yaml")))
        .contains("  - id: fresh-one\n    type: true-false\n");
    shows(open("harbour/quiz-fog.html"), "It says: “so”, and # so");
  }

  @Test
  void anAreaIsDrawnOnThePicture() throws IOException {
    open("harbour/quiz-fog.html");
    form("Question: a place on a picture");
    fill();
    Locator picture = page.locator(".new-picture");
    picture.scrollIntoViewIfNeeded();
    BoundingBox box = picture.locator("img").boundingBox();
    page.mouse().move(box.x + box.width * .5, box.y + box.height * .4);
    page.mouse().down();
    page.mouse().move(box.x + box.width * .7, box.y + box.height * .8);
    page.mouse().up();
    assertThat(page.locator(".new-area").allTextContents()).containsExactly("1", "2", "3");
    page.keyboard().type("The lamp");
    page.locator("#new-fields label:has-text('right')").last().click();
    write();
    assertThat(Files.readString(content.resolve("courses/harbour/quizzes/fog.yaml")))
        .contains("(images/lamp.svg)")
        .containsPattern(
            "text: The lamp\n +left: 50\n +top: 40\n +width: 20\n +height: 40\n +correct: true");
    page.waitForSelector("#frame");
    shows(open("harbour/quiz-fog.html"), "The lamp");
  }

  private static final String TALK =
      """
      A talk about tea, given in the back room of a shop that has sold nothing else for as long as
      anybody in the street remembers.

      A pot that was warmed before keeps the tea warm for as long as two people talk, and that is
      longer than either of them thinks when they sit down. Take your time. The water does not mind
      waiting, the leaves do not mind waiting, and the guest who came in out of the rain minds least
      of all, because the chair is dry and somebody has asked how the morning went. Then pour slowly,
      with the lid held down, and stop while the cup still has room for the milk that one of them
      will want and the other will not.

      Bye, and thank you for the biscuits that somebody left on the chair.
      """;

  /** Selects some words of a pasted text's paragraph, and quotes them. */
  private void quote(int paragraph, int from, int to, String id) {
    page.evaluate(
        "([n, from, to]) => { const text = document.querySelector('.new-paragraphs li:nth-child(' +"
            + " n + ')').firstChild; getSelection().setBaseAndExtent(text, from, text, to); }",
        List.of(paragraph, from, to));
    page.click(".new-pasted button");
    page.keyboard().type(id);
  }

  private void errorsOfTalk(int count) {
    page.waitForFunction(
        "count => +document.getElementById('state').dataset.found >="
            + " +document.getElementById('state').dataset.shown &&"
            + " /[.]$/.test(document.getElementById('summary').textContent) &&"
            + " [...document.querySelectorAll('#list"
            + " section')].filter(it => it.textContent.includes('sources/talk') &&"
            + " it.querySelector('[data-severity=error]')).length === count",
        count);
  }

  @Test
  void aPastedSourceIsLockedWithItsExcerpts() throws IOException {
    open("index.html");
    Map<String, String> before = files();
    form("Source");
    page.locator("#new-fields label:has-text('Id,') input").fill("talk");
    page.locator("#new-fields label:has-text('Title') input").fill("A talk");
    page.locator("#new-fields label:has-text('Paragraphs that are not') input").fill("3");
    page.locator(".new-pasted textarea").fill(TALK);
    quote(2, 2, 21, "warm");
    write();
    assertThat(files())
        .containsEntry(
            "sources/talk.md",
            """
            ---
            title: A talk
            kind: transcript
            quotation:
              words: 25
              share: "10%"
            blocks:
              "1-2": transcript
              "3-3": boilerplate
            ---

            ## warm

            > pot that was warmed

            Paragraph 2.
            """);
    assertThat(files().get("sources/talk.lock")).contains("warm").doesNotContain("biscuits");
    assertThat(page.textContent("#done")).contains("locked");
    errorsOfTalk(0);

    // Another excerpt of what is there, which proves all of them anew.
    form("Excerpts of a source");
    page.selectOption("#new-source", "talk");
    page.locator(".new-pasted textarea").fill(TALK);
    quote(2, 92, 118, "longer");
    write();
    assertThat(files().get("sources/talk.md"))
        .contains("> longer than either of them\n", "> pot that");
    errorsOfTalk(0);
    page.waitForResponse("**/_/undo", () -> page.click("#undo"));
    page.waitForResponse("**/_/undo", () -> page.click("#undo"));
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void whatCannotBeQuotedIsSaidInTheFormAndNotWritten() throws IOException {
    open("index.html");
    Map<String, String> before = files();
    form("Source");
    page.locator("#new-fields label:has-text('Id,') input").fill("talk");
    page.locator("#new-fields label:has-text('Title') input").fill("A talk");
    page.locator(".new-pasted textarea").fill(TALK);
    quote(2, 2, 21, "warm");
    page.locator("#new-fields label:has-text('To the letter') textarea").fill("pot of gold");
    page.click("#new-form button.main");
    page.waitForSelector("#new-says:has-text('stands nowhere in the source')");
    page.locator("#new-fields label:has-text('To the letter') textarea").fill("Take your time");
    page.click("#new-form button.main");
    page.waitForSelector("#new-says:has-text('whole sentence')");
    assertThat(files()).isEqualTo(before);

    page.locator("#new-fields label:has-text('To the letter') textarea")
        .fill("The water does not mind waiting, the leaves do not mind waiting");
    page.selectOption(
        "#new-fields label:has-text('Whose it is') select", new SelectOption().setValue("ours"));
    write();
    assertThat(files().get("sources/talk.txt")).startsWith("A talk about tea, given");
    assertThat(files().get("sources/talk.md")).contains("license: ours\n");
    assertThat(files()).doesNotContainKey("sources/talk.lock");
    errorsOfTalk(0);
  }

  @Test
  void whatHasNoFormIsNotWritten() throws IOException {
    open("index.html");
    Map<String, String> before = files();
    form("Lesson");
    fill();
    page.locator("#new-fields label:has-text('Text, in') textarea").fill("<script>x</script>");
    page.click("#new-form button.main");
    page.waitForSelector("#new-says:has-text('Not saved')");
    page.locator("#new-fields label:has-text('Id,') input").fill("fog");
    page.locator("#new-fields label:has-text('Text, in') textarea").fill("Well.");
    page.click("#new-form button.main");
    page.waitForSelector("#new-says:has-text('There is already a file')");
    assertThat(files()).isEqualTo(before);
    for (String path :
        List.of(
            "../out/courses/x/lessons/a.md",
            "courses/none/lessons/a.md",
            "rebound.yaml",
            "courses/harbour/lessons/con.md")) {
      assertThat(
              page.evaluate(
                  "async file => (await fetch('/_/create', { method: 'POST', body:"
                      + " new URLSearchParams({ file: 'content/' + file, matter: '{}', body: 'x' })"
                      + " })).ok",
                  path))
          .as(path)
          .isEqualTo(false);
    }
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void theFormsAreAccessibleWideAndNarrow() {
    open("index.html");
    form("Source");
    page.locator(".new-pasted textarea").fill("One.\n\nTwo.");
    areAccessible();
    page.click("#new-close");
    form("Question: a place on a picture");
    areAccessible();
  }

  private void areAccessible() {
    for (int width : List.of(1366, 360)) {
      page.setViewportSize(width, 740);
      assertThat(page.evaluate("document.getElementById('new').scrollWidth"))
          .isEqualTo(page.evaluate("document.getElementById('new').clientWidth"));
      assertThat(Axe.violations(page.mainFrame())).isEmpty();
    }
  }
}
