package dev.rebound.publish.pack;

import dev.rebound.course.Content;
import dev.rebound.course.ControlDocument;
import dev.rebound.course.Course;
import dev.rebound.course.Principle;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionTraits;
import dev.rebound.course.ScormIds;
import dev.rebound.course.Settings;
import dev.rebound.course.Unit;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.Download;
import dev.rebound.publish.page.Carried;
import dev.rebound.publish.page.CourseContext;
import dev.rebound.publish.page.CourseView;
import dev.rebound.publish.page.LearnedView;
import dev.rebound.publish.page.LessonPage;
import dev.rebound.publish.page.OnePageRoutes;
import dev.rebound.publish.page.PlayerData;
import dev.rebound.publish.page.QuizPage;
import dev.rebound.publish.page.ScenarioPage;
import dev.rebound.publish.page.SiteAssets;
import dev.rebound.publish.page.SourceView;
import dev.rebound.publish.page.StepView;
import dev.rebound.publish.page.Templates;
import dev.rebound.publish.page.TermView;
import dev.rebound.publish.page.UiMessages;
import dev.rebound.source.Located;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;

/**
 * A course as one page a unit, whose sections are its lessons and quizzes, with the files those
 * pages need, and what every manifest says of them.
 */
public final class CoursePackage {
  private final Templates templates;
  private final UiMessages words;
  private final Content content;
  private final Course course;

  public CoursePackage(Templates templates, UiMessages words, Content content, Course course) {
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
            SiteAssets.packaged(
                templates,
                content.settings(),
                keepers,
                QuestionTraits.of(
                    course.bankFiles().stream().flatMap(bank -> bank.questions().stream()))));
    if (!course.scenariosInOrder().isEmpty()) {
      files.add(SiteAssets.ofScenarios(templates));
    }
    for (Course.Image image : course.imageFiles()) {
      files.add(Artefact.of(image.path(), image.bytes()));
    }
    files.addAll(Carried.of(course));
    for (Unit unit : course.units()) {
      files.add(Artefact.text(unit.page(), () -> page(unit, csp)));
    }
    return files;
  }

  /**
   * What a manifest's template is given.
   *
   * @param standard {@code scorm12}
   * @param files the paths of the package, in order
   */
  public Manifest manifest(String standard, List<String> files) {
    Settings settings = content.settings();
    Set<String> pages = course.units().stream().map(Unit::page).collect(Collectors.toSet());
    return new Manifest(
        // xs:ID: no digit first, and the same in every build, so that an LMS knows an update.
        "rebound_" + ScormIds.of(course.id().value()),
        iri(),
        course.title().value(),
        course.audience().orElse(course.title()).value(),
        course.language(),
        settings.rights().value(),
        settings.publisher().value(),
        settings.version().value(),
        settings.edition().value(),
        course.passMark(),
        measure(course.passMark()),
        objectives(course),
        course.units().stream()
            .map(
                unit ->
                    unit(
                        unit,
                        files.stream()
                            .filter(path -> path.equals(unit.page()) || !pages.contains(path))
                            .toList()))
            .toList(),
        schemas(standard));
  }

  /** The control documents that the publisher has, which are at the root of a package. */
  List<ControlDocument> controlDocuments(String standard) {
    return content.settings().controlDocuments().getOrDefault(standard, List.of());
  }

  /**
   * One for each namespace: of a schema in several files the one that includes the others, whose
   * names are made of its own. What xml: means is in no manifest's schema list.
   */
  private List<Manifest.Control> schemas(String standard) {
    Map<String, String> files = new TreeMap<>();
    for (ControlDocument document : controlDocuments(standard)) {
      if (!document.namespace().isEmpty()
          && !document.namespace().equals(XMLConstants.XML_NS_URI)
          && !document.path().contains("/")) {
        files.merge(
            document.namespace(),
            document.path(),
            (one, other) -> one.length() <= other.length() ? one : other);
      }
    }
    return files.entrySet().stream()
        .map(it -> new Manifest.Control(it.getKey(), it.getValue()))
        .toList();
  }

  private Manifest.Part unit(Unit unit, List<String> files) {
    boolean whole = unit.id().isEmpty();
    return new Manifest.Part(
        whole ? "" : "_" + ScormIds.of(unit.id()),
        iri() + "/" + (whole ? "all" : unit.id()),
        whole ? "course" : "module",
        unit.part().title().value(),
        unit.tested(),
        objectives(unit.part()),
        unit.page(),
        files);
  }

  private List<Manifest.Objective> objectives(Course part) {
    return principles(part).stream()
        .map(
            it ->
                new Manifest.Objective(
                    ScormIds.of(it.id().value()),
                    iri() + "/principle/" + it.id(),
                    it.says().plain()))
        .toList();
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
    Map<String, String> spoken = words.of(course.language());
    CourseContext in = new CourseContext(templates, spoken, content, part, new OnePageRoutes() {});
    List<Question> questions = new ArrayList<>(part.questions().toList());
    part.lessonsInOrder().forEach(lesson -> part.embedded(lesson).forEach(questions::add));
    List<PlayerData.Objective> objectives =
        principles(part).stream()
            .map(it -> new PlayerData.Objective(it.id().value(), it.says().plain()))
            .toList();
    Settings settings = content.settings();
    return templates.render(
        "package/index.ftlh",
        new PackagePage(
            course.language(),
            UiMessages.direction(course.language()),
            spoken,
            csp,
            settings.publisher().value(),
            settings.rights().value(),
            settings.edition().value(),
            "lms",
            CourseView.of(in),
            in.outline().steps().stream().map(place -> section(in, part, place.step())).toList(),
            unit.id().isEmpty() ? "" : course.title().value(),
            !part.scenariosInOrder().isEmpty(),
            SourceView.all(in),
            TermView.all(in),
            LearnedView.all(in),
            in.rules(questions),
            new PlayerData(part, spoken).ofPackage(iri(), objectives)));
  }

  private static PackagePage.Section section(CourseContext in, Course part, StepView step) {
    return new PackagePage.Section(
        step.kind(),
        step.id(),
        is(step, "lesson").flatMap(part::lesson).map(it -> LessonPage.of(in, it)),
        is(step, "scenario").flatMap(part::scenario).map(it -> ScenarioPage.of(in, it)),
        is(step, "quiz").flatMap(part::quiz).map(it -> QuizPage.of(in, it)));
  }

  private static Optional<String> is(StepView step, String kind) {
    return step.kind().equals(kind) ? Optional.of(step.id()) : Optional.empty();
  }
}
