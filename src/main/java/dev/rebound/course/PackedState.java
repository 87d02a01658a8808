package dev.rebound.course;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long the player's record of a learner can get, as {@code core.pack} in {@code
 * src/main/player/core.js} writes it: version ~ place ~ lessons ~ quiz.attempt.best.seed.answers;…
 * ~ practice. Practice goes first when room is short, so it is not counted.
 */
public final class PackedState {
  private static final int DIGEST = 5;

  /** An apostrophe, what is left of a text when room is shortest, and that it is cut. */
  private static final int TEXT = 1 + 4 + 1;

  /** What an attempt's order and draw are made from. */
  private static final int SEED = 4;

  /** What an answer's digest is cut to: base 36 to five digits, of which so many bits are kept. */
  private static final int DIGESTS = 36 * 36 * 36 * 36 * 36;

  /** The bits of one character of an answer. */
  private static final int BITS = 6;

  /** An exclamation mark, and how often it was answered. */
  private static final int TRIES = 2;

  /** A colon, and how sure. */
  private static final int SURE = 2;

  private PackedState() {}

  /**
   * With every lesson seen, and every quiz answered to its last question, of those it may draw the
   * longest.
   */
  public static int longest(Course course) {
    int place = "start".length();
    for (Lesson lesson : course.lessonsInOrder()) {
      place = Math.max(place, "lesson-".length() + lesson.id().value().length());
    }
    int quizzes = 0;
    for (Quiz quiz : course.quizzes()) {
      place = Math.max(place, "quiz-".length() + quiz.id().value().length());
      // Key, attempt up to 1,295 in base 36 and whether it is over, best up to 100, the signs
      // between.
      quizzes += DIGEST + 1 + 2 + 1 + 1 + 3 + 1 + SEED + 1 + 1;
      quizzes +=
          course.questions(quiz).stream()
              .mapToInt(question -> answer(question, course.asksConfidence(quiz)))
              .boxed()
              .sorted(Comparator.reverseOrder())
              .limit(course.asked(quiz))
              .mapToInt(Integer::intValue)
              .sum();
    }
    // Key, best ending, and the signs between: what was said goes first.
    int talks = course.scenariosInOrder().size() * (DIGEST + 1 + 1 + 1 + 1 + 1);
    return 1
        + 1
        + place
        + 1
        + DIGEST * course.lessonsInOrder().size()
        + 1
        + quizzes
        + 1
        + 1
        + talks;
  }

  private static int answer(Question question, boolean asksConfidence) {
    boolean sure = asksConfidence && question.scored();
    int tries = question.delivery().attempts().orElse(1) > 1 ? TRIES : 0;
    return DIGEST + response(question) + tries + (sure ? SURE : 0) + 1;
  }

  private static int response(Question question) {
    Interaction interaction = question.interaction();
    int choices = interaction.choices().size();
    int each = size(ids(interaction.choices()));
    return switch (question.traits().response()) {
      case TYPED ->
          TEXT
              + (question.scored()
                  ? 1 + size(interaction.typed().stream().map(Interaction.Typed::answer))
                  : choices > 0 ? 1 + each * choices : 0);
      case PAIRED -> (each + size(ids(interaction.targets()))) * choices;
      case ORDERED -> each * choices;
      case PICKED -> each * (interaction.multiple() ? choices : 1);
    };
  }

  private static Stream<String> ids(List<Interaction.Choice> choices) {
    return choices.stream().map(Interaction.Choice::id);
  }

  /** In how many characters the player tells these apart: in two, nearly always. */
  private static int size(Stream<String> ids) {
    List<Integer> digests = ids.map(PackedState::digest).toList();
    int size = 2;
    while (size < 4 && codes(digests, size) < digests.size()) {
      size++;
    }
    return size;
  }

  private static long codes(List<Integer> digests, int size) {
    return digests.stream().map(it -> it & ((1 << (BITS * size)) - 1)).distinct().count();
  }

  /** FNV-1a over UTF-16, as far as five digits of base 36 hold it. */
  private static int digest(String id) {
    int hash = 0x811c9dc5;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x01000193;
    }
    return Integer.remainderUnsigned(hash, DIGESTS);
  }
}
