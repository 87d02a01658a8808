package dev.rebound.publish.scorm12;

import dev.rebound.check.CheckedContent;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Lesson;
import dev.rebound.course.Question;
import dev.rebound.course.Scenario;
import dev.rebound.course.Settings;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.Download;
import dev.rebound.publish.Publisher;
import dev.rebound.publish.page.CourseModels;
import dev.rebound.publish.page.Looks;
import dev.rebound.publish.page.PageWords;
import dev.rebound.publish.page.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One SCORM 1.2 package a course: a single SCO, one page whose sections are the lessons, scenarios
 * and quizzes.
 */
public final class Scorm12Publisher implements Publisher {
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
        .map(course -> new Artefact(path(course), Zip.of(files(content, course))))
        .toList();
  }

  @Override
  public List<Download> downloads(CheckedContent checked) {
    return checked.content().courses().stream()
        .map(course -> new Download(course.id().value(), path(course), "package", "SCORM 1.2"))
        .toList();
  }

  private static String path(Course course) {
    return Download.packagePath(course, "scorm12");
  }

  private List<Artefact> files(Content content, Course course) {
    Settings settings = content.settings();
    List<Artefact> files =
        new ArrayList<>(Looks.packaged(templates, settings, Set.of("browser", "scorm12")));
    if (!course.scenariosInOrder().isEmpty()) {
      files.add(Looks.ofScenarios(templates));
    }
    files.add(Artefact.text("index.html", page(content, course)));
    for (Course.Image image : course.imageFiles()) {
      files.add(new Artefact(image.path(), bytes(image)));
    }
    Map<String, Object> manifest = new LinkedHashMap<>();
    // xs:ID: no digit first, and the same in every build, so that an LMS knows an update.
    manifest.put("id", "rebound_" + course.id().value().replace('-', '_'));
    manifest.put("title", course.title());
    manifest.put("version", settings.version());
    manifest.put("passMark", course.passMark());
    manifest.put("files", files.stream().map(Artefact::path).sorted().toList());
    files.add(
        Artefact.text("imsmanifest.xml", templates.render("scorm12/imsmanifest.ftlx", manifest)));
    return files;
  }

  private String page(Content content, Course course) {
    CourseModels models =
        new CourseModels(
            templates, words.of(course.language()), content, course, new SectionRoutes());
    List<Question> questions = new ArrayList<>(course.questions().toList());
    List<Map<String, Object>> sections = new ArrayList<>();
    for (Map<String, Object> step : models.steps()) {
      String id = String.valueOf(step.get("id"));
      if ("lesson".equals(step.get("kind"))) {
        Lesson lesson = course.lesson(id).orElseThrow();
        questions.addAll(models.embedded(lesson));
        sections.add(Map.of("kind", "lesson", "id", id, "lesson", models.lesson(lesson)));
      } else if ("scenario".equals(step.get("kind"))) {
        Scenario scenario = course.scenario(id).orElseThrow();
        sections.add(Map.of("kind", "scenario", "id", id, "scenario", models.scenario(scenario)));
      } else {
        sections.add(
            Map.of("kind", "quiz", "id", id, "quiz", models.quiz(course.bank(id).orElseThrow())));
      }
    }
    Settings settings = content.settings();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("language", course.language());
    data.put("direction", PageWords.direction(course.language()));
    data.put("words", words.of(course.language()));
    data.put("csp", Looks.CSP);
    data.put("publisher", settings.publisher());
    data.put("rights", settings.rights());
    data.put("edition", settings.edition());
    data.put("record", "lms");
    data.put("course", models.course());
    data.put("sections", sections);
    data.put("hasScenarios", !course.scenariosInOrder().isEmpty());
    data.put("sources", models.sources());
    data.put("terms", models.terms());
    data.put("data", models.playerData("package", "", questions, course.scenariosInOrder()));
    return templates.render("scorm12/index.ftlh", data);
  }

  private static byte[] bytes(Course.Image image) {
    try {
      return Files.readAllBytes(image.file());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
