package dev.rebound.publish.pack;

import dev.rebound.publish.page.CourseView;
import dev.rebound.publish.page.Fills;
import dev.rebound.publish.page.Html;
import dev.rebound.publish.page.LearnedView;
import dev.rebound.publish.page.LessonPage;
import dev.rebound.publish.page.PrincipleView;
import dev.rebound.publish.page.QuizPage;
import dev.rebound.publish.page.ScenarioPage;
import dev.rebound.publish.page.SourceView;
import dev.rebound.publish.page.TermView;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one page of a package, or of a unit of one.
 *
 * @param record where results are kept: {@code lms}
 * @param course the course, or the part of it that this page is
 * @param sections its parts in order
 * @param partOf the title of the course that it is a part of; empty of a whole one
 * @param hasScenarios whether one of them is a scenario
 * @param rules the principles that feedback on the page names
 * @param data what the player must know, as JSON
 */
@Fills("package/index.ftlh")
record PackagePage(
    String language,
    String direction,
    Map<String, String> words,
    String csp,
    String publisher,
    String rights,
    String edition,
    String record,
    CourseView course,
    List<Section> sections,
    String partOf,
    boolean hasScenarios,
    List<SourceView> sources,
    List<TermView> terms,
    List<LearnedView> learned,
    List<PrincipleView> rules,
    Html data) {
  /**
   * A part of the course on its page.
   *
   * @param kind {@code lesson}, {@code scenario} or {@code quiz}: which of the three it has
   */
  record Section(
      String kind,
      String id,
      Optional<LessonPage> lesson,
      Optional<ScenarioPage> scenario,
      Optional<QuizPage> quiz) {}
}
