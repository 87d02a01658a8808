package dev.rebound.check.update;

import dev.rebound.course.CourseShape;
import dev.rebound.course.CourseShape.Conversation;
import dev.rebound.course.CourseShape.Part;
import dev.rebound.course.CourseShape.Placed;
import dev.rebound.course.CourseShape.QuizShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What replacing a build of a course by another does to learners who are under way, change by
 * change: as the player treats their records ({@code src/main/player/core.js}), and platforms
 * theirs.
 */
public final class CourseUpdate {
  private final CourseShape before;
  private final CourseShape after;
  private final UnaryOperator<String> keeps;
  private final List<Change> changes = new ArrayList<>();

  private CourseUpdate(CourseShape before, CourseShape after, UnaryOperator<String> keeps) {
    this.before = before;
    this.after = after;
    this.keeps = keeps;
  }

  /**
   * The hardest first; those that nobody notices last.
   *
   * @param keeps how the player keeps the responses of a type of question, by its name; any other
   *     word for a type that is not known any more
   */
  public static List<Change> between(
      CourseShape before, CourseShape after, UnaryOperator<String> keeps) {
    CourseUpdate update = new CourseUpdate(before, after, keeps);
    update.course();
    update.units();
    update.lessons();
    update.quizzes();
    update.questions();
    update.conversations();
    return update.changes.stream().sorted(Comparator.comparing(Change::effect)).toList();
  }

  private void say(Effect effect, String what, String how) {
    changes.add(new Change(effect, what, how));
  }

  private void course() {
    if (!before.id().equals(after.id())) {
      say(
          Effect.STARTS_ANEW,
          "course " + after.id(),
          "was " + before.id() + ": to platforms and browsers it is another course.");
    }
    if (before.pass() != after.pass()) {
      say(
          Effect.SCORE_MAY_CHANGE,
          "pass mark",
          "was %d %%, is %d %%. Scores stay; who is passed on a platform stays so; the rest are judged by the new mark at their next answer."
              .formatted(before.pass(), after.pass()));
    }
  }

  /** A platform keeps one record for each page that it launches. */
  private void units() {
    Set<String> gone = pages(before);
    gone.removeAll(pages(after));
    Set<String> come = pages(after);
    come.removeAll(pages(before));
    if (gone.isEmpty() && come.isEmpty()) {
      return;
    }
    boolean all = gone.size() == before.parts().size();
    say(
        all ? Effect.STARTS_ANEW : Effect.ASKED_AGAIN,
        all ? "packaging" : "modules",
        (gone.isEmpty() ? "" : "no longer launched: " + String.join(", ", gone) + ". ")
            + (come.isEmpty() ? "" : "new: " + String.join(", ", come) + ". ")
            + "A platform keeps one record for each, and what is kept in one cannot be seen from another.");
  }

  private static Set<String> pages(CourseShape course) {
    Set<String> pages = new TreeSet<>();
    course.parts().forEach(part -> pages.add(part.page()));
    return pages;
  }

  private void lessons() {
    Map<String, Placed<String>> then = before.placed(Part::lessons, id -> id);
    Map<String, Placed<String>> now = after.placed(Part::lessons, id -> id);
    each("lesson", then, now, "must be read before the course is done.", "counts no more.");
    if (moved(then, now)) {
      say(Effect.KEPT, "lessons", "stand in another order: what was read stays read.");
    }
  }

  private <T> boolean moved(Map<String, Placed<T>> then, Map<String, Placed<T>> now) {
    List<String> old = new ArrayList<>(then.keySet());
    old.retainAll(now.keySet());
    List<String> fresh = new ArrayList<>(now.keySet());
    fresh.retainAll(then.keySet());
    return !old.equals(fresh);
  }

  /** What is new, gone, or kept in another record than before. */
  private <T> void each(
      String kind,
      Map<String, Placed<T>> then,
      Map<String, Placed<T>> now,
      String come,
      String gone) {
    now.forEach(
        (id, it) -> {
          Placed<T> old = then.get(id);
          if (old == null) {
            say(Effect.MORE_OR_LESS, kind + " " + id, "is new: it " + come);
          } else if (!old.page().equals(it.page()) && launched(before, it.page())) {
            say(
                Effect.ASKED_AGAIN,
                kind + " " + id,
                "moved from %s to %s, which has a record of its own."
                    .formatted(old.page(), it.page()));
          }
        });
    then.forEach(
        (id, it) -> {
          if (!now.containsKey(id)) {
            say(Effect.MORE_OR_LESS, kind + " " + id, "is gone: it " + gone);
          }
        });
  }

  /** A page that no record is kept of has been told as a whole. */
  private static boolean launched(CourseShape course, String page) {
    return pages(course).contains(page);
  }

  private void quizzes() {
    Map<String, Placed<QuizShape>> then = before.placed(Part::quizzes, QuizShape::id);
    Map<String, Placed<QuizShape>> now = after.placed(Part::quizzes, QuizShape::id);
    each("quiz", then, now, "is open to everybody.", "counts no more.");
    both(then, now, this::quiz);
    String decided = decides(then);
    String decides = decides(now);
    if (!decided.equals(decides)) {
      say(
          Effect.SCORE_MAY_CHANGE,
          "score",
          "came from %s, comes from %s."
              .formatted(
                  decided.isEmpty() ? "all quizzes" : decided,
                  decides.isEmpty() ? "all quizzes" : decides));
    } else if (decides.isEmpty() && !then.keySet().equals(now.keySet())) {
      say(
          Effect.SCORE_MAY_CHANGE,
          "score",
          "is the mean of all quizzes, and these are not the same as before.");
    }
  }

  private static String decides(Map<String, Placed<QuizShape>> quizzes) {
    return quizzes.values().stream()
        .map(Placed::it)
        .filter(QuizShape::decides)
        .map(quiz -> "quiz " + quiz.id())
        .findFirst()
        .orElse("");
  }

  private static <T> void both(
      Map<String, Placed<T>> then, Map<String, Placed<T>> now, BiConsumer<T, T> compare) {
    now.forEach(
        (id, it) -> {
          if (then.containsKey(id)) {
            compare.accept(then.get(id).it(), it.it());
          }
        });
  }

  private void quiz(QuizShape then, QuizShape now) {
    String what = "quiz " + now.id();
    if (!then.draw().equals(now.draw())) {
      say(
          Effect.MORE_OR_LESS,
          what,
          "asks %s, asked %s. Whoever is in the middle keeps what is answered, and gets what is missing."
              .formatted(asked(now), asked(then)));
    }
    if (!then.attempts().equals(now.attempts())) {
      say(
          Effect.MORE_OR_LESS,
          what,
          "may be taken %s, could be taken %s. Attempts that were made count."
              .formatted(times(now), times(then)));
    }
    List<String> come = new ArrayList<>(now.pool());
    come.removeAll(then.pool());
    List<String> gone = new ArrayList<>(then.pool());
    gone.removeAll(now.pool());
    come.forEach(
        key ->
            say(
                now.draw().isPresent() ? Effect.KEPT : Effect.SCORE_MAY_CHANGE,
                "question " + key,
                "is new in "
                    + what
                    + (now.draw().isPresent()
                        ? ": it can be drawn from the next attempt on."
                        : ": whoever is in the middle is asked it, too. Finished results stay.")
                    + wasElsewhere(key, gone)));
    gone.forEach(
        key ->
            say(
                Effect.SCORE_MAY_CHANGE,
                "question " + key,
                "is no longer in "
                    + what
                    + ": for whoever is in the middle its answer counts no more. Finished results stay."));
  }

  /** The same id under another bank is another question to every record. */
  private String wasElsewhere(String key, List<String> gone) {
    String id = key.substring(key.indexOf('/') + 1);
    return after.id().equals(before.id())
        ? before.parts().stream()
            .flatMap(part -> part.questions().keySet().stream())
            .filter(old -> old.endsWith("/" + id) && !old.equals(key) && !gone.contains(key))
            .findFirst()
            .map(old -> " It was " + old + ", whose answers do not come along.")
            .orElse("")
        : "";
  }

  private static String asked(QuizShape quiz) {
    return quiz.draw().map(draw -> draw + " of " + quiz.pool().size()).orElse("all");
  }

  private static String times(QuizShape quiz) {
    return quiz.attempts().map(n -> n == 1 ? "once" : n + " times").orElse("any number of times");
  }

  private void questions() {
    Function<Part, List<CourseShape.QuestionShape>> all =
        part -> List.copyOf(part.questions().values());
    both(
        before.placed(all, CourseShape.QuestionShape::key),
        after.placed(all, CourseShape.QuestionShape::key),
        (then, now) -> QuestionUpdate.between(then, now, keeps).forEach(changes::add));
  }

  private void conversations() {
    Map<String, Placed<Conversation>> then = before.placed(Part::conversations, Conversation::id);
    Map<String, Placed<Conversation>> now = after.placed(Part::conversations, Conversation::id);
    each("conversation", then, now, "can be held.", "counts no more.");
    both(then, now, this::conversation);
  }

  private void conversation(Conversation then, Conversation now) {
    List<String> gone = new ArrayList<>();
    List<String> elsewhere = new ArrayList<>();
    then.replies()
        .forEach(
            (node, replies) -> {
              Map<String, String> left = now.replies().get(node);
              if (left == null || !left.keySet().containsAll(replies.keySet())) {
                gone.add(node);
              } else if (replies.entrySet().stream()
                  .anyMatch(it -> !it.getValue().equals(left.get(it.getKey())))) {
                elsewhere.add(node);
              }
            });
    if (!then.start().equals(now.start())) {
      elsewhere.add(0, "the start");
    }
    if (!gone.isEmpty()) {
      say(
          Effect.ASKED_AGAIN,
          "conversation " + now.id(),
          "lacks replies that it had at "
              + String.join(", ", gone)
              + ": whoever gave one goes on from the turn before. Endings that were reached stay.");
    }
    if (!elsewhere.isEmpty()) {
      say(
          Effect.ASKED_AGAIN,
          "conversation " + now.id(),
          "leads elsewhere from "
              + String.join(", ", elsewhere)
              + ": whoever is past it goes on where it leads now. Endings that were reached stay.");
    }
  }
}
