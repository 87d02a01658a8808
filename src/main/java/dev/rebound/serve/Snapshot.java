package dev.rebound.serve;

import dev.rebound.check.Report;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.load.ContentLoader;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.Publisher;
import dev.rebound.source.Finding;
import dev.rebound.source.Lazy;
import dev.rebound.source.Markup;
import dev.rebound.source.SourceSpan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the folders held at one moment. Its pages are made when somebody looks at them.
 *
 * @param version counts what has been read
 * @param looks counts how often templates or settings have changed
 * @param reading the content without its drafts, and its parts
 * @param pages every file of the site by its path
 */
record Snapshot(
    long version, long looks, ContentLoader.Reading reading, Lazy<Map<String, Artefact>> pages) {
  /** What was found in a snapshot. */
  record Found(long version, List<Finding> findings, boolean complete) {
    static final Found NOTHING = new Found(-1, List.of(), false);
  }

  static Snapshot of(long version, long looks, ContentLoader.Reading reading, Publisher site) {
    return new Snapshot(
        version,
        looks,
        reading,
        new Lazy<>(
            () -> {
              Map<String, Artefact> pages = new HashMap<>();
              site.artefacts(reading.content().withDrafts(), new Report(List.of(), List.of()))
                  .forEach(it -> pages.put(it.path(), it));
              // Whoever looks at a draft needs no copy of it that outlives the network.
              pages.remove("sw.js");
              return pages;
            }));
  }

  Optional<Artefact> page(String path) {
    return Optional.ofNullable(pages.get().get(path));
  }

  Content content() {
    return reading.content();
  }

  /** The first page that shows what stands there. */
  Optional<String> pageOf(SourceSpan at) {
    String file = at.file();
    return content().courses().stream()
        .flatMap(course -> pageOf(course, at).map(it -> course.id().value() + "/" + it).stream())
        .filter(pages.get()::containsKey)
        .findFirst()
        .or(() -> file.endsWith("/rebound.yaml") ? Optional.of("index.html") : Optional.empty());
  }

  private Optional<String> pageOf(Course course, SourceSpan at) {
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
      case "dialogues" -> lesson(course, "dialogue", id);
      case "principles" -> taught(course, at);
      case "sources" -> Optional.of("credits.html");
      case "courses" -> Optional.empty();
      default -> file.endsWith("/glossary.yaml") ? Optional.of("glossary.html") : Optional.empty();
    };
  }

  private static Optional<String> lesson(Course course, String kind, String id) {
    return course.lessonFiles().stream()
        .filter(
            lesson ->
                Markup.references(lesson.body()).stream()
                    .anyMatch(to -> to.kind().equals(kind) && to.id().equals(id)))
        .map(lesson -> lesson.id() + ".html")
        .findFirst();
  }

  /** The lesson that teaches the principle whose lines these are. */
  private Optional<String> taught(Course course, SourceSpan at) {
    return content().principles().stream()
        .filter(it -> it.id().span().file().equals(at.file()))
        .filter(it -> it.id().span().line() <= at.line())
        .reduce((before, last) -> last)
        .flatMap(
            principle ->
                course.lessonFiles().stream()
                    .filter(
                        lesson ->
                            lesson.teaches().stream()
                                .anyMatch(it -> it.value().equals(principle.id().value())))
                    .map(lesson -> lesson.id() + ".html")
                    .findFirst());
  }
}
