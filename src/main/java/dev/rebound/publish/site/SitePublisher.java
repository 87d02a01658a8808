package dev.rebound.publish.site;

import dev.rebound.check.Report;
import dev.rebound.check.Trace;
import dev.rebound.check.TraceFiles;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Lesson;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.QuestionTraits;
import dev.rebound.course.Quiz;
import dev.rebound.course.Scenario;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.Destination;
import dev.rebound.publish.Download;
import dev.rebound.publish.Publisher;
import dev.rebound.publish.page.PlayerScript;
import dev.rebound.publish.page.SiteAssets;
import dev.rebound.publish.page.Templates;
import dev.rebound.publish.page.UiMessages;
import dev.rebound.source.Lazy;
import dev.rebound.source.Located;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The training site: a catalogue, and for each course its lessons, scenarios, quizzes, sources and
 * downloads.
 */
public final class SitePublisher implements Publisher {
  private final Templates templates;
  private final UiMessages words;
  private final Map<String, String> schemas;
  private final List<Publisher> others;
  private final boolean forAuthors;

  /**
   * @param schemas the JSON Schemas of the content's files by file name, published for editors
   * @param others the other publishers of this build, whose downloads the pages link to
   */
  public SitePublisher(
      Templates templates, UiMessages words, Map<String, String> schemas, List<Publisher> others) {
    this(templates, words, schemas, others, false);
  }

  private SitePublisher(
      Templates templates,
      UiMessages words,
      Map<String, String> schemas,
      List<Publisher> others,
      boolean forAuthors) {
    this.templates = templates;
    this.words = words;
    this.schemas = Map.copyOf(schemas);
    this.others = List.copyOf(others);
    this.forAuthors = forAuthors;
  }

  /**
   * The same for whoever writes: texts say where they stand in their files; what a course does not
   * name, and graded quizzes, have pages, too.
   */
  public SitePublisher forAuthors() {
    return new SitePublisher(templates, words, schemas, others, true);
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
        new ArrayList<>(SiteAssets.site(templates, content.settings(), types(content)));
    artefacts.addAll(Library.files());
    List<CoursePages> courses = new ArrayList<>();
    Set<String> spoken = new TreeSet<>();
    for (Course course : content.courses()) {
      List<Download> own =
          downloads.stream()
              .filter(d -> d.course().equals(course.id().value()) && d.forEveryone())
              .toList();
      CoursePages pages = new CoursePages(templates, words, content, course, own, forAuthors);
      courses.add(pages);
      pages.addTo(artefacts);
      if (spoken.add(course.language())) {
        artefacts.add(
            Artefact.text("assets/" + PlayerScript.wordsIn(course.language()), pages::laterWords));
      }
    }
    Lazy<SiteFrame> frame = new Lazy<>(() -> SiteFrame.of(content.settings(), words));
    artefacts.add(
        Artefact.text(
            "index.html",
            () ->
                templates.render(
                    "site/catalogue.ftlh",
                    new SitePage.Catalogue(
                        frame.get(), courses.stream().map(CoursePages::inCatalogue).toList()))));
    artefacts.add(
        Artefact.text("offline.html", () -> templates.render("site/offline.ftlh", frame.get())));
    artefacts.add(
        Artefact.text(
            "accessibility.html",
            () ->
                templates.render("site/accessibility.ftlh", accessibility(content, frame.get()))));
    addTrace(content, report, frame, downloads, artefacts);
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

  private static SitePage.Accessibility accessibility(Content content, SiteFrame frame) {
    String report =
        content
            .settings()
            .report()
            .map(Located::value)
            .map(it -> it.contains("@") ? "mailto:" + it : it)
            .orElse("");
    return new SitePage.Accessibility(frame, claims(true), claims(false), report);
  }

  private static List<SitePage.Claim> claims(boolean held) {
    return AccessibilityClaim.ALL.stream()
        .filter(claim -> claim.held() == held)
        .map(claim -> new SitePage.Claim(claim.name(), claim.criteria()))
        .toList();
  }

  /** What it will write once {@code course.yaml} names every file. */
  public static List<Destination> destinations(Content content) {
    List<Destination> all = new ArrayList<>();
    all.add(Destination.ours("assets", "the site's styles and scripts"));
    all.add(Destination.ours("schemas", "the schemas"));
    all.add(Destination.ours("index.html", "the catalogue"));
    all.add(Destination.ours("offline.html", "the page without a network"));
    all.add(Destination.ours("accessibility.html", "the accessibility statement"));
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
    all.add(Destination.ours(folder + "/completion.html", "the page at the end of the course"));
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
    all.add(Destination.ours(folder + "/media", "the course's films and recordings"));
    all.add(Destination.ours(folder + "/files", "the course's files to take along"));
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
      Content content,
      Report report,
      Lazy<SiteFrame> frame,
      List<Download> downloads,
      List<Artefact> artefacts) {
    Lazy<Trace> trace = new Lazy<>(() -> TracePlaces.trace(content));
    artefacts.add(
        Artefact.text(
            "trace.html",
            () -> {
              boolean hasCards = downloads.stream().anyMatch(d -> d.kind().equals("cards"));
              TracePlaces places = new TracePlaces(content, hasCards);
              return templates.render(
                  "site/trace.ftlh", places.page(frame.get(), report, trace.get()));
            }));
    artefacts.add(Artefact.text("trace.json", () -> TraceFiles.json(trace.get())));
    artefacts.add(Artefact.text("trace.csv", () -> TraceFiles.csv(trace.get())));
  }
}
