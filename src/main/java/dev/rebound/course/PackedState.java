package dev.rebound.course;

/**
 * How long the player's record of a learner can get, as {@code core.pack} in {@code
 * src/main/player/core.js} writes it: version ~ place ~ lessons ~ quiz.attempt.best.answers;… ~
 * practice. Practice goes first when room is short, so it is not counted.
 */
public final class PackedState {
  private static final int DIGEST = 5;
  private static final int ANSWER = 3;

  /** A text that is longer is not kept when room is short. */
  private static final int TEXT = 100;

  private PackedState() {}

  /** With every lesson seen, and every quiz answered to its last question and not yet ended. */
  public static int longest(Course course) {
    int place = "start".length();
    for (Lesson lesson : course.lessonsInOrder()) {
      place = Math.max(place, "lesson-".length() + lesson.id().value().length());
    }
    int quizzes = 0;
    for (QuestionBank bank : course.banksInOrder()) {
      place = Math.max(place, "quiz-".length() + bank.id().value().length());
      // Key, attempt up to 1,295 in base 36, best up to 100, and the signs between.
      quizzes += DIGEST + 1 + 2 + 1 + 3 + 1 + 1;
      for (Question question : bank.questions()) {
        quizzes += DIGEST + response(question.interaction()) + 1;
      }
    }
    return 1 + 1 + place + 1 + DIGEST * course.lessonsInOrder().size() + 1 + quizzes + 1;
  }

  private static int response(Interaction interaction) {
    return switch (interaction.type()) {
      case FILL_IN, LONG_FILL_IN, NUMERIC, OTHER -> TEXT;
      case MATCHING -> 2 * ANSWER * interaction.choices().size();
      case SEQUENCING -> ANSWER * interaction.choices().size();
      case TRUE_FALSE, CHOICE, LIKERT, PERFORMANCE ->
          ANSWER * (interaction.multiple() ? interaction.choices().size() : 1);
    };
  }
}
