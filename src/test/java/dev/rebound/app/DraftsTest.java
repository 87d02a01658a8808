package dev.rebound.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Courses;
import dev.rebound.check.Report;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.KeptResults;
import dev.rebound.publish.Publisher;
import dev.rebound.publish.pack.CoursePackage;
import dev.rebound.publish.page.Sample;
import dev.rebound.publish.page.SiteAssets;
import dev.rebound.publish.page.Templates;
import dev.rebound.publish.page.UiMessages;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A draft is shown as far as it goes: of every course of the tests, whatever is wrong with it, each
 * page of the site and of a package is made, and the key to a platform's reports.
 */
@Tag("slow")
class DraftsTest {
  private static final Templates TEMPLATES = Sample.templates();
  private static final UiMessages WORDS = Sample.words();

  @TempDir private Path folder = Path.of("");

  /** Of the cases of one rule the first: they differ in where, not in what. */
  @Test
  void everyPageOfABrokenCourseIsMade() {
    assertMade(rule -> rule.limit(1));
  }

  @Test
  @Tag("long")
  void everyPageOfEachBrokenCourseIsMade() {
    assertMade(rule -> rule);
  }

  private void assertMade(UnaryOperator<Stream<Path>> some) {
    List<Path> cases =
        Stream.concat(
                Courses.folders(Courses.ROOT.resolve("bad")).stream(),
                Courses.folders(Courses.ROOT.resolve("rules")).stream()
                    .flatMap(
                        rule ->
                            some.apply(
                                Courses.folders(rule).stream()
                                    .filter(
                                        it -> !it.getFileName().toString().startsWith("good-")))))
            .toList();
    assertThat(cases.parallelStream().flatMap(this::failures)).isEmpty();
  }

  private Stream<String> failures(Path found) {
    String name = Courses.ROOT.relativize(found).toString();
    Content content = Courses.load(Courses.lay(folder.resolve(name), found));
    Stream<Artefact> published =
        publishers().stream()
            .flatMap(
                publisher ->
                    publisher.artefacts(content, new Report(List.of(), List.of())).stream())
            // Scripts, styles and schemas are the same whatever is wrong; packages come below.
            .filter(
                artefact ->
                    artefact.path().matches(".*(\\.html|-key\\.csv|trace.*|-documents\\.js)"));
    Stream<Artefact> packed =
        content.courses().stream()
            .flatMap(course -> packed(content, course))
            .filter(artefact -> artefact.path().endsWith(".html"));
    return Stream.concat(published, packed).flatMap(artefact -> failure(name, artefact));
  }

  private static List<Publisher> publishers() {
    return Catalog.publishers(
        Set.of("site", "scorm12"), TEMPLATES, WORDS, Map.of(), KeptResults.NONE);
  }

  private static Stream<Artefact> packed(Content content, Course course) {
    return new CoursePackage(TEMPLATES, WORDS, content, course)
        .files(Set.of("scorm12"), SiteAssets.PACKAGE_CSP).stream();
  }

  private static Stream<String> failure(String name, Artefact artefact) {
    try {
      artefact.writeTo(OutputStream.nullOutputStream());
      return Stream.empty();
    } catch (IOException | RuntimeException thrown) {
      return Stream.of(name + " " + artefact.path() + ": " + thrown);
    }
  }
}
