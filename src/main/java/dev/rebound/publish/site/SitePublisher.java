package dev.rebound.publish.site;

import dev.rebound.check.Report;
import dev.rebound.check.Trace;
import dev.rebound.check.TraceFiles;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Lesson;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.QuestionTraits;
import dev.rebound.course.Quiz;
import dev.rebound.course.Scenario;
import dev.rebound.course.Settings;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.Destination;
import dev.rebound.publish.Download;
import dev.rebound.publish.Publisher;
import dev.rebound.publish.page.CourseModels;
import dev.rebound.publish.page.Looks;
import dev.rebound.publish.page.PageWords;
import dev.rebound.publish.page.PlayerData;
import dev.rebound.publish.page.PlayerScript;
import dev.rebound.publish.page.Templates;
import dev.rebound.source.Block;
import dev.rebound.source.Lazy;
import dev.rebound.source.Located;
import dev.rebound.source.Markup;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The training site: a catalogue, and for each course its lessons, scenarios, quizzes, sources and
 * downloads.
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
  public List<Artefact> artefacts(Content content, Report report) {
    List<Download> downloads =
        others.stream().flatMap(other -> other.downloads(content).stream()).toList();
    List<Artefact> artefacts =
        new ArrayList<>(Looks.site(templates, content.settings(), types(content)));
    artefacts.addAll(Library.files());
    List<CoursePages> courses = new ArrayList<>();
    Set<String> spoken = new TreeSet<>();
    for (Course course : content.courses()) {
      List<Download> own =
          downloads.stream()
              .filter(d -> d.course().equals(course.id().value()) && d.forEveryone())
              .toList();
      CoursePages pages = new CoursePages(content, course, own);
      courses.add(pages);
      pages.addTo(artefacts);
      if (spoken.add(course.language())) {
        artefacts.add(
            Artefact.text("assets/" + PlayerScript.wordsIn(course.language()), pages::laterWords));
      }
    }
    Settings settings = content.settings();
    artefacts.add(
        Artefact.text(
            "index.html",
            () -> {
              Map<String, Object> index = frame(settings, settings.language(), "");
              index.put("courses", courses.stream().map(CoursePages::inCatalogue).toList());
              return templates.render("site/catalogue.ftlh", index);
            }));
    artefacts.add(
        Artefact.text(
            "offline.html",
            () -> templates.render("site/offline.ftlh", frame(settings, settings.language(), ""))));
    addTrace(content, report, downloads, artefacts);
    new TreeMap<>(schemas)
        .forEach((name, json) -> artefacts.add(Artefact.text("schemas/" + name, () -> json)));
    artefacts.add(
        Offline.worker(
            artefacts,
            content.courses().stream()
                .map(course -> course.id().value())
                .collect(Collectors.toSet())));
    return List.copyOf(artefacts);
  }

  /** What it will write once {@code course.yaml} names every file. */
  public static List<Destination> destinations(Content content) {
    List<Destination> all = new ArrayList<>();
    all.add(Destination.ours("assets", "the site's styles and scripts"));
    all.add(Destination.ours("schemas", "the schemas"));
    all.add(Destination.ours("index.html", "the catalogue"));
    all.add(Destination.ours("offline.html", "the page without a network"));
    for (String ending : List.of("html", "json", "csv")) {
      all.add(Destination.ours("trace." + ending, "the trace report"));
    }
    all.add(Destination.ours("sw.js", "the service worker"));
    content.courses().forEach(course -> destinations(content, course, all));
    return all;
  }

  private static void destinations(Content content, Course course, List<Destination> all) {
    String folder = course.id().value();
    all.add(
        new Destination(
            folder,
            "course \"" + folder + "\"",
            Optional.of(SourceSpan.wholeFile(course.folder()))));
    all.addAll(Destination.downloadFolder(folder));
    all.add(Destination.ours(folder + "/images", "the course's pictures"));
    all.add(Destination.ours(folder + "/index.html", "the course's own page"));
    all.add(Destination.ours(folder + "/credits.html", "the credits"));
    if (!content.terms().isEmpty()) {
      all.add(Destination.ours(folder + "/glossary.html", "the glossary"));
    }
    all.add(Destination.ours(folder + "/search.html", "the search page"));
    all.add(Destination.ours(folder + "/search-documents.js", "what the search page searches"));
    if (!course.deck().isEmpty()) {
      all.add(Destination.ours(folder + "/practice.html", "the practice page"));
    }
    AnkiCards.download(course)
        .ifPresent(it -> all.add(Destination.ours(it.path(), "the cards for Anki")));
    for (Quiz quiz : course.quizzes()) {
      Located<String> bank = course.bank(quiz.id().value()).map(QuestionBank::id).orElse(quiz.id());
      all.add(named(folder + "/quiz-" + bank + ".html", "quiz", bank));
    }
    for (Scenario scenario : course.scenarioFiles()) {
      all.add(named(folder + "/scenario-" + scenario.id() + ".html", "scenario", scenario.id()));
    }
    for (Lesson lesson : course.lessonFiles()) {
      all.add(named(folder + "/" + lesson.id() + ".html", "lesson", lesson.id()));
    }
    for (Course.Image image : course.imageFiles()) {
      all.add(
          new Destination(
              folder + "/" + image.path(),
              "picture \"" + image.path() + "\"",
              Optional.of(SourceSpan.wholeFile(course.folder() + "/" + image.path()))));
    }
  }

  private static Destination named(String path, String kind, Located<String> id) {
    return new Destination(
        path, kind + " \"" + id + "\"", Optional.of(SourceSpan.wholeFile(id.span().file())));
  }

  /** The types of questions that stand on any page. */
  private static List<QuestionTraits> types(Content content) {
    return QuestionTraits.of(content.courses().stream().flatMap(Course::questions));
  }

  private void addTrace(
      Content content, Report report, List<Download> downloads, List<Artefact> artefacts) {
    Lazy<Trace> trace = new Lazy<>(() -> TracePage.trace(content));
    artefacts.add(
        Artefact.text(
            "trace.html",
            () -> {
              Settings settings = content.settings();
              boolean hasCards = downloads.stream().anyMatch(d -> d.kind().equals("cards"));
              Map<String, Object> model = frame(settings, settings.language(), "");
              model.put("report", TracePage.report(report));
              model.put("trace", new TracePage(content, hasCards).model(trace.get()));
              return templates.render("site/trace.ftlh", model);
            }));
    artefacts.add(Artefact.text("trace.json", () -> TraceFiles.json(trace.get())));
    artefacts.add(Artefact.text("trace.csv", () -> TraceFiles.csv(trace.get())));
  }

  /** What the frame of every page shows. */
  private Map<String, Object> frame(Settings settings, String language, String root) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("language", language);
    data.put("direction", PageWords.direction(language));
    data.put("words", words.of(language));
    data.put("root", root);
    data.put("csp", Looks.SITE_CSP);
    data.put("brand", settings.brandName().value());
    data.put("publisher", settings.publisher().value());
    data.put("rights", settings.rights().value());
    data.put("edition", settings.edition().value());
    data.put("types", List.of());
    data.put("moving", false);
    data.put("charts", false);
    data.put("rules", List.of());
    data.put("later", false);
    data.put("about", settings.brandName().value());
    return data;
  }

  /** The pages of one course. */
  private final class CoursePages {
    private final Content content;
    private final Course course;
    private final List<Download> downloads;
    private final SiteRoutes routes;
    private final Lazy<CourseModels> models;
    private final Lazy<List<Map<String, Object>>> sources;

    CoursePages(Content content, Course course, List<Download> downloads) {
      this.content = content;
      this.course = course;
      this.downloads = downloads;
      boolean hasCards = downloads.stream().anyMatch(d -> d.kind().equals("cards"));
      this.routes = new SiteRoutes(hasCards);
      this.models =
          new Lazy<>(
              () ->
                  new CourseModels(
                      templates, words.of(course.language()), content, course, routes));
      this.sources = new Lazy<>(() -> models.get().sources());
    }

    Map<String, Object> inCatalogue() {
      Map<String, Object> entry = new LinkedHashMap<>(models.get().course());
      entry.put("href", course.id().value() + "/index.html");
      return entry;
    }

    String laterWords() {
      return player().laterWords();
    }

    private PlayerData player() {
      return new PlayerData(course, words.of(course.language()));
    }

    void addTo(List<Artefact> artefacts) {
      artefacts.add(
          page(
              "index.html",
              "site/course.ftlh",
              () ->
                  Map.of(
                      "downloads",
                      Stream.concat(downloads.stream(), AnkiCards.download(course).stream())
                          .map(this::download)
                          .toList(),
                      "deck",
                      !course.deck().isEmpty()),
              "course",
              "",
              List.of(),
              List.of()));
      for (Lesson lesson : course.lessonsInOrder()) {
        String id = lesson.id().value();
        artefacts.add(
            page(
                id + ".html",
                "site/lesson.ftlh",
                () -> Map.of("lesson", models.get().lesson(lesson), "charts", hasChart(lesson)),
                "lesson",
                id,
                course.embedded(lesson).toList(),
                List.of()));
      }
      for (Quiz quiz : course.quizzes()) {
        String id = quiz.id().value();
        artefacts.add(
            course.graded(quiz)
                ? page(
                    "quiz-" + id + ".html",
                    "site/withheld.ftlh",
                    () -> Map.of("quiz", models.get().withheld(quiz)),
                    "withheld",
                    id,
                    List.of(),
                    List.of())
                : page(
                    "quiz-" + id + ".html",
                    "site/quiz.ftlh",
                    () -> Map.of("quiz", models.get().quiz(quiz), "record", "site"),
                    "quiz",
                    id,
                    course.questions(quiz),
                    List.of()));
      }
      for (Scenario scenario : course.scenariosInOrder()) {
        String id = scenario.id().value();
        artefacts.add(
            page(
                "scenario-" + id + ".html",
                "site/scenario.ftlh",
                () -> Map.of("scenario", models.get().scenario(scenario)),
                "scenario",
                id,
                List.of(),
                List.of(scenario)));
      }
      if (!course.deck().isEmpty()) {
        artefacts.add(
            page(
                "practice.html",
                "site/practice.ftlh",
                () -> Map.of("deck", models.get().deck()),
                "practice",
                "",
                List.of(),
                List.of()));
        artefacts.addAll(AnkiCards.of(content, course, words.of(course.language())));
      }
      artefacts.add(
          plain("credits.html", "site/credits.ftlh", () -> Map.of("sources", sources.get())));
      if (!content.terms().isEmpty()) {
        artefacts.add(
            plain(
                "glossary.html",
                "site/glossary.ftlh",
                () -> Map.of("terms", models.get().terms())));
      }
      artefacts.add(plain("search.html", "site/search.ftlh", Map::of));
      artefacts.add(
          Artefact.text(
              course.id().value() + "/search-documents.js",
              () -> SearchDocuments.of(content, course, routes, sources.get())));
      for (Course.Image image : course.imageFiles()) {
        artefacts.add(Artefact.of(course.id().value() + "/" + image.path(), image.bytes()));
      }
    }

    private static boolean hasChart(Lesson lesson) {
      boolean[] found = {false};
      Markup.eachBlock(lesson.body(), block -> found[0] |= block instanceof Block.ChartBlock);
      return found[0];
    }

    /** A page without questions that is no step of the course. */
    private Artefact plain(String name, String template, Supplier<Map<String, Object>> more) {
      return page(name, template, more, "page", "", List.of(), List.of());
    }

    /**
     * @param questions those that stand on the page
     * @param scenarios those that stand on the page
     */
    private Artefact page(
        String name,
        String template,
        Supplier<Map<String, Object>> more,
        String kind,
        String id,
        List<Question> questions,
        List<Scenario> scenarios) {
      return Artefact.text(
          course.id().value() + "/" + name,
          () -> templates.render(template, model(more.get(), kind, id, questions, scenarios)));
    }

    private Map<String, Object> model(
        Map<String, Object> more,
        String kind,
        String id,
        List<Question> questions,
        List<Scenario> scenarios) {
      Map<String, Object> model = frame(content.settings(), course.language(), "../");
      model.put("course", models.get().course());
      model.put(
          "about",
          course
              .audience()
              .map(Located::value)
              .map(it -> course.title().value() + ". " + it)
              .orElse(course.title().value()));
      List<QuestionTraits> types = QuestionTraits.of(questions.stream());
      // What a lesson or a quiz needs once something is asked, its page loads then. A quiz whose
      // attempts are counted says at once how many are left.
      boolean lesson = kind.equals("lesson");
      boolean later =
          lesson
              || (kind.equals("quiz")
                  && course.quiz(id).filter(quiz -> quiz.attempts().isEmpty()).isPresent());
      Map<String, List<String>> files =
          lesson
              ? Map.of(
                  "player",
                  PlayerScript.filesOfPlayer(course.language()),
                  "questions",
                  PlayerScript.filesOf(types))
              : later
                  ? Map.of("player", PlayerScript.filesOfQuiz(types, course.language()))
                  : Map.of();
      if (!kind.equals("page")) {
        model.put(
            "data", player().ofPage(kind, id, !lesson && !questions.isEmpty(), scenarios, files));
      }
      model.put("later", later);
      model.put("types", types.stream().map(QuestionTraits::name).toList());
      model.put("moving", PlayerScript.isMoving(types));
      model.put("rules", models.get().rules(questions));
      model.putAll(more);
      return model;
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
}
