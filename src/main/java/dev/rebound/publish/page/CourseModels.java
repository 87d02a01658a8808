package dev.rebound.publish.page;

import dev.rebound.course.Answer;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Dialogue;
import dev.rebound.course.GlossaryTerm;
import dev.rebound.course.Interaction;
import dev.rebound.course.Lesson;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionTraits;
import dev.rebound.course.Quiz;
import dev.rebound.course.Scenario;
import dev.rebound.publish.chart.ChartDrawing;
import dev.rebound.source.Chart;
import dev.rebound.source.Json;
import dev.rebound.source.Lazy;
import dev.rebound.source.Located;
import dev.rebound.source.Prose;
import dev.rebound.source.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One course as templates see it: plain maps, the same for every output on a screen. What differs,
 * where things are, comes from the output's {@link Routes}.
 */
public final class CourseModels {
  private final Templates templates;
  private final Map<String, String> words;
  private final Content content;
  private final Course course;
  private final Routes routes;
  private final Teaching teaching;
  private final Outline outline;
  private final CourseLinks links;
  private final PrincipleModels principles;
  private final Lazy<Map<String, List<Map<String, Object>>>> practice = new Lazy<>(this::practice);

  /**
   * @param words the interface words of the course's language
   */
  public CourseModels(
      Templates templates,
      Map<String, String> words,
      Content content,
      Course course,
      Routes routes) {
    this.templates = templates;
    this.words = words;
    this.content = content;
    this.course = course;
    this.routes = routes;
    this.teaching = new Teaching(course);
    this.outline = new Outline(course, routes);
    this.links = new CourseLinks(content, course, routes, teaching);
    this.principles = new PrincipleModels(content, routes, teaching, links);
  }

  /** Title, audience, modules with their steps, and sums. */
  public Map<String, Object> course() {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("id", course.id().value());
    model.put("title", course.title().value());
    model.put("language", course.language());
    model.put("audience", course.audience().map(Located::value).orElse(""));
    model.put("passMark", course.passMark());
    model.put("modules", outline.modules());
    outline.finalPart().ifPresent(part -> model.put("finalPart", part));
    outline.steps().stream().findFirst().ifPresent(step -> model.put("start", step.get("href")));
    model.put("lessonCount", course.lessonsInOrder().size());
    model.put("questionCount", course.quizzes().stream().mapToInt(course::asked).sum());
    model.put("minutes", course.lessonsInOrder().stream().mapToInt(Lesson::minutes).sum());
    model.put("href", routes.course());
    model.put("credits", routes.credits(""));
    model.put("glossary", content.terms().isEmpty() ? "" : routes.glossary(""));
    return model;
  }

  /**
   * The lessons, scenarios and quizzes in the order they are taken: kind, id, title, address,
   * module.
   */
  public List<Map<String, Object>> steps() {
    return outline.steps();
  }

  /** A lesson's title, body, contents, principles and neighbours. */
  public Map<String, Object> lesson(Lesson lesson) {
    String id = lesson.id().value();
    HtmlRenderer.Body body = HtmlRenderer.body(lesson.body(), new InLesson(lesson));
    List<Map<String, Object>> contents = new ArrayList<>();
    for (HtmlRenderer.Heading heading : body.headings()) {
      if (heading.level() == 2) {
        contents.add(Map.of("text", heading.text(), "href", "#" + heading.id()));
      }
    }
    Map<String, Object> model = outline.step("lesson", id);
    model.put("minutes", lesson.minutes());
    model.put("body", body.html());
    model.put("contents", contents);
    model.put("prefix", routes.prefix(id));
    model.put(
        "principles",
        lesson.teaches().stream().flatMap(p -> principles.of(p.value()).stream()).toList());
    return model;
  }

  /** A quiz that this output leaves out: its place in the course, and no more. */
  public Map<String, Object> withheld(Quiz quiz) {
    Map<String, Object> model = outline.step("quiz", quiz.id().value());
    model.put("passMark", course.passMark());
    return model;
  }

  /**
   * A module's quiz or the final: what to know before it starts, every question it may ask, and the
   * principles they test.
   */
  public Map<String, Object> quiz(Quiz quiz) {
    Map<String, Object> model = withheld(quiz);
    List<Question> questions = course.questions(quiz);
    model.put("questions", questions.stream().map(q -> question(q, PageIds.question(q))).toList());
    quiz.attempts().ifPresent(attempts -> model.put("attempts", attempts));
    model.put("minutes", minutes(questions, course.asked(quiz)));
    model.put("asksConfidence", course.asksConfidence(quiz));
    List<Map<String, Object>> principles = new ArrayList<>();
    for (Map<String, Object> principle : rules(questions)) {
      Map<String, Object> one = new LinkedHashMap<>(principle);
      one.put(
          "practice", practice.get().getOrDefault(String.valueOf(principle.get("id")), List.of()));
      principles.add(one);
    }
    model.put("principles", principles);
    return model;
  }

  /** The quizzes whose questions go into the practice deck, with their modules. */
  public List<Map<String, Object>> deck() {
    return course.deck().entrySet().stream()
        .map(
            it -> {
              Map<String, Object> model = withheld(it.getKey());
              model.put("count", it.getValue().size());
              return model;
            })
        .toList();
  }

  /**
   * By principle, the questions in lessons that test it: the player offers one that was not missed.
   * Collected once, for every quiz asks for every principle that it tests.
   */
  private Map<String, List<Map<String, Object>>> practice() {
    Map<String, List<Map<String, Object>>> places = new HashMap<>();
    for (Lesson lesson : course.lessonsInOrder()) {
      for (Question question : embedded(lesson)) {
        Map<String, Object> place =
            Map.of(
                "lesson",
                lesson.title().value(),
                "href",
                routes.lesson(lesson.id().value(), PageIds.practice(question)));
        question
            .tested()
            .map(Located::value)
            .distinct()
            .forEach(id -> places.computeIfAbsent(id, p -> new ArrayList<>()).add(place));
      }
    }
    return places;
  }

  /** The principles that the feedback on these questions names, each once. */
  public List<Map<String, Object>> rules(List<Question> questions) {
    return questions.stream()
        .flatMap(Question::principles)
        .map(Located::value)
        .distinct()
        .flatMap(p -> principles.of(p).stream())
        .toList();
  }

  /**
   * A conversation as a script: its nodes with their numbers, what each reply does and why, how it
   * ends, and the principles it practises in the order in which the best way through it applies
   * them.
   */
  public Map<String, Object> scenario(Scenario scenario) {
    Map<String, Object> model = outline.step("scenario", scenario.id().value());
    new ScenarioModels(principles, links).addTo(model, scenario);
    return model;
  }

  /** The sources the course's principles and quotations come from, with what rests on each. */
  public List<Map<String, Object>> sources() {
    return new SourceModels(content, course, routes, teaching, principles, links).all();
  }

  /** The glossary. */
  public List<Map<String, Object>> terms() {
    List<Map<String, Object>> models = new ArrayList<>();
    for (GlossaryTerm term : content.terms()) {
      Map<String, Object> model = new LinkedHashMap<>();
      model.put("id", term.id().value());
      model.put("term", term.term().value());
      model.put("meaning", links.run(term.meaning()));
      model.put(
          "principles",
          term.principles().stream()
              .filter(p -> teaching.of(p.value()).isPresent())
              .flatMap(p -> principles.of(p.value()).stream())
              .toList());
      models.add(model);
    }
    return models;
  }

  /** The questions embedded in a lesson. */
  public List<Question> embedded(Lesson lesson) {
    return course.embedded(lesson).toList();
  }

  /** The template of a question type; where the looks have none, one that suits any. */
  public static String question(Templates templates, String looks, String type) {
    String own = looks + "/question/" + type + ".ftlh";
    return templates.exists(own) ? own : looks + "/question/open.ftlh";
  }

  /** At 200 words a minute, and half a minute to think about each question and its feedback. */
  private static int minutes(List<Question> pool, int asked) {
    double minutes = 0;
    for (Question question : pool) {
      Stream<Prose> texts =
          Stream.of(
                  question.interaction().choices().stream(),
                  question.interaction().targets().stream(),
                  question.interaction().passage().stream())
              .flatMap(it -> it)
              .map(Interaction.Choice::text);
      double words =
          Stream.concat(Stream.of(question.stem()), texts)
              .mapToLong(text -> text.plain().chars().filter(Character::isWhitespace).count() + 1)
              .sum();
      minutes += .5 + words / 200;
    }
    return (int) Math.max(1, Math.round(minutes * asked / Math.max(1, pool.size())));
  }

  /**
   * @param id on its page, where the same question may stand twice
   */
  private Map<String, Object> question(Question question, String id) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("key", question.key());
    model.put("id", id);
    model.put("type", question.type());
    Interaction interaction = question.interaction();
    List<String> right = interaction.right().orElse(List.of());
    model.put("multiple", interaction.multiple());
    model.put("rightCount", right.size());
    model.put("unit", interaction.unit().map(Located::value).orElse(""));
    model.put("stem", links.run(question.stem()));
    model.put("hints", question.hints().stream().map(links::run).toList());
    model.put("attempts", question.delivery().attempts().orElse(1));
    model.put("spec", new Html(Json.write(PlayerData.forPlayer(question))));
    boolean ordered = question.traits().response() == QuestionTraits.Response.ORDERED;
    model.put("options", choices(interaction.choices(), right));
    model.put("targets", choices(interaction.targets(), right));
    model.put("passage", choices(interaction.passage(), right));
    List<Map<String, Object>> answers = new ArrayList<>();
    for (Answer answer : question.answers()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("id", answer.id());
      one.put("text", links.run(answer.text()));
      one.put(
          "shown",
          Stream.of(interaction.choices(), interaction.targets(), interaction.passage())
              .flatMap(List::stream)
              .anyMatch(it -> it.id().equals(answer.id()) && it.text().equals(answer.text())));
      one.put("right", answer.right());
      one.put("applies", answer.applies().isPresent());
      if (ordered) {
        one.put("place", right.indexOf(answer.id()) + 1);
      }
      question.target(answer).ifPresent(target -> one.put("target", links.run(target)));
      answer.feedback().ifPresent(why -> one.put("why", links.run(why)));
      answer
          .principle()
          .flatMap(p -> principles.of(p.value()))
          .ifPresent(p -> one.put("principle", p));
      answers.add(one);
    }
    model.put("answers", answers);
    question.about().flatMap(p -> principles.of(p.value())).ifPresent(p -> model.put("about", p));
    return model;
  }

  private List<Map<String, Object>> choices(List<Interaction.Choice> choices, List<String> right) {
    List<Map<String, Object>> models = new ArrayList<>();
    for (Interaction.Choice choice : choices) {
      // What belongs to several is there once for each.
      long uses = right.stream().filter(pair -> pair.endsWith("." + choice.id())).count();
      models.add(
          Map.of(
              "id", choice.id(),
              "text", links.run(choice.text()),
              "plain", choice.text().plain(),
              "copies", Math.max(1, uses)));
    }
    return models;
  }

  private Map<String, Object> dialogue(Dialogue dialogue, String prefix) {
    Set<String> staff = new LinkedHashSet<>();
    for (List<Dialogue.Turn> side : List.of(dialogue.poor(), dialogue.good())) {
      for (Dialogue.Turn turn : side) {
        if (!turn.turningPoints().isEmpty()) {
          staff.add(turn.speaker().value());
        }
      }
    }
    return Map.of(
        "id", prefix + PageIds.dialogue(dialogue.id().value()),
        "title", dialogue.title().value(),
        "setting", dialogue.setting().map(Located::value).orElse(""),
        "poor", turns(dialogue.poor(), staff),
        "good", turns(dialogue.good(), staff));
  }

  private List<Map<String, Object>> turns(List<Dialogue.Turn> turns, Set<String> staff) {
    List<Map<String, Object>> models = new ArrayList<>();
    for (Dialogue.Turn turn : turns) {
      models.add(
          Map.of(
              "speaker", turn.speaker().value(),
              "staff", staff.contains(turn.speaker().value()),
              "words", links.run(turn.words()),
              "points",
                  turn.turningPoints().stream()
                      .flatMap(p -> principles.of(p.id()).stream())
                      .toList()));
    }
    return models;
  }

  /** A lesson's body: principles named in the margin, dialogues and questions in place. */
  private final class InLesson implements Surroundings {
    private final Lesson lesson;

    InLesson(Lesson lesson) {
      this.lesson = lesson;
    }

    @Override
    public Optional<String> href(Reference to) {
      boolean taughtHere =
          to.kind().equals("principle")
              && lesson.teaches().stream().anyMatch(p -> p.value().equals(to.id()));
      return taughtHere
          ? Optional.of("#" + idPrefix() + PageIds.principle(to.id()))
          : links.href(to);
    }

    @Override
    public String mapping(Reference to) {
      return part(routes.looks() + "/parts/mapping.ftlh", "principle", principles.of(to.id()), to);
    }

    @Override
    public String note(Reference to) {
      return to.kind().equals("term")
          ? part(
              routes.looks() + "/parts/term.ftlh",
              "term",
              content.term(to.id()).map(this::term),
              to)
          : part(routes.looks() + "/parts/note.ftlh", "principle", principles.of(to.id()), to);
    }

    private Map<String, Object> term(GlossaryTerm term) {
      return Map.of(
          "id",
          termId(term.id().value()),
          "term",
          term.term().value(),
          "meaning",
          links.run(term.meaning()));
    }

    @Override
    public String termId(String term) {
      return idPrefix() + PageIds.term(term);
    }

    @Override
    public String credit(Reference to) {
      Optional<Map<String, Object>> model =
          content
              .excerpt(to.id())
              .flatMap(
                  excerpt ->
                      content
                          .source(excerpt.source())
                          .map(source -> Map.of("credit", Credit.of(source, excerpt))));
      return part(routes.looks() + "/parts/credit.ftlh", "excerpt", model, to);
    }

    @Override
    public String embed(Reference to) {
      return switch (to.kind()) {
        case "dialogue" ->
            part(
                routes.looks() + "/parts/dialogue.ftlh",
                "dialogue",
                content.dialogue(to.id()).map(d -> dialogue(d, idPrefix())),
                to);
        case "question" ->
            course
                .question(to.id())
                .map(
                    q ->
                        part(
                            question(templates, routes.looks(), q.type()),
                            "question",
                            Optional.of(question(q, idPrefix() + PageIds.practice(q))),
                            to))
                .orElse("");
        default -> "";
      };
    }

    @Override
    public String chart(Chart chart, int number) {
      Map<String, Object> model = ChartModel.of(chart, idPrefix() + "chart--" + number);
      model.put("narrow", drawn(chart, ChartDrawing.NARROW));
      model.put("wide", drawn(chart, ChartDrawing.WIDE));
      return templates.render(
          routes.looks() + "/parts/chart.ftlh", Map.of("chart", model, "words", words));
    }

    /** On a screen the style sheet gives the colours; paper takes those of the drawing. */
    private Html drawn(Chart chart, ChartDrawing.Room room) {
      String svg = ChartDrawing.svg(chart, room);
      return new Html(
          routes.looks().equals("site") ? svg.replaceAll(" (?:fill|stroke)=\"#\\w{6}\"", "") : svg);
    }

    @Override
    public String idPrefix() {
      return routes.prefix(lesson.id().value());
    }

    @Override
    public String tableLabel() {
      return words.getOrDefault("table", "Table");
    }

    private String part(
        String template, String name, Optional<Map<String, Object>> model, Reference to) {
      return model
          .map(
              it ->
                  templates.render(
                      template, Map.of(name, it, "href", href(to).orElse(""), "words", words)))
          .orElse("");
    }
  }
}
