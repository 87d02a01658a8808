package dev.rebound.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.publish.page.Axe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The sheet that the author is at, as it is printed. */
@Tag("browser")
class ServePaperTest extends ServeWindow {
  @Override
  Path sample() {
    return Courses.BASE.resolve("content");
  }

  private void prints() throws IOException {
    edit(
        "courses/harbour/course.yaml",
        "cards: [handover]",
        "cards: [handover]\nprint: { stocks: [a4] }");
    page.waitForFunction(
        "async () => (await (await fetch('/_/paper?page=harbour/fog.html&file=')).json()).length");
    page.reload();
  }

  /** The words of the chosen document. */
  private String words() throws IOException {
    page.waitForFunction("() => document.getElementById('paper-says').textContent === ''");
    String bytes =
        (String)
            page.evaluate(
                """
                async () => {
                  const bytes = new Uint8Array(await (await fetch(document.getElementById('paper-tab').href)).arrayBuffer());
                  return btoa(Array.from(bytes, (it) => String.fromCharCode(it)).join(''));
                }
                """);
    try (PDDocument pdf = Loader.loadPDF(Base64.getDecoder().decode(bytes))) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  private String chosen() {
    return (String)
        page.evaluate("document.getElementById('paper-choose').selectedOptions[0].textContent");
  }

  private void paper() {
    page.click("[data-surface=paper]");
    page.waitForSelector("#paper-tab:visible");
  }

  @Test
  void aLessonsPagesOfTheWorkbookAreThereAloneAndFollowIt() throws IOException {
    prints();
    open("harbour/fog.html");
    paper();
    assertThat(chosen()).isEqualTo("This lesson in the workbook");
    assertThat(words())
        .contains("Module 2", "In fog, repeat twice.")
        .doesNotContain("Six in the morning", "Contents", "Index");
    String before = page.getAttribute("#paper-frame", "data-shows");
    edit("courses/harbour/lessons/fog.md", "twice.", "three times.");
    page.waitForFunction(
        "before => document.getElementById('paper-frame').dataset.shows !== before", before);
    assertThat(words()).contains("three times.");

    assertThat(page.locator("#paper-choose option").allTextContents())
        .contains(
            "Card “Handover”, a4",
            "Job aid “Handover at a glance”",
            "The workbook",
            "How to print");
    page.evaluate("location.hash = 'harbour/quiz-fog.html'");
    page.waitForFunction(
        "() => document.getElementById('paper-choose').selectedOptions[0]?.textContent ==="
            + " 'This quiz in the workbook'");
    assertThat(words()).doesNotContain("three times.");
    page.evaluate("location.hash = 'harbour/scenario-fog.html'");
    page.waitForFunction(
        "() => document.getElementById('paper-choose').selectedOptions[0]?.textContent ==="
            + " 'This conversation in the role-play kit'");
    assertThat(words()).contains("Anything new?");
  }

  @Test
  void aFindingInACardLeadsToItsSheet() throws IOException {
    prints();
    open("harbour/fog.html");
    edit("courses/harbour/cards/handover.md", "principle:log-first)\n2.", "principle:none)\n2.");
    page.locator("#list li:has-text('none') button:has-text('Show on paper')").first().click();
    page.waitForSelector("#paper-tab:visible");
    assertThat(chosen()).isEqualTo("Card “Handover”, a4");
    for (int width : List.of(1366, 360)) {
      page.setViewportSize(width, 740);
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
      assertThat(Axe.violations(page.mainFrame())).isEmpty();
    }
  }
}
