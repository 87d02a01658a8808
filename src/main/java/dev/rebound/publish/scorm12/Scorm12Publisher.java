package dev.rebound.publish.scorm12;

import dev.rebound.check.CheckedContent;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.Download;
import dev.rebound.publish.Publisher;
import dev.rebound.publish.pack.CoursePackage;
import dev.rebound.publish.page.Looks;
import dev.rebound.publish.page.PageWords;
import dev.rebound.publish.page.Templates;
import java.util.List;
import java.util.Set;

/** One SCORM 1.2 package a course: a single SCO. */
public final class Scorm12Publisher implements Publisher {
  private static final Set<String> KEEPERS = Set.of("browser", "platform", "scorm", "scorm12");

  private final Templates templates;
  private final PageWords words;

  public Scorm12Publisher(Templates templates, PageWords words) {
    this.templates = templates;
    this.words = words;
  }

  @Override
  public String name() {
    return "scorm12";
  }

  @Override
  public List<Artefact> publish(CheckedContent checked) {
    Content content = checked.content();
    return content.courses().stream()
        .flatMap(course -> artefacts(content, course).stream())
        .toList();
  }

  @Override
  public List<Download> downloads(CheckedContent checked) {
    return checked.content().courses().stream()
        .map(
            course ->
                new Download(
                    course.id().value(),
                    Download.packagePath(course, name()),
                    "package",
                    "SCORM 1.2"))
        .toList();
  }

  private List<Artefact> artefacts(Content content, Course course) {
    CoursePackage parts = new CoursePackage(templates, words, content, course);
    List<Artefact> files = parts.files(KEEPERS, Looks.CSP);
    files.add(
        Artefact.text(
            "imsmanifest.xml",
            templates.render("scorm12/imsmanifest.ftlx", parts.manifest(files))));
    return parts.artefacts(name(), files, false);
  }
}
