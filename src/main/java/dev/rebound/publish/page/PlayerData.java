package dev.rebound.publish.page;

import dev.rebound.course.Answer;
import dev.rebound.course.Course;
import dev.rebound.course.Delivery;
import dev.rebound.course.Interaction;
import dev.rebound.course.Question;
import dev.rebound.course.Quiz;
import dev.rebound.course.Scenario;
import dev.rebound.source.Json;
import dev.rebound.source.Located;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
          "seen");

  private static final Set<String> OF_PROGRESS =
      Set.of("resume", "read", "done", "blocked", "full", "corrupt");

  /** What the player says where a conversation is played. */
  private static final Pattern OF_TALKS =
      Pattern.compile("you|better|of-ten|up|down|meters|(heat|loyalty)-\\d");

  /** How a conversation ended, wherever its place in the course is shown. */
  private static final String ENDING = "ending-";

  /** A principle that is tested. */
  public record Objective(String id, String says) {}

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
    Map<String, Object> data = data(kind, id, asks, scenarios);
    if (!later.isEmpty()) {
      data.put("later", later);
      // They come with the player.
      data.put("words", Map.of());
    }
    return new Html(Json.write(data));
  }

  /**
   * Of a whole course in one package.
   *
   * @param iri names the course to a record store
   * @param objectives the principles that quizzes test
   */
  public Html ofPackage(String iri, List<Objective> objectives) {
    Map<String, Object> data = data("package", "", true, course.scenariosInOrder());
    data.put("title", course.title().value());
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
    data.put("scenes", scenarios.stream().map(PlayerData::forPlayer).toList());
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
  static Map<String, Object> forPlayer(Question question) {
    Interaction interaction = question.interaction();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("key", question.key());
    data.put("type", question.type());
    data.put("choices", ids(interaction.choices()));
    data.put("targets", ids(interaction.targets()));
    data.put("right", interaction.right().orElse(List.of()));
    data.put("typed", interaction.typed().stream().map(PlayerData::forPlayer).toList());
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
}
