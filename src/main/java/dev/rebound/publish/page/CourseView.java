package dev.rebound.publish.page;

import dev.rebound.course.Course;
import dev.rebound.source.Lazy;
import dev.rebound.source.Located;
import java.util.List;
import java.util.Optional;

/**
 * A course as a whole.
 *
 * @param at where its title stands, for its tag; empty but for authors
 * @param audience whom it is for; empty where nobody is named
 * @param audienceAt where that stands
 * @param passMark in percent
 * @param finalPart what is taken after all modules
 * @param start the address of its first part
 * @param lessonCount how many lessons it has
 * @param questionCount how many questions its quizzes ask in one attempt each
 * @param minutes how long all of it takes
 * @param href its own page
 * @param credits the page of sources
 * @param glossary the glossary's address; empty where there is none
 */
public record CourseView(
    String id,
    String title,
    Html at,
    String language,
    String audience,
    Html audienceAt,
    int passMark,
    List<ModuleView> modules,
    Optional<StepView> finalPart,
    Optional<String> start,
    int lessonCount,
    int questionCount,
    Lazy<Integer> minutes,
    String href,
    String credits,
    String glossary) {
  public static CourseView of(CourseContext in) {
    Course course = in.course;
    Outline outline = in.outline();
    return new CourseView(
        course.id().value(),
        course.title().value(),
        in.routes.place(course.title()),
        course.language(),
        course.audience().map(Located::value).orElse(""),
        course.audience().map(in.routes::place).orElse(new Html("")),
        course.passMark(),
        outline.modules(),
        outline.finalPart(),
        outline.steps().stream().findFirst().map(place -> place.step().href()),
        course.lessonsInOrder().size(),
        course.quizzes().stream().mapToInt(course::asked).sum(),
        new Lazy<>(() -> outline.steps().stream().mapToInt(it -> it.step().minutes().get()).sum()),
        in.routes.course(),
        in.routes.credits(""),
        in.content.terms().isEmpty() ? "" : in.routes.glossary(""));
  }
}
