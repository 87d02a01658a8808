package dev.rebound.serve;

import dev.rebound.check.CheckContext;
import dev.rebound.check.ReferenceUse;
import dev.rebound.course.Course;
import dev.rebound.course.Lesson;
import dev.rebound.course.Principle;
import dev.rebound.source.Lazy;
import dev.rebound.source.Located;
import dev.rebound.source.SourceSpan;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The first page that shows what stands at a place in a file. */
final class PageOfPlace {
  private final Snapshot now;
  private final CheckContext context;
  private final Lazy<Map<String, String>> lessonsOfDialogues =
      new Lazy<>(this::findLessonsOfDialogues);
  private final Lazy<Map<String, String>> lessonsOfPrinciples =
      new Lazy<>(this::findLessonsOfPrinciples);
  private final Lazy<Map<String, NavigableMap<Integer, String>>> principles =
      new Lazy<>(this::findPrinciples);

  /**
   * @param context of the snapshot's content
   */
  PageOfPlace(Snapshot now, CheckContext context) {
    this.now = now;
    this.context = context;
  }

  Optional<String> of(SourceSpan at) {
    String file = at.file();
    return now.content().courses().stream()
        .flatMap(course -> in(course, at).map(it -> course.id().value() + "/" + it).stream())
        .filter(path -> now.page(path).isPresent())
        .findFirst()
        .or(() -> file.endsWith("/rebound.yaml") ? Optional.of("index.html") : Optional.empty());
  }

  private Optional<String> in(Course course, SourceSpan at) {
    String file = at.file();
    String id = file.replaceFirst("^.*/", "").replaceFirst("[.][a-z]+$", "");
    if (file.startsWith(course.folder() + "/")) {
      return Optional.of(
          switch (file.substring(course.folder().length() + 1).replaceFirst("/.*", "")) {
            case "lessons" -> id + ".html";
            case "quizzes" -> "quiz-" + id + ".html";
            case "scenarios" -> "scenario-" + id + ".html";
            default -> "index.html";
          });
    }
    String library = file.replaceFirst("^.*/([^/]+)/[^/]+$", "$1");
    return switch (library) {
      case "dialogues" ->
          Optional.ofNullable(lessonsOfDialogues.get().get(course.id().value() + "/" + id));
      case "principles" ->
          principle(at).map(it -> lessonsOfPrinciples.get().get(course.id().value() + "/" + it));
      case "sources" -> Optional.of("credits.html");
      case "courses" -> Optional.empty();
      default -> file.endsWith("/glossary.yaml") ? Optional.of("glossary.html") : Optional.empty();
    };
  }

  /** The principle whose lines these are. */
  private Optional<String> principle(SourceSpan at) {
    return Optional.ofNullable(principles.get().get(at.file()))
        .map(lines -> lines.floorEntry(at.line()))
        .map(Map.Entry::getValue);
  }

  private Map<String, NavigableMap<Integer, String>> findPrinciples() {
    Map<String, NavigableMap<Integer, String>> all = new HashMap<>();
    for (Principle principle : now.content().principles()) {
      SourceSpan at = principle.id().span();
      all.computeIfAbsent(at.file(), file -> new TreeMap<>())
          .put(at.line(), principle.id().value());
    }
    return all;
  }

  private Map<String, String> findLessonsOfDialogues() {
    Map<String, String> all = new HashMap<>();
    for (ReferenceUse use : context.references("dialogue")) {
      String file = use.to().span().file();
      use.course()
          .filter(course -> file.startsWith(course.folder() + "/lessons/"))
          .ifPresent(
              course ->
                  all.putIfAbsent(
                      course.id().value() + "/" + use.to().id(),
                      file.replaceFirst("^.*/", "").replaceFirst("[.]md$", ".html")));
    }
    return all;
  }

  private Map<String, String> findLessonsOfPrinciples() {
    Map<String, String> all = new HashMap<>();
    for (Course course : now.content().courses()) {
      for (Lesson lesson : course.lessonFiles()) {
        for (Located<String> principle : lesson.teaches()) {
          all.putIfAbsent(
              course.id().value() + "/" + principle.value(), lesson.id().value() + ".html");
        }
      }
    }
    return all;
  }
}
