package dev.rebound.course;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a question type says of itself, once. Rules, templates, packages and the player take it from
 * here; none of them asks for a type by its name.
 *
 * @param name the value of {@code type:} in a bank, and the name of its templates and of its player
 *     module
 * @param interaction what SCORM and xAPI call it
 * @param response what a learner gives
 * @param scored whether there is right and wrong; a reflection counts as answered, and in no score
 * @param feedback which of its answers must say why
 * @param options what its answers are to whoever guesses, and to the rules about options
 */
public record QuestionTraits(
    String name,
    Interaction.Type interaction,
    Response response,
    boolean scored,
    Feedback feedback,
    Options options) {

  /** What a learner gives; how the player keeps it, and how long that can get, follow from it. */
  public enum Response {
    /** The ids of what was picked: options, phrases, a point of a scale. */
    PICKED("ids"),
    /** The text or number that was typed. */
    TYPED("text"),
    /** The ids of all choices, moved into an order. */
    ORDERED("order"),
    /** Pairs {@code choice.target}, moved to each other. */
    PAIRED("pairs");

    private final String kept;

    Response(String kept) {
      this.kept = kept;
    }

    /** Whether something is dragged, or moved with keys. */
    public boolean moves() {
      return this == ORDERED || this == PAIRED;
    }
  }

  /** Which answers must have {@code feedback:}; the others are explained by their principle. */
  public enum Feedback {
    EVERY_ANSWER,
    /** Marking what is wrong, and leaving what is right, explains itself. */
    RIGHT_ANSWERS,
    /** What is typed and accepted explains itself. */
    WRONG_ANSWERS,
    NONE;

    public boolean neededBy(Answer answer) {
      return switch (this) {
        case EVERY_ANSWER -> true;
        case RIGHT_ANSWERS -> answer.right();
        case WRONG_ANSWERS -> !answer.right();
        case NONE -> false;
      };
    }
  }

  /** What a learner who does not know could guess from. */
  public enum Options {
    /** A list of options that the author wrote. */
    LISTED,
    /** True and false, in the interface's own words. */
    VERDICTS,
    NONE
  }

  /** The types of these questions, each once, by name. */
  public static List<QuestionTraits> of(Stream<Question> questions) {
    return questions
        .map(Question::traits)
        .distinct()
        .sorted(Comparator.comparing(QuestionTraits::name))
        .toList();
  }

  /** How the player keeps a response: {@code ids}, {@code text}, {@code order}, {@code pairs}. */
  public String keeps() {
    return response.kept;
  }

  /**
   * The interaction type as the player's record keepers take it, in SCORM 1.2's words: what is
   * filled in and not scored is the later standards' {@code long-fill-in}.
   */
  public String recorded() {
    return interaction == Interaction.Type.LONG_FILL_IN
        ? "fill-in"
        : interaction.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
