package dev.rebound.publish.scorm2004;

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

/** One SCORM 2004 4th Edition package a course: a single SCO whose principles are objectives. */
public final class Scorm2004Publisher implements Publisher {
  private static final Set<String> KEEPERS =
      Set.of("browser", "platform", "responses", "scorm", "scorm2004");

  private final Templates templates;
  private final PageWords words;

  public Scorm2004Publisher(Templates templates, PageWords words) {
    this.templates = templates;
    this.words = words;
  }

  @Override
  public String name() {
    return "scorm2004";
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
                    "SCORM 2004"))
        .toList();
  }

  private List<Artefact> artefacts(Content content, Course course) {
    CoursePackage parts = new CoursePackage(templates, words, content, course);
    List<Artefact> files = parts.files(KEEPERS, Looks.CSP);
    files.add(
        Artefact.text(
            "imsmanifest.xml",
            templates.render("scorm2004/imsmanifest.ftlx", parts.manifest(files))));
    return parts.artefacts(name(), files, false);
  }
}
