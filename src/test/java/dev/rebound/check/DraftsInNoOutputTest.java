package dev.rebound.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.app.Catalog;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.source.Finding;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is published is made from a course's banks and questions, and no draft is among them. */
class DraftsInNoOutputTest {
  @TempDir private Path workspace;

  @Test
  void aDraftIsCheckedAndIsNoPartOfItsCourse() {
    Content content =
        Courses.load(Courses.lay(workspace, Courses.ROOT.resolve("rules/DraftBank/open")));
    Checker.Verdict verdict = new Checker(Catalog.rules()).check(content, true);

    Course published = verdict.content().orElseThrow().content().courses().get(0);
    assertThat(published.bankFiles()).noneMatch(QuestionBank::isDraft);
    assertThat(published.bank("tides")).isEmpty();
    assertThat(published.question("tides/slack")).isEmpty();
    assertThat(verdict.drafts())
        .extracting(Finding::rule)
        .contains("AnswerWithoutPrinciple", "DraftBank");

    Course shown = content.withDrafts().courses().get(0);
    assertThat(shown.bank("tides")).isPresent();
    assertThat(shown.question("tides/slack")).map(Question::bank).contains("tides");
  }
}
