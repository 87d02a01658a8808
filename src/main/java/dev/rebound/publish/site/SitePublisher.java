package dev.rebound.publish.site;

import dev.rebound.check.CheckedContent;
import dev.rebound.check.Trace;
import dev.rebound.check.TraceFiles;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Lesson;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.Settings;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.Download;
import dev.rebound.publish.Publisher;
import dev.rebound.publish.page.CourseModels;
import dev.rebound.publish.page.Html;
import dev.rebound.publish.page.Looks;
import dev.rebound.publish.page.PageWords;
import dev.rebound.publish.page.PlayerScript;
import dev.rebound.publish.page.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The training site: a catalogue, and for each course its lessons, quizzes, sources and downloads.
 */
public final class SitePublisher implements Publisher {
  private final Templates templates;
  private final PageWords words;
  private final Map<String, String> schemas;
  private final List<Publisher> others;

  /**
   * @param schemas the JSON Schemas of the content's files by file name, published for editors
   * @param others the other publishers of this build, whose downloads the pages link to
   */
  public SitePublisher(
      Templates templates, PageWords words, Map<String, String> schemas, List<Publisher> others) {
    this.templates = templates;
    this.words = words;
    this.schemas = Map.copyOf(schemas);
    this.others = List.copyOf(others);
  }

  @Override
  public String name() {
    return "site";
  }

  @Override
  public List<Artefact> publish(CheckedContent checked) {
    Content content = checked.content();
    List<Download> downloads =
        others.stream().flatMap(other -> other.downloads(checked).stream()).toList();
    List<Artefact> artefacts =
        new ArrayList<>(Looks.files(templates, content.settings(), Set.of("browser")));
    List<Map<String, Object>> catalogue = new ArrayList<>();
    for (Course course : content.courses()) {
      List<Download> own =
          downloads.stream().filter(d -> d.course().equals(course.id().value())).toList();
      CoursePages pages = new CoursePages(content, course, own);
      Map<String, Object> entry = new LinkedHashMap<>(pages.models.course());
      entry.put("href", course.id().value() + "/index.html");
      catalogue.add(entry);
      pages.addTo(artefacts);
    }
    Settings settings = content.settings();
    Map<String, Object> index = frame(settings, settings.language(), "");
    index.put("courses", catalogue);
    artefacts.add(Artefact.text("index.html", templates.render("site/catalogue.ftlh", index)));
    addTrace(checked, downloads, artefacts);
    schemas.forEach((name, json) -> artefacts.add(Artefact.text("schemas/" + name, json)));
    return List.copyOf(artefacts);
  }

  private void addTrace(
      CheckedContent checked, List<Download> downloads, List<Artefact> artefacts) {
    Content content = checked.content();
    Settings settings = content.settings();
    Trace trace = TracePage.trace(content);
    boolean hasCards = downloads.stream().anyMatch(d -> d.kind().equals("cards"));
    Map<String, Object> model = frame(settings, settings.language(), "");
    model.put("report", TracePage.report(checked.report()));
    model.put("trace", new TracePage(content, hasCards).model(trace));
    artefacts.add(Artefact.text("trace.html", templates.render("site/trace.ftlh", model)));
    artefacts.add(Artefact.text("trace.json", TraceFiles.json(trace)));
    artefacts.add(Artefact.text("trace.csv", TraceFiles.csv(trace)));
    artefacts.add(Artefact.text("assets/trace.css", templates.text("site/trace.css")));
    artefacts.add(Artefact.text("assets/trace.js", PlayerScript.file("trace.js")));
  }

  /** What the frame of every page shows. */
  private Map<String, Object> frame(Settings settings, String language, String root) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("language", language);
    data.put("direction", PageWords.direction(language));
    data.put("words", words.of(language));
    data.put("root", root);
    data.put("csp", Looks.CSP);
    data.put("brand", settings.brandName());
    data.put("publisher", settings.publisher());
    data.put("rights", settings.rights());
    data.put("edition", settings.edition());
    return data;
  }

  /** The pages of one course. */
  private final class CoursePages {
    private final Content content;
    private final Course course;
    private final List<Download> downloads;
    private final CourseModels models;

    CoursePages(Content content, Course course, List<Download> downloads) {
      this.content = content;
      this.course = course;
      this.downloads = downloads;
      boolean hasCards = downloads.stream().anyMatch(d -> d.kind().equals("cards"));
      this.models =
          new CourseModels(
              templates, words.of(course.language()), content, course, new SiteRoutes(hasCards));
    }

    void addTo(List<Artefact> artefacts) {
      artefacts.add(
          page(
              "index.html",
              "site/course.ftlh",
              Map.of("downloads", downloads.stream().map(this::download).toList()),
              models.playerData("course", "", List.of())));
      for (Lesson lesson : course.lessonsInOrder()) {
        String id = lesson.id().value();
        artefacts.add(
            page(
                id + ".html",
                "site/lesson.ftlh",
                Map.of("lesson", models.lesson(lesson)),
                models.playerData("lesson", id, models.embedded(lesson))));
      }
      for (QuestionBank bank : course.banksInOrder()) {
        String id = bank.id().value();
        artefacts.add(
            page(
                "quiz-" + id + ".html",
                "site/quiz.ftlh",
                Map.of("quiz", models.quiz(bank), "record", "site"),
                models.playerData("quiz", id, bank.questions())));
      }
      Html plain = models.playerData("page", "", List.of());
      artefacts.add(
          page("credits.html", "site/credits.ftlh", Map.of("sources", models.sources()), plain));
      if (!content.terms().isEmpty()) {
        artefacts.add(
            page("glossary.html", "site/glossary.ftlh", Map.of("terms", models.terms()), plain));
      }
      for (Course.Image image : course.imageFiles()) {
        artefacts.add(new Artefact(course.id().value() + "/" + image.path(), bytes(image)));
      }
    }

    private Artefact page(String name, String template, Map<String, Object> more, Html data) {
      Map<String, Object> model = frame(content.settings(), course.language(), "../");
      model.put("course", models.course());
      model.put("data", data);
      model.putAll(more);
      return Artefact.text(course.id().value() + "/" + name, templates.render(template, model));
    }

    private Map<String, Object> download(Download download) {
      String path = download.path();
      return Map.of(
          "href", "../" + path,
          "kind", download.kind(),
          "variant", download.variant(),
          "format", path.substring(path.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT));
    }
  }

  private static byte[] bytes(Course.Image image) {
    try {
      return Files.readAllBytes(image.file());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
