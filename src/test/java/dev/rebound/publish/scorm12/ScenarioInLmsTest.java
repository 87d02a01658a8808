package dev.rebound.publish.scorm12;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import dev.rebound.check.Unchecked;
import dev.rebound.publish.pack.Lms;
import dev.rebound.publish.page.Chromium;
import dev.rebound.publish.page.Sample;
import dev.rebound.publish.page.Settled;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A conversation held in somebody else's LMS. */
@Tag("browser")
class ScenarioInLmsTest {
  private Lms lms;
  private Chromium chromium;
  private BrowserContext context;
  private Page page;

  @BeforeEach
  void enrol() throws IOException {
    lms =
        new Lms(
            "scorm12",
            new Scorm12Publisher(Sample.templates(), Sample.words())
                .artefacts(Unchecked.content(Sample.content("talk")))
                .get(0)
                .bytes());
    chromium = new Chromium();
    context =
        chromium
            .browser()
            .newContext(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
    open();
  }

  @AfterEach
  void leave() {
    chromium.close();
    lms.close();
  }

  private void open() {
    page = context.newPage();
    page.navigate(lms.url("/lms.html"));
    assertThat(course().locator("h1").locator("visible=true")).hasCount(1);
  }

  private FrameLocator course() {
    return page.frameLocator("iframe");
  }

  private Object cmi(String path) {
    return Settled.page(page)
        .evaluate("path => path.split('.').reduce((at, key) => at && at[key], record())", path);
  }

  private void say(String words) {
    course().locator("[data-skip]").locator("visible=true").click();
    course()
        .locator(".replies button", new FrameLocator.LocatorOptions().setHasText(words))
        .click();
  }

  @Test
  void eachReplyIsRecordedAndTheWayTakenIsResumed() {
    course().locator("[data-resume]").click();
    course().locator(".pager [rel=next]").locator("visible=true").click();
    assertThat(course().locator("h1").locator("visible=true")).hasText("“Is this <tea>?”");
    say("Three minutes by the clock.");
    assertThat(cmi("interactions.0.id")).isEqualTo("cold_cup_cold_warm_first");
    assertThat(cmi("interactions.0.type")).isEqualTo("choice");
    assertThat(cmi("interactions.0.result")).isEqualTo("wrong");
    assertThat(cmi("interactions.0.objectives.0.id")).isEqualTo("warm_first");
    assertThat((String) cmi("interactions.0.student_response")).matches("[abc]");
    assertThat(cmi("interactions.0.correct_responses.0.pattern"))
        .isNotEqualTo(cmi("interactions.0.student_response"));
    assertThat(cmi("core.lesson_location")).isEqualTo("scenario-cold-cup");
    page.close();
    open();
    assertThat(course().locator("[data-heat] [data-value]")).hasText("9 of 10");
    say("You are right. I will time a new one.");
    assertThat(cmi("interactions.1.result")).isEqualTo("correct");
    assertThat(cmi("interactions.1.student_response"))
        .isEqualTo(cmi("interactions.1.correct_responses.0.pattern"));
    assertThat(cmi("core.lesson_status")).isEqualTo("incomplete");
    say("How do you take it?");
    assertThat(course().locator("[data-ended]")).hasText("A good ending");
    // The lesson was read and the conversation held: nothing in this course could be passed.
    assertThat(cmi("core.lesson_status")).isEqualTo("completed");
  }
}
