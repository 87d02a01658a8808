package dev.rebound.publish.pack;

import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Lesson;
import dev.rebound.course.Principle;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionTraits;
import dev.rebound.course.Scenario;
import dev.rebound.course.ScormIds;
import dev.rebound.course.Settings;
import dev.rebound.course.Unit;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.Download;
import dev.rebound.publish.page.CourseModels;
import dev.rebound.publish.page.Looks;
import dev.rebound.publish.page.OnePageRoutes;
import dev.rebound.publish.page.PageWords;
import dev.rebound.publish.page.PlayerData;
import dev.rebound.publish.page.Templates;
import dev.rebound.source.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A course as one page a unit, whose sections are its lessons and quizzes, with the files those
 * pages need, and what every manifest says of them.
 */
public final class CoursePackage {
  private final Templates templates;
  private final PageWords words;
  private final Content content;
  private final Course course;

  public CoursePackage(Templates templates, PageWords words, Content content, Course course) {
    this.templates = templates;
    this.words = words;
    this.content = content;
    this.course = course;
  }

  /**
   * The pages and what they need; no manifest yet.
   *
   * @param keepers the files of {@code src/main/player/keepers} it needs
   * @param csp the pages' Content-Security-Policy
   */
  public List<Artefact> files(Set<String> keepers, String csp) {
    List<Artefact> files =
        new ArrayList<>(
            Looks.packaged(
                templates,
                content.settings(),
                keepers,
                QuestionTraits.of(
                    course.bankFiles().stream().flatMap(bank -> bank.questions().stream()))));
    if (!course.scenariosInOrder().isEmpty()) {
      files.add(Looks.ofScenarios(templates));
    }
    for (Course.Image image : course.imageFiles()) {
      files.add(Artefact.of(image.path(), image.bytes()));
    }
    for (Unit unit : course.units()) {
      files.add(Artefact.text(unit.page(), () -> page(unit, csp)));
    }
    return files;
  }

  /**
   * What a manifest's template is given: identifiers, titles, objectives, units.
   *
   * @param files the paths of the package, in order
   */
  public Map<String, Object> manifest(List<String> files) {
    Settings settings = content.settings();
    Map<String, Object> manifest = new LinkedHashMap<>();
    // xs:ID: no digit first, and the same in every build, so that an LMS knows an update.
    manifest.put("id", "rebound_" + ScormIds.of(course.id().value()));
    manifest.put("iri", iri());
    manifest.put("title", course.title().value());
    manifest.put(
        "description", course.audience().map(Located::value).orElse(course.title().value()));
    manifest.put("language", course.language());
    manifest.put("rights", settings.rights().value());
    manifest.put("publisher", settings.publisher().value());
    manifest.put("version", settings.version().value());
    manifest.put("edition", settings.edition().value());
    manifest.put("passMark", course.passMark());
    manifest.put("passMeasure", measure(course.passMark()));
    manifest.put("objectives", objectives(course));
    Set<String> pages = course.units().stream().map(Unit::page).collect(Collectors.toSet());
    List<Map<String, Object>> units = new ArrayList<>();
    for (Unit unit : course.units()) {
      Map<String, Object> model = new LinkedHashMap<>();
      boolean whole = unit.id().isEmpty();
      model.put("suffix", whole ? "" : "_" + ScormIds.of(unit.id()));
      model.put("iri", iri() + "/" + (whole ? "all" : unit.id()));
      model.put("activity", whole ? "course" : "module");
      model.put("title", unit.part().title().value());
      model.put("tested", unit.tested());
      model.put("objectives", objectives(unit.part()));
      model.put("page", unit.page());
      model.put(
          "files",
          files.stream()
              .filter(path -> path.equals(unit.page()) || !pages.contains(path))
              .toList());
      units.add(model);
    }
    manifest.put("units", units);
    return manifest;
  }

  private List<Map<String, Object>> objectives(Course part) {
    List<Map<String, Object>> objectives = new ArrayList<>();
    for (Principle principle : principles(part)) {
      String id = principle.id().value();
      objectives.add(
          Map.of(
              "id", ScormIds.of(id),
              "iri", iri() + "/principle/" + id,
              "says", principle.says().plain()));
    }
    return objectives;
  }

  /**
   * A package and, beside it, {@code …-key.csv}: what each id in a platform's reports stands for.
   *
   * @param standard {@code scorm12}
   * @param files with the manifest
   * @param iris whether the platform is told IRIs, as record stores are, or SCORM's identifiers
   */
  public List<Artefact> artefacts(String standard, List<Artefact> files, boolean iris) {
    String path = Download.packagePath(course, standard);
    return List.of(
        Zip.of(path, files),
        Artefact.text(
            PackagePublisher.keyPath(path),
            () -> new ReportKey(content, course, iri(), iris).csv()));
  }

  /** 80 percent is {@code 0.8}. */
  private static String measure(int percent) {
    return percent == 100
        ? "1"
        : percent == 0 ? "0" : String.format(Locale.ROOT, "0.%02d", percent).replaceAll("0$", "");
  }

  /**
   * What names the course to a record store: its address where the site has one. Otherwise a name
   * below a domain that RFC 2606 promises nobody will ever own.
   */
  private String iri() {
    Settings settings = content.settings();
    String site =
        settings
            .site()
            .map(address -> address.value().replaceAll("/+$", ""))
            .orElse("https://" + host(settings.publisher().value()) + ".invalid");
    return site + "/" + course.id().value();
  }

  /** A publisher's name as a part of an address; of one without Latin letters its hash. */
  private static String host(String publisher) {
    String latin =
        publisher.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return latin.isEmpty() ? "publisher-" + Integer.toHexString(publisher.hashCode()) : latin;
  }

  /** Those that a quiz tests, in the order of the questions: the platform's objectives. */
  private List<Principle> principles(Course part) {
    Set<String> ids = new LinkedHashSet<>();
    part.questions().flatMap(Question::tested).map(Located::value).forEach(ids::add);
    return ids.stream().flatMap(id -> content.principle(id).stream()).toList();
  }

  private String page(Unit unit, String csp) {
    Course part = unit.part();
    CourseModels models =
        new CourseModels(
            templates, words.of(course.language()), content, part, new OnePageRoutes() {});
    List<Question> questions = new ArrayList<>(part.questions().toList());
    List<Map<String, Object>> sections = new ArrayList<>();
    for (Map<String, Object> step : models.steps()) {
      String id = String.valueOf(step.get("id"));
      if ("lesson".equals(step.get("kind"))) {
        Lesson lesson = part.lesson(id).orElseThrow();
        questions.addAll(models.embedded(lesson));
        sections.add(Map.of("kind", "lesson", "id", id, "lesson", models.lesson(lesson)));
      } else if ("scenario".equals(step.get("kind"))) {
        Scenario scenario = part.scenario(id).orElseThrow();
        sections.add(Map.of("kind", "scenario", "id", id, "scenario", models.scenario(scenario)));
      } else {
        sections.add(
            Map.of("kind", "quiz", "id", id, "quiz", models.quiz(part.quiz(id).orElseThrow())));
      }
    }
    List<Map<String, Object>> objectives = new ArrayList<>();
    for (Principle principle : principles(part)) {
      objectives.add(Map.of("id", principle.id().value(), "says", principle.says().plain()));
    }
    Settings settings = content.settings();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("language", course.language());
    data.put("direction", PageWords.direction(course.language()));
    data.put("words", words.of(course.language()));
    data.put("csp", csp);
    data.put("publisher", settings.publisher().value());
    data.put("rights", settings.rights().value());
    data.put("edition", settings.edition().value());
    data.put("record", "lms");
    data.put("course", models.course());
    data.put("sections", sections);
    data.put("partOf", unit.id().isEmpty() ? "" : course.title().value());
    data.put("hasScenarios", !part.scenariosInOrder().isEmpty());
    data.put("sources", models.sources());
    data.put("terms", models.terms());
    data.put("rules", models.rules(questions));
    data.put(
        "data", new PlayerData(part, words.of(course.language())).ofPackage(iri(), objectives));
    return templates.render("package/index.ftlh", data);
  }
}
