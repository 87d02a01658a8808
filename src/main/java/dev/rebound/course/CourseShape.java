package dev.rebound.course;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A course as far as a learner's record hangs on it: the ids and the rules by which the player
 * finds again what was done, and no words. It is the same whether it was taken from content or from
 * a package that was built of it.
 *
 * @param id under which platforms and browsers keep it
 * @param pass the pass mark, percent
 * @param parts one for each page that a platform launches: one, or one a module
 */
public record CourseShape(String id, int pass, List<Part> parts) {
  /**
   * What a platform launches and keeps one record of.
   *
   * @param page its file in the package, {@code index.html}
   * @param questions by key, those that lessons ask for practice among them
   */
  public record Part(
      String page,
      List<String> lessons,
      List<QuizShape> quizzes,
      List<Conversation> conversations,
      Map<String, QuestionShape> questions) {}

  /**
   * @param pool the keys of the questions it may ask
   * @param draw how many of them it asks; all when empty
   * @param attempts how often it may be taken; any number when empty
   */
  public record QuizShape(
      String id,
      List<String> pool,
      Optional<Integer> draw,
      Optional<Integer> attempts,
      boolean decides) {}

  /**
   * @param key {@code agree/slow-service}
   * @param choices the ids of what is chosen, put in order, or given a place
   * @param targets the ids of the places
   * @param right the right response
   * @param typed what is accepted of what a learner types, and how
   * @param tests the principles it is about; the first is part of the id in a platform's report
   * @param counting weight, attempts and whether parts count
   */
  public record QuestionShape(
      String key,
      String type,
      List<String> choices,
      List<String> targets,
      List<String> right,
      List<List<String>> typed,
      List<String> tests,
      String counting) {}

  /**
   * @param start the node it starts at
   * @param replies by node, its replies: where each leads, by its id
   */
  public record Conversation(String id, String start, Map<String, Map<String, String>> replies) {}

  /**
   * Where a reply leads, in words that only serve to be compared. Meters count where they decide.
   *
   * @param next the way that is open whatever the meters show
   */
  public static String leads(List<String> conditional, String next, int heat, int loyalty) {
    return conditional.isEmpty()
        ? next
        : "%+d %+d %s %s".formatted(heat, loyalty, String.join(" ", conditional), next);
  }

  /** A way that is open while both meters are between two values, to be compared. */
  public static String way(List<Integer> heat, List<Integer> loyalty, String to) {
    return heat + "" + loyalty + to;
  }

  public static CourseShape of(Course course) {
    return new CourseShape(
        course.id().value(),
        course.passMark(),
        course.units().stream().map(CourseShape::part).toList());
  }

  private static Part part(Unit unit) {
    Course course = unit.part();
    List<Lesson> lessons = course.lessonsInOrder();
    return new Part(
        unit.page(),
        lessons.stream().map(lesson -> lesson.id().value()).toList(),
        course.quizzes().stream().map(quiz -> quiz(course, quiz)).toList(),
        course.scenariosInOrder().stream().map(CourseShape::conversation).toList(),
        byKey(
            Stream.concat(
                course.quizzes().stream().flatMap(quiz -> course.questions(quiz).stream()),
                lessons.stream().flatMap(course::embedded))));
  }

  private static QuizShape quiz(Course course, Quiz quiz) {
    int pool = course.questions(quiz).size();
    return new QuizShape(
        quiz.id().value(),
        course.questions(quiz).stream().map(Question::key).toList(),
        Optional.of(course.asked(quiz)).filter(asked -> asked < pool),
        quiz.attempts(),
        course.finalQuiz().map(quiz::equals).orElse(false));
  }

  private static Conversation conversation(Scenario scenario) {
    Map<String, Map<String, String>> replies = new LinkedHashMap<>();
    for (Scenario.Node node : scenario.nodes()) {
      Map<String, String> here = new LinkedHashMap<>();
      node.replies().forEach(reply -> here.put(reply.id(), leads(reply)));
      replies.put(node.id().value(), here);
    }
    return new Conversation(scenario.id().value(), scenario.start().value(), replies);
  }

  private static String leads(Scenario.Reply reply) {
    List<Way> ways = reply.ways();
    int last = Math.max(0, ways.size() - 1);
    return leads(
        ways.subList(0, last).stream()
            .map(
                way ->
                    way(
                        List.of(way.heat().from(), way.heat().to()),
                        List.of(way.loyalty().from(), way.loyalty().to()),
                        way.to().value()))
            .toList(),
        ways.isEmpty() ? "" : ways.get(last).to().value(),
        reply.heat(),
        reply.loyalty());
  }

  private static Map<String, QuestionShape> byKey(Stream<Question> questions) {
    return questions.collect(
        Collectors.toMap(
            Question::key, CourseShape::question, (one, same) -> one, LinkedHashMap::new));
  }

  private static QuestionShape question(Question question) {
    Interaction interaction = question.interaction();
    Delivery delivery = question.delivery();
    return new QuestionShape(
        question.key(),
        question.type(),
        interaction.choices().stream().map(Interaction.Choice::id).toList(),
        interaction.targets().stream().map(Interaction.Choice::id).toList(),
        interaction.right().orElse(List.of()),
        interaction.typed().stream().map(Interaction.Typed::parts).toList(),
        Stream.concat(
                question.tested().map(principle -> principle.value()),
                question.about().map(principle -> principle.value()).stream())
            .distinct()
            .toList(),
        counting(delivery.weight(), delivery.attempts(), delivery.partial()));
  }

  /** What a question earns, in words: {@code weight 2, 3 attempts, parts count}. */
  public static String counting(
      Optional<Integer> weight, Optional<Integer> attempts, boolean partial) {
    return Stream.of(
            weight.filter(it -> it > 1).map(it -> "weight " + it),
            attempts.filter(it -> it > 1).map(it -> it + " attempts"),
            Optional.of("parts count").filter(it -> partial))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  /** All of one kind, by id, each with the page that it stands on. */
  public <T> Map<String, Placed<T>> placed(
      Function<Part, List<T>> these, Function<T, String> idOf) {
    Map<String, Placed<T>> all = new LinkedHashMap<>();
    for (Part part : parts) {
      for (T one : these.apply(part)) {
        all.putIfAbsent(idOf.apply(one), new Placed<>(part.page(), one));
      }
    }
    return all;
  }

  /** Of which record it is a part. */
  public record Placed<T>(String page, T it) {}
}
