package dev.rebound.publish.site;

import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Lesson;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.QuestionTraits;
import dev.rebound.course.Quiz;
import dev.rebound.course.Scenario;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.Download;
import dev.rebound.publish.page.Carried;
import dev.rebound.publish.page.CourseContext;
import dev.rebound.publish.page.CourseView;
import dev.rebound.publish.page.Html;
import dev.rebound.publish.page.LearnedView;
import dev.rebound.publish.page.LessonPage;
import dev.rebound.publish.page.PlayerData;
import dev.rebound.publish.page.PlayerScript;
import dev.rebound.publish.page.PracticeExam;
import dev.rebound.publish.page.QuizPage;
import dev.rebound.publish.page.ScenarioPage;
import dev.rebound.publish.page.SourceView;
import dev.rebound.publish.page.StudyView;
import dev.rebound.publish.page.Templates;
import dev.rebound.publish.page.TermView;
import dev.rebound.publish.page.UiMessages;
import dev.rebound.source.Block;
import dev.rebound.source.Lazy;
import dev.rebound.source.Located;
import dev.rebound.source.Markup;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages of one course. */
final class CoursePages {
  private final Templates templates;
  private final UiMessages words;
  private final Content content;
  private final Course course;
  private final List<Download> downloads;
  private final boolean forAuthors;
  private final SiteRoutes routes;
  private final Lazy<CourseContext> context;
  private final Lazy<CourseView> view;
  private final Lazy<PlayerData> player;
  private final Lazy<List<SourceView>> sources;

  CoursePages(
      Templates templates,
      UiMessages words,
      Content content,
      Course course,
      List<Download> downloads,
      boolean forAuthors) {
    this.forAuthors = forAuthors;
    this.templates = templates;
    this.words = words;
    this.content = content;
    this.course = course;
    this.downloads = downloads;
    boolean hasCards = downloads.stream().anyMatch(d -> d.kind().equals("cards"));
    this.routes = new SiteRoutes(hasCards, forAuthors);
    this.context =
        new Lazy<>(
            () ->
                new CourseContext(templates, words.of(course.language()), content, course, routes));
    this.view = new Lazy<>(() -> CourseView.of(context.get()));
    this.player = new Lazy<>(() -> new PlayerData(course, words.of(course.language())));
    this.sources = new Lazy<>(() -> SourceView.all(context.get()));
  }

  SitePage.Entry inCatalogue() {
    return new SitePage.Entry(view.get(), course.id().value() + "/index.html");
  }

  String laterWords() {
    return player.get().laterWords();
  }

  void addTo(List<Artefact> artefacts) {
    artefacts.add(
        page(
            "index.html",
            "site/course.ftlh",
            () -> new Needs("course"),
            (frame, in) -> new SitePage.Home(frame, files(), !course.deck().isEmpty())));
    for (Lesson lesson : course.lessonsInOrder()) {
      String id = lesson.id().value();
      artefacts.add(
          page(
              id + ".html",
              "site/lesson.ftlh",
              () -> Needs.ofLesson(id, course.embedded(lesson).toList(), hasChart(lesson)),
              (frame, in) -> new SitePage.Lesson(frame, LessonPage.of(in, lesson))));
    }
    for (Quiz quiz : course.quizzes()) {
      String id = quiz.id().value();
      artefacts.add(
          course.graded(quiz) && !forAuthors
              ? inPlaceOf(quiz)
              : page(
                  "quiz-" + id + ".html",
                  "site/quiz.ftlh",
                  () -> Needs.ofQuiz(quiz, course.questions(quiz)),
                  (frame, in) -> new SitePage.Quiz(frame, QuizPage.of(in, quiz), "site")));
    }
    if (forAuthors) {
      addUnlisted(artefacts);
    }
    for (Scenario scenario : course.scenariosInOrder()) {
      String id = scenario.id().value();
      artefacts.add(
          page(
              "scenario-" + id + ".html",
              "site/scenario.ftlh",
              () -> Needs.ofScenario(scenario),
              (frame, in) -> new SitePage.Scenario(frame, ScenarioPage.of(in, scenario))));
    }
    if (!course.deck().isEmpty()) {
      artefacts.add(
          page(
              "practice.html",
              "site/practice.ftlh",
              () -> new Needs("practice"),
              (frame, in) -> new SitePage.Practice(frame, deck(in))));
      artefacts.addAll(AnkiCards.of(content, course, words.of(course.language())));
    }
    artefacts.add(
        page(
            "completion.html",
            "site/completion.ftlh",
            () -> new Needs("completion"),
            (frame, in) ->
                new SitePage.Completion(frame, LearnedView.all(in), !course.deck().isEmpty())));
    artefacts.add(
        page(
            "credits.html",
            "site/credits.ftlh",
            Needs::ofPlainPage,
            (frame, in) -> new SitePage.Credits(frame, sources.get(), StudyView.all(in))));
    if (!content.terms().isEmpty()) {
      artefacts.add(
          page(
              "glossary.html",
              "site/glossary.ftlh",
              Needs::ofPlainPage,
              (frame, in) -> new SitePage.Glossary(frame, TermView.all(in))));
    }
    artefacts.add(
        page("search.html", "site/search.ftlh", Needs::ofPlainPage, (frame, in) -> frame));
    artefacts.add(
        Artefact.text(
            course.id().value() + "/search-documents.js",
            () -> SearchDocuments.of(content, course, routes, sources.get())));
    for (Course.Image image : course.imageFiles()) {
      artefacts.add(Artefact.of(course.id().value() + "/" + image.path(), image.bytes()));
    }
    for (Artefact carried : Carried.of(course)) {
      artefacts.add(carried.in(course.id().value()));
    }
  }

  /**
   * A graded quiz is not for the web: a practice exam is, where open quizzes have questions for it.
   */
  private Artefact inPlaceOf(Quiz graded) {
    String name = "quiz-" + graded.id().value() + ".html";
    return PracticeExam.of(course, graded)
        .map(
            exam ->
                page(
                    name,
                    "site/quiz.ftlh",
                    () -> Needs.ofExam(exam),
                    (frame, in) -> new SitePage.Quiz(frame, QuizPage.of(in, graded, exam), "site")))
        .orElseGet(
            () ->
                page(
                    name,
                    "site/withheld.ftlh",
                    () -> new Needs("withheld", graded.id().value()),
                    (frame, in) -> new SitePage.Withheld(frame, QuizPage.withheld(in, graded))));
  }

  /** What course.yaml does not name, or not yet. */
  private void addUnlisted(List<Artefact> artefacts) {
    Set<String> listed =
        course.lessonsInOrder().stream().map(it -> it.id().value()).collect(Collectors.toSet());
    for (Lesson lesson : course.lessonFiles()) {
      if (listed.contains(lesson.id().value())) {
        continue;
      }
      String id = lesson.id().value();
      artefacts.add(
          page(
              id + ".html",
              "site/lesson.ftlh",
              () -> Needs.ofLesson(id, course.embedded(lesson).toList(), hasChart(lesson)),
              (frame, in) -> new SitePage.Lesson(frame, LessonPage.unlisted(in, lesson))));
    }
    for (QuestionBank bank : course.bankFiles()) {
      String id = bank.id().value();
      if (course.quiz(id).isEmpty()) {
        Quiz quiz = new Quiz(List.of(bank.id()), Optional.empty(), Optional.empty());
        artefacts.add(
            page(
                "quiz-" + id + ".html",
                "site/quiz.ftlh",
                () -> Needs.ofQuiz(quiz, bank.questions()),
                (frame, in) -> new SitePage.Quiz(frame, QuizPage.unlisted(in, quiz), "site")));
      }
    }
  }

  private static boolean hasChart(Lesson lesson) {
    boolean[] found = {false};
    Markup.eachBlock(lesson.body(), block -> found[0] |= block instanceof Block.ChartBlock);
    return found[0];
  }

  /** The quizzes whose questions go into the practice deck, with their modules. */
  private List<SitePage.DeckPart> deck(CourseContext in) {
    return course.deck().entrySet().stream()
        .map(
            it ->
                new SitePage.DeckPart(
                    QuizPage.withheld(in, it.getKey()).place(), it.getValue().size()))
        .toList();
  }

  private List<SitePage.File> files() {
    return Stream.concat(downloads.stream(), AnkiCards.download(course).stream())
        .map(
            it ->
                new SitePage.File(
                    "../" + it.path(),
                    it.kind(),
                    it.variant(),
                    it.path().substring(it.path().lastIndexOf('.') + 1).toUpperCase(Locale.ROOT)))
        .toList();
  }

  /**
   * What a page needs of the player.
   *
   * @param kind as the player calls the page; empty where it plays no part
   * @param later whether its player comes when something is asked
   * @param exam the practice exam that is taken on the page
   */
  private record Needs(
      String kind,
      String id,
      List<Question> questions,
      List<Scenario> scenarios,
      boolean charts,
      boolean later,
      Optional<PracticeExam> exam) {
    Needs(
        String kind,
        String id,
        List<Question> questions,
        List<Scenario> scenarios,
        boolean charts,
        boolean later) {
      this(kind, id, questions, scenarios, charts, later, Optional.empty());
    }

    Needs(String kind) {
      this(kind, "");
    }

    Needs(String kind, String id) {
      this(kind, id, List.of(), List.of(), false, false);
    }

    /** A page without questions that is no step of the course. */
    static Needs ofPlainPage() {
      return new Needs("");
    }

    static Needs ofLesson(String id, List<Question> questions, boolean charts) {
      return new Needs("lesson", id, questions, List.of(), charts, true);
    }

    /** A quiz whose attempts are counted says at once how many are left. */
    static Needs ofQuiz(Quiz quiz, List<Question> questions) {
      String id = quiz.id().value();
      return new Needs("quiz", id, questions, List.of(), false, quiz.attempts().isEmpty());
    }

    static Needs ofExam(PracticeExam exam) {
      return new Needs("quiz", exam.id(), exam.pool(), List.of(), false, true, Optional.of(exam));
    }

    static Needs ofScenario(Scenario scenario) {
      String id = scenario.id().value();
      return new Needs("scenario", id, List.of(), List.of(scenario), false, false);
    }
  }

  private Artefact page(
      String name,
      String template,
      Supplier<Needs> needs,
      BiFunction<SiteFrame, CourseContext, Record> view) {
    return Artefact.text(
        course.id().value() + "/" + name,
        () -> templates.render(template, view.apply(frame(needs.get()), context.get())));
  }

  private SiteFrame frame(Needs needs) {
    List<QuestionTraits> types = QuestionTraits.of(needs.questions.stream());
    SiteFrame site = SiteFrame.of(content.settings(), words);
    return new SiteFrame(
        course.language(),
        UiMessages.direction(course.language()),
        words.of(course.language()),
        "../",
        site.csp(),
        site.brand(),
        site.publisher(),
        site.rights(),
        site.edition(),
        course.title() + course.audience().map(Located::value).map(". "::concat).orElse(""),
        types.stream().map(QuestionTraits::name).toList(),
        PlayerScript.isMoving(types),
        needs.charts,
        context.get().rules(needs.questions),
        needs.later,
        needs.kind.isEmpty() ? Optional.empty() : Optional.of(data(needs, types)),
        Optional.of(view.get()));
  }

  private Html data(Needs needs, List<QuestionTraits> types) {
    boolean lesson = needs.kind.equals("lesson");
    Map<String, List<String>> files =
        lesson
            ? Map.of(
                "player",
                PlayerScript.filesOfPlayer(course.language()),
                "questions",
                PlayerScript.filesOf(types))
            : needs.later
                ? Map.of("player", PlayerScript.filesOfQuiz(types, course.language()))
                : Map.of();
    if (needs.exam.isPresent()) {
      return player.get().ofExam(needs.exam.get(), files);
    }
    boolean asks = !lesson && !needs.questions.isEmpty();
    return player.get().ofPage(needs.kind, needs.id, asks, needs.scenarios, files);
  }
}
