package dev.rebound.check.update;

import dev.rebound.course.CourseShape.QuestionShape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What changes of one question do to answers that were given to it. */
final class QuestionUpdate {
  private static final String FINISHED = " Finished results stay.";

  /** Whose answers are kept as what was typed. */
  private static final Set<String> TYPED = Set.of("fill-in", "numeric", "long-answer");

  /** Whose answers are kept pair by pair. */
  private static final Set<String> PAIRED = Set.of("matching", "sort");

  private final QuestionShape then;
  private final QuestionShape now;
  private final List<Change> changes = new ArrayList<>();

  private QuestionUpdate(QuestionShape then, QuestionShape now) {
    this.then = then;
    this.now = now;
  }

  static List<Change> between(QuestionShape then, QuestionShape now) {
    QuestionUpdate update = new QuestionUpdate(then, now);
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

  private void say(Effect effect, String how) {
    changes.add(new Change(effect, "question " + now.key(), how));
  }

  private void type() {
    boolean typed = TYPED.contains(then.type()) && TYPED.contains(now.type());
    say(
        typed ? Effect.SCORE_MAY_CHANGE : Effect.ASKED_AGAIN,
        "was %s, is %s".formatted(then.type(), now.type())
            + (typed
                ? ": what was typed is judged anew."
                : ": answers in attempts under way do not fit it.")
            + FINISHED);
  }

  private void answers() {
    Set<String> gone = missing(then, now);
    Set<String> come = missing(now, then);
    if (!gone.isEmpty()) {
      say(lost(gone), gone(gone, come));
    }
    boolean orderGrew = now.type().equals("sequencing") && !come.isEmpty();
    boolean pairsGrew =
        PAIRED.contains(now.type()) && now.choices().stream().anyMatch(come::contains);
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
    boolean rest = PAIRED.contains(now.type()) && then.targets().stream().noneMatch(gone::contains);
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
