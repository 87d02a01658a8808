package dev.rebound.publish.page;

import dev.rebound.course.Course;
import dev.rebound.course.Question;
import dev.rebound.course.Quiz;
import dev.rebound.source.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What stands on a public site in place of a graded quiz, whose questions must not be there: as
 * many questions, drawn from the open quizzes on the same principles, each quiz getting its share.
 *
 * @param id under which the player keeps it; no bank can have it, as it has a full stop
 * @param pool what an attempt may ask
 * @param asked how many of them it asks
 * @param groups the questions of each open quiz, as places in the pool: an attempt asks of each
 */
public record PracticeExam(String id, List<Question> pool, int asked, List<List<Integer>> groups) {
  /** For each question asked so many in the pool: a page must not hold a whole course's. */
  private static final double SPARE = 1.3;

  /** Absent where the quiz is not graded, or no open quiz asks about its principles. */
  public static Optional<PracticeExam> of(Course course, Quiz graded) {
    if (!course.graded(graded)) {
      return Optional.empty();
    }
    Set<String> tested =
        course.questions(graded).stream()
            .flatMap(Question::tested)
            .map(Located::value)
            .collect(Collectors.toSet());
    List<List<Question>> found =
        course.deck().values().stream()
            .map(questions -> questions.stream().filter(it -> tests(it, tested)).toList())
            .filter(questions -> !questions.isEmpty())
            .toList();
    int wanted = (int) Math.ceil(course.asked(graded) * SPARE);
    int share = share(found, wanted);
    int over = given(found, share) - wanted;
    List<Question> pool = new ArrayList<>();
    List<List<Integer>> groups = new ArrayList<>();
    for (List<Question> questions : found) {
      // The first give one less, so that together they give no more than wanted.
      boolean less = over > 0 && share > 1 && questions.size() >= share;
      List<Question> some = spread(questions, less ? share - 1 : share);
      over -= less ? 1 : 0;
      groups.add(IntStream.range(pool.size(), pool.size() + some.size()).boxed().toList());
      pool.addAll(some);
    }
    return Optional.of(new PracticeExam(id(graded), pool, course.asked(graded), groups))
        .filter(it -> !it.pool.isEmpty() && it.asked > 0)
        .map(PracticeExam::inReach);
  }

  /** How long an attempt takes. */
  int minutes() {
    return QuizPage.minutes(pool, asked);
  }

  /** The name of a quiz's practice exam. */
  static String id(Quiz graded) {
    return "exam." + graded.id().value();
  }

  private static boolean tests(Question question, Set<String> principles) {
    return question.tested().map(Located::value).anyMatch(principles::contains);
  }

  /** How many each may give at most, so that together they give as many as wanted, if they can. */
  private static int share(List<List<Question>> found, int wanted) {
    int all = found.stream().mapToInt(List::size).sum();
    int share = 1;
    while (given(found, share) < Math.min(wanted, all)) {
      share++;
    }
    return share;
  }

  private static int given(List<List<Question>> found, int share) {
    return found.stream().mapToInt(it -> Math.min(it.size(), share)).sum();
  }

  /** So many of them at most, at even distances: neighbours tend to ask about the same. */
  private static List<Question> spread(List<Question> questions, int most) {
    int count = Math.min(most, questions.size());
    return IntStream.range(0, count)
        .mapToObj(i -> questions.get(i * questions.size() / count))
        .toList();
  }

  private PracticeExam inReach() {
    return new PracticeExam(id, pool, Math.min(asked, pool.size()), groups);
  }
}
