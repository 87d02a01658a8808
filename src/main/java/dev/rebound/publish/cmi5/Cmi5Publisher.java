package dev.rebound.publish.cmi5;

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

/** One cmi5 package a course: a single assignable unit. */
public final class Cmi5Publisher implements Publisher {
  private static final Set<String> KEEPERS = Set.of("browser", "platform", "responses", "cmi5");

  /** The record store may be on any host, and only the launch tells which. */
  private static final String CSP = Looks.CSP + "; connect-src http: https:";

  private final Templates templates;
  private final PageWords words;

  public Cmi5Publisher(Templates templates, PageWords words) {
    this.templates = templates;
    this.words = words;
  }

  @Override
  public String name() {
    return "cmi5";
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
                    course.id().value(), Download.packagePath(course, name()), "package", "cmi5"))
        .toList();
  }

  private List<Artefact> artefacts(Content content, Course course) {
    CoursePackage parts = new CoursePackage(templates, words, content, course);
    List<Artefact> files = parts.files(KEEPERS, CSP);
    files.add(Artefact.text("cmi5.xml", templates.render("cmi5/cmi5.ftlx", parts.manifest(files))));
    return parts.artefacts(name(), files, true);
  }
}
