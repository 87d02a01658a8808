package dev.rebound.question;

import dev.rebound.course.Answer;
import dev.rebound.course.Interaction;
import dev.rebound.source.Prose;
import dev.rebound.source.ProseReader;
import dev.rebound.source.Raw;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What answers of all types have in common. */
public final class Answers {
  private Answers() {}

  /**
   * One answer from its mapping.
   *
   * @param at where the author would look for it
   * @param noun what its type calls it in messages
   */
  public static Answer read(
      Raw.Mapping raw,
      SourceSpan at,
      String id,
      String noun,
      Prose text,
      boolean right,
      ProseReader prose) {
    return new Answer(
        at,
        id,
        noun,
        text,
        right,
        raw.text("applies"),
        raw.text("breaks"),
        prose(raw, "feedback", prose));
  }

  /**
   * The answers that are listed under a key, each with a {@code text}.
   *
   * @param right which of them are
   */
  public static List<Answer> listed(
      Raw.Mapping question,
      String key,
      String noun,
      Predicate<Raw.Mapping> right,
      ProseReader prose) {
    List<Answer> answers = new ArrayList<>();
    for (Raw.Mapping one : question.mappings(key)) {
      Optional<Raw.Scalar> text = one.scalar("text");
      if (text.isPresent()) {
        Prose words = prose.read(text.get());
        String id = id(one, text.get(), prose);
        answers.add(read(one, one.span(), id, noun, words, right.test(one), prose));
      }
    }
    return List.copyOf(answers);
  }

  /** The inline Markdown under a key, when there is any. */
  public static Optional<Prose> prose(Raw.Mapping raw, String key, ProseReader prose) {
    return raw.scalar(key).filter(s -> s.type() != Raw.ScalarType.NULL).map(prose::read);
  }

  /** What can be picked: each answer. */
  public static List<Interaction.Choice> choices(List<Answer> answers) {
    List<Interaction.Choice> choices = new ArrayList<>(answers.size());
    for (Answer answer : answers) {
      choices.add(new Interaction.Choice(answer.id(), answer.text()));
    }
    return List.copyOf(choices);
  }

  /** The ids of the right ones. */
  public static List<String> right(List<Answer> answers) {
    List<String> right = new ArrayList<>(1);
    for (Answer answer : answers) {
      if (answer.right()) {
        right.add(answer.id());
      }
    }
    return List.copyOf(right);
  }

  /** Its own id, or one made of the text that tells it apart. */
  public static String id(Raw.Mapping raw, Raw.Scalar text, ProseReader prose) {
    return raw.text("id").map(own -> own.value()).orElseGet(() -> prose.id(text.text()));
  }
}
