package dev.rebound.check.update;

import dev.rebound.course.CourseShape.QuestionShape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What changes of one question do to answers that were given to it. */
final class QuestionUpdate {
  private static final String FINISHED = " Finished results stay.";

  private final QuestionShape then;
  private final QuestionShape now;

  /** How the player keeps a type's responses: {@link dev.rebound.course.QuestionTraits#keeps()}. */
  private final UnaryOperator<String> keeps;

  private final List<Change> changes = new ArrayList<>();

  private QuestionUpdate(QuestionShape then, QuestionShape now, UnaryOperator<String> keeps) {
    this.then = then;
    this.now = now;
    this.keeps = keeps;
  }

  static List<Change> between(QuestionShape then, QuestionShape now, UnaryOperator<String> keeps) {
    QuestionUpdate update = new QuestionUpdate(then, now, keeps);
    if (!then.type().equals(now.type())) {
      update.type();
    } else {
      update.answers();
    }
    if (!then.tests().equals(now.tests())) {
      update.principles();
    }
    return update.changes;
  }

  private boolean isKept(QuestionShape question, String how) {
    return keeps.apply(question.type()).equals(how);
  }

  private void say(Effect effect, String how) {
    changes.add(new Change(effect, "question " + now.key(), how));
  }

  private void type() {
    boolean typed = isKept(then, "text") && isKept(now, "text");
    say(
        typed ? Effect.SCORE_MAY_CHANGE : Effect.ASKED_AGAIN,
        "was %s, is %s".formatted(then.type(), now.type())
            + (typed
                ? ": what was typed is judged anew."
                : ": answers in attempts under way do not fit it.")
            + FINISHED);
  }

  private void answers() {
    // What is typed hangs on no choice: those of a long answer are a list to hold it against.
    boolean typed = isKept(now, "text");
    Set<String> gone = typed ? Set.of() : missing(then, now);
    Set<String> come = typed ? Set.of() : missing(now, then);
    if (!gone.isEmpty()) {
      say(lost(gone), gone(gone, come));
    }
    boolean orderGrew = isKept(now, "order") && !come.isEmpty();
    boolean pairsGrew = isKept(now, "pairs") && now.choices().stream().anyMatch(come::contains);
    if (orderGrew || pairsGrew) {
      say(
          Effect.ASKED_AGAIN,
          "has more to put in place: " + String.join(", ", come) + "." + FINISHED);
    } else if (!come.isEmpty() && gone.isEmpty()) {
      say(Effect.KEPT, "offers more: " + String.join(", ", come) + ".");
    }
    boolean judged =
        !stay(then.right(), gone).equals(stay(now.right(), come))
            || !then.typed().equals(now.typed());
    if (judged) {
      say(
          Effect.SCORE_MAY_CHANGE,
          "has another key: answers in attempts under way are judged by it; what a platform has been told stays there."
              + FINISHED);
    }
    if (!then.counting().equals(now.counting())) {
      say(
          Effect.SCORE_MAY_CHANGE,
          "counts in another way: %s, before %s."
                  .formatted(
                      now.counting().isEmpty() ? "as usual" : now.counting(),
                      then.counting().isEmpty() ? "as usual" : then.counting())
              + FINISHED);
    }
  }

  /** A box of its own for each pair: whoever placed what is gone has still placed the rest. */
  private Effect lost(Set<String> gone) {
    boolean rest = isKept(now, "pairs") && then.targets().stream().noneMatch(gone::contains);
    return rest ? Effect.KEPT : Effect.ASKED_AGAIN;
  }

  private String gone(Set<String> gone, Set<String> come) {
    String what = "lacks " + String.join(", ", gone);
    if (gone.size() == 1 && come.size() == 1) {
      return what
          + " and has "
          + come.iterator().next()
          + ": whoever chose it is asked again. If it was only reworded, give it \"id: "
          + gone.iterator().next()
          + "\" and its answers stay.";
    }
    return lost(gone) == Effect.KEPT
        ? what + ": the other pairs of an answer stay."
        : what + ": whoever chose one of these is asked again." + FINISHED;
  }

  private static Set<String> missing(QuestionShape from, QuestionShape in) {
    Set<String> missing = new LinkedHashSet<>(from.choices());
    missing.addAll(from.targets());
    missing.removeAll(in.choices());
    missing.removeAll(in.targets());
    return missing;
  }

  /** The right responses, without those that name what the other build lacks. */
  private static Set<String> stay(List<String> right, Set<String> without) {
    Set<String> stay = new LinkedHashSet<>();
    right.stream()
        .filter(
            response ->
                without.stream().noneMatch(id -> List.of(response.split("\\.")).contains(id)))
        .forEach(stay::add);
    return stay;
  }

  private void principles() {
    boolean first = !then.tests().stream().findFirst().equals(now.tests().stream().findFirst());
    say(
        Effect.SCORE_MAY_CHANGE,
        "is about %s, was about %s: objectives are counted by what it is about now."
                .formatted(String.join(", ", now.tests()), String.join(", ", then.tests()))
            + (first ? " Platforms list its answers under another id from now on." : ""));
  }
}
