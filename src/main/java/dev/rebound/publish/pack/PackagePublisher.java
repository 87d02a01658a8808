package dev.rebound.publish.pack;

import dev.rebound.check.Report;
import dev.rebound.course.Content;
import dev.rebound.course.ControlDocument;
import dev.rebound.course.Course;
import dev.rebound.course.Unit;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.Destination;
import dev.rebound.publish.Download;
import dev.rebound.publish.Publisher;
import dev.rebound.publish.page.Templates;
import dev.rebound.publish.page.UiMessages;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One package a course, and beside it the key to a platform's reports. */
public abstract class PackagePublisher implements Publisher {
  private final Templates templates;
  private final UiMessages words;
  private final Standard standard;

  /**
   * What tells one standard's package from another's.
   *
   * @param name of the output, and of its folder of templates: {@code scorm12}
   * @param title as people say it: {@code SCORM 1.2}
   * @param manifest the file at the root: {@code imsmanifest.xml}
   * @param keepers the files of {@code src/main/player/keepers} it needs
   * @param csp the pages' Content-Security-Policy
   * @param iris whether records name things by IRIs, as xAPI's do
   */
  public record Standard(
      String name, String title, String manifest, Set<String> keepers, String csp, boolean iris) {}

  protected PackagePublisher(Templates templates, UiMessages words, Standard standard) {
    this.templates = templates;
    this.words = words;
    this.standard = standard;
  }

  @Override
  public final String name() {
    return standard.name;
  }

  @Override
  public final List<Artefact> artefacts(Content content, Report report) {
    return content.courses().stream()
        .map(course -> new CoursePackage(templates, words, content, course))
        .flatMap(course -> artefacts(course).stream())
        .toList();
  }

  @Override
  public final List<Download> downloads(Content content) {
    return content.courses().stream()
        .map(
            course ->
                new Download(
                    course.id().value(),
                    Download.packagePath(course, name()),
                    "package",
                    standard.title))
        .toList();
  }

  /**
   * What the publisher of this name will write.
   *
   * @param standard {@code scorm12}
   */
  public static List<Destination> destinations(Content content, String standard) {
    List<Destination> all = new ArrayList<>();
    all.add(Destination.ours("private", "packages with graded quizzes"));
    for (Course course : content.courses()) {
      String path = Download.packagePath(course, standard);
      Optional<SourceSpan> from = Optional.of(SourceSpan.wholeFile(course.folder()));
      String what = "course \"" + course.id() + "\"";
      all.add(new Destination(path, what, from));
      all.add(new Destination(keyPath(path), what, from));
      for (Unit unit : course.units()) {
        all.add(
            new Destination(
                path + "!/" + unit.page(),
                "unit \"" + unit.id() + "\"",
                Optional.of(unit.part().id().span())));
      }
    }
    return all;
  }

  /** Where the key to a package's reports lies. */
  static String keyPath(String packagePath) {
    return packagePath.replaceAll("\\.zip$", "-key.csv");
  }

  private List<Artefact> artefacts(CoursePackage course) {
    List<Artefact> files = course.files(standard.keepers, standard.csp);
    String template = name() + "/" + standard.manifest.replace(".xml", ".ftlx");
    List<String> paths = files.stream().map(Artefact::path).sorted().toList();
    files.add(
        Artefact.text(
            standard.manifest, () -> templates.render(template, course.manifest(name(), paths))));
    // Not among the paths: a manifest lists what a unit needs.
    for (ControlDocument document : course.controlDocuments(name())) {
      files.add(Artefact.of(document.path(), document.bytes()));
    }
    return course.artefacts(name(), files, standard.iris);
  }
}
