package dev.rebound.course;

import dev.rebound.source.Located;
import dev.rebound.source.Prose;
import java.util.List;
import java.util.Optional;

/**
 * A question as every publisher sees it, whatever its type: what SCORM's {@code cmi.interactions}
 * and cmi5's interaction definitions are derived from.
 *
 * <p>A <i>response</i> is a list of texts: the ids of what was picked (choice, true-false, likert),
 * all ids in their order (sequencing), pairs {@code choice.target} (matching), or the one text that
 * was typed (fill-in, long-fill-in, numeric).
 *
 * @param multiple whether several choices may be picked at once
 * @param choices in the author's order: options, what is matched, steps in the right order, a
 *     scale, what a text of one's own is held against
 * @param targets what {@code choices} are matched with
 * @param passage running text, or the picture that the choices are areas of; its parts with an id
 *     can be marked, and are the {@code choices}
 * @param typed what a typed response is recognised by, in the author's order
 * @param unit of a number
 * @param correct every right response; of a number, the two ends of a range. Empty when unscored
 * @param breaking whether what is right to pick breaks its principle: {@code mark: breaks}
 */
public record Interaction(
    boolean multiple,
    List<Choice> choices,
    List<Choice> targets,
    List<Choice> passage,
    List<Typed> typed,
    Optional<Located<String>> unit,
    List<List<String>> correct,
    boolean breaking) {
  /** The interaction types of SCORM and xAPI. */
  public enum Type {
    TRUE_FALSE,
    CHOICE,
    FILL_IN,
    LONG_FILL_IN,
    MATCHING,
    PERFORMANCE,
    SEQUENCING,
    LIKERT,
    NUMERIC,
    OTHER
  }

  /**
   * @param id as stored: {@code [a-z0-9-]}
   * @param area where it is in a picture
   */
  public record Choice(String id, Prose text, Optional<Area> area) {
    /** One that is no place in a picture. */
    public Choice(String id, Prose text) {
      this(id, text, Optional.empty());
    }
  }

  /** A rectangle in a picture, in hundredths of the picture's width and height. */
  public record Area(int left, int top, int width, int height) {
    public boolean overlaps(Area other) {
      return left < other.left + other.width
          && other.left < left + width
          && top < other.top + other.height
          && other.top < top + height;
    }
  }

  /** How a typed response is known for one of the answers the author foresaw. */
  public sealed interface Typed {
    /** The answer's id. */
    String answer();

    /**
     * The id, then what it is recognised by, as the player is given it: text and typos, or from and
     * to.
     */
    List<String> parts();
  }

  /**
   * {@code { text: repeat it, typos: 1 }}
   *
   * @param typos how many letters may be missing, wrong, too many or swapped
   */
  public record TypedText(String answer, String text, int typos) implements Typed {
    @Override
    public List<String> parts() {
      return List.of(answer, text, String.valueOf(typos));
    }
  }

  /** {@code { from: 18, to: 22 }}, both included. */
  public record TypedNumber(String answer, String from, String to) implements Typed {
    @Override
    public List<String> parts() {
      return List.of(answer, from, to);
    }
  }

  /** Pick one, or several of a list. */
  public static Interaction choice(boolean multiple, List<Choice> choices, List<String> right) {
    return choice(multiple, choices, right, false);
  }

  /** The same where what is right may be what breaks its principle. */
  public static Interaction choice(
      boolean multiple, List<Choice> choices, List<String> right, boolean breaking) {
    return new Interaction(
        multiple,
        choices,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        response(right),
        breaking);
  }

  /** Mark parts of a running text. */
  public static Interaction marking(List<Choice> passage, List<String> right, boolean breaking) {
    List<Choice> choices = passage.stream().filter(part -> !part.id().isEmpty()).toList();
    return new Interaction(
        true, choices, List.of(), passage, List.of(), Optional.empty(), response(right), breaking);
  }

  /**
   * Find places in a picture.
   *
   * @param picture which stands where a running text would
   */
  public static Interaction locating(
      boolean multiple, Prose picture, List<Choice> areas, List<String> right, boolean breaking) {
    return new Interaction(
        multiple,
        areas,
        List.of(),
        List.of(new Choice("", picture)),
        List.of(),
        Optional.empty(),
        response(right),
        breaking);
  }

  /**
   * Put each choice with its target.
   *
   * @param pairs {@code choice.target}
   */
  public static Interaction matching(
      List<Choice> choices, List<Choice> targets, List<String> pairs) {
    return new Interaction(
        true, choices, targets, List.of(), List.of(), Optional.empty(), response(pairs), false);
  }

  /** Put steps, given in the right order, in order. */
  public static Interaction sequencing(List<Choice> steps) {
    return new Interaction(
        true,
        steps,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        response(steps.stream().map(Choice::id).toList()),
        false);
  }

  /** Type a text or a number. */
  public static Interaction typed(
      List<Typed> typed, Optional<Located<String>> unit, List<List<String>> correct) {
    return new Interaction(false, List.of(), List.of(), List.of(), typed, unit, correct, false);
  }

  /**
   * Write at length.
   *
   * @param checklist what a learner holds the own text against
   */
  public static Interaction written(List<Choice> checklist) {
    return new Interaction(
        false, checklist, List.of(), List.of(), List.of(), Optional.empty(), List.of(), false);
  }

  private static List<List<String>> response(List<String> right) {
    return right.isEmpty() ? List.of() : List.of(right);
  }

  /** Whether the choices are parts of a running text. */
  public boolean marksText() {
    return passage.stream().anyMatch(part -> !part.id().isEmpty());
  }

  /** The first of the right responses. */
  public Optional<List<String>> right() {
    return correct.stream().findFirst();
  }
}
