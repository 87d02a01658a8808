package dev.rebound.course;

import dev.rebound.source.Located;
import dev.rebound.source.Prose;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What QTI calls an item: a stem and answers, each of which maps to a principle.
 *
 * @param span the start of the question in its file
 * @param bank the id of the bank it stands in
 * @param id unique in its bank
 * @param traits what its type says of all questions of that type
 * @param answers everything a learner can answer that the author foresaw, right or wrong
 * @param about the principle of a question without right and wrong
 * @param interaction what every publisher makes its own form from
 * @param hints what helps, one after the other
 */
public record Question(
    SourceSpan span,
    String bank,
    Located<String> id,
    QuestionTraits traits,
    Level level,
    Prose stem,
    List<Answer> answers,
    Optional<Located<String>> about,
    Interaction interaction,
    List<Prose> hints,
    Delivery delivery) {
  /** {@code agree/slow-service}, as references name it. */
  public String key() {
    return bank + "/" + id.value();
  }

  /** The value of {@code type:}. */
  public String type() {
    return traits.name();
  }

  /** Whether there is right and wrong. A reflection counts as answered, and not in a score. */
  public boolean scored() {
    return traits.scored();
  }

  /** Every principle it asks about, in the order of its answers. */
  public Stream<Located<String>> principles() {
    List<Located<String>> principles = new ArrayList<>();
    for (Answer answer : answers) {
      answer.principle().ifPresent(principles::add);
    }
    about.ifPresent(principles::add);
    return principles.stream();
  }

  /** The principles that the right response shows to be understood. */
  public Stream<Located<String>> tested() {
    List<Located<String>> tested = new ArrayList<>(1);
    for (Answer answer : answers) {
      if (answer.right() && scored()) {
        answer.principle().ifPresent(tested::add);
      }
    }
    return tested.stream();
  }

  /** What an answer belongs with in the right response, where it is one of pairs. */
  public Optional<Prose> target(Answer answer) {
    Set<String> pairs =
        interaction.right().orElse(List.of()).stream()
            .filter(pair -> pair.startsWith(answer.id() + "."))
            .collect(Collectors.toSet());
    return interaction.targets().stream()
        .filter(target -> pairs.contains(answer.id() + "." + target.id()))
        .map(Interaction.Choice::text)
        .findFirst();
  }

  /** The picture that its choices are places on. */
  public Optional<Prose> picture() {
    return interaction.marksText()
        ? Optional.empty()
        : interaction.passage().stream().map(Interaction.Choice::text).findFirst();
  }

  /** What a learner reads beside the stem, the answers and their feedback. */
  public List<Prose> surroundings() {
    Set<Prose> own = answers.stream().map(Answer::text).collect(Collectors.toSet());
    Set<Prose> texts = new LinkedHashSet<>();
    Stream.of(interaction.choices(), interaction.targets(), interaction.passage())
        .flatMap(List::stream)
        .map(Interaction.Choice::text)
        .filter(text -> !own.contains(text))
        .forEach(texts::add);
    texts.addAll(hints);
    return List.copyOf(texts);
  }

  /** Bloom's levels as far as a quiz can reach them. */
  public enum Level {
    REMEMBER,
    UNDERSTAND,
    APPLY,
    ANALYSE;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
