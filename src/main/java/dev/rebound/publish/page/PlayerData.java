package dev.rebound.publish.page;

import dev.rebound.course.Answer;
import dev.rebound.course.Course;
import dev.rebound.course.Delivery;
import dev.rebound.course.Interaction;
import dev.rebound.course.Question;
import dev.rebound.course.Quiz;
import dev.rebound.course.Scenario;
import dev.rebound.course.Way;
import dev.rebound.source.Fields.Inlined;
import dev.rebound.source.Fields.Named;
import dev.rebound.source.Json;
import dev.rebound.source.Located;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What the player must know that the page does not show, as JSON:
 *
 * <pre>{@code {"course":"recovery","page":"quiz","id":"agree","pass":80,"quizzes":[…],"words":{…}}}
 * </pre>
 */
public final class PlayerData {
  /** What the player says in a package alone, and what it says where nothing is asked. */
  private static final Set<String> OF_PLATFORMS =
      Set.of(
          "no-lms",
          "no-lms-unkept",
          "lms-failed",
          "lms-failed-unkept",
          "lms-refused",
          "lms-refused-unkept",
          "lms-reopen",
          "lms-reopen-unkept",
          "lms-away",
          "lms-away-unkept",
          "lms-partly",
          "lms-partly-unkept",
          "lms-offline",
          "lms-offline-unkept",
          "lms-back",
          "tried",
          "trying",
          "ended",
          "review",
          "browse",
          "on-record",
          "was-passed",
          "was-failed",
          "was-completed",
          "unproved",
          "unrecorded-review",
          "unrecorded-browse",
          "seen",
          "over-unit");

  private static final Set<String> OF_PROGRESS =
      Set.of(
          "resume",
          "read",
          "done",
          "over",
          "finish",
          "phrase-keep",
          "left-hours",
          "left-minutes",
          "over-failed",
          "blocked",
          "full",
          "corrupt");

  /** What the player says where a conversation is played. */
  private static final Pattern OF_TALKS =
      Pattern.compile("you|mine|better|of-ten|up|down|meters|(heat|loyalty)-\\d");

  /** How a conversation ended, wherever its place in the course is shown. */
  private static final String ENDING = "ending-";

  /** What is left out is as usual: no final, all questions, any number of attempts. */
  private record QuizData(
      String id,
      Optional<List<String>> pool,
      @Named("final") Optional<Boolean> last,
      Optional<Integer> attempts,
      Optional<Integer> draw,
      Optional<List<List<Integer>>> covers) {}

  private record Deck(List<String> cards, String quiz) {}

  /** What is left out is empty, one or untrue. */
  record QuestionData(
      String key,
      String type,
      Optional<List<String>> choices,
      Optional<List<String>> targets,
      Optional<List<String>> right,
      Optional<List<List<String>>> typed,
      Optional<List<String>> wrong,
      Set<String> tests,
      Optional<Integer> attempts,
      Optional<Integer> weight,
      Optional<Boolean> partial,
      Optional<Boolean> shuffle) {}

  private record Scene(
      String id, String start, int heat, int loyalty, Map<String, SceneNode> nodes) {}

  private record SceneNode(String ending, String best, List<SceneReply> replies) {}

  private record SceneReply(
      String id,
      boolean right,
      String principle,
      int heat,
      int loyalty,
      String next,
      Optional<List<SceneWay>> ways) {}

  /** A way that is open while both meters are between two values. */
  private record SceneWay(List<Integer> heat, List<Integer> loyalty, String to) {
    static SceneWay of(Way way) {
      return new SceneWay(
          List.of(way.heat().from(), way.heat().to()),
          List.of(way.loyalty().from(), way.loyalty().to()),
          way.to().value());
    }
  }

  /** A principle that is tested. */
  public record Objective(String id, String says) {}

  private record PageData(
      String course,
      String page,
      String id,
      int pass,
      List<String> lessons,
      List<QuizData> quizzes,
      List<String> scenarios,
      Optional<List<Deck>> deck,
      List<Scene> scenes,
      Map<String, String> words,
      Optional<Map<String, List<String>>> later) {}

  private record PackageData(
      @Inlined PageData page,
      String title,
      String language,
      String iri,
      List<Objective> objectives) {}

  private final Course course;

  /** What it says, by name, in the course's language. */
  private final Map<String, String> spoken = new LinkedHashMap<>();

  /**
   * @param words the interface words of the course's language
   */
  public PlayerData(Course course, Map<String, String> words) {
    this.course = course;
    words.forEach(
        (key, text) -> {
          if (key.startsWith("player-")) {
            spoken.put(key.substring("player-".length()), text);
          }
        });
  }

  /**
   * Of a page.
   *
   * @param asks whether questions stand on the page
   * @param scenarios those that stand on the page
   * @param later the files of {@code assets/} that it loads when they are needed; none where the
   *     page loads all at once
   */
  public Html ofPage(
      String kind,
      String id,
      boolean asks,
      List<Scenario> scenarios,
      Map<String, List<String>> later) {
    return new Html(Json.write(data(kind, id, asks, scenarios, later)));
  }

  /** Of the page of a practice exam. */
  public Html ofExam(PracticeExam exam, Map<String, List<String>> later) {
    Optional<Integer> draw = Optional.of(exam.asked()).filter(it -> it < exam.pool().size());
    QuizData quiz =
        new QuizData(
            exam.id(),
            Optional.of(exam.pool().stream().map(Question::key).toList()),
            Optional.empty(),
            Optional.empty(),
            draw,
            draw.map(it -> exam.groups()));
    return new Html(
        Json.write(
            new PageData(
                course.id().value(),
                "quiz",
                exam.id(),
                course.passMark(),
                List.of(),
                List.of(quiz),
                List.of(),
                Optional.empty(),
                List.of(),
                Map.of(),
                Optional.of(later))));
  }

  /**
   * Of a whole course in one package.
   *
   * @param iri names the course to a record store
   * @param objectives the principles that quizzes test
   */
  public Html ofPackage(String iri, List<Objective> objectives) {
    PageData page = data("package", "", true, course.scenariosInOrder(), Map.of());
    return new Html(
        Json.write(
            new PackageData(page, course.title().value(), course.language(), iri, objectives)));
  }

  private PageData data(
      String kind,
      String id,
      boolean asks,
      List<Scenario> scenarios,
      Map<String, List<String>> later) {
    // Only where the course as a whole is shown: a long course must not make every page long.
    boolean overview = kind.equals("course") || kind.equals("completion");
    boolean whole = overview || kind.equals("package");
    boolean decked = kind.equals("course") || kind.equals("practice");
    return new PageData(
        course.id().value(),
        kind,
        id,
        course.passMark(),
        whole ? course.lessonsInOrder().stream().map(l -> l.id().value()).toList() : List.of(),
        course.quizzes().stream()
            .filter(
                quiz ->
                    kind.equals("package")
                        || ((whole || (kind.equals("quiz") && quiz.id().value().equals(id)))
                            && !course.graded(quiz)))
            .map(quiz -> forPlayer(quiz, !overview))
            .toList(),
        whole ? course.scenariosInOrder().stream().map(s -> s.id().value()).toList() : List.of(),
        decked ? Optional.of(deck()) : Optional.empty(),
        scenarios.stream().map(PlayerData::forPlayer).toList(),
        // Those of a page that loads its player later come with the player.
        later.isEmpty() ? words(kind, asks, !scenarios.isEmpty(), decked) : Map.of(),
        some(later, Map::isEmpty));
  }

  private List<Deck> deck() {
    return course.deck().entrySet().stream()
        .map(
            it ->
                new Deck(
                    it.getValue().stream().map(Question::key).toList(), it.getKey().id().value()))
        .toList();
  }

  private static <T> Optional<T> some(T value, Predicate<T> none) {
    return Optional.of(value).filter(none.negate());
  }

  private static <T> Optional<List<T>> some(List<T> list) {
    return some(list, List::isEmpty);
  }

  private Map<String, String> words(String kind, boolean asked, boolean played, boolean decked) {
    Map<String, String> words = kind.equals("package") ? spoken : here(asked, played);
    if (decked) {
      words.put("deck-corrupt", spoken.getOrDefault("deck-corrupt", ""));
    }
    return words;
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

  private QuizData forPlayer(Quiz quiz, boolean asked) {
    List<Question> pool = course.questions(quiz);
    Optional<Integer> draw = Optional.of(course.asked(quiz)).filter(it -> it < pool.size());
    return asked
        ? new QuizData(
            quiz.id().value(),
            Optional.of(pool.stream().map(Question::key).toList()),
            course.finalQuiz().map(quiz::equals).filter(it -> it),
            quiz.attempts(),
            draw,
            draw.map(
                it ->
                    course.coverage(quiz).values().stream()
                        .map(covering -> covering.stream().map(pool::indexOf).toList())
                        .toList()))
        : new QuizData(
            quiz.id().value(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }

  /**
   * What nothing else on the page says of a question; the player finds the principles in the
   * feedback.
   */
  static QuestionData forPlayer(Question question) {
    Interaction interaction = question.interaction();
    Delivery delivery = question.delivery();
    Set<String> tests = new LinkedHashSet<>();
    question.tested().forEach(p -> tests.add(p.value()));
    question.about().ifPresent(p -> tests.add(p.value()));
    return new QuestionData(
        question.key(),
        question.type(),
        some(ids(interaction.choices())),
        some(ids(interaction.targets())),
        some(interaction.right().orElse(List.of())),
        some(interaction.typed().stream().map(Interaction.Typed::parts).toList()),
        some(question.answers().stream().filter(a -> !a.right()).map(Answer::id).toList()),
        tests,
        delivery.attempts().filter(it -> it > 1),
        delivery.weight().filter(it -> it > 1),
        Optional.of(delivery.partial()).filter(it -> it),
        Optional.of(delivery.shuffle()).filter(it -> it));
  }

  private static Scene forPlayer(Scenario scenario) {
    Map<String, Scenario.Reply> best = scenario.best();
    Map<String, SceneNode> nodes = new LinkedHashMap<>();
    for (Scenario.Node node : scenario.nodes()) {
      String id = node.id().value();
      nodes.put(
          id,
          new SceneNode(
              node.ending().map(ending -> ending.kind().word()).orElse(""),
              Optional.ofNullable(best.get(id)).map(Scenario.Reply::id).orElse(""),
              node.replies().stream()
                  // Their ids tell nothing: authors tend to write the best one first.
                  .sorted(Comparator.comparing(Scenario.Reply::id))
                  .map(PlayerData::forPlayer)
                  .toList()));
    }
    return new Scene(
        scenario.id().value(),
        scenario.start().value(),
        scenario.heat(),
        scenario.loyalty(),
        nodes);
  }

  private static SceneReply forPlayer(Scenario.Reply reply) {
    List<Way> ways = reply.ways();
    return new SceneReply(
        reply.id(),
        reply.right(),
        reply.principle().map(Located::value).orElse(""),
        reply.heat(),
        reply.loyalty(),
        ways.isEmpty() ? "" : ways.get(ways.size() - 1).to().value(),
        some(ways.stream().limit(Math.max(0, ways.size() - 1)).map(SceneWay::of).toList()));
  }

  private static List<String> ids(List<Interaction.Choice> choices) {
    return choices.stream().map(Interaction.Choice::id).toList();
  }
}
