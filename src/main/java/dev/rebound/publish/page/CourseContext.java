package dev.rebound.publish.page;

import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Lesson;
import dev.rebound.course.Question;
import dev.rebound.source.Lazy;
import dev.rebound.source.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What the views of one course in one output are made from. What differs between outputs, where
 * things are, comes from the output's {@link Routes}. Pages may be made from it side by side.
 */
public final class CourseContext {
  final Templates templates;
  final Map<String, String> words;
  final Content content;
  final Course course;
  final Routes routes;
  final Teaching teaching;
  final CourseLinks links;
  private final Lazy<Outline> outline;
  private final Lazy<Map<String, List<QuizPage.Practice>>> practice;
  private final Map<String, PrincipleView> principles = new ConcurrentHashMap<>();
  private final Map<String, String> questionTemplates = new ConcurrentHashMap<>();

  /**
   * @param words the interface words of the course's language
   */
  public CourseContext(
      Templates templates,
      Map<String, String> words,
      Content content,
      Course course,
      Routes routes) {
    this.templates = templates;
    this.words = words;
    this.content = content;
    this.course = course;
    this.routes = routes;
    this.teaching = new Teaching(course);
    this.links = new CourseLinks(content, course, routes, teaching);
    this.outline = new Lazy<>(() -> Outline.of(course, routes));
    this.practice = new Lazy<>(this::findPractice);
  }

  /** The parts of the course in the order in which they are taken. */
  public Outline outline() {
    return outline.get();
  }

  /** The template of a type of question; where an output has none, one that suits any. */
  String template(String type) {
    return questionTemplates.computeIfAbsent(
        type,
        it -> {
          String own = routes.looks() + "/question/" + type + ".ftlh";
          return "/" + (templates.exists(own) ? own : routes.looks() + "/question/open.ftlh");
        });
  }

  /** A principle, made once. */
  Optional<PrincipleView> principle(String id) {
    return content
        .principle(id)
        .map(it -> principles.computeIfAbsent(id, key -> PrincipleView.of(it, this)));
  }

  List<PrincipleView> principles(Stream<String> ids) {
    return ids.flatMap(id -> principle(id).stream()).toList();
  }

  /** The principles that the feedback on these questions names, each once. */
  public List<PrincipleView> rules(List<Question> questions) {
    return principles(
        questions.stream().flatMap(Question::principles).map(Located::value).distinct());
  }

  /** The questions in lessons that test a principle: the player offers one that was not missed. */
  List<QuizPage.Practice> practice(String principle) {
    return practice.get().getOrDefault(principle, List.of());
  }

  private Map<String, List<QuizPage.Practice>> findPractice() {
    Map<String, List<QuizPage.Practice>> places = new HashMap<>();
    for (Lesson lesson : course.lessonsInOrder()) {
      course
          .embedded(lesson)
          .forEach(
              question -> {
                QuizPage.Practice place =
                    new QuizPage.Practice(
                        lesson.title().value(),
                        routes.lesson(lesson.id().value(), PageIds.practice(question)));
                question
                    .tested()
                    .map(Located::value)
                    .distinct()
                    .forEach(id -> places.computeIfAbsent(id, p -> new ArrayList<>()).add(place));
              });
    }
    return places;
  }
}
