package dev.rebound.publish.page;

import dev.rebound.check.ContentWalk;
import dev.rebound.check.StudyCitations;
import dev.rebound.course.Study;
import dev.rebound.source.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A study that a course names. What is not known is empty.
 *
 * @param authors as texts name them
 * @param year when it was published
 * @param container what it appeared in
 * @param doi as it is registered
 * @param found what it found, in our words
 * @param href where its DOI leads
 */
public record StudyView(
    String id,
    String authors,
    int year,
    String title,
    String container,
    String doi,
    String href,
    String found) {
  /** Those that the course's texts name, or the library's, by their authors. */
  public static List<StudyView> all(CourseContext in) {
    if (in.content.studies().isEmpty()) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (ContentWalk.Part part : ContentWalk.parts(in.content)) {
      if (part.course().isEmpty()
          || part.course().get().id().value().equals(in.course.id().value())) {
        ContentWalk.in(part.thing()).texts().forEach(text -> texts.add(text.plain()));
      }
    }
    List<StudyCitations.Citation> named =
        texts.stream().flatMap(text -> StudyCitations.in(text).stream()).toList();
    return in.content.studies().stream()
        .filter(
            study ->
                named.stream().anyMatch(it -> it.is(study))
                    || texts.stream().anyMatch(it -> StudyCitations.namesBody(it, study)))
        .map(StudyView::of)
        .sorted((one, other) -> one.authors().compareToIgnoreCase(other.authors()))
        .toList();
  }

  private static StudyView of(Study study) {
    String doi = text(study.doi());
    String cited = study.cited();
    return new StudyView(
        study.id().value(),
        cited.substring(0, cited.length() - 5),
        study.year(),
        text(study.title()),
        text(study.container()),
        doi,
        doi.isEmpty() ? "" : "https://doi.org/" + doi,
        study.found().value());
  }

  private static String text(Optional<Located<String>> known) {
    return known.map(Located::value).orElse("");
  }
}
