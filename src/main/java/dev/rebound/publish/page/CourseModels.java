package dev.rebound.publish.page;

import dev.rebound.course.Answer;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Delivery;
import dev.rebound.course.Dialogue;
import dev.rebound.course.Excerpt;
import dev.rebound.course.GlossaryTerm;
import dev.rebound.course.Interaction;
import dev.rebound.course.Lesson;
import dev.rebound.course.Module;
import dev.rebound.course.Principle;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.Quiz;
import dev.rebound.course.Scenario;
import dev.rebound.course.Source;
import dev.rebound.publish.chart.ChartDrawing;
import dev.rebound.source.Chart;
import dev.rebound.source.Inline;
import dev.rebound.source.Json;
import dev.rebound.source.Located;
import dev.rebound.source.Markup;
import dev.rebound.source.Prose;
import dev.rebound.source.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One course as templates see it: plain maps, the same for every output on a screen. What differs,
 * where things are, comes from the output's {@link Routes}.
 */
public final class CourseModels {
  /** What the player says in a package alone, and what it says where nothing is asked. */
  private static final Set<String> OF_PLATFORMS =
      Set.of(
          "no-lms",
          "no-lms-unkept",
          "lms-failed",
          "lms-failed-unkept",
          "lms-offline",
          "lms-offline-unkept",
          "ended",
          "seen");

  private static final Set<String> OF_PROGRESS =
      Set.of("resume", "read", "done", "blocked", "full", "corrupt");

  /** What the player says where a conversation is played. */
  private static final Pattern OF_TALKS =
      Pattern.compile("you|better|of-ten|up|down|meters|(heat|loyalty)-\\d");

  /** How a conversation ended, wherever its place in the course is shown. */
  private static final String ENDING = "ending-";

  private final Templates templates;
  private final Map<String, String> words;
  private final Content content;
  private final Course course;
  private final Routes routes;
  private final Teaching teaching;
  private final List<Map<String, Object>> modules;
  private final int questionCount;
  private final int minutes;
  private final List<Map<String, Object>> steps = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, Map<String, Object>> principles = new HashMap<>();
  private final Map<String, String> spoken = new LinkedHashMap<>();
  private final Map<String, List<Principle>> resting = new HashMap<>();

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
    words.forEach(
        (key, text) -> {
          if (key.startsWith("player-")) {
            spoken.put(key.substring("player-".length()), text);
          }
        });
    for (Principle principle : content.principles()) {
      principle
          .excerpts()
          .forEach(e -> resting.computeIfAbsent(e.value(), k -> new ArrayList<>()).add(principle));
    }
    this.teaching = new Teaching(course);
    this.modules = outline();
    this.questionCount = course.quizzes().stream().mapToInt(course::asked).sum();
    this.minutes = course.lessonsInOrder().stream().mapToInt(Lesson::minutes).sum();
  }

  /** Title, audience, modules with their steps, and sums. */
  public Map<String, Object> course() {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("id", course.id().value());
    model.put("title", course.title());
    model.put("language", course.language());
    model.put("audience", course.audience().orElse(""));
    model.put("passMark", course.passMark());
    model.put("modules", modules);
    course
        .finalQuiz()
        .flatMap(quiz -> course.quiz(quiz.id().value()))
        .ifPresent(quiz -> model.put("finalPart", part(quiz)));
    steps.stream().findFirst().ifPresent(step -> model.put("start", step.get("href")));
    model.put("lessonCount", course.lessonsInOrder().size());
    model.put("questionCount", questionCount);
    model.put("minutes", minutes);
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
    return List.copyOf(steps);
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
    Map<String, Object> model = step("lesson", id);
    model.put("minutes", lesson.minutes());
    model.put("body", body.html());
    model.put("contents", contents);
    model.put("prefix", routes.prefix(id));
    model.put(
        "principles",
        lesson.teaches().stream().flatMap(p -> principle(p.value()).stream()).toList());
    return model;
  }

  /** A quiz that this output leaves out: its place in the course, and no more. */
  public Map<String, Object> withheld(Quiz quiz) {
    Map<String, Object> model = step("quiz", quiz.id().value());
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
    model.put("questions", questions.stream().map(q -> question(q, "quiz-")).toList());
    quiz.attempts().ifPresent(attempts -> model.put("attempts", attempts));
    model.put("minutes", minutes(questions, course.asked(quiz)));
    model.put("asksConfidence", course.asksConfidence(quiz));
    List<Map<String, Object>> principles = new ArrayList<>();
    for (Map<String, Object> principle : rules(questions)) {
      Map<String, Object> one = new LinkedHashMap<>(principle);
      one.put("practice", practice(String.valueOf(principle.get("id"))));
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

  /** The questions in lessons that test a principle: the player offers one that was not missed. */
  private List<Map<String, Object>> practice(String principle) {
    List<Map<String, Object>> places = new ArrayList<>();
    for (Lesson lesson : course.lessonsInOrder()) {
      embedded(lesson).stream()
          .filter(q -> q.tested().anyMatch(p -> p.value().equals(principle)))
          .forEach(
              q ->
                  places.add(
                      Map.of(
                          "lesson",
                          lesson.title().value(),
                          "href",
                          routes.lesson(
                              lesson.id().value(),
                              "practice-" + q.bank() + "-" + q.id().value()))));
    }
    return places;
  }

  /** The principles that the feedback on these questions names, each once. */
  public List<Map<String, Object>> rules(List<Question> questions) {
    return questions.stream()
        .flatMap(Question::principles)
        .map(Located::value)
        .distinct()
        .flatMap(p -> principle(p).stream())
        .toList();
  }

  /**
   * A conversation as a script: its nodes with their numbers, what each reply does and why, how it
   * ends, and the principles it practises in the order in which the best way through it applies
   * them.
   */
  public Map<String, Object> scenario(Scenario scenario) {
    Map<String, Object> model = step("scenario", scenario.id().value());
    Map<String, Integer> numbers = new LinkedHashMap<>();
    numbers.put(scenario.start().value(), 1);
    for (Scenario.Node node : scenario.nodes()) {
      numbers.putIfAbsent(node.id().value(), numbers.size() + 1);
    }
    List<Map<String, Object>> nodes = new ArrayList<>();
    scenario.nodes().stream()
        .sorted(Comparator.comparing(node -> numbers.get(node.id().value())))
        .forEach(node -> nodes.add(node(node, numbers)));
    model.put("setting", scenario.setting().orElse(""));
    model.put("who", scenario.who());
    model.put("heat", scenario.heat());
    model.put("loyalty", scenario.loyalty());
    model.put("nodes", nodes);
    Set<String> practised = practised(scenario);
    Set<String> trained =
        scenario.nodes().stream()
            .flatMap(node -> node.replies().stream())
            .flatMap(reply -> reply.applies().stream())
            .map(Located::value)
            .collect(Collectors.toSet());
    model.put("principles", principles(practised.stream()));
    model.put("trained", principles(practised.stream().filter(trained::contains)));
    model.put("slips", principles(practised.stream().filter(p -> !trained.contains(p))));
    return model;
  }

  private List<Map<String, Object>> principles(Stream<String> ids) {
    return ids.flatMap(id -> principle(id).stream()).toList();
  }

  private Map<String, Object> node(Scenario.Node node, Map<String, Integer> numbers) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("id", node.id().value());
    model.put("number", numbers.get(node.id().value()));
    model.put("who", node.who());
    model.put("line", run(node.line()));
    node.ending()
        .ifPresent(
            ending -> {
              model.put("ending", ending.kind().word());
              model.put("debrief", run(ending.debrief()));
            });
    List<Map<String, Object>> replies = new ArrayList<>();
    for (Scenario.Reply reply : node.replies()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("id", reply.id());
      one.put("text", run(reply.text()));
      one.put("applies", reply.right());
      one.put("heat", signed(reply.heat()));
      one.put("loyalty", signed(reply.loyalty()));
      reply.next().ifPresent(next -> one.put("next", numbers.get(next.value())));
      reply.feedback().ifPresent(why -> one.put("why", run(why)));
      reply.principle().flatMap(p -> principle(p.value())).ifPresent(p -> one.put("principle", p));
      replies.add(one);
    }
    model.put("replies", replies);
    return model;
  }

  /** {@code +2}, {@code −1} or, when nothing changes, nothing. */
  private static String signed(int change) {
    return change == 0 ? "" : (change > 0 ? "+" : "\u2212") + Math.abs(change);
  }

  private static Set<String> practised(Scenario scenario) {
    Set<String> practised = new LinkedHashSet<>();
    Map<String, Scenario.Reply> best = scenario.best();
    Set<String> seen = new LinkedHashSet<>();
    String at = scenario.start().value();
    while (best.containsKey(at) && seen.add(at)) {
      Scenario.Reply reply = best.get(at);
      reply.applies().ifPresent(p -> practised.add(p.value()));
      at = reply.next().map(Located::value).orElse("");
    }
    scenario.nodes().stream()
        .flatMap(node -> node.replies().stream())
        .flatMap(reply -> reply.principle().stream())
        .forEach(p -> practised.add(p.value()));
    return practised;
  }

  /** The sources the course's principles and quotations come from, with what rests on each. */
  public List<Map<String, Object>> sources() {
    Set<String> known = named();
    Map<String, Set<String>> uses = excerptUses(known);
    List<Map<String, Object>> models = new ArrayList<>();
    for (Source source : content.sources()) {
      List<Map<String, Object>> principles =
          content.principles().stream()
              .filter(p -> p.source().equals(source.id().value()) && known.contains(p.id().value()))
              .flatMap(p -> principle(p.id().value()).stream())
              .toList();
      List<Map<String, Object>> excerpts =
          source.excerpts().stream()
              .filter(e -> uses.containsKey(e.key()))
              .map(e -> excerpt(source, e, uses))
              .toList();
      if (principles.isEmpty() && excerpts.isEmpty()) {
        continue;
      }
      Map<String, Object> model = new LinkedHashMap<>();
      model.put("id", source.id().value());
      model.put("credit", Credit.of(source));
      model.put("creator", source.creator().orElse(source.title().orElse(source.id().value())));
      model.put("title", source.title().orElse(""));
      model.put("about", source.about().orElse(""));
      model.put("container", source.container().orElse(""));
      model.put("date", source.date().orElse(""));
      model.put("retrieved", source.retrieved().orElse(""));
      model.put("rights", source.rights().orElse(""));
      model.put("url", source.url().orElse(""));
      model.put("trademarks", source.trademarks());
      model.put("principles", principles);
      model.put("excerpts", excerpts);
      models.add(model);
    }
    return models;
  }

  /** The glossary. */
  public List<Map<String, Object>> terms() {
    List<Map<String, Object>> models = new ArrayList<>();
    for (GlossaryTerm term : content.terms()) {
      Map<String, Object> model = new LinkedHashMap<>();
      model.put("id", term.id().value());
      model.put("term", term.term());
      model.put("meaning", run(term.meaning()));
      model.put(
          "principles",
          term.principles().stream()
              .filter(p -> teaching.of(p.value()).isPresent())
              .flatMap(p -> principle(p.value()).stream())
              .toList());
      models.add(model);
    }
    return models;
  }

  /**
   * What the player must know of a page, as JSON.
   *
   * @param asks whether questions stand on the page
   * @param scenarios those that stand on the page
   * @param later the files of {@code assets/} that it loads when they are needed; none where the
   *     page loads all at once
   */
  public Html playerData(
      String kind,
      String id,
      boolean asks,
      List<Scenario> scenarios,
      Map<String, List<String>> later) {
    Map<String, Object> data = data(kind, id, asks, scenarios);
    if (!later.isEmpty()) {
      data.put("later", later);
      // They come with the player.
      data.put("words", Map.of());
    }
    return new Html(Json.write(data));
  }

  /**
   * What the player must know of a whole course in one package, as JSON.
   *
   * @param iri names the course to a record store
   * @param objectives the principles that quizzes test: id, says
   */
  public Html packageData(String iri, List<Map<String, Object>> objectives) {
    Map<String, Object> data = data("package", "", true, course.scenariosInOrder());
    data.put("title", course.title());
    data.put("language", course.language());
    data.put("iri", iri);
    data.put("objectives", objectives);
    return new Html(Json.write(data));
  }

  private Map<String, Object> data(String kind, String id, boolean asks, List<Scenario> scenarios) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("course", course.id().value());
    data.put("page", kind);
    data.put("id", id);
    data.put("pass", course.passMark());
    // Only where the course as a whole is shown: a long course must not make every page long.
    boolean whole = kind.equals("course") || kind.equals("package");
    data.put(
        "lessons",
        whole ? course.lessonsInOrder().stream().map(l -> l.id().value()).toList() : List.of());
    data.put(
        "quizzes",
        course.quizzes().stream()
            .filter(
                quiz ->
                    kind.equals("package")
                        || ((whole || (kind.equals("quiz") && quiz.id().value().equals(id)))
                            && !course.graded(quiz)))
            .map(quiz -> kind.equals("course") ? Map.of("id", quiz.id().value()) : forPlayer(quiz))
            .toList());
    data.put(
        "scenarios",
        whole ? course.scenariosInOrder().stream().map(s -> s.id().value()).toList() : List.of());
    if (kind.equals("course") || kind.equals("practice")) {
      data.put(
          "deck",
          course.deck().entrySet().stream()
              .map(
                  it ->
                      Map.of(
                          "quiz",
                          it.getKey().id().value(),
                          "cards",
                          it.getValue().stream().map(Question::key).toList()))
              .toList());
    }
    data.put("scenes", scenarios.stream().map(CourseModels::forPlayer).toList());
    Map<String, String> here = kind.equals("package") ? spoken : here(asks, !scenarios.isEmpty());
    if (data.containsKey("deck")) {
      here.put("deck-corrupt", spoken.getOrDefault("deck-corrupt", ""));
    }
    data.put("words", here);
    return data;
  }

  /**
   * The words a page of a site can need: none of a learning platform, and few where nothing is
   * asked or played.
   */
  private Map<String, String> here(boolean asked, boolean played) {
    Map<String, String> here = new LinkedHashMap<>(spoken);
    here.keySet().removeAll(OF_PLATFORMS);
    boolean talks = !course.scenariosInOrder().isEmpty();
    here.keySet()
        .removeIf(
            key ->
                OF_TALKS.matcher(key).matches()
                    ? !played
                    : key.startsWith(ENDING) ? !talks : !asked && !OF_PROGRESS.contains(key));
    return here;
  }

  /** A script that gives the player its words on pages that load it later. */
  public String laterWords() {
    Map<String, String> later = new LinkedHashMap<>(spoken);
    later.keySet().removeIf(key -> OF_PLATFORMS.contains(key) || OF_TALKS.matcher(key).matches());
    return "Object.assign(spoken," + Json.write(later) + ");\n";
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

  /** What is left out is as usual: no final, all questions, any number of attempts. */
  private Map<String, Object> forPlayer(Quiz quiz) {
    List<Question> pool = course.questions(quiz);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", quiz.id().value());
    data.put("pool", pool.stream().map(Question::key).toList());
    if (course.finalQuiz().filter(quiz::equals).isPresent()) {
      data.put("final", true);
    }
    quiz.attempts().ifPresent(attempts -> data.put("attempts", attempts));
    if (course.asked(quiz) < pool.size()) {
      data.put("draw", course.asked(quiz));
      data.put(
          "covers",
          course.coverage(quiz).values().stream()
              .map(covering -> covering.stream().map(pool::indexOf).toList())
              .toList());
    }
    return data;
  }

  /**
   * What nothing else on the page says of a question; the player finds the principles in the
   * feedback.
   */
  private static Map<String, Object> forPlayer(Question question) {
    Interaction interaction = question.interaction();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("key", question.key());
    data.put("type", question.type());
    data.put("choices", ids(interaction.choices()));
    data.put("targets", ids(interaction.targets()));
    data.put("right", interaction.right().orElse(List.of()));
    data.put("typed", interaction.typed().stream().map(CourseModels::forPlayer).toList());
    Set<String> tests = new LinkedHashSet<>();
    data.put("wrong", question.answers().stream().filter(a -> !a.right()).map(Answer::id).toList());
    question.tested().forEach(p -> tests.add(p.value()));
    question.about().ifPresent(p -> tests.add(p.value()));
    data.put("tests", tests);
    Delivery delivery = question.delivery();
    delivery.attempts().filter(it -> it > 1).ifPresent(it -> data.put("attempts", it));
    delivery.weight().filter(it -> it > 1).ifPresent(it -> data.put("weight", it));
    if (delivery.partial()) {
      data.put("partial", true);
    }
    if (delivery.shuffle()) {
      data.put("shuffle", true);
    }
    data.values().removeIf(it -> it.equals(List.of()));
    return data;
  }

  private static Map<String, Object> forPlayer(Scenario scenario) {
    Map<String, Scenario.Reply> best = scenario.best();
    Map<String, Object> nodes = new LinkedHashMap<>();
    for (Scenario.Node node : scenario.nodes()) {
      List<Map<String, Object>> replies = new ArrayList<>();
      // In the order of their ids, which tells nothing: authors tend to write the best one first.
      for (Scenario.Reply reply :
          node.replies().stream().sorted(Comparator.comparing(Scenario.Reply::id)).toList()) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("id", reply.id());
        one.put("right", reply.right());
        one.put("principle", reply.principle().map(Located::value).orElse(""));
        one.put("heat", reply.heat());
        one.put("loyalty", reply.loyalty());
        one.put("next", reply.next().map(Located::value).orElse(""));
        replies.add(one);
      }
      Map<String, Object> model = new LinkedHashMap<>();
      model.put("ending", node.ending().map(ending -> ending.kind().word()).orElse(""));
      model.put(
          "best",
          Optional.ofNullable(best.get(node.id().value())).map(Scenario.Reply::id).orElse(""));
      model.put("replies", replies);
      nodes.put(node.id().value(), model);
    }
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", scenario.id().value());
    data.put("start", scenario.start().value());
    data.put("heat", scenario.heat());
    data.put("loyalty", scenario.loyalty());
    data.put("nodes", nodes);
    return data;
  }

  private static List<String> forPlayer(Interaction.Typed typed) {
    if (typed instanceof Interaction.TypedNumber number) {
      return List.of(number.answer(), number.from(), number.to());
    }
    Interaction.TypedText text = (Interaction.TypedText) typed;
    return List.of(text.answer(), text.text(), String.valueOf(text.typos()));
  }

  private static List<String> ids(List<Interaction.Choice> choices) {
    return choices.stream().map(Interaction.Choice::id).toList();
  }

  private List<Map<String, Object>> outline() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Module module : course.modules()) {
      Map<String, Object> model = new LinkedHashMap<>();
      List<Map<String, Object>> parts = new ArrayList<>();
      model.put("id", module.id().value());
      model.put("number", module.number());
      model.put("title", module.title());
      for (Located<String> id : module.lessons()) {
        course
            .lesson(id.value())
            .ifPresent(
                lesson -> {
                  Map<String, Object> part = part("lesson", id.value(), lesson.title().value());
                  part.put("href", routes.lesson(id.value(), ""));
                  part.put("minutes", lesson.minutes());
                  parts.add(part);
                });
      }
      for (Located<String> id : module.scenarios()) {
        course
            .scenario(id.value())
            .ifPresent(
                scenario -> {
                  Map<String, Object> part = part("scenario", id.value(), scenario.title());
                  part.put("href", routes.scenario(id.value()));
                  part.put(
                      "count",
                      scenario.nodes().stream().filter(n -> n.ending().isPresent()).count());
                  parts.add(part);
                });
      }
      module
          .quiz()
          .flatMap(quiz -> course.quiz(quiz.id().value()))
          .ifPresent(quiz -> parts.add(part(quiz)));
      model.put("parts", parts);
      for (Map<String, Object> part : parts) {
        places.putIfAbsent(part.get("kind") + "/" + part.get("id"), steps.size());
        steps.add(within(part, model));
      }
      all.add(model);
    }
    course
        .finalQuiz()
        .flatMap(quiz -> course.quiz(quiz.id().value()))
        .ifPresent(
            quiz -> {
              places.putIfAbsent("quiz/" + quiz.id().value(), steps.size());
              steps.add(part(quiz));
            });
    return List.copyOf(all);
  }

  private Map<String, Object> part(Quiz quiz) {
    String id = quiz.id().value();
    Map<String, Object> part =
        part("quiz", id, course.bank(id).map(QuestionBank::title).orElse(id));
    part.put("href", routes.quiz(id));
    part.put("count", course.asked(quiz));
    part.put("graded", course.graded(quiz));
    return part;
  }

  private static Map<String, Object> part(String kind, String id, String title) {
    Map<String, Object> part = new LinkedHashMap<>();
    part.put("kind", kind);
    part.put("id", id);
    part.put("title", title);
    return part;
  }

  private static Map<String, Object> within(Map<String, Object> part, Map<String, Object> module) {
    Map<String, Object> step = new LinkedHashMap<>(part);
    step.put("module", module);
    return step;
  }

  private Map<String, Object> step(String kind, String id) {
    Integer at = places.get(kind + "/" + id);
    if (at == null) {
      throw new IllegalArgumentException("the course has no " + kind + " " + id);
    }
    Map<String, Object> model = new LinkedHashMap<>(steps.get(at));
    if (at > 0) {
      model.put("previous", steps.get(at - 1));
    }
    if (at + 1 < steps.size()) {
      model.put("next", steps.get(at + 1));
    }
    return model;
  }

  /**
   * @param prefix stands before its id: the same question may stand twice on a page
   */
  private Map<String, Object> question(Question question, String prefix) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("key", question.key());
    model.put("id", prefix + question.bank() + "-" + question.id().value());
    model.put("type", question.type());
    Interaction interaction = question.interaction();
    List<String> right = interaction.right().orElse(List.of());
    model.put("multiple", interaction.multiple());
    model.put("rightCount", right.size());
    model.put("unit", interaction.unit());
    model.put("stem", run(question.stem()));
    model.put("hints", question.hints().stream().map(this::run).toList());
    model.put("attempts", question.delivery().attempts().orElse(1));
    model.put("spec", new Html(Json.write(forPlayer(question))));
    boolean ordered = interaction.type() == Interaction.Type.SEQUENCING;
    model.put("options", choices(interaction.choices(), right));
    model.put("targets", choices(interaction.targets(), right));
    model.put("passage", choices(interaction.passage(), right));
    List<Map<String, Object>> answers = new ArrayList<>();
    for (Answer answer : question.answers()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("id", answer.id());
      one.put("text", run(answer.text()));
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
      question.target(answer).ifPresent(target -> one.put("target", run(target)));
      answer.feedback().ifPresent(why -> one.put("why", run(why)));
      answer.principle().flatMap(p -> principle(p.value())).ifPresent(p -> one.put("principle", p));
      answers.add(one);
    }
    model.put("answers", answers);
    question.about().flatMap(p -> principle(p.value())).ifPresent(p -> model.put("about", p));
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
              "text", run(choice.text()),
              "plain", choice.text().plain(),
              "copies", Math.max(1, uses)));
    }
    return models;
  }

  /** What it says, how sure that is, where it is taught, and what it rests on. */
  private Optional<Map<String, Object>> principle(String id) {
    return content.principle(id).map(p -> principles.computeIfAbsent(id, key -> principle(p)));
  }

  private Map<String, Object> principle(Principle principle) {
    String id = principle.id().value();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("id", id);
    model.put("says", run(principle.says()));
    model.put("stance", principle.stance().word());
    principle.evidence().ifPresent(evidence -> model.put("evidence", run(evidence)));
    teaching
        .of(id)
        .ifPresent(
            place -> {
              model.put("href", routes.lesson(place.lesson().id().value(), place.anchor()));
              model.put("lesson", place.lesson().title().value());
              model.put("section", place.section());
            });
    model.put("basis", routes.credits("p-" + id));
    model.put("quotes", quotes(principle));
    List<String> cites = new ArrayList<>();
    for (Principle.Citation cite : principle.cites()) {
      content
          .source(cite.source().value())
          .ifPresent(
              source ->
                  cites.add(
                      source.creator().orElse(source.title().orElse(source.id().value()))
                          + " \u00b6"
                          + cite.paragraph()));
    }
    model.put("cites", cites.stream().distinct().toList());
    model.put("try", principle.tryPhrases().stream().map(this::run).toList());
    model.put("avoid", principle.avoid().stream().map(this::run).toList());
    return model;
  }

  private List<Map<String, Object>> quotes(Principle principle) {
    List<Map<String, Object>> quotes = new ArrayList<>();
    for (Located<String> key : principle.excerpts()) {
      content
          .excerpt(key.value())
          .flatMap(
              excerpt ->
                  content
                      .source(excerpt.source())
                      .map(
                          source ->
                              Map.<String, Object>of(
                                  "text", excerpt.text().value(),
                                  "credit", Credit.of(source, excerpt),
                                  "href", routes.credits(anchor(excerpt.key())))))
          .ifPresent(quotes::add);
    }
    return quotes;
  }

  private Map<String, Object> excerpt(
      Source source, Excerpt excerpt, Map<String, Set<String>> uses) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("anchor", anchor(excerpt.key()));
    model.put("text", excerpt.text().value());
    model.put("credit", Credit.of(source, excerpt));
    List<Map<String, Object>> lessons = new ArrayList<>();
    for (String lesson : uses.getOrDefault(excerpt.key(), Set.of())) {
      if (!lesson.isEmpty()) {
        lessons.add(
            Map.of(
                "title", course.lesson(lesson).map(l -> l.title().value()).orElse(lesson),
                "href", routes.lesson(lesson, "")));
      }
    }
    model.put("lessons", lessons);
    model.put(
        "principles",
        resting.getOrDefault(excerpt.key(), List.of()).stream()
            .filter(p -> teaching.of(p.id().value()).isPresent())
            .map(p -> Map.of("says", run(p.says()), "href", "#" + "p-" + p.id().value()))
            .toList());
    return model;
  }

  /** Every principle that is named somewhere: what is taught elsewhere may be asked here. */
  private Set<String> named() {
    Set<String> named = new LinkedHashSet<>();
    for (Lesson lesson : course.lessonsInOrder()) {
      lesson.teaches().forEach(p -> named.add(p.value()));
      for (Reference to : Markup.references(lesson.body())) {
        if (to.kind().equals("principle")) {
          named.add(to.id());
        } else if (to.kind().equals("dialogue")) {
          content.dialogue(to.id()).ifPresent(dialogue -> turningPoints(dialogue, named));
        }
      }
    }
    Stream.concat(course.questions(), course.lessonsInOrder().stream().flatMap(course::embedded))
        .flatMap(Question::principles)
        .forEach(p -> named.add(p.value()));
    course.scenariosInOrder().forEach(s -> named.addAll(practised(s)));
    return named;
  }

  private static void turningPoints(Dialogue dialogue, Set<String> named) {
    Stream.of(dialogue.poor(), dialogue.good())
        .flatMap(List::stream)
        .flatMap(turn -> turn.turningPoints().stream())
        .forEach(point -> named.add(point.id()));
  }

  /**
   * Which excerpts the course shows: in which lessons, or (the empty name) as the basis of a
   * principle.
   */
  private Map<String, Set<String>> excerptUses(Set<String> named) {
    Map<String, Set<String>> uses = new LinkedHashMap<>();
    for (Lesson lesson : course.lessonsInOrder()) {
      for (Reference to : Markup.references(lesson.body())) {
        if (to.kind().equals("excerpt")) {
          uses.computeIfAbsent(to.id(), key -> new LinkedHashSet<>()).add(lesson.id().value());
        }
      }
    }
    for (Principle principle : content.principles()) {
      if (named.contains(principle.id().value())) {
        principle
            .excerpts()
            .forEach(e -> uses.computeIfAbsent(e.value(), key -> new LinkedHashSet<>()).add(""));
      }
    }
    return uses;
  }

  private static String anchor(String excerptKey) {
    return "e-" + excerptKey.replace('/', '-');
  }

  private Map<String, Object> dialogue(Dialogue dialogue, String prefix) {
    Set<String> staff = new LinkedHashSet<>();
    for (List<Dialogue.Turn> side : List.of(dialogue.poor(), dialogue.good())) {
      for (Dialogue.Turn turn : side) {
        if (!turn.turningPoints().isEmpty()) {
          staff.add(turn.speaker());
        }
      }
    }
    return Map.of(
        "id", prefix + "d-" + dialogue.id().value(),
        "title", dialogue.title(),
        "setting", dialogue.setting().orElse(""),
        "poor", turns(dialogue.poor(), staff),
        "good", turns(dialogue.good(), staff));
  }

  private List<Map<String, Object>> turns(List<Dialogue.Turn> turns, Set<String> staff) {
    List<Map<String, Object>> models = new ArrayList<>();
    for (Dialogue.Turn turn : turns) {
      models.add(
          Map.of(
              "speaker", turn.speaker(),
              "staff", staff.contains(turn.speaker()),
              "words", run(turn.words()),
              "points",
                  turn.turningPoints().stream().flatMap(p -> principle(p.id()).stream()).toList()));
    }
    return models;
  }

  private Html run(Prose prose) {
    return run(prose.inlines());
  }

  private Html run(List<Inline> inlines) {
    return HtmlRenderer.run(inlines, links);
  }

  private final Surroundings links =
      new Surroundings() {
        @Override
        public Optional<String> href(Reference to) {
          return CourseModels.this.href(to);
        }
      };

  private Optional<String> href(Reference to) {
    return switch (to.kind()) {
      case "lesson" -> course.lesson(to.id()).map(lesson -> routes.lesson(to.id(), ""));
      case "principle" ->
          teaching
              .of(to.id())
              .map(place -> routes.lesson(place.lesson().id().value(), "p-" + to.id()));
      case "excerpt" -> Optional.of(routes.credits(anchor(to.id())));
      case "term" -> content.term(to.id()).map(term -> routes.glossary(to.id()));
      case "card" -> routes.cards();
      default -> Optional.empty();
    };
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
          ? Optional.of("#" + idPrefix() + "p-" + to.id())
          : CourseModels.this.href(to);
    }

    @Override
    public String mapping(Reference to) {
      return part(routes.looks() + "/parts/mapping.ftlh", "principle", principle(to.id()), to);
    }

    @Override
    public String note(Reference to) {
      return to.kind().equals("term")
          ? part(
              routes.looks() + "/parts/term.ftlh",
              "term",
              content.term(to.id()).map(this::term),
              to)
          : part(routes.looks() + "/parts/note.ftlh", "principle", principle(to.id()), to);
    }

    private Map<String, Object> term(GlossaryTerm term) {
      return Map.of(
          "id", termId(term.id().value()), "term", term.term(), "meaning", run(term.meaning()));
    }

    @Override
    public String termId(String term) {
      return idPrefix() + "w-" + term;
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
                            Optional.of(question(q, idPrefix() + "practice-")),
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
