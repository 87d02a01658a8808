package dev.rebound.publish.site;

import dev.rebound.publish.page.CourseView;
import dev.rebound.publish.page.Fills;
import dev.rebound.publish.page.LearnedView;
import dev.rebound.publish.page.LessonPage;
import dev.rebound.publish.page.QuizPage;
import dev.rebound.publish.page.ScenarioPage;
import dev.rebound.publish.page.SourceView;
import dev.rebound.publish.page.StepPlace;
import dev.rebound.publish.page.StudyView;
import dev.rebound.publish.page.TermView;
import dev.rebound.source.Fields.Inlined;
import java.util.List;

/** What the template of each kind of page is given. */
interface SitePage {
  /** The first page of a site. */
  @Fills("site/catalogue.ftlh")
  record Catalogue(@Inlined SiteFrame frame, List<Entry> courses) {}

  /**
   * A course in the catalogue.
   *
   * @param href its page, as seen from the catalogue
   */
  record Entry(@Inlined CourseView course, String href) {}

  /**
   * The page of a course.
   *
   * @param deck whether there is something to practise
   */
  @Fills("site/course.ftlh")
  record Home(@Inlined SiteFrame frame, List<File> downloads, boolean deck) {}

  /**
   * A file to take along.
   *
   * @param kind {@code cards}, {@code aids}, {@code workbook}, {@code trace}, {@code roleplay},
   *     {@code anki} or {@code package}
   * @param variant what tells it from others of its kind: {@code a4}, {@code scorm12}
   * @param format {@code PDF}
   */
  record File(String href, String kind, String variant, String format) {}

  /** The page of a lesson. */
  @Fills("site/lesson.ftlh")
  record Lesson(@Inlined SiteFrame frame, LessonPage lesson) {}

  /**
   * The page of a quiz, or of the practice exam in place of a graded one.
   *
   * @param record where results are kept: {@code site}
   */
  @Fills("site/quiz.ftlh")
  record Quiz(@Inlined SiteFrame frame, QuizPage quiz, String record) {}

  /** The page of a graded quiz that no open quiz has questions for. */
  @Fills("site/withheld.ftlh")
  record Withheld(@Inlined SiteFrame frame, QuizPage.Withheld quiz) {}

  /** The page of a scenario. */
  @Fills("site/scenario.ftlh")
  record Scenario(@Inlined SiteFrame frame, ScenarioPage scenario) {}

  /** The page of the practice deck. */
  @Fills("site/practice.ftlh")
  record Practice(@Inlined SiteFrame frame, List<DeckPart> deck) {}

  /**
   * The questions of one quiz in the practice deck.
   *
   * @param count how many of its questions are in the deck
   */
  record DeckPart(@Inlined StepPlace place, int count) {}

  /**
   * The accessibility statement.
   *
   * @param held what tests hold
   * @param unknown what nobody has checked
   * @param report where to report a barrier; empty where {@code rebound.yaml} does not say
   */
  @Fills("site/accessibility.ftlh")
  record Accessibility(
      @Inlined SiteFrame frame, List<Claim> held, List<Claim> unknown, String report) {}

  /**
   * A claim of the accessibility statement.
   *
   * @param name its words are {@code accessibility-<name>}
   * @param criteria those of WCAG 2.2 that it is about
   */
  record Claim(String name, List<String> criteria) {}

  /**
   * The page for whoever has taken the course.
   *
   * @param deck whether there is something to practise
   */
  @Fills("site/completion.ftlh")
  record Completion(@Inlined SiteFrame frame, List<LearnedView> learned, boolean deck) {}

  /**
   * The page of sources.
   *
   * @param studies those that the course names
   */
  @Fills("site/credits.ftlh")
  record Credits(@Inlined SiteFrame frame, List<SourceView> sources, List<StudyView> studies) {}

  /** The glossary. */
  @Fills("site/glossary.ftlh")
  record Glossary(@Inlined SiteFrame frame, List<TermView> terms) {}
}
